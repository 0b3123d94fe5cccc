import { describe, expect, it } from "vitest";
import type { Place } from "../../src/movement/orbit.js";
import { ahead, Seated } from "../../src/movement/seated.js";

const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1000) / 1000 + 0);
const NORTH = [[10, 20, 2.8], [10, 21, 2.8]] as const;
const EAST = [[10, 20, 2.8], [11, 20, 2.8]] as const;

describe("ahead", () => {
  it("is a metre before the eyes, from the front of the model towards its +x", () => {
    expect(rounded(ahead([1, 2, 3], 0))).toEqual([1, 2, 4]);
    expect(rounded(ahead([1, 2, 3], Math.PI / 2))).toEqual([2, 2, 3]);
    expect(rounded(ahead([1, 2, 3], -Math.PI / 2))).toEqual([0, 2, 3]);
  });
});

describe("Seated", () => {
  it("looks where the seat faces", () => {
    expect(new Seated().eye(...NORTH)).toEqual({ x: 10, y: 20, height: 2.8, facing: 0, pitch: 0 });
    expect(new Seated().eye(...EAST).facing).toBeCloseTo(Math.PI / 2);
  });

  it("is carried, and turned with the seat, whatever it looks at", () => {
    const head = new Seated();
    head.turn([0.5, 0.2]);
    const { facing, pitch } = head.eye(...NORTH);
    expect([facing, pitch]).toEqual([0.5, 0.2]);
    const moved = head.eye([4, 20.5, 3], [5, 20.5, 3]);
    expect(rounded([moved.x, moved.y, moved.height])).toEqual([4, 20.5, 3]);
    expect(moved.facing - facing).toBeCloseTo(Math.PI / 2);
  });

  it("keeps its horizon where the seat tips", () => {
    const tipped: readonly [Place, Place] = [[10, 20, 2.8], [10, 20.7, 3.5]];
    expect(new Seated().eye(...tipped)).toMatchObject({ facing: 0, pitch: 0 });
  });

  it("turns all the way round, but not over", () => {
    const head = new Seated();
    for (let i = 0; i < 7; i++) head.turn([1, 1]);
    const { facing, pitch } = head.eye(...NORTH);
    expect(facing).toBeCloseTo(7 - 2 * Math.PI);
    expect(pitch).toBeLessThan(Math.PI / 2);
    head.turn([0, -20]);
    expect(head.eye(...NORTH).pitch).toBeCloseTo(-pitch);
  });
});
