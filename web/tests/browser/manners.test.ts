/** Newcomers are told how one walks, and what one presses lies free while one talks. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusedText, smallTargets, spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, store, visit, type VisitOptions } from "./visiting.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const SIZES = [{ width: 360, height: 740 }, { width: 820, height: 1180 }, { width: 1280, height: 800 }];

// A hall of 40 × 90 m, a stage in its north, so far from the door that its bar is not there, and a tour to it.
describe("a hall with manners", () => {
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/manners.yaml" }), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const here = (options: VisitOptions) => visit(browser, server.url, { newcomer: true, ...options });
  const hint = (page: Page) => page.locator("hall-walk-hint .panel");
  const ring = (page: Page) => page.locator("hall-joystick .ring");
  const at = (page: Page) => page.evaluate(() => window.hallwright!.stats().at);

  /** A thumb that is put down, pushed and lifted. */
  const push = async (page: Page, [x, y]: readonly [number, number], [dx, dy]: readonly [number, number], until: () => Promise<boolean>): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", [{ x, y }]);
    for (let i = 1; i <= 4; i++) await touch("touchMove", [{ x: x + (dx * i) / 4, y: y + (dy * i) / 4 }]);
    await eventually(until).toBe(true);
    await touch("touchEnd", []);
    await session.detach();
  };

  it.each([["en", "Walk with the ring"], ["zh", "推动圆环行走"]] as const)("shows a thumb where it walks, until it has walked, in %s", async (lang, words) => {
    const { page, context, mistakes } = await here({ lang, at: "20,8", facing: 0, context: PHONE });
    await hint(page).waitFor();
    expect(await page.locator("hall-walk-hint [role=status]").innerText()).toContain(words);
    expect(await spilled(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await breaches(page)).toEqual([]);
    const { x, y, width } = (await ring(page).boundingBox())!;
    expect(x + width).toBeLessThan(180);
    const middle = [x + width / 2, y + width / 2] as const;
    await push(page, middle, [0, -50], async () => (await at(page))[1] > 10.5);
    expect((await at(page))[0]).toBeCloseTo(20, 0);
    await eventually(() => hint(page).count()).toBe(0);
    expect(await ring(page).count()).toBe(0);
    await page.reload();
    await page.getByRole("button", { name: lang === "en" ? "Enter the hall" : "进入展厅" }).press("Enter");
    await page.locator("hall-minimap").waitFor();
    await page.waitForTimeout(2_500);
    expect([await hint(page).count(), await ring(page).count()]).toEqual([0, 0]);
    expect(mistakes).toEqual([]);
    await context.close();
  });

  it("shows a left-handed thumb the other corner", async () => {
    const prepare = (context: BrowserContext): Promise<void> => store(context, "hallwright.preferences", '{"hand":"left"}');
    const { page, context } = await here({ context: PHONE, prepare });
    const { x, y, width } = (await ring(page).boundingBox())!;
    expect(x).toBeGreaterThan(180);
    const before = (await at(page))[1];
    await push(page, [x + width / 2, y + width / 2], [0, -50], async () => (await at(page))[1] > before + 0.5);
    await context.close();
  });

  it("tells who has keys of the keys, goes when it is put away, and leaves the keys to walk", async () => {
    const { page, context } = await here({ at: "20,8", context: { viewport: { width: 1280, height: 800 } } });
    await hint(page).waitFor();
    expect([await hint(page).innerText(), await ring(page).count()]).toEqual(["Walk with the arrow keys or W A S D, look by dragging.", 0]);
    expect(await breaches(page)).toEqual([]);
    await page.locator("hall-walk-hint [data-known]").press("Enter");
    await eventually(() => hint(page).count()).toBe(0);
    const before = (await at(page))[1];
    await page.keyboard.down("w");
    await eventually(async () => (await at(page))[1] - before).toBeGreaterThan(0.5);
    await page.keyboard.up("w");
    await context.close();
  });

  it("waits until the question of what may be kept is answered", async () => {
    const { page, context } = await here({ consent: null, context: { viewport: { width: 820, height: 740 } } });
    await page.locator("hall-consent section").waitFor();
    await page.waitForTimeout(2_500);
    expect(await hint(page).count()).toBe(0);
    await page.locator("hall-consent button").first().click();
    await hint(page).waitFor();
    await context.close();
  });

  const boxOf = async (page: Page, selector: string): Promise<{ x: number; y: number; width: number; height: number }> =>
    (await page.locator(selector).boundingBox())!;
  /** Pixels by which two boxes lie over each other. */
  const overlap = async (page: Page, a: string, b: string): Promise<number> => {
    const [one, two] = [await boxOf(page, a), await boxOf(page, b)];
    const across = Math.min(one.x + one.width, two.x + two.width) - Math.max(one.x, two.x);
    const down = Math.min(one.y + one.height, two.y + two.height) - Math.max(one.y, two.y);
    return Math.max(0, Math.min(across, down));
  };
  const within = async (page: Page, selector: string): Promise<boolean> => {
    const { x, y, width, height } = await boxOf(page, selector);
    const size = page.viewportSize()!;
    return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height && width > 150 && height > 40;
  };

  it.each(["right", "left"])("never lays the talk over the bar of a stage or of a tour (%s hand)", async (hand) => {
    const prepare = (context: BrowserContext): Promise<void> => store(context, "hallwright.preferences", JSON.stringify({ hand }));
    const { page, context } = await visit(browser, server.url, { at: "20,74", facing: 0, prepare, context: { viewport: SIZES[0]! } });
    await page.locator("hall-stage-bar .panel").waitFor();
    await page.locator("canvas").first().focus();
    await page.keyboard.press("t");
    await page.locator("hall-talk-panel form").waitFor();
    const look = async (bar: string): Promise<void> => {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await eventually(() => within(page, bar)).toBe(true);
        const told = `${bar} at ${String(size.width)}`;
        expect(await overlap(page, bar, "hall-talk-panel"), told).toBe(0);
        if (await page.locator("nav.map").isVisible() && size.width > 760) expect(await overlap(page, bar, "nav.map"), told).toBe(0);
        expect(await overlap(page, bar, "hall-whereabouts"), told).toBe(0);
        expect(await spilled(page), told).toEqual([]);
      }
    };
    await look("hall-stage-bar section");
    await page.evaluate(() => window.hallwright!.goto({ at: [20, 6] }));
    await page.locator("[data-menu]").press("Enter");
    await page.locator("[data-panel=tours]").press("Enter");
    await page.locator("[data-tour=walk]").press("Enter");
    await page.locator("hall-tour-bar section").waitFor();
    await look("hall-tour-bar section");
    await page.locator("hall-tour-bar [data-play]").click(); // nothing lies over it
    await eventually(() => focusedText(page)).toContain("Resume");
    await context.close();
  });

  it("tells Safari on a phone of Apple how the hall becomes an app", async () => {
    const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    const prepare = async (context: BrowserContext): Promise<void> => {
      await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: false }));
    };
    const { page, context } = await here({ context: { ...PHONE, userAgent }, prepare });
    await page.locator("[data-menu]").click();
    expect(await page.locator("[data-home-screen]").innerText()).toContain("Add to Home Screen");
    expect(await spilled(page)).toEqual([]);
    await context.close();
  });
});
