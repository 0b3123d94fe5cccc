import { describe, expect, it } from "vitest";
import { affordable } from "../../src/hall/affording.js";
import { FIRST_SIGHT, type Detail, type Want, wants } from "../../src/hall/wanting.js";
import { sample } from "./sample.js";

const file = { url: "x", bytes: 1, wire: 1, triangles: 1, draws: 1 };
const want = (detail: Detail, id: string, away: number, focused = false): Want => ({
  slot: `a/${detail}/${id}`, detail, file: { ...file, url: id }, urgency: detail === "far" ? away - 1000 : away, away, focused, cell: id, placement: null,
});
const none = new Set<string>();
const left = (row: readonly Want[], budget: number, shown: ReadonlySet<string> = none, cost: (want: Want) => number = () => 10) =>
  affordable(row, shown, { budget, cost }).map(({ slot }) => slot.slice(2));

describe("affordable", () => {
  const row = [want("far", "c1", 0), want("far", "c2", 40), want("far", "c3", 200), want("near", "c1", 0), want("hero", "p1", 6), want("near", "c2", 18)];

  it("leaves everything as it is while there is memory", () => {
    expect(affordable(row, none, { budget: 60, cost: () => 10 })).toBe(row);
  });

  it("leaves out the farthest detail first, then far forms beyond first sight", () => {
    expect(left(row, 50)).toEqual(["far/c1", "far/c2", "far/c3", "near/c1", "hero/p1"]);
    expect(left(row, 35)).toEqual(["far/c1", "far/c2", "far/c3"]);
    expect(left(row, 20)).toEqual(["far/c1", "far/c2"]);
  });

  it("never leaves out what is within first sight, or what somebody inspects", () => {
    expect(left([...row, want("hero", "p9", 300, true)], 0)).toEqual(["far/c1", "far/c2", "hero/p9"]);
    const { areas: [hall] } = sample();
    const all = wants(sample(), hall!, { x: 5, y: 5, facing: 0 }, { near: 14, hero: 12 }, none);
    const kept = affordable(all, none, { budget: 0, cost: () => 1 });
    expect(kept).toEqual(all.filter(({ detail, away }) => detail === "far" && away < FIRST_SIGHT));
    expect(kept.length).toBeGreaterThan(3);
  });

  it("takes something smaller that is farther where something large does not fit", () => {
    expect(left(row, 45, none, ({ slot }) => (slot.endsWith("hero/p1") ? 30 : 10))).toEqual(["far/c1", "far/c2", "far/c3", "near/c1"]);
    expect(left(row, 55, none, ({ slot }) => (slot.endsWith("hero/p1") ? 30 : 10))).toEqual(["far/c1", "far/c2", "far/c3", "near/c1", "near/c2"]);
  });

  it("does not take turns between two that are about as far away", () => {
    const two = [want("near", "c1", 20), want("near", "c2", 21)];
    expect(left(two, 10)).toEqual(["near/c1"]);
    expect(left(two, 10, new Set(["a/near/c2"]))).toEqual(["near/c2"]);
    expect(left([want("near", "c1", 10), want("near", "c2", 31)], 10, new Set(["a/near/c2"]))).toEqual(["near/c1"]);
  });
});
