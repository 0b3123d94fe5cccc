import { describe, expect, it } from "vitest";
import { MOST_OF_WAVE, placeOf, signsOf } from "../src/cheering.js";

const stage = { id: "main", at: [20, 20], facing: Math.PI, size: [12, 5] };
const booth = { id: "a1", at: [5, 6], facing: 0, size: [3, 3] };
const area = { stages: [stage], booths: [booth] } as unknown as Parameters<typeof placeOf>[1];
const me = { x: 1, y: 2, facing: 0 };

describe("signs of what people feel", () => {
  it("are as many as were felt while that is little, and few of a crowd", () => {
    expect(signsOf({})).toEqual([]);
    expect(signsOf({ heart: 1 })).toEqual([1]);
    expect(signsOf({ clap: 2 })).toEqual([0, 0]);
    expect(signsOf({ clap: 2_000, wow: 1 }).length).toBeLessThanOrEqual(MOST_OF_WAVE + 1);
    expect(new Set(signsOf({ clap: 2_000, wow: 1 }))).toEqual(new Set([0, 3]));
    expect(signsOf({ clap: 9, heart: 9, laugh: 9, wow: 9, raise: 9 }).length).toBeLessThanOrEqual(MOST_OF_WAVE + 5);
  });

  it("rise before the stage, at the booth, or ahead of the visitor", () => {
    for (const chance of [() => 0, () => 0.5, () => 0.999]) {
      const [x, y] = placeOf("talk/stage/main", area, me, chance);
      expect(y, "south of its front").toBeLessThan(20 - 2.5 - 1);
      expect(Math.abs(x - 20)).toBeLessThan(7);
      const [bx, by] = placeOf("talk/booth/a1", area, me, chance);
      expect(Math.hypot(bx - 5, by - 6)).toBeLessThan(2.2);
      expect(placeOf("talk/area/hall", area, me, chance)[1]).toBeGreaterThan(4);
    }
  });
});
