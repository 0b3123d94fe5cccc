import { describe, expect, it } from "vitest";
import type { Point } from "../../src/core/plan.js";
import { Heap } from "../../src/movement/heap.js";
import { findPath } from "../../src/movement/path.js";
import { ground, open, walled } from "./ground.js";

describe("findPath", () => {
  it("goes straight where nothing is in the way", () => {
    expect(findPath(open(40, 40), [1, 1], [15, 12])).toEqual([[15, 12]]);
  });

  it("goes round a wall through its gap, never through the wall", () => {
    const field = walled();
    const way = findPath(field, [3, 3], [3, 16]);
    expect(way.length).toBeGreaterThan(1);
    expect(way[way.length - 1]).toEqual([3, 16]);
    expect(Math.max(...way.map(([x]) => x))).toBeGreaterThan(17);
    let here: Point = [3, 3];
    for (const next of way) {
      expect(field.straight(here, next)).toBe(true);
      here = next;
    }
  });

  it("goes next to a goal that is not free", () => {
    const [end] = findPath(ground(["....", "..#.", "....", "...."]), [0.25, 0.25], [1.25, 1.25]);
    expect(end && Math.hypot(end[0] - 1.25, end[1] - 1.25)).toBeCloseTo(0.5, 5);
  });

  it("gives up where there is no way", () => {
    const split = ground(Array.from({ length: 20 }, () => "........##.........."));
    expect(findPath(split, [1, 1], [9, 9])).toEqual([]);
  });

  it("finds a way across 200 × 100 m of aisles", () => {
    const rows = Array.from({ length: 400 }, (_, y) =>
      Array.from({ length: 800 }, (_, x) => (y % 40 < 24 && x % 100 > 16 ? "#" : ".")).join(""));
    const field = ground(rows, 0.25);
    const way = findPath(field, [1, 99], [199, 1]);
    expect(way[way.length - 1]).toEqual([199, 1]);
  });
});

describe("Heap", () => {
  it("gives the least cost first", () => {
    const heap = new Heap();
    const costs = [5, 3, 9, 1, 4, 1, 8, 2];
    costs.forEach((cost, square) => heap.push(square, cost));
    const order = costs.map(() => costs[heap.pop()]);
    expect(order).toEqual([...costs].sort((a, b) => a - b));
    expect(heap.pop()).toBe(-1);
  });
});
