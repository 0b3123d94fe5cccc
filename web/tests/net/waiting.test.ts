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

  it("ignores an answer from before its question", () => {
    const clock = new ServerClock();
    clock.add(1000, 5000, 900);
    expect(clock.lead).toBe(0);
  });
});
