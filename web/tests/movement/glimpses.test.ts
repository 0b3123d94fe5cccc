import { describe, expect, it } from "vitest";
import { Glimpses } from "../../src/movement/glimpses.js";

const view = (x: number, facing = 0) => ({ x, y: 0, height: 1.65, facing, pitch: 0 });
/** Looks at who is at `where(seconds)` for a while, ten times a second; when it looked anew, and at what x. */
const watch = (glimpses: Glimpses, seconds: number, where: (time: number) => ReturnType<typeof view>): number[][] => {
  const looks: number[][] = [];
  for (let i = 0; i < seconds * 10; i++) {
    const seen = where(i / 10);
    if (!glimpses.due(seen, 0.1)) continue;
    glimpses.look(seen);
    looks.push([i / 10, seen.x]);
  }
  return looks;
};

describe("glimpses of somebody who moves", () => {
  it("are one of who stands, tremble or not", () => {
    const glimpses = new Glimpses();
    expect(watch(glimpses, 20, (time) => view(3 + 0.01 * Math.sin(time)))).toEqual([[0, 3]]);
  });

  it("come once somebody rests who walked", () => {
    const looks = watch(new Glimpses(), 6, (time) => view(Math.min(3, time * 2)));
    expect(looks).toHaveLength(2);
    expect(looks[1]![0]).toBeLessThan(2.3);
    expect(looks[1]![1]).toBe(3);
  });

  it("come every few seconds of who goes on and on", () => {
    const looks = watch(new Glimpses(), 13, (time) => view(time * 2));
    expect(looks.length).toBeGreaterThan(2);
    expect(looks.length).toBeLessThan(5);
  });

  it("see a turn of the head too", () => {
    expect(watch(new Glimpses(), 3, (time) => view(0, time > 1 ? 0.3 : 0))).toHaveLength(2);
  });
});
