import { describe, expect, it } from "vitest";
import { dipole, fieldAt, momentOf, type Passer } from "../../src/core/field.js";

const at = (number: number, x: number, y = 0, z = 0): Passer => ({ number, from: [x, y, z] });
const T = 1_700_000_000;

describe("dipole", () => {
  it("falls with the cube of the distance", () => {
    expect(dipole(0.05, [2, 0, 0]) / dipole(0.05, [4, 0, 0])).toBeCloseTo(8, 6);
  });

  it("is that of the books: 0.05 A·m² beside it at one metre, and twice as much above it, the other way", () => {
    expect(dipole(0.05, [1, 0, 0])).toBeCloseTo(-5, 6);
    expect(dipole(0.05, [0, 0, 1])).toBeCloseTo(10, 6);
  });

  it("does not grow without end where somebody touches the sensor", () => {
    expect(dipole(0.05, [0, 0, 0])).toBe(dipole(0.05, [0.3, 0, 0]));
  });
});

describe("fieldAt", () => {
  it("is the same for the same people at the same moment, in whatever order they are told", () => {
    const people = [at(1, 2), at(2, 0, 3), at(7, -4, 1, 0.5)];
    expect(fieldAt(people, T)).toBeCloseTo(fieldAt([...people].reverse(), T), 9);
    expect(fieldAt(people, T)).toBe(fieldAt(people, T));
  });

  it("is quiet while nobody is near: less than 0.15 nT of drift and noise", () => {
    const quiet = Array.from({ length: 600 }, (_, i) => Math.abs(fieldAt([], T + i / 10)));
    expect(Math.max(...quiet)).toBeLessThan(0.15);
    expect(new Set(quiet).size).toBeGreaterThan(500);
  });

  it("rises clearly above the noise when somebody walks by at two metres, and falls again", () => {
    const walk = Array.from({ length: 41 }, (_, i) => fieldAt([at(3, (i - 20) * 0.4, 2)], T) - fieldAt([], T));
    const strongest = walk.reduce((best, each, i) => (Math.abs(each) > Math.abs(walk[best] as number) ? i : best), 0);
    expect(strongest).toBe(20);
    expect(Math.abs(walk[20] as number)).toBeGreaterThan(0.3);
    expect(Math.abs(walk[0] as number)).toBeLessThan(0.05);
  });

  it("knows that people carry different things", () => {
    const moments = Array.from({ length: 50 }, (_, i) => momentOf(i + 1));
    expect(Math.min(...moments.map(Math.abs))).toBeGreaterThanOrEqual(0.03);
    expect(Math.max(...moments.map(Math.abs))).toBeLessThanOrEqual(0.08);
    expect(new Set(moments).size).toBe(50);
  });
});
