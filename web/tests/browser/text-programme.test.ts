/** The programme in the text tour while it changes: somebody moves sessions in the hall, and a page that is open says so. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spilled, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, enter, eventually, launch, visit, type Visit } from "./visiting.js";

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
/** By the venue's clock, which is UTC here. */
const written = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace("T", " ");
const hour = (moment: number): string => new Date(moment).toISOString().slice(11, 16);
const session = (id: string, en: string, zh: string, place: string, from: number, until: number): string =>
  `{id: ${id}, title: {en: ${en}, zh: ${zh}}, track: forum, ${place}, starts: ${written(NOW + from * MINUTE)}, ends: ${written(NOW + until * MINUTE)}}`;
const LAYOUT = `
hallwright: 1
id: days
name: {en: Days, zh: 开放日}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 40]
    zones: [{id: makers, name: {en: Makers, zh: 制造者}, color: "#1f6fb2", polygon: [[2, 2], [38, 2], [38, 24], [2, 24]]}]
    spawns: [{id: entrance, at: [20, 12], facing: north, default: true}]
    booths: [{number: A01, type: shell, size: [3, 3], at: [8, 16]}]
    stages: [{id: main, name: {en: Main stage, zh: 主舞台}, at: [20, 32], facing: south, size: [12, 6], screen: [10, 4.5]}]
programme:
  timezone: UTC
  starts: ${written(NOW - 60 * MINUTE).slice(0, 10)}
  tracks: [{id: forum, name: {en: Forum, zh: 论坛}, color: "#1F6FB2"}]
  sessions:
    - ${session("opening", "Opening", "开幕式", "area: hall", -50, 240)}
    - ${session("pumps", "Pumps explained", "水泵讲解", "booth: a01", 30, 60)}
    - ${session("forum", "Evening forum", "晚间论坛", "stage: main", 45, 90)}
`;
const shots = process.env["HALLWRIGHT_SHOTS"];

describe("the programme in the text tour", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let host: Visit;
  const desk = (name: string): Locator => host.page.locator("hall-desk-dialog").locator(name);
  const open = async (path: string, lang: string, script = true): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: "reduce", javaScriptEnabled: script });
    const page = await context.newPage();
    await page.goto(`${server.url}text/days${path}?lang=${lang}`);
    if (!script) return page;
    await page.locator("#people li").first().waitFor();
    await page.evaluate(() => {
      const news = document.getElementById("news");
      const heard: string[] = (Object.assign(window, { heard: [] as string[] })).heard;
      if (news) new MutationObserver(() => news.textContent && heard.push(news.textContent)).observe(news, { childList: true });
    });
    return page;
  };
  /** All that was said in the page since it was opened. */
  const said = (page: Page): Promise<string> => page.evaluate(() => ("heard" in window ? (window.heard as string[]) : []).join("\n"));
  const line = (page: Page, id: string): Locator => page.locator(`#session-${id}`);
  const order = (page: Page): Promise<string[]> => page.locator("[data-lines] > li").evaluateAll((lines) => lines.map(({ id }) => id));

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    if (shots) mkdirSync(shots, { recursive: true });
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    host = await visit(browser, server.url, { outside: true, context: { viewport: { width: 640, height: 480 } } });
    await host.page.goto(await server.invite("organizer"));
    await host.page.getByLabel("Name that others see").fill("Hu");
    await host.page.keyboard.press("Enter");
    await host.page.waitForURL((url) => url.pathname === "/");
    await host.page.goto(`${server.url}?lang=en&tier=low`);
    await enter(host.page);
    for (const name of ["Menu", "Host desk"]) {
      await tabTo(host.page, name);
      await host.page.keyboard.press("Enter");
    }
    await host.page.locator("hall-desk-dialog").getByRole("tab", { name: "Programme" }).press("Enter");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says that the desk has put a session off, and shows its new time where one reads", async () => {
    const [en, zh, front, booth, zone] = await Promise.all([
      open("/programme", "en"), open("/programme", "zh"), open("", "en"), open("/booths/a01", "zh"), open("/zones/makers", "en"),
    ]);
    const calendar = line(en, "pumps").getByRole("link", { name: /^Add to calendar/ });
    await calendar.focus();
    const opening = await line(en, "opening").elementHandle();
    await desk("[data-session=pumps] [data-order=later]").press("Enter");
    const [from, until] = [hour(NOW + 40 * MINUTE), hour(NOW + 70 * MINUTE)];
    await eventually(() => said(en)).toMatch(new RegExp(`^Pumps explained: moved to .*${from}–${until}$`, "m"));
    await eventually(() => said(zh)).toMatch(new RegExp(`^水泵讲解：时间改为 .*${from}–${until}$`, "m"));
    for (const page of [front, zone]) await eventually(() => said(page)).toContain("Pumps explained: moved to");
    await eventually(() => said(booth)).toContain("水泵讲解：时间改为");
    for (const page of [en, zh, booth, zone]) expect(await line(page, "pumps").locator("time").innerText()).toContain(`${from}–${until}`);
    expect(await front.locator("#programme-first").innerText()).toContain(`${from}–${until}`);
    expect(await calendar.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await opening?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await breaches(en)).toEqual([]);
    expect(await spilled(en)).toEqual([]);
    if (shots) for (const [name, page] of Object.entries({ en, zh, front, booth, zone })) await page.screenshot({ path: join(shots, `moved-${name}.png`), fullPage: true });
    for (const page of [front, booth, zone, zh]) await page.context().close();
    // Behind the forum: its line goes where its time is.
    expect(await order(en)).toEqual(["session-opening", "session-pumps", "session-forum"]);
    await desk("[data-session=pumps] [data-order=later]").press("Enter");
    await eventually(() => order(en)).toEqual(["session-opening", "session-forum", "session-pumps"]);
    expect(await calendar.evaluate((link) => link === document.activeElement)).toBe(true);
    await en.context().close();
  });

  it("says that a session is cancelled, and that one begins, which nobody tells", async () => {
    const [page, front] = await Promise.all([open("/programme", "en"), open("", "zh")]);
    await desk("[data-session=pumps] [data-order=cancel]").press("Enter");
    await eventually(() => said(page)).toContain("Pumps explained: Cancelled");
    await eventually(() => line(page, "pumps").innerText()).toContain("Cancelled");
    const begins = Date.now() + 12_000;
    await server.operate("PATCH", "venues/days/programme/forum", { starts: new Date(begins).toISOString(), note: { en: "At <once>.", zh: "立刻<开始>。" } });
    await eventually(() => said(page)).toContain("Evening forum: At <once>.");
    expect(await said(page)).toContain("Evening forum: moved to");
    expect(await said(page)).not.toContain("Evening forum: Now");
    await eventually(() => said(page), 40_000).toMatch(/^Evening forum: Now$/m);
    await eventually(() => said(front), 40_000).toContain("晚间论坛：正在进行");
    expect(Date.now()).toBeGreaterThan(begins);
    expect(await page.locator("#programme-first section").first().innerText()).toContain("Evening forum");
    await page.context().close();
    await front.context().close();
  });

  it("says of many changes at once no more than a few", async () => {
    const page = await open("/programme", "en");
    const note = { en: "In the garden.", zh: "在花园。" };
    await Promise.all(["opening", "pumps", "forum"].map((id) => server.operate("PATCH", `venues/days/programme/${id}`, { cancelled: true, note })));
    await eventually(() => said(page)).toMatch(/^[^;]+; [^;]+; [^;]+; and [23] more changes$/m);
    await page.context().close();
  });

  it("stays as it is without a script, and is new when it is loaded again", async () => {
    const page = await open("/programme", "en", false);
    const before = await page.locator("main").innerText();
    await server.operate("PATCH", "venues/days/programme/opening", { cancelled: false, note: { en: "Doors are open.", zh: "大门已开。" } });
    await page.waitForTimeout(2_500);
    expect(await page.locator("main").innerText()).toBe(before);
    await page.reload();
    expect(await line(page, "opening").innerText()).toContain("Doors are open.");
    await page.context().close();
  });
});
