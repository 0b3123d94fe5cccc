import { describe, expect, it } from "vitest";
import { Gaze, type View } from "../../src/movement/gaze.js";

const own: View = { x: 10, y: 10, height: 1.65, facing: 0, pitch: 0 };
const other: View = { x: 13, y: 14, height: 3, facing: 6, pitch: 0.4 };

describe("Gaze", () => {
  it("is the visitor's own eye until there is something to see", () => {
    const gaze = new Gaze({ blend: 1, halfLife: 0.1 });
    expect(gaze.step(0.1, own, false)).toEqual(own);
    expect(gaze.home).toBe(true);
  });

  it("eases there and is there within its time, the short way round", () => {
    const gaze = new Gaze({ blend: 1, halfLife: 0.1 });
    gaze.target = other;
    let before = 0;
    for (let i = 0; i < 10; i++) {
      const eye = gaze.step(0.1, own, false);
      expect(eye.x).toBeGreaterThan(before);
      expect(Math.sin(eye.facing)).toBeLessThanOrEqual(0); // 6 rad is a little to the left of north
      before = eye.x;
    }
    expect(gaze.step(0.1, own, false)).toMatchObject({ x: other.x, y: other.y, height: other.height, pitch: other.pitch });
  });

  it("comes home again", () => {
    const gaze = new Gaze({ blend: 1, halfLife: 0.1 });
    gaze.target = other;
    for (let i = 0; i < 12; i++) gaze.step(0.1, own, false);
    gaze.target = null;
    const eye = gaze.step(0.1, own, false);
    expect(eye.x).toBeGreaterThan(own.x);
    for (let i = 0; i < 12; i++) gaze.step(0.1, own, false);
    expect(gaze.home).toBe(true);
    expect(gaze.step(0.1, own, false)).toEqual(own);
  });

  it("follows what moves, most of the way within a tenth of a second", () => {
    const gaze = new Gaze({ blend: 0.4, halfLife: 0.04 });
    gaze.target = other;
    gaze.settle();
    gaze.step(0.016, own, false);
    gaze.target = { ...other, facing: other.facing + 0.5 };
    for (let i = 0; i < 6; i++) gaze.step(0.017, own, false);
    expect(gaze.step(0, own, false).facing - other.facing).toBeGreaterThan(0.4);
  });

  it.each([["motion is reduced", other, true], ["it is far away", { ...other, x: 90 }, false]])("is there at once where %s", (_, target, still) => {
    const gaze = new Gaze({ blend: 1, halfLife: 0.5 });
    gaze.target = target as View;
    expect(gaze.step(0.01, own, still as boolean)).toMatchObject({ x: (target as View).x, pitch: 0.4 });
  });
});
