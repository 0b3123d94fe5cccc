import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit } from "./visiting.js";

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
