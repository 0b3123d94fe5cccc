/** The text tour in a real browser: pages without 3D, what their script adds, and meeting those who walk. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit } from "./visiting.js";
import { AREAS } from "./wording.js";

const LAYOUT = `
hallwright: 1
id: words
name: {en: Fair in words, zh: 文字展会}
theme: {en: Say it, zh: 说出来}
exhibitors: [{id: acme, name: {en: Acme Pumps, zh: 艾克泵业}, country: CN}]
exhibits:
  - {id: rocket, name: {en: Rocket, zh: 火箭}, model: rocket, summary: {en: It flies., zh: 它会飞。}, source: News}
${AREAS}`;

describe("the text tour", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (path: string, lang: string): string => {
    const url = new URL(`text/words${path}`, server.url);
    url.searchParams.set("lang", lang);
    return url.href;
  };
  const operate = (path: string, body: object): Promise<unknown> => server.operate("POST", `venues/words/${path}`, body);

  it("is whole without scripts: keys alone skip to the content, search and change the language", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address("", "en"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#content$/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.url}?venue=words&area=hall&at=15,8&facing=0&lang=en`);
    await page.goto(address("/areas/hall", "en"));
    await page.getByRole("searchbox").fill("acme a02");
    await page.getByRole("searchbox").press("Enter");
    await page.getByRole("link", { name: /^A02/ }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "A02 Acme Pumps" }).waitFor();
    await page.getByRole("textbox", { name: /^Or from another booth/ }).fill("rocket");
    await page.getByRole("checkbox", { name: "Without steps" }).press("Space");
    await page.getByRole("button", { name: "Show the way" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "The way to A02 Acme Pumps" }).waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "You have arrived: Booth A02" }).count()).toBe(1);
    await page.goBack();
    await page.getByRole("link", { name: "中文" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "A02 艾克泵业" }).waitFor();
    await context.close();
  });

  it("meets the hall: who reads and who walks see each other, by name", async () => {
    const walker = await visit(browser, server.url, { at: "15,12", facing: 0 });
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(address("/booths/a02", "zh"));
    await eventually(() => reader.locator("[data-person]").allTextContents(), 60_000).toEqual([
      expect.stringMatching(/^观众 \d+ 您$/), expect.stringMatching(/^观众 \d+ 正在三维展厅中$/),
    ]);
    await eventually(() => reader.locator("#news").textContent()).toContain("您的位置：展馆");
    await reader.locator("#nickname").fill("<b>李雷</b>");
    await reader.locator("#nickname").press("Enter");
    await reader.locator("dialog#consent[open]").waitFor();
    expect(await breaches(reader)).toEqual([]);
    await reader.getByRole("button", { name: "同意" }).press("Enter");
    await eventually(() => walker.page.evaluate(() => window.hallwright?.others() ?? [])).toHaveLength(1);
    await eventually(async () => {
      const [seen] = await walker.page.evaluate(() => window.hallwright?.others() ?? []);
      return [seen?.x, seen?.y].map((metres) => Math.round(metres ?? 0));
    }).toEqual([9, 17]);
    await walker.page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await eventually(() => walker.page.locator("[data-person]").innerText()).toMatch(/<b>李雷<\/b>\s+Hall, reads the text tour/);
    expect(await breaches(walker.page)).toEqual([]);
    // The one who walks takes to reading in the same tab, and is the same person.
    const number = await reader.locator("[data-person]").last().getAttribute("data-person");
    await walker.page.locator("[data-text-tour]").press("Enter");
    await walker.page.getByRole("heading", { level: 1, name: "Hall" }).waitFor();
    await eventually(() => reader.locator(`[data-person="${number ?? ""}"]`).textContent()).toContain("正在阅读文字导览");
    expect(walker.mistakes).toEqual([]);
    await walker.context.close();
    await context.close();
  });

  it("tells what happens: announcements, boards, exhibits that run", async () => {
    const context = await browser.newContext();
    const [board, exhibit] = [await context.newPage(), await context.newPage()];
    await board.goto(address("/boards/figures", "en"));
    await exhibit.goto(address("/exhibits/rocket", "en"));
    for (const page of [board, exhibit]) await page.locator("#people li").first().waitFor();
    expect(await exhibit.locator("#state").innerText()).toContain("not running now");
    await operate("boards/figures", { changes: { projects: { value: 3601 } } });
    await eventually(() => board.locator("#news").textContent()).toBe("Projects signed, 3,601 projects");
    await eventually(() => board.locator("#rows td").innerText()).toBe("3,601 projects");
    await operate("shows/exhibit/rocket", { action: "start" });
    await eventually(() => exhibit.locator("#news").textContent()).toBe("Rocket: running now");
    server.announce("The <i>keynote</i> begins.", "主旨论坛开始。");
    await eventually(() => board.locator("#news").textContent()).toBe("Announcement: The <i>keynote</i> begins.");
    await eventually(() => board.locator("#announced li").allInnerTexts()).toEqual(["The <i>keynote</i> begins."]);
    expect(await breaches(board)).toEqual([]);
    await context.close();
  });

  it("is offered where there is no 3D, while the hall loads, and to machines", async () => {
    const flat = await launch("--disable-gpu", "--disable-3d-apis");
    const page = await (await flat.newContext()).newPage();
    await page.goto(`${server.url}?lang=zh`);
    const link = page.locator("[data-page=unsupported] [data-text-tour]");
    await eventually(() => link.getAttribute("href")).toBe("/text/words/areas/hall?lang=zh");
    await link.press("Enter");
    await page.getByRole("heading", { level: 1, name: "展馆" }).waitFor();
    await flat.close();
    const outside = await visit(browser, server.url, { outside: true });
    expect(await outside.page.getByRole("link", { name: "Text tour" }).getAttribute("href")).toMatch(/^\/text.*lang=en$/);
    expect(await outside.page.locator("link[rel=alternate]").getAttribute("href")).toBe("/text");
    await outside.context.close();
  });
});
