/** How twins move between the words of their devices, which come when they come. */
import { describe, expect, it } from "vitest";
import { Glide, type Stand } from "../../src/session/gliding.js";

const FRAME = 1000 / 60;
const SPEED = 1.2; // m/s
const home: Stand = { x: 0, y: 0, facing: 0 };

/** When words come that a device says twice a second, each up to so many ms late, in order. */
function arrivals(jitter: number, words: number): readonly number[] {
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const late = Array.from({ length: words }, (_, i) => 500 * i + jitter * random());
  return late.map((at, i) => Math.max(at, ...late.slice(0, i)));
}

/** Where a twin is at each frame while its device goes east, and how far behind what was said last. */
function ride(jitter: number): { readonly steps: readonly number[]; readonly behind: number } {
  const words = arrivals(jitter, 40).map((at, i) => ({ at, to: { x: SPEED * 0.5 * i, y: 0, facing: Math.PI / 2 } }));
  const glide = new Glide(home, home, 0);
  const steps: number[] = [];
  let [heard, before, behind] = [0, 0, 0];
  for (let now = 0; now < 19_000; now += FRAME) {
    for (; words[heard] && (words[heard] as { at: number }).at <= now; heard++) glide.toward((words[heard] as { to: Stand }).to, now);
    const { x } = glide.at(now);
    if (now > 3_000) steps.push(x - before);
    before = x;
    behind = Math.max(behind, glide.end.x - x);
  }
  return { steps, behind };
}

describe("a glide", () => {
  it("never jumps nor goes back, however late words come", () => {
    for (const jitter of [0, 100, 300]) {
      const { steps, behind } = ride(jitter);
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
      // At the very most three times as fast as the device: two words may come at once.
      expect(Math.max(...steps)).toBeLessThan(3 * SPEED * (FRAME / 1000));
      expect(behind).toBeLessThan(SPEED); // a second of its way
    }
  });

  it("hardly stands while its device goes on", () => {
    for (const [jitter, most] of [[0, 0.12], [100, 0.15], [300, 0.25]] as const) {
      const { steps } = ride(jitter);
      expect(steps.filter((step) => step === 0).length / steps.length).toBeLessThan(most);
    }
  });

  it("is over within half a second of the last word, and within a quarter of one of a single word", () => {
    const glide = new Glide(home, { x: 1, y: 0, facing: 0 }, 0);
    expect(glide.at(0)).toEqual(home);
    expect(glide.at(125).x).toBeCloseTo(0.5);
    expect(glide.at(250)).toEqual({ x: 1, y: 0, facing: 0 });
    glide.toward({ x: 2, y: 0, facing: 0 }, 500);
    expect(glide.at(700).x).toBeLessThan(2);
    expect(glide.at(950).x).toBe(2);
    glide.toward({ x: 3, y: 0, facing: 0 }, 5_000);
    expect(glide.at(5_250).x).toBe(3);
    expect([glide.moves(5_250), glide.moves(5_251)]).toEqual([true, false]);
  });

  it("turns the short way, goes on from where it is, and does not begin anew for the same word", () => {
    const glide = new Glide({ ...home, facing: 0.1 }, { x: 1, y: 1, facing: 2 * Math.PI - 0.1 }, 0);
    expect(glide.at(125).facing).toBeCloseTo(0);
    expect(glide.toward({ x: 1, y: 1, facing: 2 * Math.PI - 0.1 }, 100)).toBe(false);
    const before = glide.at(125);
    expect(glide.toward({ x: 5, y: 5, facing: 0 }, 125)).toBe(true);
    expect(glide.at(125)).toEqual(before);
  });
});
