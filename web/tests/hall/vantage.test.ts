import { describe, expect, it } from "vitest";
import type { Stop } from "../../src/hall/tours.js";
import { vantageOf } from "../../src/hall/vantage.js";
import { sample } from "./sample.js";

const name = { en: "Name", zh: "名称" };
const stop = (change: Partial<Stop>): Stop => ({
  kind: "placement", place: "p1", area: "main", at: [60, 12], facing: Math.PI, name, text: name, duration: 10, run: false, camera: null, ...change,
});
const camera = { at: null, height: 1.65, facing: null, pitch: null, look_at: null } as const;

describe("vantageOf", () => {
  it("stands before an exhibit and looks at it", () => {
    const { area, eye } = vantageOf(sample(), stop({}));
    expect(area).toBe("main");
    expect(eye.x).toBeCloseTo(60);
    expect(eye.y).toBeLessThan(12 - 4); // beyond its radius
    expect(eye.facing).toBeCloseTo(0); // to the north, where it is
  });

  it("stands where a spawn or a point is, and looks the way that it says", () => {
    const { eye } = vantageOf(sample(), stop({ kind: "spawn", place: "back", at: [40, 10], facing: 1 }));
    expect(eye).toEqual({ x: 40, y: 10, height: 1.65, facing: 1, pitch: 0 });
  });

  it("looks from where the camera is, at what it looks at", () => {
    const { eye } = vantageOf(sample(), stop({ camera: { ...camera, at: [50, 12], height: 2, look_at: [60, 12, 12] } }));
    expect([eye.x, eye.y, eye.height]).toEqual([50, 12, 2]);
    expect(eye.facing).toBeCloseTo(Math.PI / 2);
    expect(eye.pitch).toBeCloseTo(Math.PI / 4);
  });

  it("takes what the camera says of the way to look, level where it says nothing of up and down", () => {
    const { eye } = vantageOf(sample(), stop({ camera: { ...camera, facing: 2 } }));
    expect([eye.facing, eye.pitch]).toEqual([2, 0]);
    expect(vantageOf(sample(), stop({ camera: { ...camera, facing: 2, pitch: 0.3 } })).eye.pitch).toBe(0.3);
  });

  it("makes no nonsense where the place is no more", () => {
    const { eye } = vantageOf(sample(), stop({ place: "gone" }));
    expect(Object.values(eye).every(Number.isFinite)).toBe(true);
  });
});
