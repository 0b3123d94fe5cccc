import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { phase, type Timeline } from "../../src/core/timeline.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: shows
name: {en: Show day, zh: 表演日}
exhibits:
  - {id: turbine, name: {en: Turbine, zh: 燃气轮机}, model: gas-turbine, summary: {en: It spins., zh: 它会转动。}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 24]
    spawns: [{id: entrance, at: [20, 2], facing: south, default: true}]
    placements: [{id: turbine-1, exhibit: turbine, at: [28, 14]}]
shows:
  - {id: sky, kind: drones, area: hall, at: [20, 12], size: [20, 10], duration: 60}
`;
const AHEAD = 3_000;
/** Seconds that two pages may differ by. */
const TOGETHER = 0.05;

interface Seen {
  readonly phase: number;
  readonly rate: number;
  /** This machine's wall clock at that moment, in seconds, whatever the page's own says. */
  readonly wall: number;
}

/** What a page says of a show at a moment that it names by the clock it has, which is `ahead` ms ahead. */
async function seen(visitor: Visit, show: string, ahead = 0): Promise<Seen> {
  const { now, clock } = await visitor.page.evaluate((id) => ({ now: window.hallwright?.shows()[id], clock: Date.now() }), show);
  if (!now) throw new Error(`the page knows of no show ${show}`);
  return { ...now, wall: (clock - ahead) / 1000 };
}

/** Seconds by which a page is off from where the server's timeline says that the show stands. */
function off(page: Seen, truth: Timeline): number {
  const error = Math.abs(page.phase - phase(truth, page.wall)) / (truth.rate || 1);
  return truth.loop ? Math.min(error, Math.abs(truth.duration / (truth.rate || 1) - error)) : error;
}

describe.each(["eventlet", "threading"] as const)("shows in pages whose clocks are three seconds apart (%s)", (mode) => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml"), mode }), launch()]);
    ada = await visit(browser, server.url);
    wei = await visit(browser, server.url, { ahead: AHEAD, lang: "zh" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What an operator does; answers with the timeline that follows. */
  async function direct(show: string, action: string, value?: number): Promise<Timeline> {
    const answer = await server.operate<{ show: { timeline: Timeline } }>("POST", `venues/shows/shows/${show}`, { action, value });
    return answer.show.timeline;
  }

  async function timeline(show: string): Promise<Timeline> {
    const answer = (await (await fetch(`${server.url}api/v1/venues/shows/shows`)).json()) as { shows: { id: string; timeline: Timeline }[] };
    return answer.shows.find(({ id }) => id === show)?.timeline as Timeline;
  }

  /** How far off each page is, the larger of both. */
  async function farthest(show: string, truth: Timeline, second = wei, ahead = AHEAD): Promise<number> {
    return Math.max(off(await seen(ada, show), truth), off(await seen(second, show, ahead), truth));
  }

  it("begin with clocks that differ", async () => {
    const clocks = await Promise.all([ada, wei].map(({ page }) => page.evaluate(() => Date.now() - performance.now() - performance.timeOrigin)));
    expect(Math.max(...clocks.map(Math.abs))).toBeLessThan(50);
    const [one, other] = await Promise.all([ada, wei].map(({ page }) => page.evaluate(() => Date.now())));
    expect((other ?? 0) - (one ?? 0)).toBeGreaterThan(AHEAD / 2);
  });

  it("are at the same second, within 50 ms", async () => {
    const truth = await timeline("sky");
    expect(truth).toMatchObject({ rate: 1, duration: 60, loop: true });
    await eventually(() => farthest("sky", truth), 10_000).toBeLessThan(TOGETHER);
    const errors: number[] = [];
    for (let i = 0; i < 12; i++) errors.push(await farthest("sky", truth));
    console.info(`off by at most ${(Math.max(...errors) * 1000).toFixed(1)} ms in ${String(errors.length)} looks (${mode})`);
    expect(Math.max(...errors)).toBeLessThan(TOGETHER);
  });

  it("stand still and jump exactly", async () => {
    const paused = await direct("sky", "pause");
    for (const visitor of [ada, wei]) await eventually(async () => (await seen(visitor, "sky")).phase).toBe(paused.position);
    const sought = await direct("sky", "seek", 12.25);
    expect(sought.position).toBe(12.25);
    for (const visitor of [ada, wei]) {
      await eventually(async () => (await seen(visitor, "sky")).phase).toBe(12.25);
      expect((await seen(visitor, "sky")).rate).toBe(0);
    }
  });

  it("go on together at another pace", async () => {
    await direct("sky", "start");
    const truth = await direct("sky", "rate", 2.5);
    for (const visitor of [ada, wei]) await eventually(async () => (await seen(visitor, "sky")).rate).toBe(2.5);
    await eventually(() => farthest("sky", truth)).toBeLessThan(TOGETHER);
    for (let i = 0; i < 6; i++) expect(await farthest("sky", truth)).toBeLessThan(TOGETHER);
  });

  it("of exhibits are run by a visitor for everyone, once at a time", async () => {
    const trigger = (visitor: Visit): Promise<string> =>
      visitor.page.evaluate(async () => (await window.hallwright?.trigger("turbine-1"))?.code ?? "run");
    expect((await seen(wei, "exhibit/turbine-1")).phase).toBe(0);
    expect(await trigger(ada)).toBe("run");
    expect(await trigger(wei)).toBe("show_running");
    const truth = await timeline("exhibit/turbine-1");
    await eventually(async () => (await seen(wei, "exhibit/turbine-1", AHEAD)).phase).toBeGreaterThan(0);
    await eventually(() => farthest("exhibit/turbine-1", truth)).toBeLessThan(TOGETHER); // word may reach one page later
  });

  it("are mid-way for who comes late", async () => {
    await wei.context.close();
    const [sky, run] = [await timeline("sky"), await direct("exhibit/turbine-1", "start", 0.5)];
    const late = await visit(browser, server.url, { ahead: 2 * AHEAD });
    await eventually(() => farthest("sky", sky, late, 2 * AHEAD), 10_000).toBeLessThan(TOGETHER);
    await eventually(() => farthest("exhibit/turbine-1", run, late, 2 * AHEAD)).toBeLessThan(TOGETHER);
    expect((await seen(late, "exhibit/turbine-1")).phase).toBeGreaterThan(0.5);
    expect([...ada.mistakes, ...wei.mistakes, ...late.mistakes]).toEqual([]);
  });
});
