import { describe, expect, it } from "vitest";
import { Ring } from "../../src/core/ring.js";

const square = new Ring([[0, 0], [10, 0], [10, 20], [0, 20]]);

describe("Ring", () => {
  it("measures a lap, its last side included", () => {
    expect(square.length).toBe(60);
  });

  it("finds places along it, round and round", () => {
    expect(square.point(5)).toEqual([5, 0]);
    expect(square.point(25)).toEqual([10, 15]);
    expect(square.point(50)).toEqual([0, 10]);
    expect(square.point(65)).toEqual([5, 0]);
    expect(square.point(-10)).toEqual([0, 10]);
  });

  it("says the bearing and how it bends", () => {
    expect(square.at(5)).toMatchObject({ facing: Math.PI / 2, bend: 0 });
    expect(square.at(20).facing).toBeCloseTo(0, 9);
    expect(square.at(10).facing).toBeCloseTo(Math.PI / 4, 9);
    expect(square.at(10).bend).toBeLessThan(0); // to the left
  });

  it("goes the short way round", () => {
    expect(square.between(55, 5)).toBeCloseTo(10, 9);
    expect(square.between(5, 55)).toBeCloseTo(-10, 9);
    expect(square.between(125, 130)).toBeCloseTo(5, 9);
  });
});
