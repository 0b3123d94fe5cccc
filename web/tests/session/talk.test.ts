import { describe, expect, it } from "vitest";
import type { Listening, Message, Question, TalkEvent } from "../../src/protocol/talk.js";
import { listened, ranked, recalled, reduceTalk, silent, type TalkState, unreadAfter, voted } from "../../src/session/talk.js";

const STREAM = "talk/stage/main";
const message = (seq: number, text = `word ${seq}`, by = "a"): Message => ({ seq, time: seq, by, number: 1, nickname: "", color: 1, role: "visitor", text });
const question = (seq: number, change: Partial<Question> = {}): Question => ({ ...message(seq, "why?"), votes: 0, mine: false, answered: false, hidden: false, ...change });
const said = (seq: number, text?: string, by?: string): TalkEvent => ({ stream: STREAM, first: seq, seq, kind: "said", message: message(seq, text, by) });
const event = (seq: number, rest: Record<string, unknown>): TalkEvent => ({ stream: STREAM, first: seq, seq, ...rest }) as TalkEvent;
const answer = (change: Partial<Listening>): Listening =>
  ({ stream: STREAM, seq: 2, me: "me", pace: 0, snapshot: true, missed: [], history: [message(1), message(2)], questions: [], polls: [], ...change });
const heard = (state: TalkState): string[] => state.messages.map(({ text }) => text);
const begun = listened(silent(STREAM), answer({}), 2);

describe("the talk of one place", () => {
  it("begins with what the server tells, and goes on with events in order", () => {
    expect(begun).toMatchObject({ seq: 2, me: "me", more: true });
    const after = [said(3), said(3, "again"), said(2, "old")].reduce(reduceTalk, begun);
    expect(heard(after)).toEqual(["word 1", "word 2", "word 3"]);
    expect(after.seq).toBe(3);
  });

  it("holds what comes before the answer until it is there", () => {
    const early = [said(2, "told twice"), said(3)].reduce(reduceTalk, silent(STREAM));
    expect(early.messages).toEqual([]);
    expect(heard(listened(early, answer({}), 50))).toEqual(["word 1", "word 2", "word 3"]);
  });

  it("raises a gap once, takes nothing in meanwhile, and is whole again after what was missed", () => {
    const gap = reduceTalk(begun, said(4));
    expect(gap).toMatchObject({ gap: true, seq: 2 });
    expect(reduceTalk(gap, said(5))).toBe(gap);
    const whole = listened(gap, answer({ seq: 5, snapshot: false, missed: [said(3), said(4), said(5)], history: [] }), 50);
    expect(whole).toMatchObject({ gap: false, seq: 5 });
    expect(heard(whole)).toHaveLength(5);
  });

  it("takes votes in a row as one", () => {
    const asked = reduceTalk(begun, event(3, { kind: "asked", question: question(3) }));
    const after = reduceTalk(asked, event(6, { first: 4, kind: "votes", votes: new Map([[3, 3]]), polls: new Map() }));
    expect(after).toMatchObject({ seq: 6, gap: false, questions: [{ seq: 3, votes: 3, mine: false }] });
    expect(voted(after, 3, true).questions[0]?.mine).toBe(true);
    expect(reduceTalk(asked, event(7, { first: 5, kind: "votes", votes: new Map(), polls: new Map() })).gap).toBe(true);
  });

  it("forgets what was taken back, and never shows what was taken back before it came", () => {
    expect(heard(reduceTalk(begun, event(3, { kind: "erased", messages: [1, 9] })))).toEqual(["word 2"]);
    expect(heard(reduceTalk(begun, event(3, { kind: "gone", message: 1 })))).toEqual(["word 2"]);
    expect(heard(reduceTalk(begun, said(3, "")))).toEqual(["word 1", "word 2"]);
  });

  it("shows a question that may be seen again to those who never saw it", () => {
    const again = event(3, { kind: "hidden", question: 1, hidden: false, again: question(1) });
    expect(reduceTalk(begun, again).questions).toHaveLength(1);
    const known = { ...begun, questions: [question(1, { hidden: true, votes: 4 })] };
    expect(reduceTalk(known, again).questions).toMatchObject([{ hidden: false, votes: 4 }]);
  });

  it("ranks open questions by votes, older first, and answered ones last", () => {
    const all = [question(1), question(2, { votes: 5, answered: true }), question(3, { votes: 2 }), question(4, { votes: 2 })];
    expect(ranked(all).map(({ seq }) => seq)).toEqual([3, 4, 1, 2]);
  });

  it("recalls what was said before, once", () => {
    const later = listened(silent(STREAM), answer({ seq: 9, history: [message(8), message(9)] }), 2);
    const all = recalled(later, [message(6), message(7), message(8)], 3);
    expect(all.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
    expect(all.more).toBe(true);
    expect(recalled(all, [message(5)], 3).more).toBe(false);
  });

  it("counts what others said since one looked", () => {
    const state = [said(3), said(4, "mine", "me")].reduce(reduceTalk, begun);
    expect([unreadAfter(state, 2), unreadAfter(state, 0), unreadAfter(state, 4)]).toEqual([1, 3, 0]);
  });
});
