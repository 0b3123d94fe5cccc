import { describe, expect, it } from "vitest";
import { unpackWalkable, Walkable } from "../../src/hall/walkable.js";

const size = { step: 0.5, columns: 10, rows: 3 };
/** Columns 0–9; row 0 at the south edge. */
const packed = Uint8Array.from([0b11111111, 0b11_000000, 0b11100111, 0b11_000000, 0b00000000, 0b01_000000]).buffer;

describe("unpackWalkable", () => {
  it("reads rows from the south, the most significant bit first", () => {
    const grid = unpackWalkable(packed, size);
    if (!grid.ok) throw new Error(grid.error);
    expect(grid.value.freeAt(0, 0)).toBe(true);
    expect(grid.value.freeAt(3, 1)).toBe(false);
    expect(grid.value.freeAt(9, 2)).toBe(true);
    expect(grid.value.freeAt(8, 2)).toBe(false);
    expect(grid.value.free(4.9, 1.4)).toBe(true);
    expect(grid.value.free(-0.1, 0)).toBe(false);
    expect(grid.value.free(5.1, 0)).toBe(false);
  });

  it("refuses a file of another size", () => {
    expect(unpackWalkable(new ArrayBuffer(5), size).ok).toBe(false);
  });
});

describe("Walkable", () => {
  const squares = new Uint8Array(400).fill(1);
  for (let row = 0; row < 20; row++) squares[row * 20 + 10] = row === 18 ? 1 : 0; // a wall with a gap in the north
  const grid = new Walkable(0.5, 20, 20, squares);

  it("knows the nearest free place", () => {
    expect(grid.nearest(5.25, 5.25)).toEqual([4.75, 5.25]);
    expect(grid.nearest(2, 2)?.every(Number.isFinite)).toBe(true);
    expect(new Walkable(0.5, 20, 20, new Uint8Array(400)).nearest(5, 5)).toBeNull();
  });

  it("sees whether the straight way is free", () => {
    expect(grid.straight([1, 1], [4, 8])).toBe(true);
    expect(grid.straight([1, 1], [9, 1])).toBe(false);
    expect(grid.straight([1, 9.25], [9, 9.25])).toBe(true);
  });
});
