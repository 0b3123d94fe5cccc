import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: performing
name: {en: Show day, zh: 表演日}
exhibits:
  - {id: car, name: {en: Car, zh: 轿车}, model: ev-sedan, summary: {en: It drives., zh: 它会开。}}
  - {id: dog, name: {en: Robot, zh: 机器人}, model: quadruped-robot, summary: {en: It walks., zh: 它会走。}}
areas:
  - id: park
    kind: park
    name: {en: Park, zh: 公园}
    size: [90, 70]
    spawns: [{id: gate, at: [45, 35], facing: south, default: true}]
    features:
      - {id: ring, kind: road, path: [[15, 15], [75, 15], [75, 55], [15, 55]], closed: true, width: 9}
      - {id: walk, kind: path, path: [[35, 30], [55, 30], [55, 42], [35, 42]], closed: true, width: 2}
shows:
  - {id: drive, kind: traffic, area: park, route: ring, vehicles: {car: 6}}
  - {id: patrol, kind: traffic, area: park, route: walk, pace: 1, vehicles: {dog: 2}}
  - {id: sky, kind: drones, area: park, at: [45, 35], size: [40, 24], height: 30, count: 60, duration: 60}
  - {id: dance, kind: robots, area: park, at: [45, 60], size: [12, 6], count: 6, routine: dance, duration: 20}
`;

/** A vehicle as a page draws it, and the wall clock of that moment in seconds. */
interface Seen {
  readonly x: number;
  readonly y: number;
  readonly way: number;
  readonly speed: number;
  readonly wall: number;
}

const seen = (visitor: Visit, show = "drive"): Promise<readonly Seen[]> =>
  visitor.page.evaluate((id) => {
    const wall = Date.now() / 1000;
    return (window.hallwright?.vehicles()[id] ?? []).map(({ x, y, way, speed }) => ({ x, y, way, speed, wall }));
  }, show);

describe("a park with shows", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-performing-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout }), launch()]);
    ada = await visit(browser, server.url, { at: "45,35", facing: 180 });
    wei = await visit(browser, server.url, { at: "40,38", facing: 90, lang: "zh" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Metres that the worst vehicle is apart in the two pages, beside what it drives between the two looks. */
  async function apart(): Promise<number> {
    const [mine, theirs] = await Promise.all([seen(ada), seen(wei)]);
    return Math.max(...mine.map((car, i) => {
      const other = theirs[i] as Seen;
      return Math.hypot(other.x - car.x, other.y - car.y) - Math.abs((other.wall - car.wall) * car.speed);
    }));
  }

  it("shows all vehicles to everyone, at the same places", async () => {
    for (const visitor of [ada, wei]) await eventually(async () => (await seen(visitor)).length, 60_000).toBe(6);
    await eventually(async () => Math.min(...(await seen(ada)).map(({ speed }) => speed)), 60_000).toBeGreaterThan(3);
    // Frames may reach a page late while software draws; from the next prompt one on, both pages agree.
    await eventually(apart, 60_000).toBeLessThan(1);
  });

  it("lets those with legs walk", async () => {
    await eventually(async () => (await seen(ada, "patrol")).length).toBe(2);
    const before = await seen(ada, "patrol");
    await eventually(async () => ((await seen(ada, "patrol"))[0]?.way ?? 0) - (before[0]?.way ?? 0)).toBeGreaterThan(1);
  });

  it("takes twelve draws at most for all that performs", async () => {
    const draws = (on: boolean): Promise<number> =>
      ada.page.evaluate(async (shows) => {
        const hall = window.hallwright!;
        hall.perform(shows);
        await hall.ready();
        return hall.stats().draws;
      }, on);
    const [without, withShows] = [await draws(false), await draws(true)];
    expect(withShows).toBeGreaterThan(without + 5);
    expect(withShows).toBeLessThanOrEqual(without + 12);
  });

  it("stops for somebody who stands on the road, for everyone, and goes on", async () => {
    await wei.page.evaluate(() => window.hallwright?.goto({ at: [45, 12.8] }));
    const lane = (cars: readonly Seen[]): readonly Seen[] => cars.filter((_, i) => i % 2 === 0); // along the path, on the right
    await eventually(async () => Math.max(...lane(await seen(ada)).map(({ speed }) => speed)), 90_000).toBe(0);
    const waiting = lane(await seen(ada));
    const nearest = Math.min(...waiting.map(({ x, y }) => Math.hypot(x - 45, y - 12.75)));
    // Half a car, and then some: a page that hears late draws it a little too far on, and no car ever backs.
    expect(nearest).toBeGreaterThan(2.5);
    expect(nearest).toBeLessThan(7);
    await wei.page.evaluate(() => window.hallwright?.goto({ at: [40, 38] }));
    await eventually(async () => Math.max(...lane(await seen(ada)).map(({ speed }) => speed)), 60_000).toBeGreaterThan(2);
  });

  it("says nothing is wrong", () => {
    expect(ada.mistakes).toEqual([]);
    expect(wei.mistakes).toEqual([]);
  });
});
