import { describe, expect, it } from "vitest";
import type { Poll } from "../../src/protocol/polls.js";
import type { TalkEvent } from "../../src/protocol/talk.js";
import { isOver, listed, onScreen, shares } from "../../src/session/polls.js";
import { balloted, listened, reduceTalk, silent } from "../../src/session/talk.js";

const poll = (seq: number, change: Partial<Poll> = {}): Poll => ({
  seq, question: { en: "q", zh: "q" }, options: [{ en: "a", zh: "a" }, { en: "b", zh: "b" }], several: false, hidden: false, ends: null, closed: null,
  voters: 0, counts: [0, 0], mine: [], ...change,
});
const event = (seq: number, rest: object): TalkEvent => ({ stream: "s", first: seq, seq, ...rest }) as TalkEvent;
const begun = listened(silent("s"), { stream: "s", seq: 1, me: "me", pace: 0, snapshot: true, missed: [], history: [], questions: [], polls: [poll(1)] }, 50);

describe("polls of a place", () => {
  it("follow what is told: opened, summed, closed, taken away", () => {
    const opened = reduceTalk(begun, event(2, { kind: "polled", poll: poll(2, { hidden: true, counts: null }) }));
    const sums = new Map([[1, { voters: 3, counts: [1, 2] }], [2, { voters: 1, counts: null }]]);
    const voted = reduceTalk(balloted(opened, 1, [1]), event(6, { first: 3, kind: "votes", votes: new Map(), polls: sums }));
    expect(voted.polls).toMatchObject([{ voters: 3, counts: [1, 2], mine: [1] }, { voters: 1, counts: null }]);
    const closed = reduceTalk(voted, event(7, { kind: "poll_closed", poll: 2, at: 900, sums: { voters: 1, counts: [1, 0] } }));
    expect(closed.polls[1]).toMatchObject({ closed: 900, counts: [1, 0] });
    expect(reduceTalk(closed, event(8, { kind: "gone", message: 1 })).polls.map(({ seq }) => seq)).toEqual([2]);
  });

  it("are over by word or by time", () => {
    expect(isOver(poll(1), 1e15)).toBe(false);
    expect(isOver(poll(1, { closed: 5 }), 6)).toBe(true);
    expect([isOver(poll(1, { ends: 10 }), 9), isOver(poll(1, { ends: 10 }), 10)]).toEqual([false, true]);
  });

  it("come to the screen while they are open, the newest first, and for a while after", () => {
    expect(onScreen([poll(1), poll(2)], 0)?.seq).toBe(2);
    expect(onScreen([poll(1), poll(2, { closed: 0 })], 10)?.seq).toBe(1);
    expect(onScreen([poll(1, { closed: 1_000 })], 80_000)?.seq).toBe(1);
    expect(onScreen([poll(1, { closed: 1_000 })], 92_000)).toBeNull();
    expect(listed([poll(1), poll(2, { closed: 0 }), poll(3)], 10).map(({ seq }) => seq)).toEqual([3, 1, 2]);
  });

  it("tell shares of those who voted", () => {
    expect(shares({ voters: 4, counts: [1, 3] })).toEqual([0.25, 0.75]);
    expect(shares({ voters: 0, counts: [0, 0] })).toEqual([0, 0]);
    expect(shares({ voters: 2, counts: null })).toEqual([]);
  });
});
