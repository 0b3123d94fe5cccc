import { describe, expect, it } from "vitest";
import { readHistory, readListening, readTalk, readWave } from "../../src/protocol/talk.js";

const said = { stream: "talk/area/hall", seq: 3, time: 1000, kind: "said", by: "a", number: 1, nickname: "Ada", color: 1, role: "visitor", text: "hello", key: "k" };
const asked = { ...said, kind: "asked", text: "why?" };

describe("events of talk", () => {
  it("are read with every field", () => {
    expect(readTalk(said)).toMatchObject({ kind: "said", first: 3, seq: 3, message: { text: "hello", nickname: "Ada" } });
    expect(readTalk(asked)).toMatchObject({ kind: "asked", question: { votes: 0, mine: false, answered: false, hidden: false } });
    expect(readTalk({ ...said, kind: "withdrawn", message: 2 })).toMatchObject({ kind: "gone", message: 2 });
    expect(readTalk({ ...said, kind: "erased", messages: [2, "x", 3] })).toMatchObject({ kind: "erased", messages: [2, 3] });
    expect(readTalk({ ...said, kind: "removed", message: 2 })).toMatchObject({ kind: "gone", message: 2 });
    expect(readTalk({ ...said, kind: "votes", first: 2, votes: { 1: 7, x: "no" } })).toMatchObject({ first: 2, seq: 3, votes: new Map([[1, 7]]) });
    expect(readTalk({ ...said, kind: "hidden", question: 1, hidden: false, asked })).toMatchObject({ hidden: false, again: { text: "why?" } });
    expect(readTalk({ ...said, kind: "pace", seconds: 9 })).toMatchObject({ kind: "pace", seconds: 9 });
  });

  it("of later servers still count, and nonsense is nothing", () => {
    expect(readTalk({ ...said, kind: "sung" })).toEqual({ stream: "talk/area/hall", seq: 3, first: 3, kind: "unknown" });
    expect(readTalk({ ...said, text: 7 })).toMatchObject({ kind: "unknown" });
    for (const bad of [null, 7, {}, { ...said, seq: -1 }, { ...said, stream: 1 }]) expect(readTalk(bad)).toBeNull();
  });

  it("come in the answer to `listen`", () => {
    const event = { ...said, stream: undefined };
    const answer = readListening({ ok: true, stream: said.stream, seq: 9, me: "a", pace: 5, snapshot: false, missed: [event, 7], history: [event, {}], questions: [asked] });
    expect(answer).toMatchObject({ seq: 9, me: "a", pace: 5, missed: [{ stream: said.stream, kind: "said" }], questions: [{ text: "why?" }] });
    expect(answer?.history).toHaveLength(1);
    expect(readListening({ ok: false, code: "unknown_stream" })).toBeNull();
    expect(readHistory(null)).toEqual([]);
  });

  it("tell waves of known reactions", () => {
    expect(readWave({ stream: "s", counts: { clap: 3, boo: 9, heart: -1 } })).toEqual({ stream: "s", counts: { clap: 3 } });
    expect(readWave({ stream: "s" })).toBeNull();
  });
});
