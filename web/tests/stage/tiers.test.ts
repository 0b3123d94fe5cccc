import { describe, expect, it } from "vitest";
import { firstTier, Governor, IN_HEADSETS, inHeadset, TIERS } from "../../src/stage/tiers.js";

const feed = (governor: Governor, interval: number, count: number) => {
  let changes = 0;
  for (let i = 0; i < count; i++) if (governor.feed(interval)) changes += 1;
  return changes;
};

describe("Governor", () => {
  it("goes down while frames are slow, first the tier, then the sharpness, then no further", () => {
    const governor = new Governor("high");
    feed(governor, 60, 45);
    expect(governor.tier).toBe("medium");
    feed(governor, 60, 45);
    expect(governor.tier).toBe("low");
    feed(governor, 60, 45 * 2);
    expect(governor.sharpness).toBeCloseTo(0.6, 5);
    expect(feed(governor, 60, 45 * 4)).toBe(0);
  });

  it("needs few frames to see that they are very slow, but more than one", () => {
    const governor = new Governor("medium");
    expect(feed(governor, 600, 3)).toBe(0);
    expect(feed(governor, 600, 1)).toBe(1);
    expect(governor.tier).toBe("low");
    feed(governor, 1500, 1); // once: something else took the processor
    feed(governor, 24, 20);
    expect(governor.sharpness).toBe(1);
  });

  it("begins blurred where the processor draws, and sharpens where that is quick", () => {
    const governor = new Governor("low", true);
    expect(governor.sharpness).toBeCloseTo(0.6, 5);
    feed(governor, 16, 45 * 6);
    expect(governor.sharpness).toBe(1);
  });

  it("goes up after a while of fast frames", () => {
    const governor = new Governor("medium");
    expect(feed(governor, 16, 45 * 5)).toBe(0);
    expect(feed(governor, 16, 45)).toBe(1);
    expect(governor.tier).toBe("high");
  });

  it("does not try again what was too slow", () => {
    const governor = new Governor("high");
    feed(governor, 50, 45);
    expect(feed(governor, 16, 45 * 40)).toBe(0);
    expect(governor.tier).toBe("medium");
  });

  it("leaves things alone between slow and fast, and ignores pauses", () => {
    const governor = new Governor("medium");
    expect(feed(governor, 24, 45 * 20)).toBe(0);
    expect(feed(governor, 4000, 500)).toBe(0);
  });
});

describe("firstTier", () => {
  it("begins low on phones and small machines", () => {
    expect(firstTier({ coarse: true, cores: 8, memory: 8 })).toBe("low");
    expect(firstTier({ coarse: false, cores: 2, memory: 8 })).toBe("low");
    expect(firstTier({ coarse: false, cores: 8, memory: 8 })).toBe("medium");
  });
});

describe("a headset", () => {
  it("asks for less than a page would, and never for more", () => {
    const governor = new Governor("medium", false, IN_HEADSETS);
    expect(feed(governor, 11, 45 * 40)).toBe(0);
    expect(feed(governor, 27.8, 45)).toBe(1); // every other frame of 72 in a second is late
    expect(governor.tier).toBe("low");
  });

  it("mirrors nothing and sees no farther than the medium tier", () => {
    expect(inHeadset(TIERS.high)).toMatchObject({ mirror: false, shadow: TIERS.medium.shadow, reach: TIERS.medium.reach });
    expect(inHeadset(TIERS.low)).toEqual(TIERS.low);
  });
});
