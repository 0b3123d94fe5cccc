import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Emitter } from "../src/core/emitter.js";
import { signal } from "../src/core/signal.js";
import type { Manifest } from "../src/hall/manifest.js";
import type { TalkEvent, Wave } from "../src/protocol/talk.js";
import { nobody } from "../src/session/state.js";
import { Talking } from "../src/talking.js";
import type { Interface } from "../src/ui/interface.js";
import { blankView, type View } from "../src/ui/view.js";

const both = (word: string) => ({ en: word, zh: word });
const [AREA, STAGE] = ["talk/area/hall", "talk/stage/main"];
const hall = { areas: [{ id: "hall", name: both("Hall"), booths: [], stages: [{ id: "main", name: both("Main"), at: [0, 50] }] }] } as unknown as Manifest;
const poll = { seq: 1, question: both("Which"), options: [both("a"), both("b")], several: false, hidden: false, ends: null, closed: null, voters: 0, counts: [0, 0], mine: [] };

describe("what goes on at the stage around", () => {
  let talk: Emitter<{ events: readonly TalkEvent[]; wave: Wave; welcome: null }>;
  let view: View;
  let heard: string[];
  let calls: string[];
  let cheered: Wave[];
  let pose: { x: number; y: number; facing: number };
  let talking: Talking;

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.stubGlobal("location", { origin: "http://hall.example" });
    vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
    talk = new Emitter();
    [view, heard, calls, cheered, pose] = [{ ...blankView, area: "hall" }, [], [], [], { x: 0, y: 0, facing: 0 }];
    const live = {
      talk,
      letters: new Emitter(),
      meetings: new Emitter(),
      calls: new Emitter(),
      state: signal(nobody),
      call: (name: string, { stream }: { stream: string }) => {
        calls.push(`${name} ${stream}`);
        if (name === "listen") heard.push(stream);
        if (name === "unlisten") heard = heard.filter((each) => each !== stream);
        const answer = { ok: true, stream, seq: 0, me: "me", pace: 0, snapshot: true, missed: [], history: [], questions: [], polls: [] };
        return Promise.resolve(name === "listen" ? answer : { ok: true, seq: 1 });
      },
      tell: () => undefined,
    };
    const shown = {
      get view() {
        return view;
      },
      show: (change: Partial<View>) => (view = { ...view, ...change }),
      watch: () => undefined,
      write: () => undefined,
    };
    talking = new Talking({
      live: live as unknown as ConstructorParameters<typeof Talking>[0]["live"], interface: shown as unknown as Interface,
      hall: () => hall, pose: () => pose, cheered: (wave) => cheered.push(wave),
    });
    await vi.advanceTimersByTimeAsync(0);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("is listened to within sight, and no more from afar", async () => {
    expect(heard).toEqual([AREA, STAGE]);
    pose = { x: 0, y: -15, facing: 0 };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([AREA, STAGE]);
    pose = { x: 0, y: -25, facing: 0 };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([AREA]);
  });

  it("is shown: polls although the panel is closed, votes, and the end", async () => {
    talk.emit("events", [{ stream: STAGE, first: 1, seq: 1, kind: "polled", poll }]);
    expect(view.talk).toMatchObject({ open: false, polls: [{ stream: STAGE, poll: { question: both("Which") } }] });
    talk.emit("events", [{ stream: STAGE, first: 2, seq: 2, kind: "votes", votes: new Map(), polls: new Map([[1, { voters: 1, counts: [1, 0] }]]) }]);
    expect(talking.polls(STAGE)[0]).toMatchObject({ voters: 1, counts: [1, 0] });
    expect(view.talk.polls[0]?.poll.voters).toBe(1);
    talking.intents.choose(STAGE);
    await talking.intents.ballot(1, [0]);
    expect(calls.at(-1)).toBe(`ballot ${STAGE}`);
    expect(view.talk.polls[0]?.poll.mine).toEqual([0]);
    talk.emit("events", [{ stream: STAGE, first: 3, seq: 3, kind: "poll_closed", poll: 1, at: 9, sums: { voters: 1, counts: [1, 0] } }]);
    expect(view.talk.polls[0]?.poll.closed).toBe(9);
  });

  it("cheers for a moment, whether the panel is open or not", async () => {
    talk.emit("wave", { stream: STAGE, counts: { clap: 3 } });
    expect(cheered).toHaveLength(1);
    expect(view.talk.cheers).toEqual({ clap: 3 });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(view.talk.cheers).toEqual({});
    talk.emit("wave", { stream: "talk/stage/other", counts: { clap: 3 } });
    expect(view.talk.cheers).toEqual({});
  });

  it("reads the place that the desk chose although the panel is closed", async () => {
    talking.intents.attend(true);
    talking.intents.choose(STAGE);
    await vi.advanceTimersByTimeAsync(0);
    expect(view.talk.state?.stream).toBe(STAGE);
  });
});
