import { describe, expect, it } from "vitest";
import { countdown, veiled, written } from "../../src/core/release.js";

const hangs = { epoch: 1000, position: 0, rate: 0, duration: 6, loop: false };

describe("a veil", () => {
  it("hangs, falls at its moment, and is gone", () => {
    expect(veiled(hangs, 5000)).toEqual({ share: 0, falls: null });
    const falling = { ...hangs, rate: 1 };
    expect([990, 1000, 1003, 1006, 9000].map((now) => veiled(falling, now).share)).toEqual([0, 0, 0.5, 1, 1]);
    expect(veiled(falling, 990).falls).toBe(1000);
  });

  it("is as the layout has it while no server says otherwise", () => {
    expect(written(null, 5000)).toEqual({ share: 0, falls: null });
    expect([4999, 5000].map((now) => written(5000, now).share)).toEqual([0, 1]);
  });
});

describe("countdown", () => {
  it("has minutes and seconds, and hours and days where there are any", () => {
    expect([0.2, 59.1, 187, 3_600, 90_061].map(countdown)).toEqual(["00:01", "01:00", "03:07", "01:00:00", "1 d 01:01:01"]);
  });

  it("is never less than nothing", () => {
    expect(countdown(-3)).toBe("00:00");
  });
});
