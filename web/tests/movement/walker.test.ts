import { describe, expect, it } from "vitest";
import { STILL, stepsOf, Walker, type Intent } from "../../src/movement/walker.js";
import { ground, open, walled } from "./ground.js";

const FRAME = 1 / 60;
const run = (walker: Walker, seconds: number, intent: Partial<Intent> = {}) => {
  for (let time = 0; time < seconds; time += FRAME) walker.step(FRAME, { ...STILL, ...intent });
};
const at = (field = open(80, 80), x = 20, y = 20, facing = 0) => {
  const walker = new Walker();
  walker.place(field, { x, y, facing });
  return walker;
};

describe("Walker", () => {
  it("walks where it looks: north at bearing 0, east at 90°", () => {
    const north = at();
    run(north, 2, { forward: 1 });
    expect(north.x).toBeCloseTo(20, 5);
    expect(north.y).toBeGreaterThan(23.5);
    const east = at(open(80, 80), 20, 20, Math.PI / 2);
    run(east, 2, { forward: 1 });
    expect(east.x).toBeGreaterThan(23.5);
    expect(east.y).toBeCloseTo(20, 5);
  });

  it("steps to its right with a positive sideways wish", () => {
    const walker = at();
    run(walker, 1, { sideways: 1 });
    expect(walker.x).toBeGreaterThan(21);
  });

  it("is no faster diagonally, and runs at most 3.6 m/s", () => {
    const straight = at();
    run(straight, 2, { forward: 1 });
    const diagonal = at();
    run(diagonal, 2, { forward: 1, sideways: 1 });
    expect(Math.hypot(diagonal.x - 20, diagonal.y - 20)).toBeCloseTo(straight.y - 20, 1);
    const runner = at();
    run(runner, 2, { forward: 1, run: true });
    expect((runner.y - 20) / 2).toBeLessThanOrEqual(3.6);
    expect((runner.y - 20) / 2).toBeGreaterThan(3.2);
  });

  it("slides along a wall and never enters it", () => {
    const field = ground(Array.from({ length: 20 }, (_, row) => (row < 8 ? "#".repeat(40) : ".".repeat(40))));
    const walker = at(field, 5, 4, Math.PI / 4);
    for (let i = 0; i < 240; i++) {
      walker.step(FRAME, { ...STILL, forward: 1 });
      expect(field.free(walker.x, walker.y)).toBe(true);
    }
    expect(walker.x).toBeGreaterThan(9);
    expect(walker.y).toBeLessThan(6);
  });

  it("does not jump through a thin wall in a slow frame", () => {
    const field = ground(["....................", "####################", "....................", "...................."], 0.5);
    const walker = at(field, 5, 0.5, 0);
    for (let i = 0; i < 20; i++) walker.step(0.1, { ...STILL, forward: 1, run: true });
    expect(walker.y).toBeLessThan(1);
  });

  it("walks by itself to where it is sent, round a wall, and stops there", () => {
    const walker = at(walled(), 3, 3, 0);
    expect(walker.goTo([3, 16])).toBe(true);
    run(walker, 25);
    expect(Math.hypot(walker.x - 3, walker.y - 16)).toBeLessThan(0.4);
    expect(walker.goal).toBeNull();
    expect(walker.walking).toBe(false);
  });

  it("gives up its way when steered by hand", () => {
    const walker = at();
    walker.goTo([30, 30]);
    walker.step(FRAME, { ...STILL, forward: 1 });
    expect(walker.goal).toBeNull();
  });

  it("looks up and down only so far", () => {
    const walker = at();
    walker.step(FRAME, { ...STILL, look: [0, 9] });
    expect(walker.pitch).toBe(1.25);
  });

  it("stands next to a place that is not free", () => {
    const field = ground(["....", "..#.", "....", "...."]);
    const walker = at(field, 1.25, 1.25);
    expect(field.free(walker.x, walker.y)).toBe(true);
  });

  it("moves nowhere without a wish", () => {
    const walker = at();
    run(walker, 1);
    expect(walker.pose).toEqual({ x: 20, y: 20, facing: 0 });
  });

  it("walks and turns as far at one frame a second as at sixty", () => {
    const wish = { ...STILL, forward: 1, turn: 0.2 };
    const [quick, slow] = [at(), at()];
    run(quick, 3, wish);
    for (let second = 0; second < 3; second++) for (const step of stepsOf(1, wish)) slow.step(step.seconds, step.intent);
    expect(Math.hypot(slow.x - quick.x, slow.y - quick.y)).toBeLessThan(0.15);
    expect(slow.facing).toBeCloseTo(quick.facing, 1);
  });

  it("looks about once, however many steps a frame is", () => {
    const walker = at();
    for (const step of stepsOf(0.8, { ...STILL, look: [0.5, 0.2] })) walker.step(step.seconds, step.intent);
    expect([walker.facing, walker.pitch]).toEqual([0.5, 0.2]);
    expect(stepsOf(0, STILL)).toHaveLength(1);
  });

  it("is elsewhere at once where the ground allows, and only turns where not", () => {
    const walker = at(walled(), 5, 5);
    walker.tread({ x: 8, y: 3, facing: 1 }, 0.2);
    expect([walker.x, walker.y, walker.facing, walker.pitch]).toEqual([8, 3, 1, 0.2]);
    walker.tread({ x: 5, y: 9.5, facing: 2 }, 0); // in the wall
    expect([walker.x, walker.y, walker.facing]).toEqual([8, 3, 2]);
  });
});
