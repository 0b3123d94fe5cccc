/** A stage plays a real HLS stream: in step with the server, with captions, and it gets up again. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { film, LENGTH } from "./filming.js";
import { picture, picturing } from "./picturing.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, SMALL, visit, type Visit } from "./visiting.js";

const MINUTE = 60_000;
const BEGAN = Math.floor(Date.now() / MINUTE) * MINUTE - MINUTE;
const written = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace("T", " ");
const LAYOUT = `
hallwright: 1
id: cinema
name: {en: Cinema, zh: 影院}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 40]
    spawns: [{id: entrance, at: [20, 12], facing: north, default: true}]
    stages:
      - id: main
        name: {en: Main stage, zh: 主舞台}
        at: [20, 30]
        facing: south
        size: [12, 5]
        screen: [9, 5]
        seat_rows: 2
        seats_per_row: 6
        color: "#1F6FB2"
        reels:
          - {id: film, name: {en: Film, zh: 影片}, stream: film/film.m3u8, loop: true, captions: [{language: zh, file: film/zh.vtt}]}
          - {id: words, name: {en: Words, zh: 文字}, text: {en: We begin soon, zh: 即将开始}}
programme:
  timezone: UTC
  starts: ${written(BEGAN).slice(0, 10)}
  tracks: [{id: opening, name: {en: Opening, zh: 开幕}, color: "#B3202C"}]
  sessions:
    - {id: ceremony, title: {en: Opening ceremony, zh: 开幕式}, track: opening, stage: main, starts: ${written(BEGAN)}, ends: ${written(BEGAN + 120 * MINUTE)}, reel: film}
`;

describe("a stream on a stage", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let one: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    film(join(folder, "media", "film"));
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    one = await visit(browser, `${server.url}?enter=1`, { lang: "en", context: { viewport: picturing ? { width: 1280, height: 800 } : SMALL } });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const stream = ({ page }: Visit) => page.evaluate(() => window.hallwright?.displays()?.stream ?? null);
  const state = (each: Visit) => stream(each).then((now) => now?.state);
  /** Seconds from where everyone is. */
  const off = async (each: Visit): Promise<number> => {
    const passed = ((Date.now() - BEGAN) / 1000) % LENGTH;
    const away = Math.abs(((await stream(each))?.time ?? Infinity) - passed);
    return Math.min(away, LENGTH - away);
  };
  const fetched = (): Promise<boolean> => one.page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => /\/assets\/hls-|\.m3u8/.test(name)));
  const caption = ({ page }: Visit) => page.locator("hall-stage-bar [data-caption]").textContent();
  const eye = ({ page }: Visit): Promise<number> => page.evaluate(() => window.hallwright?.eye()?.height ?? 0);

  it("waits for who asked for less, with nothing fetched of it", async () => {
    await eventually(() => state(one), 60_000).toBe("asks");
    expect(await fetched()).toBe(false);
    await picture(one.page, "stream-asks");
  }, 70_000);

  it("plays without sound, in step with the server", async () => {
    await one.page.locator("hall-stage-bar [data-play]").click();
    await eventually(() => state(one), 60_000).toBe("playing");
    await eventually(() => off(one), 20_000).toBeLessThan(2);
    const first = (await stream(one))!;
    expect(first.sound).toBe(false);
    await eventually(() => stream(one).then((now) => (now?.time ?? 0) - first.time), 10_000).toBeGreaterThan(0.5);
    expect(await fetched()).toBe(true);
    await picture(one.page, "stream-en");
  }, 100_000);

  it("moves on the screen", async () => {
    const { width, height } = one.page.viewportSize()!;
    const clip = { x: width * 0.44, y: height * 0.4, width: width * 0.12, height: height * 0.1 };
    const before = await one.page.screenshot({ clip });
    await eventually(() => one.page.screenshot({ clip }).then((now) => now.equals(before)), 60_000).toBe(false);
  }, 90_000);

  it("says its captions as text, in the language chosen", async () => {
    await eventually(() => caption(one), 20_000).toMatch(/^Second \d+ of the test pattern$/);
    await one.page.locator("hall-stage-bar select").selectOption("zh");
    await eventually(() => caption(one), 20_000).toMatch(/^测试画面第 \d+ 秒$/);
    expect(await breaches(one.page)).toEqual([]);
  }, 60_000);

  it("sounds when the visitor asks for it", async () => {
    await one.page.locator("hall-stage-bar [data-sound]").press("Enter");
    await eventually(() => stream(one).then((now) => now?.sound), 5_000).toBe(true);
    await picture(one.page, "stream-sound");
  }, 40_000);

  it("says that the stream is lost, lets the hall go on, and comes back by itself", async () => {
    renameSync(join(folder, "media", "film"), join(folder, "media", "gone"));
    await eventually(() => state(one), 60_000).toBe("lost");
    await eventually(() => one.page.locator("hall-stage-bar [role=status]").textContent(), 5_000).toContain("cannot be reached");
    await picture(one.page, "stream-lost");
    renameSync(join(folder, "media", "gone"), join(folder, "media", "film"));
    await eventually(() => state(one), 60_000).toBe("playing");
    await eventually(() => off(one), 20_000).toBeLessThan(2);
  }, 150_000);

  it("shows what a host types to everyone, and goes back to the programme", async () => {
    const show = (body: object): Promise<unknown> => server.operate("POST", "venues/cinema/screens/hall/main", body);
    const words = () => one.page.evaluate(() => window.hallwright?.atStage()?.words ?? null);
    await show({ reel: "words", text: { en: "Please take your seats <b>now</b>", zh: "请各位来宾入座" } });
    await eventually(words, 10_000).toEqual({ en: "Please take your seats <b>now</b>", zh: "请各位来宾入座" });
    await eventually(() => one.page.locator("hall-stage-bar [aria-live]").textContent(), 10_000).toContain("<b>now</b>");
    await eventually(() => one.page.evaluate(() => window.hallwright?.displays()?.shown ?? []), 10_000).toContain("reel/main");
    await picture(one.page, "words");
    await show({ reel: null });
    await eventually(() => state(one), 20_000).toBeDefined();
  }, 90_000);

  it("has seats for people alone, on which others see them", async () => {
    const two = await visit(browser, server.url, { lang: "zh", at: "20,18", context: { viewport: { width: 360, height: 740 } } });
    const taken = (each: Visit) => each.page.evaluate(() => window.hallwright?.atStage()?.seats ?? null);
    await eventually(() => taken(two), 20_000).toEqual({ all: 12, taken: 0, mine: false });
    const height = await eye(one);
    expect(height).toBeGreaterThan(1.5);
    await one.page.locator("hall-stage-bar [data-seat]").press("Enter");
    await eventually(() => taken(one), 10_000).toEqual({ all: 12, taken: 1, mine: true });
    await eventually(() => taken(two), 10_000).toEqual({ all: 12, taken: 1, mine: false });
    await eventually(() => eye(one), 10_000).toBeLessThan(height - 0.2);
    await picture(two.page, "seated-seen-by-two");
    await two.page.locator("hall-stage-bar [data-seat]").press("Enter");
    await eventually(() => taken(one), 10_000).toEqual({ all: 12, taken: 2, mine: true });
    await picture(one.page, "seated-one");
    await one.page.locator("hall-stage-bar [data-seat]").press("Enter");
    await eventually(() => taken(two), 10_000).toEqual({ all: 12, taken: 1, mine: true });
    await eventually(() => eye(one), 10_000).toBe(height);
    expect(two.mistakes).toEqual([]);
    expect(await breaches(two.page)).toEqual([]);
  }, 150_000);
});
