import { describe, expect, it } from "vitest";
import { act, IDLE, spots } from "../../src/session/routine.js";

const place = { at: [60, 130] as const, size: [20, 9] as const, facing: Math.PI, count: 30 };
const lengths = (motion: string): number | null => ({ idle: 4, wave: 3, dance: 8, taichi: 12 })[motion] ?? null;
const first = { at: [0, 0] as const, column: 0, row: 0 };

describe("spots", () => {
  it("puts everyone on the stage, apart", () => {
    const all = spots(place);
    expect(all).toHaveLength(30);
    for (const { at: [x, y] } of all) {
      expect(Math.abs(x - 60)).toBeLessThanOrEqual(10);
      expect(Math.abs(y - 130)).toBeLessThanOrEqual(4.5);
    }
    const gaps = all.flatMap((a, i) => all.slice(i + 1).map((b) => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1])));
    expect(Math.min(...gaps)).toBeGreaterThan(1.2);
  });

  it("has the first row in front, counted from the audience's left", () => {
    const [one, two] = spots(place);
    expect(one?.at[1]).toBeLessThan(130); // they look south
    expect(one?.at[0]).toBeLessThan(two?.at[0] ?? 0); // who looks north at them has the west on the left
  });

  it("puts one in the middle", () => {
    expect(spots({ ...place, count: 1 })).toEqual([{ at: [60, 130], column: 0, row: 0 }]);
  });
});

describe("act", () => {
  it("gives each routine a third of the show, whole turns of it, and rest between", () => {
    const motions = Array.from({ length: 90 }, (_, second) => act("all", 90, second, first, lengths).motion);
    expect(new Set(motions.slice(2, 28))).toEqual(new Set(["wave"]));
    expect(motions.slice(32, 55)).toEqual(Array(23).fill("dance"));
    expect(motions.slice(62, 85)).toEqual(Array(23).fill("taichi"));
    expect([motions[0], motions[30], motions[60], motions[89]]).toEqual([IDLE, IDLE, IDLE, IDLE]);
  });

  it("lets those further along begin later", () => {
    const later = { ...first, column: 5, row: 2 };
    expect(act("greet", 30, 5, later, lengths).time).toBeLessThan(act("greet", 30, 5, first, lengths).time % 3 + 3);
    expect(act("greet", 30, 1.6, first, lengths).motion).toBe("wave");
    expect(act("greet", 30, 1.6, later, lengths).motion).toBe(IDLE);
  });

  it("stands where the model does not know the motion", () => {
    expect(act("dance", 30, 9, first, (motion) => (motion === IDLE ? 4 : null)).motion).toBe(IDLE);
  });

  it("is over before the show is, however long", () => {
    for (const duration of [5, 20, 61]) {
      for (let time = 0; time < duration; time += 0.25) {
        const { motion, time: at } = act("all", duration, time, first, lengths);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(lengths(motion) ?? 0);
      }
    }
  });
});
