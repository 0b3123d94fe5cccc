import { describe, expect, it } from "vitest";
import { Backoff } from "../../src/net/backoff.js";
import { ServerClock } from "../../src/net/clock.js";

describe("Backoff", () => {
  it("doubles up to the longest wait and starts over", () => {
    const backoff = new Backoff({ first: 500, longest: 3_000, chance: 0.5 }, () => 0);
    expect([1, 2, 3, 4, 5].map(() => backoff.next())).toEqual([500, 1000, 2000, 3000, 3000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });

  it("leaves half of the wait to chance", () => {
    const backoff = new Backoff({ first: 1000, longest: 1000, chance: 0.5 }, () => 1);
    expect(backoff.next()).toBe(500);
  });
});

describe("ServerClock", () => {
  it("believes the answer that travelled fastest", () => {
    const clock = new ServerClock();
    expect(clock.lead).toBe(0);
    clock.add(1000, 6300, 1600);
    clock.add(2000, 7020, 2040);
    clock.add(3000, 8900, 4000);
    expect(clock.lead).toBe(5000);
  });

  it("says how far off it may be, and trusts an answer less as it ages", () => {
    const clock = new ServerClock();
    expect(clock.reach).toBe(Infinity);
    clock.add(1_000, 51_010, 1_020);
    expect([clock.lead, clock.reach]).toEqual([50_000, 10]);
    clock.add(11_000, 61_025, 11_040);
    expect(clock.lead).toBe(50_000);
    expect(clock.reach).toBeCloseTo(11, 1);
    clock.add(301_000, 351_015, 301_030);
    expect(clock.lead).toBe(50_000);
    clock.add(401_000, 451_018, 401_030);
    expect([clock.lead, clock.reach]).toEqual([50_003, 15]);
  });

  it("is never further off than it says, however lame the ways are", () => {
    const clock = new ServerClock();
    let now = 0;
    for (let i = 0; i < 200; i++) {
      const [there, back] = [((i * 7919) % 97) * 3, ((i * 104_729) % 89) * 4];
      clock.add(now, now + there + 123_456.7, now + there + back);
      expect(Math.abs(clock.lead - 123_456.7)).toBeLessThanOrEqual(clock.reach + 1e-6);
      now += there + back + 250;
    }
    expect(clock.reach).toBeLessThan(30);
  });

  it("starts over when a clock stood still", () => {
    const clock = new ServerClock();
    clock.add(1_000, 51_001, 1_002);
    clock.add(2_000, 90_100, 2_200);
    expect(clock.lead).toBe(88_000);
    clock.add(3_000, 91_010, 3_020);
    expect(clock.lead).toBe(88_000);
  });

  it("ignores an answer from before its question", () => {
    const clock = new ServerClock();
    clock.add(1000, 5000, 900);
    expect(clock.lead).toBe(0);
  });
});
