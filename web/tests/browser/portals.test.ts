import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

// A portal at (15, 18.4) of the hall leads north to (20, 3) of the park, and back.
describe("two visitors and a portal", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/portals.yaml" }), launch()]);
    ada = await visit(browser, server.url, { at: "15,8", facing: 0 });
    wei = await visit(browser, server.url, { at: "15,14", facing: 0 });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const others = ({ page }: Visit) => page.evaluate(() => window.hallwright!.others());
  const area = ({ page }: Visit) => page.evaluate(() => window.hallwright!.stats().area);
  const walkUntil = async ({ page }: Visit, there: () => Promise<boolean>): Promise<void> => {
    await page.locator("canvas").first().focus();
    await page.keyboard.down("KeyW");
    await eventually(there, 60_000).toBe(true);
    await page.keyboard.up("KeyW");
  };
  const turn = (page: Page, at: [number, number], facing: number): Promise<void> =>
    page.evaluate(([to, degrees]) => window.hallwright?.goto({ at: to, facing: degrees }), [at, facing] as const);

  it("see each other before", async () => {
    for (const each of [ada, wei]) await eventually(async () => (await others(each)).length, 60_000).toBe(1);
    await eventually(() => ada.page.locator("hall-whereabouts header").innerText()).toContain("2 visitors here");
  });

  it("part where one walks through: gone at once from the hall, and come out in the park, looking into it", async () => {
    await walkUntil(wei, async () => (await area(wei)) === "park");
    await eventually(async () => (await others(ada)).length).toBe(0);
    await eventually(() => ada.page.locator("hall-whereabouts header").innerText()).toContain("1 visitor here");
    await eventually(() => others(wei)).toEqual([]);
    const { at, facing } = await wei.page.evaluate(() => window.hallwright!.stats());
    expect(at[1]).toBeGreaterThan(4);
    expect(Math.min(facing, 360 - facing)).toBeLessThan(1);
    await eventually(() => wei.page.locator("hall-whereabouts header").innerText()).toContain("Park");
  });

  it("meet in the park when the other follows", async () => {
    await turn(ada.page, [15, 15], 0);
    await walkUntil(ada, async () => (await area(ada)) === "park");
    for (const each of [ada, wei]) await eventually(async () => (await others(each)).length, 60_000).toBe(1);
  });

  it("part again where the first walks back, and is seen to come in the hall", async () => {
    await turn(wei.page, [20, 7], 180);
    await walkUntil(wei, async () => (await area(wei)) === "hall");
    await eventually(async () => (await others(ada)).length).toBe(0);
    await turn(ada.page, [20, 7], 180);
    await walkUntil(ada, async () => (await area(ada)) === "hall");
    await eventually(async () => (await others(ada)).length, 60_000).toBe(1);
    await eventually(async () => {
      const [[seen], { at }] = [await others(ada), await wei.page.evaluate(() => window.hallwright!.stats())];
      return seen ? Math.hypot(seen.x - at[0], seen.y - at[1]) : Infinity;
    }).toBeLessThan(0.1);
  });

  it("did all that without a mistake", () => {
    expect([...ada.mistakes, ...wei.mistakes]).toEqual([]);
  });
});
