import { describe, expect, it } from "vitest";
import { FIELD, fieldOf } from "../../src/core/sight.js";

describe("the field of view", () => {
  it("is as it always was for who asks for nothing", () => {
    expect(fieldOf(FIELD.usual, 16 / 9).up).toBeCloseTo(58, 6);
    expect(fieldOf(FIELD.usual, 9 / 16).up).toBeCloseTo(74, 6);
  });

  it("is what was asked for, to half a degree, from left to right on a screen of 16:9", () => {
    for (const asked of [50, 72, 89, 100]) expect(Math.abs(fieldOf(asked, 16 / 9).across - asked)).toBeLessThan(0.5);
  });

  it("is no wider or narrower than may be asked for", () => {
    expect(fieldOf(10, 1.5)).toEqual(fieldOf(50, 1.5));
    expect(fieldOf(170, 1.5)).toEqual(fieldOf(100, 1.5));
    expect(fieldOf(100, 0.5).up).toBeLessThan(90);
  });
});
