/** A page that is kept for long: it rests while nothing moves, and survives sleep and the loss of the graphics card. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stats } from "../../src/instruments.js";
import type { Root } from "../../src/ui/root.js";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit } from "./visiting.js";
import { Wire } from "./wire.js";

/** ms that the page sleeps: longer than from when it doubts its connections. */
const SLEEP = 6_000;

describe("a page that is kept for long", () => {
  let server: HallServer;
  let wire: Wire;
  let browser: Browser;
  let page: Page;
  let mistakes: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/enduring.yaml" }), launch()]);
    wire = await Wire.to(server.port);
    ({ page, mistakes } = await visit(browser, wire.url, { context: { viewport: { width: 320, height: 240 } } }));
    await settled();
  });

  afterAll(async () => {
    await browser?.close();
    await wire?.remove();
    await server?.end();
  });

  const settled = (): Promise<void> => page.evaluate(() => window.hallwright!.ready());
  const stats = (): Promise<Stats> => page.evaluate(() => window.hallwright!.stats());
  const view = () => page.evaluate(() => {
    const { connection, me, announcements } = document.querySelector<Root>("hall-interface")!.view;
    return { connection, me: me?.number, told: announcements.map(({ text }) => text.en) };
  });
  /** How far a show is, and the wall clock of that moment, in seconds. */
  const phase = (): Promise<{ phase: number; wall: number }> =>
    page.evaluate(() => ({ phase: window.hallwright!.shows()["sky"]!.phase, wall: Date.now() / 1000 }));

  const loseCard = (): Promise<void> => page.evaluate(async () => {
    const loss = document.querySelector("canvas")?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    loss?.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 300));
    loss?.restoreContext();
  });

  /** Stops the page's process meanwhile, as a device that sleeps does: nothing in the page is told of it. */
  async function asleep(meanwhile: () => Promise<void>): Promise<void> {
    const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    for (const id of renderers) process.kill(id, "SIGSTOP");
    await meanwhile().finally(() => renderers.forEach((id) => process.kill(id, "SIGCONT")));
  }

  /** Loses the card and gets it back; resolves to the pictures and figures before and after. */
  async function survive(): Promise<{ before: Stats; after: Stats; sizes: readonly [number, number] }> {
    await settled();
    const before = await stats();
    const picture = await page.locator("canvas").first().screenshot();
    await loseCard();
    await eventually(async () => (await stats()).frames, 60_000).toBeGreaterThan(before.frames);
    await settled();
    const again = await page.locator("canvas").first().screenshot();
    return { before, after: await stats(), sizes: [picture.length, again.length] };
  }

  it("draws nothing and looks seldom while nothing moves", async () => {
    await eventually(async () => (await stats()).pace).toBe("quiet");
    const before = await stats();
    await page.waitForTimeout(4_000);
    const after = await stats();
    expect(after.frames - before.frames).toBe(0);
    expect(after.beats - before.beats).toBeGreaterThan(4);
    expect(after.beats - before.beats).toBeLessThanOrEqual(48); // a screen would have shown 240
  });

  it("is awake with the first key", async () => {
    await page.locator("canvas").first().focus();
    const { at: [, y] } = await stats();
    const frames = await page.evaluate(async () => {
      const [canvas, hall] = [document.querySelector("canvas")!, window.hallwright!];
      const { frames: before, beats } = hall.stats();
      while (hall.stats().beats === beats) await new Promise(requestAnimationFrame); // the next look is an eighth of a second off
      canvas.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyS", bubbles: true }));
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      canvas.dispatchEvent(new KeyboardEvent("keyup", { code: "KeyS", bubbles: true }));
      return hall.stats().frames - before;
    });
    expect(frames).toBeGreaterThan(0);
    expect((await stats()).at[1]).toBeLessThan(y);
  });

  it("draws an exhibit that is inspected again when the card was lost", async () => {
    await page.evaluate(() => window.hallwright!.goto({ at: [20, 4.5], facing: 0 }));
    await page.locator("canvas").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("hall-booth-card aside").waitFor();
    await tabTo(page, "Inspect");
    await page.keyboard.press("Enter");
    await page.locator("hall-inspector aside").waitFor();
    const { before, after, sizes: [picture, again] } = await survive();
    expect(before.draws).toBeGreaterThan(2);
    expect([after.draws, after.triangles]).toEqual([before.draws, before.triangles]);
    expect(Math.abs(again - picture) / picture).toBeLessThan(0.03);
    await page.keyboard.press("Escape");
    await page.locator("hall-inspector").waitFor({ state: "detached" });
  });

  it("draws the park with shows, screens, shadows and mirrors again when the card was lost", async () => {
    await page.evaluate(() => window.hallwright!.tier("high"));
    await page.evaluate(() => window.hallwright!.goto({ area: "park" }));
    const shown = () => page.evaluate(() => window.hallwright!.displays()!);
    await eventually(async () => (await shown()).shown.length, 60_000).toBe(2);
    await eventually(() => page.evaluate(() => window.hallwright!.vehicles()["drive"]?.length ?? 0), 60_000).toBe(4);
    const { before, after, sizes: [picture, again] } = await survive();
    expect(before.draws).toBeGreaterThan(10);
    await eventually(async () => (await stats()).draws).toBe(before.draws); // a frame that shades anew has more
    // What is out of sight comes back to the card when it is looked at.
    expect(after.geometries).toBeLessThanOrEqual(before.geometries);
    expect(after.textures).toBeLessThanOrEqual(before.textures);
    expect(Math.abs(again - picture) / picture).toBeLessThan(0.15); // cars have driven on
    expect((await shown()).shown).toHaveLength(2);
    await page.evaluate(() => window.hallwright!.tier("low"));
  }, 240_000);

  it("is right again after a sleep in which its connection died unnoticed", async () => {
    await page.evaluate(() => window.hallwright!.goto({ area: "hall" }));
    const [before, then] = [await view(), await phase()];
    expect(before).toMatchObject({ connection: "online", told: [] });
    await page.evaluate(() => {
      const gaps: number[] = [];
      let last = Date.now();
      setInterval(() => {
        gaps.push(Date.now() - last);
        last = Date.now();
      }, 100);
      Object.assign(window, { gaps });
    });
    await asleep(async () => {
      wire.stall();
      server.announce("while it slept", "沉睡之时");
      await new Promise((resolve) => setTimeout(resolve, SLEEP));
    });
    // Long before a ping would have been missed.
    await eventually(async () => (await view()).told, 15_000).toEqual(["while it slept"]);
    expect(await view()).toEqual({ connection: "online", me: before.me, told: ["while it slept"] });
    expect(await page.evaluate(() => Math.max(...(window as unknown as { gaps: number[] }).gaps))).toBeGreaterThan(SLEEP - 500);
    const now = await phase();
    expect(Math.abs(now.phase - then.phase - (now.wall - then.wall))).toBeLessThan(0.3);
    expect(await page.evaluate(() => window.hallwright!.walk([24, 4]))).toBe(true);
    await eventually(async () => (await stats()).at[0], 60_000).toBeGreaterThan(22);
  });

  it("did all that without a mistake", () => {
    // The library of the event link says so of a connection that died while it was about to speak; nothing is lost by it.
    expect(mistakes.filter((each) => !each.startsWith("WebSocket is already in CLOSING"))).toEqual([]);
  });
});
