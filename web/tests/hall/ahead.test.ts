import { describe, expect, it } from "vitest";
import type { Board } from "../../src/hall/manifest.js";
import { ahead } from "../../src/hall/ahead.js";
import { sample } from "./sample.js";

// The rocket, 4 m in radius, stands at (60, 12).
const hall = sample();
const before = (x: number, y: number, degrees: number) => ahead(hall, hall.areas[0]!, { x, y, facing: (degrees * Math.PI) / 180 })?.id;

describe("ahead", () => {
  it("is what one stands before and looks at", () => {
    expect(before(50, 12, 90)).toBe("p1");
    expect(before(50, 12, 50)).toBe("p1");
  });

  it("is not what lies behind, or too far away", () => {
    expect(before(50, 12, 270)).toBeUndefined();
    expect(before(40, 12, 90)).toBeUndefined();
  });

  it("is the one more straight ahead of two that are about as near", () => {
    const [p1] = hall.areas[0]!.placements;
    const area = { ...hall.areas[0]!, placements: [p1!, { ...p1!, id: "p2", at: [50, 22] as const }] };
    expect(ahead(hall, area, { x: 50, y: 12, facing: 0.3 })?.id).toBe("p2");
    expect(ahead(hall, area, { x: 50, y: 12, facing: 1.3 })?.id).toBe("p1");
  });

  it("may be a board, but only from its front", () => {
    const board = { id: "wall", at: [20, 20], facing: Math.PI, size: [6, 3] } as unknown as Board;
    const area = { ...hall.areas[0]!, placements: [], boards: [board] };
    expect(ahead(hall, area, { x: 20, y: 15, facing: 0 })?.id).toBe("wall");
    expect(ahead(hall, area, { x: 20, y: 25, facing: Math.PI })).toBeNull();
  });
});
