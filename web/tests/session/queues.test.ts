/** Lines at exhibits: where one stands, how long one waits (as tests/live/queues counts it), and where it is quiet. */
import { describe, expect, it } from "vitest";
import { readCrowding, readLines, readQueueEvent, type Lines, type PlaceInLine, type QueueEvent } from "../../src/protocol/queues.js";
import { hearCrowding, reduceQueues, standingOf, waitAt } from "../../src/session/queues.js";

const TURNS = { at_once: 1, minutes: 2 };
const place = (who: number | string, until: number | null = null, taken = false): PlaceInLine => ({ who, until, taken, missed: false });
const after = (...events: QueueEvent[]): Lines => events.reduce<Lines>(reduceQueues, new Map());
const queued = (who: number | string): QueueEvent => ({ kind: "queued", queue: "press", who });

describe("a line", () => {
  it("puts who did not come right behind the next one", () => {
    const lines = after(queued(1), queued(2), queued(3), { kind: "queue_called", queue: "press", who: 1, until: 60 }, { kind: "queue_passed", queue: "press", who: 1, behind: 2 });
    expect(lines.get("press")?.places.map(({ who, until, missed }) => [who, until, missed])).toEqual([[2, null, false], [1, null, true], [3, null, false]]);
  });

  it("leaves who stands there alone where they were", () => {
    const lines = after(queued(1), { kind: "queue_called", queue: "press", who: 1, until: 60 }, { kind: "queue_passed", queue: "press", who: 1, behind: null });
    expect(lines.get("press")?.places).toEqual([{ who: 1, until: null, taken: false, missed: true }]);
  });

  it("is not kept once it is open and empty", () => {
    expect(after(queued(1), { kind: "queue_left", queue: "press", who: 1, why: "done" }).size).toBe(0);
    const shut = after({ kind: "queue_closed", queue: "press", closed: true });
    expect(shut.get("press")?.closed).toBe(true);
    expect(reduceQueues(shut, { kind: "queue_closed", queue: "press", closed: false }).size).toBe(0);
  });
});

describe("how it stands", () => {
  const line = { closed: false, places: [place(1, 120, true), place(2), place("reader")] };

  it("counts those who wait, and their turns", () => {
    expect(standingOf(line, TURNS, 2, 30)).toEqual({ state: "waiting", place: 1, wait: 90 });
    expect(standingOf(line, TURNS, "reader", 30)).toEqual({ state: "waiting", place: 2, wait: 210 });
    expect(standingOf(line, TURNS, 9, 30)).toEqual({ state: "outside", waiting: 2, wait: 330, closed: false });
    expect(standingOf(line, TURNS, 1, 30)).toEqual({ state: "trying", until: 120 });
    expect(standingOf(undefined, TURNS, 1, 30)).toEqual({ state: "outside", waiting: 0, wait: 0, closed: false });
  });

  it("lets several try it at once", () => {
    expect([1, 2].map((at) => waitAt(line.places, { at_once: 2, minutes: 2 }, at, 30))).toEqual([0, 90]);
    expect(waitAt([place(1, 60)], TURNS, 1, 30)).toBe(120);
  });
});

describe("what cannot be read", () => {
  it("is left out", () => {
    expect(readQueueEvent({ kind: "queued", queue: "press" })).toBeNull();
    expect(readQueueEvent({ kind: "queue_called", queue: "press", who: 1, until: "soon" })).toBeNull();
    expect(readQueueEvent({ kind: "queued", queue: 5, who: 1 })).toBeNull();
    expect([...readLines({ a: { places: [{ who: 1 }, { who: -1 }, null] }, b: 5 })]).toEqual([["a", { closed: false, places: [place(1)] }]]);
    expect(readCrowding("busy")).toBeNull();
    expect(readCrowding({ whole: true, zones: { west: 7, east: 2 } })).toEqual({ whole: true, zones: new Map([["east", 2]]), spots: new Map() });
  });
});

describe("how busy it is", () => {
  it("changes only what is told, unless everything is", () => {
    const known = hearCrowding(null, { whole: true, zones: new Map([["west", 2]]), spots: new Map([["a1", 1]]) });
    const next = hearCrowding(known, { whole: false, zones: new Map(), spots: new Map([["a1", 0], ["b1", 1]]) });
    expect([[...next.zones], [...next.spots]]).toEqual([[["west", 2]], [["a1", 0], ["b1", 1]]]);
    expect(hearCrowding(next, { whole: true, zones: new Map(), spots: new Map() }).zones.size).toBe(0);
  });
});
