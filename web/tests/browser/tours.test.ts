import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit } from "./visiting.js";

describe("a tour", () => {
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/tour.yaml" }), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const tour = (page: Page) => page.evaluate(() => window.hallwright!.tour());
  const standing = (page: Page, stop: number, state = "playing") =>
    eventually(async () => {
      const now = await tour(page);
      return now && [now.stop, now.state, now.walking].join();
    }, 60_000).toBe([stop, state, false].join());
  const caption = (page: Page) => page.locator("hall-tour-bar [data-caption]").innerText();

  it("is taken with the keyboard alone: chosen, skipped, scrubbed, left by walking, resumed, ended", async () => {
    const { page, context, mistakes } = await visit(browser, server.url);
    await tabTo(page, "Menu");
    await page.keyboard.press("Enter");
    await tabTo(page, "Guided tours");
    await page.keyboard.press("Enter");
    await tabTo(page, "Start");
    await page.keyboard.press("Enter");
    await standing(page, 0);
    await eventually(() => focusedText(page)).toContain("Pause");
    await eventually(() => caption(page)).toBe("Welcome to this hall.");

    await tabTo(page, "Next stop");
    await page.keyboard.press("Enter");
    await standing(page, 1);
    await eventually(() => page.locator("hall-tour-bar [role=status]").innerText()).toBe("Stop 2 of 3: Propulsion Rocket");
    await eventually(async () => (await page.evaluate(() => window.hallwright!.shows()["exhibit/rocket-1"]?.phase)) ?? 0, 30_000).toBeGreaterThan(0);

    await page.locator("hall-tour-bar input").focus();
    await page.keyboard.press("End");
    await standing(page, 2, "over");
    expect(await page.evaluate(() => window.hallwright!.stats().area)).toBe("park");
    await page.keyboard.press("Home");
    await standing(page, 0, "paused");
    await tabTo(page, "Resume tour");
    await page.keyboard.press("Enter");
    await standing(page, 0);

    await page.locator("canvas").first().focus();
    await page.keyboard.press("KeyW");
    await standing(page, 0, "paused");
    await tabTo(page, "Resume tour");
    await page.keyboard.press("Enter");
    await standing(page, 0);
    await tabTo(page, "End tour");
    await page.keyboard.press("Enter");
    await eventually(() => tour(page)).toBeNull();
    await page.locator("hall-tour-bar").waitFor({ state: "detached" });
    expect(mistakes).toEqual([]);
    await context.close();
  });

  it("is found by the search of the hall, and begun there", async () => {
    const { page, context, mistakes } = await visit(browser, server.url);
    await eventually(async () => (await fetch(`${server.url}api/v1/venues/toured/search?q=walk`)).status, 60_000).toBe(200);
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill("short walk");
    const found = page.getByRole("option").first();
    await eventually(() => found.getAttribute("data-found")).toBe("walk");
    expect(await found.innerText()).toContain("Guided tour");
    expect(await breaches(page)).toEqual([]);
    await page.getByRole("combobox").press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await standing(page, 0);
    await eventually(() => focusedText(page)).toContain("Pause");
    expect(mistakes).toEqual([]);
    await context.close();
  });

  it("is told in words, with the way from stop to stop, found there, and leads to itself in 3D", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await eventually(async () => (await fetch(`${server.url}text/toured/route?to=rocket-1`)).status, 60_000).toBe(200);
    await page.goto(`${server.url}text/toured/search?q=${encodeURIComponent("漫步")}&lang=zh`);
    await page.getByRole("link", { name: "短途漫步" }).press("Enter");
    await page.getByRole("heading", { level: 2, name: "第 2 站：运载火箭" }).waitFor();
    expect(await page.locator("main section p").allInnerTexts()).toEqual(expect.arrayContaining(["欢迎来到展厅。我们参观一件展品。", "它就在这里。", "在此休息。"]));
    await page.locator("details.onward summary").first().press("Enter");
    await page.locator("details.onward[open] li").filter({ hasText: "您已到达" }).waitFor();
    expect(await page.locator("details.onward").count()).toBe(2);
    if (process.env["HALLWRIGHT_SHOTS"]) await page.screenshot({ path: `${process.env["HALLWRIGHT_SHOTS"]}/tour-words-zh.png`, fullPage: true });
    await page.getByRole("link", { name: "在三维展厅中跟随导览" }).press("Enter");
    await page.waitForURL(`${server.url}?venue=toured&tour=walk&lang=zh`);
    await context.close();
  });

  it("starts by itself where the address says so, in Chinese, on a phone", async () => {
    const { page, context, mistakes } = await visit(browser, `${server.url}?tour=walk&autoplay=1&loop=1`, {
      lang: "zh", outside: true, context: { viewport: { width: 360, height: 640 } },
    });
    await page.waitForFunction(() => window.hallwright?.tour() !== null && window.hallwright !== undefined, null, { polling: 200 });
    await standing(page, 0);
    await eventually(() => caption(page)).toBe("欢迎来到展厅。");
    expect(mistakes).toEqual([]);
    await context.close();
  });

  it("waits to be started where the address only names it", async () => {
    const { page, context } = await visit(browser, `${server.url}?tour=walk`);
    await eventually(async () => (await tour(page))?.state).toBe("ready");
    await tabTo(page, "Play");
    await page.keyboard.press("Enter");
    await standing(page, 0);
    await context.close();
  });
});
