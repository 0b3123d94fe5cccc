import { describe, expect, it } from "vitest";
import { end, phase, runs, type Timeline } from "../../src/core/timeline.js";

const T = 1_700_000_000;
const once: Timeline = { epoch: T, position: 2, rate: 0.5, duration: 10, loop: false };
const ever: Timeline = { epoch: T, position: 2, rate: 4, duration: 10, loop: true };

// The same figures as tests/live/test_shows.py.
describe("phase", () => {
  it("stands before its epoch, goes on at its rate, and stops at the end", () => {
    expect([-5, 0, 4, 16, 17, 1e6].map((s) => phase(once, T + s))).toEqual([2, 2, 4, 10, 10, 10]);
  });

  it("begins again in a loop", () => {
    expect([-5, 0, 1, 2, 4.25].map((s) => phase(ever, T + s))).toEqual([2, 2, 6, 0, 9]);
  });

  it("has no end without a duration", () => {
    expect(phase({ epoch: T, position: 0, rate: 1, duration: 0, loop: false }, T + 1e7)).toBe(1e7);
  });

  it("stands while paused, to the last bit", () => {
    const paused = { ...ever, position: 7.123456789012345, rate: 0 };
    expect([0, 3, 1e6].map((s) => phase(paused, T + s))).toEqual([7.123456789012345, 7.123456789012345, 7.123456789012345]);
  });
});

describe("runs", () => {
  it("is until the end", () => {
    expect(end(once)).toBe(T + 16);
    expect([15.9, 16].map((s) => runs(once, T + s))).toEqual([true, false]);
  });

  it("is always so in a loop, and never in a pause", () => {
    expect(runs(ever, T + 1e9)).toBe(true);
    expect(runs({ ...ever, rate: 0 }, T)).toBe(false);
  });
});
