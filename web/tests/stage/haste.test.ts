import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Haste, HURRIED, WORTH } from "../../src/stage/haste.js";

describe("what is drawn by the processor", () => {
  let shares: number[];
  let haste: Haste;
  let pixels: number;

  beforeEach(() => {
    vi.useFakeTimers();
    shares = [];
    pixels = WORTH;
    haste = new Haste(() => shares.push(haste.share), () => pixels);
  });
  afterEach(() => void vi.useRealTimers());

  it("is whole before anything moved", () => {
    expect(haste.share).toBe(1);
  });

  it("has fewer pixels while the eye moves, and all once it rests", () => {
    haste.moved();
    expect(shares).toEqual([HURRIED]);
    vi.advanceTimersByTime(1000);
    expect(shares).toEqual([HURRIED, 1]);
  });

  it("stays whole where it has few pixels anyway", () => {
    pixels = WORTH - 1;
    haste.moved();
    vi.advanceTimersByTime(1000);
    expect(haste.share).toBe(1);
    expect(shares).toEqual([]);
    expect(haste.hurried).toBe(1);
  });

  it("says before how few it will have", () => {
    expect(haste.hurried).toBe(HURRIED);
    haste.moved();
    expect(haste.share).toBe(haste.hurried);
  });

  it("counts its rest from the first picture that shows where it is", () => {
    haste.moved();
    vi.advanceTimersByTime(400);
    haste.drew();
    vi.advanceTimersByTime(400);
    expect(shares).toEqual([HURRIED]);
    haste.drew(); // water moves on
    vi.advanceTimersByTime(100);
    expect(shares).toEqual([HURRIED, 1]);
  });

  it("does not change from one picture to the next of a walk", () => {
    for (let frame = 0; frame < 20; frame++) {
      haste.moved();
      vi.advanceTimersByTime(300);
    }
    expect(shares).toEqual([HURRIED]);
    vi.advanceTimersByTime(1000);
    expect(shares).toEqual([HURRIED, 1]);
  });
});
