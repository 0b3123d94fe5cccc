import { describe, expect, it } from "vitest";
import { readPoll, readSums } from "../../src/protocol/polls.js";
import { readListening, readTalk } from "../../src/protocol/talk.js";

const text = (word: string): object => ({ en: word, zh: word });
const POLL = { seq: 3, time: 5, question: text("which"), options: [text("a"), text("b")], several: false, hidden: false, ends: null, closed: null };

describe("polls as they are told", () => {
  it("are read with every field", () => {
    expect(readPoll({ ...POLL, voters: 3, counts: [1, 2], mine: [1], ends: 9 })).toEqual({
      seq: 3, question: text("which"), options: POLL.options, several: false, hidden: false, ends: 9, closed: null, voters: 3, counts: [1, 2], mine: [1],
    });
    expect(readPoll(POLL)).toMatchObject({ voters: 0, counts: [0, 0], mine: [] });
  });

  it("have no sums while these are kept back", () => {
    expect(readPoll({ ...POLL, hidden: true, voters: 4 })).toMatchObject({ voters: 4, counts: null });
    expect(readSums({ voters: 4 })).toEqual({ voters: 4, counts: null });
  });

  it("are nothing where something is wrong, as where their words were taken away", () => {
    const wrong = [null, { ...POLL, seq: -1 }, { ...POLL, options: [] }, { ...POLL, options: [text("a"), 3] }, { ...POLL, question: "which" }];
    for (const each of wrong) expect(readPoll(each)).toBeNull();
    expect(readTalk({ ...POLL, options: [], stream: "s", kind: "polled" })).toMatchObject({ kind: "unknown", seq: 3 });
    expect(readPoll({ ...POLL, counts: [1, 2, 3] })?.counts).toEqual([0, 0]);
  });

  it("are opened, summed and closed by events, and told to who begins to listen", () => {
    expect(readTalk({ ...POLL, stream: "s", kind: "polled" })).toMatchObject({ kind: "polled", poll: { seq: 3 } });
    expect(readTalk({ stream: "s", seq: 6, first: 4, kind: "votes", votes: {}, polls: { 3: { voters: 2, counts: [2, 0] } } })).toMatchObject({
      first: 4, polls: new Map([[3, { voters: 2, counts: [2, 0] }]]),
    });
    expect(readTalk({ stream: "s", seq: 7, time: 99, kind: "poll_closed", poll: 3, voters: 2, counts: [2, 0] })).toMatchObject({
      kind: "poll_closed", poll: 3, at: 99, sums: { voters: 2, counts: [2, 0] },
    });
    expect(readListening({ ok: true, stream: "s", seq: 3, polls: [POLL, { seq: 4 }] })?.polls).toHaveLength(1);
  });
});
