import { describe, expect, it } from "vitest";
import { attended, Dwelling, ENOUGH, type Spot, spotsOf } from "../../src/session/dwelling.js";
import { sample } from "../hall/sample.js";

/** Looks south, onto an aisle at y = 10; its back is at 14. */
const south: Spot = { id: "south", kind: "booth", at: [10, 12], size: [6, 4], facing: Math.PI };
/** Back to back with it. */
const north: Spot = { id: "north", kind: "booth", at: [10, 16], size: [6, 4], facing: 0 };
const car: Spot = { id: "car", kind: "exhibit", at: [10, 11], size: [2, 2], facing: 0 };
const spots = [south, north, car];

describe("what one stands before", () => {
  it.each([
    ["before the booth, looking at it", { x: 10, y: 8, facing: 0 }, ["south", "car"]],
    ["looking away", { x: 10, y: 8, facing: Math.PI }, []],
    ["along the aisle", { x: 10, y: 8, facing: Math.PI / 2 }, []],
    ["aslant", { x: 8, y: 8.5, facing: 0.7 }, ["south", "car"]],
    ["too far", { x: 10, y: 4, facing: 0 }, []],
    ["behind both", { x: 10, y: 20, facing: Math.PI }, ["north"]],
    ["from the side of a turned one", { x: 15, y: 12, facing: -Math.PI / 2 }, ["south"]],
    ["within it, whichever way", { x: 8, y: 13, facing: 3 }, ["south", "car"]],
  ])("%s", (_, pose, ids) => {
    expect(attended(spots, pose).toSorted()).toEqual([...ids].toSorted());
  });

  it("are the booths and exhibits of an area, as large as they are", () => {
    const hall = sample();
    expect(spotsOf(hall, hall.areas[0]!)).toEqual([
      { id: "b1", kind: "booth", at: [20, 10], size: [6, 4], facing: 0 },
      { id: "p1", kind: "exhibit", at: [60, 12], size: [8, 8], facing: 0 },
    ]);
  });
});

describe("dwelling", () => {
  const told = (dwelling: Dwelling, seconds: number, ids: readonly string[]): number =>
    Array.from({ length: seconds * 2 }, () => dwelling.step(ids, 0.5)).flat().reduce((sum, stay) => sum + stay.seconds, 0);

  it("is a visit after some seconds, and not before", () => {
    const dwelling = new Dwelling();
    expect(told(dwelling, ENOUGH - 1, ["a"])).toBe(0);
    expect(told(dwelling, 1, ["a"])).toBe(ENOUGH);
  });

  it("tells of nothing where one only walks by, again and again", () => {
    const dwelling = new Dwelling();
    for (let i = 0; i < 5; i++) expect(told(dwelling, ENOUGH - 1, ["a"]) + told(dwelling, 1, [])).toBe(0);
    expect(dwelling.end()).toEqual([]);
  });

  it("loses none of the seconds when one leaves", () => {
    const dwelling = new Dwelling();
    const before = told(dwelling, 37, ["a", "b"]);
    const after = [...dwelling.step(["b"], 0.5), ...dwelling.end()].reduce((sum, { seconds }) => sum + seconds, 0);
    expect(before + after).toBe(2 * 37 + 0.5);
  });

  it("says which of it is more of the same stay", () => {
    const dwelling = new Dwelling();
    const stays = Array.from({ length: 60 }, () => dwelling.step(["a"], 0.5)).flat();
    expect(stays.map(({ again }) => again)).toEqual([false, true, true]);
    expect(dwelling.step([], 0.5).map(({ again }) => again)).toEqual([true]);
    expect(Array.from({ length: 9 }, () => dwelling.step(["a"], 0.5)).flat().map(({ again }) => again)).toEqual([false]);
  });
});
