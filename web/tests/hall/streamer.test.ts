import { describe, expect, it } from "vitest";
import { Library } from "../../src/hall/fetching.js";
import type { Area, Manifest } from "../../src/hall/manifest.js";
import { type Display, Streamer } from "../../src/hall/streamer.js";
import { firstSight } from "../../src/hall/wanting.js";
import { sample } from "./sample.js";

const reach = { near: 14, hero: 12 };
const pose = { x: 5, y: 5, facing: 0 };
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

function setting(hall: Manifest = sample()) {
  const asked: string[] = [];
  const shown = new Map<string, string>();
  const events: string[] = [];
  let gone = new Set<string>();
  const fetch = ((url: string) => {
    asked.push(url.slice(1));
    return Promise.resolve(gone.has(url.slice(1)) ? new Response(null, { status: 404 }) : new Response(new Uint8Array(4)));
  }) as typeof globalThis.fetch;
  const display: Display = {
    show: async (want) => {
      await soon();
      shown.set(want.slot, want.file.url);
      events.push(`+${want.slot}`);
      return 1000;
    },
    hide: (slot) => {
      shown.delete(slot);
      events.push(`-${slot}`);
    },
  };
  const streamer = new Streamer(new Library({ base: "/", budget: 1e6, fetch }), display);
  const settle = async () => {
    for (let i = 0; i < 40; i++) await soon();
  };
  return { streamer, asked, shown, events, settle, hall, lose: (...urls: string[]) => (gone = new Set(urls)) };
}

describe("Streamer", () => {
  it("shows far cells first, then near ones, each once", async () => {
    const { streamer, shown, events, settle, hall } = setting();
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach);
    await settle();
    expect(shown.size).toBe(9);
    expect(events.filter((event) => event.startsWith("+main/far/"))).toHaveLength(8);
    expect(events.indexOf("+main/near/c00-00")).toBeGreaterThan(2);
    expect(streamer.waiting).toBe(0);
  });

  it("fetches on while what came waits to be put into the scene", async () => {
    const hall = sample();
    const asked: string[] = [];
    const fetch = ((url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(new Uint8Array(4)));
    }) as typeof globalThis.fetch;
    const busy: Display = { show: () => new Promise(() => undefined), hide: () => undefined };
    const streamer = new Streamer(new Library({ base: "/", budget: 1e6, fetch }), busy);
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update({ x: 500, y: 5, facing: 0 }, { near: Infinity, hero: Infinity });
    for (let i = 0; i < 10; i++) await soon();
    expect(asked).toHaveLength(9); // more than there are lanes, but not everything
  });

  it("opens nothing else before what must be there before one enters", async () => {
    const { streamer, asked, settle, hall } = setting();
    const area = hall.areas[0] as Area;
    streamer.enter(hall, area);
    streamer.update(pose, reach);
    const first = firstSight(area, pose).slice(1);
    expect(first.length).toBeGreaterThan(2);
    expect(asked.every((url) => first.includes(url))).toBe(true);
    await settle();
    expect(asked.slice(0, first.length).toSorted()).toEqual(first.toSorted());
    expect(asked.length).toBeGreaterThan(first.length);
  });

  it("takes near cells away that are left behind", async () => {
    const { streamer, shown, settle, hall } = setting();
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach);
    await settle();
    streamer.update({ x: 95, y: 45, facing: 0 }, reach);
    await settle();
    expect(shown.has("main/near/c00-00")).toBe(false);
    expect(shown.has("main/near/c03-01")).toBe(true);
    expect(shown.has("main/far/c00-00")).toBe(true);
  });

  it("swaps only the cells that changed, without a hole in between", async () => {
    const { streamer, shown, events, settle, asked, hall } = setting();
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach);
    await settle();
    asked.length = events.length = 0;
    const newer = structuredClone(hall) as unknown as { areas: { cells: { far: { url: string } }[] }[] };
    newer.areas[0]!.cells[2]!.far.url = "changed.glb";
    streamer.rebuild(newer as unknown as Manifest, newer.areas[0] as unknown as Area);
    streamer.update(pose, reach);
    await settle();
    expect(asked).toEqual(["changed.glb"]);
    expect(events).toEqual(["+main/far/c02-00"]);
    expect(shown.get("main/far/c02-00")).toBe("changed.glb");
  });

  it("takes away what there is no memory for, and shows it again when there is", async () => {
    const { streamer, shown, settle, hall } = setting();
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach, null, 9_000);
    await settle();
    expect([shown.size, streamer.leftOut, streamer.waiting, streamer.held]).toEqual([9, 0, 0, 9_000]);
    streamer.update(pose, reach, null, 8_000);
    await settle();
    expect([shown.size, streamer.leftOut, streamer.waiting, streamer.held]).toEqual([8, 1, 0, 8_000]);
    expect(shown.has("main/near/c00-00")).toBe(false);
    streamer.update(pose, reach, null, 9_000);
    await settle();
    expect([shown.size, streamer.leftOut]).toEqual([9, 0]);
  });

  it("leaves nothing of an area behind, even of what was still coming", async () => {
    const { streamer, shown, settle, hall } = setting();
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach);
    await soon();
    streamer.enter(hall, hall.areas[1] as Area);
    streamer.update(pose, reach);
    await settle();
    expect([...shown.keys()].every((slot) => slot.startsWith("other/"))).toBe(true);
    expect(shown.size).toBeGreaterThanOrEqual(5);
  });

  it("shows the rest when one file cannot be had", async () => {
    const { streamer, shown, settle, hall, lose } = setting();
    lose("c01-00-far.glb");
    streamer.enter(hall, hall.areas[0] as Area);
    streamer.update(pose, reach);
    await settle();
    expect(shown.has("main/far/c01-00")).toBe(false);
    expect(shown.has("main/near/c00-00")).toBe(true);
    expect(streamer.waiting).toBe(1);
  });
});
