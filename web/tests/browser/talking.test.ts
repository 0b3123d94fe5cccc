/** People who talk: two in the hall, by keyboard and on a phone in Chinese, and one who reads the text tour. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

describe("talk", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;
  let reader: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/talking.yaml" }), launch()]);
    ada = await visit(browser, server.url, { at: "15,8", facing: 0, context: { viewport: { width: 900, height: 640 } } });
    wei = await visit(browser, server.url, { lang: "zh", at: "18,8", context: { viewport: { width: 360, height: 640 }, hasTouch: true } });
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    await context.addCookies([{ name: "hallwright-consent", value: "yes", url: server.url }]);
    reader = await context.newPage();
    await reader.goto(`${server.url}text/talking/areas/hall?lang=en`);
    await reader.locator("form[data-say]:not([hidden])").waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const texts = (page: Page): Promise<string[]> => page.locator("hall-talk-panel .text").allInnerTexts();
  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator("hall-talk-panel form input").fill(text);
    await page.keyboard.press("Enter");
  };

  it("opens by key, with the focus where one writes, and takes no keys from walking before", async () => {
    const { page } = ada;
    await page.locator("canvas").first().focus();
    await page.keyboard.press("t");
    await eventually(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe("HALL-TALK-PANEL");
    await page.keyboard.type("was here");
    expect(await page.locator("hall-talk-panel form input").inputValue()).toBe("was here");
    await page.keyboard.press("Enter");
    await eventually(() => texts(page)).toEqual(["was here"]);
    expect(await page.locator("hall-talk-panel form input").inputValue()).toBe("");
  });

  it("counts for the others what they have not seen, on the way to it", async () => {
    const { page } = wei;
    await page.locator("[data-unread]").waitFor();
    expect(await page.locator("[data-unread]").innerText()).toBe("1");
    await page.locator("[data-menu]").click();
    expect(await page.locator("[data-panel=talk]").innerText()).toMatch(/交流[\s\S]*1 条新消息/);
    await page.locator("[data-panel=talk]").click();
    await eventually(() => texts(page)).toEqual(["was here"]);
    expect(await page.locator("[data-unread]").count()).toBe(0);
  });

  it("reaches those who read, and they answer", async () => {
    await eventually(() => reader.locator("#talk li span").allInnerTexts()).toEqual(["was here"]);
    await write(wei.page, "<b>你好</b>");
    await eventually(() => reader.locator("#talk li span").allInnerTexts()).toEqual(["was here", "<b>你好</b>"]);
    await reader.locator("#say").fill("I read you");
    await reader.locator("#say").press("Enter");
    for (const { page } of [ada, wei]) await eventually(() => texts(page)).toEqual(["was here", "<b>你好</b>", "I read you"]);
    expect(await breaches(reader)).toEqual([]);
    expect(await spilled(reader)).toEqual([]);
    await reader.locator("#talk button", { hasText: "Take back" }).click();
    await eventually(() => texts(ada.page)).toEqual(["was here", "<b>你好</b>"]);
    const unscripted = await fetch(`${server.url}text/talking/areas/hall?lang=en`);
    expect(await unscripted.text()).toContain("&lt;b&gt;你好&lt;/b&gt;");
  });

  it("asks the stage, and votes", async () => {
    await ada.page.locator("#tab-area").focus();
    await ada.page.keyboard.press("ArrowLeft");
    await eventually(() => ada.page.locator("[role=tab][aria-selected=true]").innerText()).toBe("Questions");
    await write(ada.page, "How does it fly?");
    await wei.page.locator("#tab-questions").click();
    const vote = wei.page.locator("[data-vote]");
    await vote.waitFor();
    await vote.click();
    await eventually(() => ada.page.locator("[data-vote]").innerText()).toContain("1");
    await eventually(() => vote.getAttribute("aria-pressed")).toBe("true");
  });

  it("claps as one wave", async () => {
    for (let i = 0; i < 5; i++) await wei.page.locator("[data-react=clap]").click();
    await eventually(async () => Number(await ada.page.locator("[data-react=clap] [data-count]").innerText().catch(() => "0"))).toBeGreaterThan(0);
  });

  it("closes by Escape, and the hall has the keys again", async () => {
    await ada.page.locator("hall-talk-panel form input").focus();
    await ada.page.keyboard.press("Escape");
    await eventually(() => ada.page.locator("hall-talk-panel").count()).toBe(0);
    expect(await ada.page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    expect([...ada.mistakes, ...wei.mistakes]).toEqual([]);
  });
});
