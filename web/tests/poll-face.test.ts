import { beforeEach, describe, expect, it } from "vitest";
import type { Moment } from "../src/display.js";
import { PollFace } from "../src/poll-face.js";
import type { Poll } from "../src/protocol/polls.js";

const text = (word: string) => ({ en: word, zh: `${word}中` });
const poll = (change: Partial<Poll> = {}): Poll => ({
  seq: 1, question: text("Which"), options: [text("Rocket"), text("Robot")], several: false, hidden: false, ends: null, closed: null,
  voters: 0, counts: [0, 0], mine: [], ...change,
});

describe("a poll on a stage's screen", () => {
  let written: string[];
  let bars: number[];
  let polls: readonly Poll[];
  const pen = {
    canvas: { width: 1000, height: 500 },
    measureText: (each: string) => ({ width: each.length * 5 }),
    fillText: (each: string) => written.push(each),
    roundRect: (_x: number, _y: number, width: number) => bars.push(width),
    fillRect: () => undefined, beginPath: () => undefined, arc: () => undefined, fill: () => undefined,
  } as unknown as CanvasRenderingContext2D;
  const face = () => new PollFace("talk/stage/main");
  const moment = (now: number, change: Partial<Moment> = {}): Moment =>
    ({ now, server: now / 1000, first: "en", still: false, letters: 0, pollsOf: (stream: string) => (stream === "talk/stage/main" ? polls : []), ...change }) as Moment;

  beforeEach(() => {
    [written, bars, polls] = [[], [], [poll()]];
  });

  it("writes the question and the options in both languages, and paints once while nothing changes", () => {
    const screen = face();
    expect([0, 1_000, 2_000].map((now) => screen.paint(pen, moment(now)))).toEqual([true, false, false]);
    expect(written).toEqual(expect.arrayContaining(["Which", "Which中", "Rocket", "Rocket中", "0%  ·  0"]));
  });

  it("lets bars grow in steps, and at once where motion is reduced", () => {
    const lengths = (still: boolean): number[] => {
      const screen = face();
      polls = [poll()];
      screen.paint(pen, moment(0, { still }));
      polls = [poll({ voters: 2, counts: [2, 0] })];
      return [10, 300, 1_200].map((after) => {
        bars = [];
        screen.paint(pen, moment(5_000 + after, { still }));
        return bars.reduce((sum, each) => sum + each, 0) - 2 * 920; // without the two tracks
      });
    };
    const [first = 0, second = 0, last = 0] = lengths(false);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(last);
    expect(lengths(true)[0]).toBe(last);
  });

  it("has no bars while the result is kept back, and tells how long is left", () => {
    polls = [poll({ hidden: true, counts: null, voters: 3, ends: 65_000 })];
    face().paint(pen, moment(1_000));
    expect(bars).toEqual([]);
    expect(written.join(" ")).toMatch(/Result at the end.*3 votes · 3 人投票 {3}01:04/);
  });

  it("is not wanted where there is no poll, and goes a while after it is over", () => {
    polls = [poll({ closed: 1_000, voters: 1, counts: [1, 0] })];
    expect([2_000, 80_000, 95_000].map((now) => face().wanted(moment(now)))).toEqual([true, true, false]);
    polls = [];
    expect(face().wanted(moment(0))).toBe(false);
  });
});
