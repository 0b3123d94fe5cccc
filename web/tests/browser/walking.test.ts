import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, SMALL, visit } from "./visiting.js";

// Hall 1 of the smallest layout: 40 × 24 m, booths A01–A08 in a row at y = 15, an island about (20, 9).
describe("walking", () => {
  let server: HallServer;
  let browser: Browser;
  let page: Page;
  let mistakes: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    ({ page, mistakes } = await visit(browser, server.url, { at: "6,4", facing: 0 }));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const where = (): Promise<readonly [number, number]> => page.evaluate(() => window.hallwright?.stats().at ?? [NaN, NaN]);
  const facing = (): Promise<number> => page.evaluate(() => window.hallwright?.stats().facing ?? NaN);
  const put = (at: [number, number], degrees: number): Promise<void> =>
    page.evaluate(([to, turn]) => window.hallwright?.goto({ at: to, facing: turn }), [at, degrees] as const);
  const hold = async (key: string, until: () => Promise<boolean>): Promise<void> => {
    await page.locator("canvas").first().focus();
    await page.keyboard.down(key);
    await eventually(until).toBe(true);
    await page.keyboard.up(key);
  };

  it("goes forward with W and with the arrow, and turns with the other arrows", async () => {
    await hold("KeyW", async () => (await where())[1] > 5);
    await hold("ArrowUp", async () => (await where())[1] > 6);
    expect((await where())[0]).toBeCloseTo(6, 1);
    await hold("ArrowRight", async () => (await facing()) > 30 && (await facing()) < 180);
  });

  it("does not scroll or move while a control of the interface has the keys", async () => {
    await page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await page.getByRole("button", { name: "Map and booths" }).press("Enter");
    await page.getByLabel("Find a booth").focus();
    const before = await where();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp", { delay: 60 });
    expect(await where()).toEqual(before);
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("looks about when dragged", async () => {
    await put([6, 4], 0);
    await page.mouse.move(300, 150);
    await page.mouse.down();
    await page.mouse.move(200, 150, { steps: 5 });
    await page.mouse.up();
    await eventually(facing).toBeCloseTo((100 * 0.0036 * 180) / Math.PI, -1);
  });

  /** Taps on the floor ahead, from a place, until one is there; how far one was in each frame that was drawn. */
  const tapped = async (): Promise<readonly number[]> => {
    await put([6, 3], 90);
    await page.evaluate(() => {
      const steps: number[] = [];
      const look = (): void => {
        steps.push(window.hallwright?.stats().at[0] ?? NaN);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      Object.assign(window, { steps });
    });
    await page.mouse.click(SMALL.width / 2, SMALL.height * 0.75);
    await eventually(async () => (await where())[0], 60_000).toBeGreaterThan(11.2); // about 6 m ahead
    return page.evaluate(() => (window as unknown as { steps: number[] }).steps);
  };
  const onTheWay = (steps: readonly number[]): readonly number[] => steps.filter((x) => x > 6.05 && x < 11);
  /** Asks for calm as a system does, or for no calm, and waits until it was heard. */
  const prefer = async (reducedMotion: "reduce" | "no-preference"): Promise<void> => {
    await page.emulateMedia({ reducedMotion });
    await eventually(() => page.locator("hall-interface[calm]").count()).toBe(reducedMotion === "reduce" ? 1 : 0);
  };

  it("walks to where one taps on the floor", async () => {
    await prefer("no-preference");
    expect(onTheWay(await tapped()).length).toBeGreaterThan(0);
  });

  it("is there behind a fade where motion is reduced, and was nowhere between", async () => {
    await prefer("reduce");
    const steps = await tapped();
    expect(onTheWay(steps)).toEqual([]);
    expect(await facing()).toBeCloseTo(90, -1);
  });

  it("cannot walk through a wall or a booth", async () => {
    await put([2, 12], 270);
    await hold("KeyW", async () => (await where())[0] < 1);
    await page.keyboard.down("KeyW");
    await page.waitForTimeout(1500);
    await page.keyboard.up("KeyW");
    expect((await where())[0]).toBeGreaterThan(0);
  });

  it("finds its own way round the booths", async () => {
    await prefer("no-preference");
    await put([10, 12], 0);
    expect(await page.evaluate(() => window.hallwright?.walk([9, 19]))).toBe(true); // behind the row
    await eventually(async () => (await where())[1], 90_000).toBeGreaterThan(18);
    await prefer("reduce");
  });

  it("goes on after the graphics card was lost", async () => {
    await put([6, 4], 45);
    await page.evaluate(() => window.hallwright?.ready());
    const drawn = (): Promise<number> => page.evaluate(() => window.hallwright?.stats().frames ?? 0);
    const before = await page.evaluate(() => window.hallwright?.stats());
    const picture = await page.locator("canvas").first().screenshot();
    await page.evaluate(async () => {
      const loss = document.querySelector("canvas")?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      loss?.loseContext();
      await new Promise((resolve) => setTimeout(resolve, 300));
      loss?.restoreContext();
    });
    await eventually(drawn, 60_000).toBeGreaterThan(before?.frames ?? Infinity);
    await page.evaluate(() => window.hallwright?.ready());
    const after = await page.evaluate(() => window.hallwright?.stats());
    expect([after?.draws, after?.triangles]).toEqual([before?.draws, before?.triangles]);
    // The same picture again, light and all: the sizes of two PNGs of one view differ little.
    const again = await page.locator("canvas").first().screenshot();
    expect(Math.abs(again.length - picture.length) / picture.length).toBeLessThan(0.02);
  });

  it("did all that without a mistake", () => {
    expect(mistakes).toEqual([]);
  });
});
