import { describe, expect, it } from "vitest";
import { corners } from "../../src/stage/screens.js";
import type { Pane } from "../../src/hall/panes.js";

const pane = (change: Partial<Pane>): Pane => ({ at: [10, 20, 2], facing: Math.PI, pitch: 0, width: 4, height: 2, ...change });
const rounded = (it: Pane) => corners(it).map((corner) => corner.toArray().map((value) => Number(value.toFixed(3)) + 0));

describe("corners", () => {
  it("looks south: lower left is in the west", () => {
    expect(rounded(pane({}))).toEqual([[8, 1, -20], [12, 1, -20], [12, 3, -20], [8, 3, -20]]);
  });

  it("looks west: lower left is in the north", () => {
    expect(rounded(pane({ facing: 1.5 * Math.PI }))[0]).toEqual([10, 1, -22]);
  });

  it("tips its upper edge back", () => {
    const [low, , high] = rounded(pane({ pitch: Math.PI / 6 }));
    expect((high?.[2] ?? 0) - (low?.[2] ?? 0)).toBeCloseTo(-1, 2);
  });
});
