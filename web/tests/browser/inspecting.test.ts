import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Stats } from "../../src/instruments.js";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, SMALL, visit, type Visit, type VisitOptions } from "./visiting.js";

interface Spot {
  readonly id: string;
  readonly at: readonly [number, number, number];
  readonly name: { readonly en: string; readonly zh: string };
  readonly text: { readonly en: string; readonly zh: string };
}

const AT = { at: "20,4.5", facing: 0 };

describe("inspecting an exhibit", () => {
  let server: HallServer;
  let browser: Browser;
  let spots: readonly Spot[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/exhibit.yaml" }), launch()]);
    const { venues } = (await (await fetch(`${server.url}api/v1/venues`)).json()) as { venues: { manifest: string }[] };
    const manifest = await (await fetch(server.url + (venues[0]?.manifest ?? "").slice(1))).json();
    spots = (manifest as { models: Record<string, { hotspots: Spot[] }> }).models["gas-turbine"]!.hotspots;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  // Whoever came in a test leaves with it, also when it failed: pages draw, and drawing takes the processors.
  const guests: Visit[] = [];
  const guest = async (options: VisitOptions): Promise<Visit> => {
    const came = await visit(browser, server.url, options);
    guests.push(came);
    return came;
  };
  afterEach(async () => {
    for (const { context } of guests.splice(0)) await context.close();
  });

  const told = (page: Page): Promise<string> => page.locator("hall-motions [role=status]").innerText();
  const stats = (page: Page): Promise<Stats> => page.evaluate(() => window.hallwright!.stats());
  const inspected = (page: Page) => page.evaluate(() => window.hallwright!.inspected());
  const parts = (page: Page) => page.evaluate(() => window.hallwright!.parts("turbine") ?? {});
  const status = (page: Page): Promise<string> => page.locator("hall-inspector aside > [role=status]").innerText();
  const settled = (page: Page): Promise<void> => page.evaluate(() => window.hallwright!.ready());
  const moved = (a: Record<string, readonly number[]>, b: Record<string, readonly number[]>): string[] =>
    Object.keys(a).filter((part) => a[part]!.some((value, i) => Math.abs(value - (b[part]?.[i] ?? NaN)) > 1e-3));

  describe("with the keyboard alone", () => {
    let ada: Visit;
    let page: Page;
    let before: Stats;

    beforeAll(async () => {
      ada = await visit(browser, server.url, AT);
      ({ page } = ada);
      await settled(page);
      before = await stats(page);
    });
    afterAll(() => ada?.context.close());

    it("opens the card of what one stands before, with its facts and their sources", async () => {
      await page.keyboard.press("Enter"); // the hall has the keys since one entered
      const card = page.locator("hall-booth-card aside");
      await card.waitFor();
      await eventually(() => focusedText(page)).toBe("Gas turbine");
      expect(await card.locator(".facts div").count()).toBeGreaterThanOrEqual(3);
      expect(await card.locator(".facts .quiet").first().innerText()).toMatch(/^Source: \S/);
    });

    it("looks at the exhibit alone, drawn with no more than the hall", async () => {
      await tabTo(page, "Inspect");
      await page.keyboard.press("Enter");
      await page.locator("hall-inspector aside").waitFor();
      await eventually(() => focusedText(page)).toContain("Gas turbine");
      await settled(page);
      const now = await stats(page);
      expect(now.draws).toBeLessThanOrEqual(before.draws);
      expect(now.triangles).toBeGreaterThan(10_000);
      expect(now.triangles).toBeLessThanOrEqual(before.triangles);
      expect(await page.locator("canvas").first().getAttribute("aria-label")).toContain("exhibit");
    });

    it("reads every detail, told aloud", async () => {
      expect(spots.length).toBeGreaterThanOrEqual(4);
      for (const [i, { id, name, text }] of spots.entries()) {
        await tabTo(page, `Detail ${String(i + 1)}: ${name.en}`);
        await page.keyboard.press("Enter");
        await eventually(async () => (await inspected(page))?.spot).toBe(id);
        await eventually(() => status(page)).toContain(text.en);
        await settled(page);
        const mark = await page.locator(`[data-spot="${id}"]`).boundingBox();
        const [x, y] = [(mark?.x ?? 0) + 22, (mark?.y ?? 0) + 22];
        const panel = await page.locator("hall-inspector aside").boundingBox();
        // It came to the middle of what the panel leaves free.
        expect(Math.abs(x - (panel?.width === SMALL.width ? SMALL.width : panel?.x ?? 0) / 2), name.en).toBeLessThan(12);
        expect(y).toBeLessThan(panel?.width === SMALL.width ? panel.y : SMALL.height);
      }
    });

    it("turns and comes nearer with the keys", async () => {
      await tabTo(page, "Show the whole exhibit");
      await page.keyboard.press("Enter");
      await settled(page);
      await tabTo(page, "The exhibit in 3D");
      const places = (): Promise<{ x: number; y: number }[]> => page.locator("hall-hotspot-marks button").evaluateAll((all) => all.map((each) => {
        const { x, y } = each.getBoundingClientRect();
        return { x, y };
      }));
      const wide = async (): Promise<number> => {
        const all = (await places()).map(({ x }) => x);
        return Math.max(...all) - Math.min(...all);
      };
      const [still, span] = [await places(), await wide()];
      await page.keyboard.down("ArrowLeft");
      await eventually(async () => Math.abs((await places())[0]!.x - still[0]!.x)).toBeGreaterThan(25);
      await page.keyboard.up("ArrowLeft");
      const turned = await wide();
      await page.keyboard.down("-");
      await eventually(wide).toBeLessThan(turned * 0.8);
      await page.keyboard.up("-");
      expect(span).toBeGreaterThan(0);
      expect((await stats(page)).at).toEqual(before.at);
    });

    it("measures between two details, in metres", async () => {
      await tabTo(page, "Measure");
      await page.keyboard.press("Enter");
      await tabTo(page, "From", true);
      await page.keyboard.press("ArrowDown");
      await tabTo(page, "To", true);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const [a, b] = spots;
      const wanted = Math.hypot(...a!.at.map((value, i) => value - b!.at[i]!));
      await eventually(async () => (await inspected(page))?.metres).toBeCloseTo(wanted, 2);
      expect(await status(page)).toBe(`${a!.name.en} to ${b!.name.en}: ${wanted.toFixed(2)} m`);
    });

    it("comes apart, and what is measured grows", async () => {
      const together = await parts(page);
      await tabTo(page, "Take apart");
      await page.keyboard.press("End");
      await eventually(async () => (await inspected(page))?.explode).toBe(1);
      await settled(page);
      expect(moved(together, await parts(page)).length).toBeGreaterThan(2);
      await page.keyboard.press("Home");
      await eventually(async () => moved(together, await parts(page))).toEqual([]);
    });

    it("returns to the very place and heading, with the focus where it was", async () => {
      await page.keyboard.press("Escape");
      await page.locator("hall-inspector").waitFor({ state: "detached" });
      await eventually(() => focusedText(page)).toBe("Inspect");
      await settled(page);
      const after = await stats(page);
      expect([after.at, after.facing]).toEqual([before.at, before.facing]);
      expect([after.draws, after.triangles]).toEqual([before.draws, before.triangles]);
      expect(await page.locator("canvas").first().getAttribute("aria-label")).toContain("The hall");
    });

    it("did all that without a mistake", () => {
      expect(ada.mistakes).toEqual([]);
    });
  });

  it("fits a phone of 360 pixels in Chinese, is turned by a finger, and measures where one taps", async () => {
    const context = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
    const wei = await guest({ ...AT, lang: "zh", context });
    const { page } = wei;
    await settled(page);
    await page.locator("canvas").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-inspect]").tap();
    await page.locator("hall-inspector aside").waitFor();
    await settled(page);
    await page.locator("[data-toggle=measure]").tap();
    expect(await page.locator("[data-back]").innerText()).toContain("返回展厅");
    const first = page.locator("hall-hotspot-marks button").first();
    const before = await first.boundingBox();
    await page.mouse.move(330, 40);
    await page.mouse.down();
    await page.mouse.move(270, 40, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => Math.abs(((await first.boundingBox())?.x ?? 0) - (before?.x ?? 0))).toBeGreaterThan(5);
    // Along a line through the machine, until two points of it were hit.
    const free = (await page.locator("hall-inspector aside").boundingBox())?.y ?? 0;
    const reached = async (): Promise<boolean> => ((await inspected(page))?.metres ?? 0) > 0.05;
    for (let x = 90; x < 290 && !(await reached()); x += 22) {
      await page.touchscreen.tap(x, free / 2 + 6);
      await settled(page);
    }
    expect(await reached()).toBe(true);
    await page.locator("[data-back]").tap();
    await page.locator("hall-inspector").waitFor({ state: "detached" });
    expect(wei.mistakes).toEqual([]);
  });

  it("runs for everyone who looks, and for whoever asked even where motion is reduced", async () => {
    const tiny = { viewport: { width: 360, height: 120 } };
    const [ada, bo] = [
      await guest({ ...AT, context: tiny }),
      await guest({ ...AT, at: "17,4.5", context: { ...tiny, reducedMotion: "no-preference" } }),
    ];
    for (const { page } of [ada, bo]) await settled(page);
    const still = await parts(ada.page);
    await ada.page.keyboard.press("Enter");
    await ada.page.locator("[data-motion=run]").press("Enter");
    await eventually(() => told(ada.page)).toContain("everyone");
    await eventually(async () => moved(still, await parts(ada.page)).length).toBeGreaterThan(0);
    await eventually(async () => moved(still, await parts(bo.page)).length).toBeGreaterThan(0);
    await bo.page.keyboard.press("Enter");
    await bo.page.locator("[data-motion=run]").press("Enter");
    await eventually(() => told(bo.page)).toMatch(/\S{3}/);
    expect(await told(bo.page)).not.toContain("everyone"); // it runs, or rests: the server said so
    expect([...ada.mistakes, ...bo.mistakes]).toEqual([]);
  }, 240_000);

  it("leaves a run that others asked for still where motion is reduced", async () => {
    const cy = await guest({ ...AT, context: { viewport: { width: 360, height: 120 } } });
    await settled(cy.page);
    const still = await parts(cy.page);
    // The server is asked in this page's name, but not through its panel.
    const runs = (): Promise<number> => cy.page.evaluate(() => window.hallwright!.shows()["exhibit/turbine"]?.rate ?? 0);
    await eventually(async () => (await runs()) === 0 && (await cy.page.evaluate(() => window.hallwright!.trigger("turbine"))) === null, 90_000).toBe(true);
    await eventually(runs).toBe(1);
    await cy.page.waitForTimeout(1500);
    expect(moved(still, await parts(cy.page))).toEqual([]);
  }, 240_000);
});
