import { describe, expect, it } from "vitest";
import type { Changes } from "../../src/core/board.js";
import type { Timeline } from "../../src/core/timeline.js";
import type { LiveEvent, Person, Welcome } from "../../src/protocol/events.js";
import { myself, nobody, others, reduce, welcome, type SessionState } from "../../src/session/state.js";

const person = (number: number, nickname = `p${String(number)}`): Person => ({
  number, nickname, color: number % 12, area: "hall", role: "visitor", via: "hall", muted: false,
});
const answer = (change: Partial<Welcome> = {}): Welcome => ({
  session: "secret", number: 1, presence: "ticket", seq: 10, time: 0, people: [person(1), person(2)], missed: [], shows: new Map(), boards: new Map(), sessions: new Map(), groups: new Map(), screens: new Map(), seats: new Map(), queues: new Map(),
  snapshot: true, revision: "r1", ...change,
});
const told = (seq: number, en: string): LiveEvent => ({ seq, time: seq, kind: "announcement", text: { en, zh: en } });
const start: SessionState = welcome(nobody, answer());

describe("welcome", () => {
  it("takes a snapshot as the whole truth", () => {
    expect(start.seq).toBe(10);
    expect(myself(start)?.number).toBe(1);
    expect(others(start).map((each) => each.number)).toEqual([2]);
  });

  it("takes in what was missed, in order", () => {
    const missed: LiveEvent[] = [
      { seq: 11, time: 1, kind: "joined", person: person(3) },
      { seq: 12, time: 2, kind: "renamed", number: 2, nickname: "Two" },
      told(13, "hello"),
    ];
    const state = welcome(start, answer({ seq: 13, snapshot: false, people: [], missed }));
    expect(others(state).map((each) => each.nickname)).toEqual(["Two", "p3"]);
    expect(state.announcements.map((each) => each.text.en)).toEqual(["hello"]);
    expect(state.seq).toBe(13);
  });

  it("does not tell again what had come already", () => {
    const before = reduce(start, told(11, "once"));
    const state = welcome(before, answer({ seq: 12, snapshot: false, people: [], missed: [told(11, "once"), told(12, "twice")] }));
    expect(state.announcements.map((each) => each.text.en)).toEqual(["once", "twice"]);
  });

  it("starts over where the server's numbers did", () => {
    const state = welcome(start, answer({ seq: 2, people: [person(1)], snapshot: true }));
    expect(state.seq).toBe(2);
    expect(others(state)).toEqual([]);
  });

  it("keeps the announcements through a snapshot", () => {
    const state = welcome(reduce(start, told(11, "before")), answer({ seq: 40, snapshot: true }));
    expect(state.announcements.map((each) => each.text.en)).toEqual(["before"]);
  });

  it("does not ask for ever when the answer has a hole", () => {
    const state = welcome(start, answer({ seq: 14, snapshot: false, missed: [told(13, "late")] }));
    expect(state).toMatchObject({ seq: 14, gap: false });
  });
});

describe("reduce", () => {
  it("changes nothing before the first welcome", () => {
    expect(reduce(nobody, told(1, "x"))).toBe(nobody);
  });

  it("changes nothing for a repeat", () => {
    const state = reduce(start, told(11, "once"));
    expect(reduce(state, told(11, "once"))).toBe(state);
    expect(reduce(state, told(4, "old"))).toBe(state);
  });

  it("raises the gap, once, and leaves the event alone", () => {
    const state = reduce(start, { seq: 13, time: 0, kind: "left", number: 2 });
    expect(state).toMatchObject({ gap: true, seq: 10 });
    expect(state.people.has(2)).toBe(true);
    expect(reduce(state, told(14, "x"))).toBe(state);
  });

  it("follows people in, out, by name and by area", () => {
    const events: LiveEvent[] = [
      { seq: 11, time: 0, kind: "joined", person: person(7) },
      { seq: 12, time: 0, kind: "moved", number: 7, area: "park", via: "hall" },
      { seq: 13, time: 0, kind: "renamed", number: 7, nickname: "七" },
      { seq: 14, time: 0, kind: "left", number: 2 },
      { seq: 15, time: 0, kind: "unknown" },
      { seq: 16, time: 0, kind: "rebuilt", revision: "r2", shows: null, boards: null, sessions: null, screens: null },
    ];
    const state = events.reduce(reduce, start);
    expect(others(state)).toEqual([{ ...person(7), nickname: "七", area: "park" }]);
    expect(state).toMatchObject({ seq: 16, revision: "r2", gap: false });
  });

  it("leaves the state before it as it was", () => {
    reduce(start, { seq: 11, time: 0, kind: "left", number: 2 });
    expect(start.people.size).toBe(2);
  });

  it("remembers the latest twenty announcements", () => {
    const state = Array.from({ length: 25 }, (_, i) => told(11 + i, String(i))).reduce(reduce, start);
    expect(state.announcements.map((each) => each.text.en)).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 5)));
  });
});

describe("shows", () => {
  const at = (position: number, rate = 1): Timeline => ({ epoch: 100, position, rate, duration: 60, loop: true });
  const moved = (seq: number, show: string, timeline: Timeline): LiveEvent => ({ seq, time: seq, kind: "show", show, timeline, by: null });
  const playing = welcome(nobody, answer({ shows: new Map([["sky", at(0)], ["loop", at(1)]]) }));

  it("come with the snapshot and change one by one", () => {
    const state = [moved(11, "sky", at(9, 0)), moved(12, "new", at(3))].reduce(reduce, playing);
    expect([...state.shows]).toEqual([["sky", at(9, 0)], ["loop", at(1)], ["new", at(3)]]);
    expect(playing.shows.get("sky")).toEqual(at(0));
  });

  it("are those of a rebuilt hall and no others", () => {
    const state = reduce(playing, { seq: 11, time: 0, kind: "rebuilt", revision: "r2", shows: new Map([["sky", at(7)]]), boards: null, sessions: null, screens: null });
    expect([...state.shows]).toEqual([["sky", at(7)]]);
  });

  it("are not forgotten over a short absence", () => {
    const missed = [moved(11, "sky", at(20))];
    const state = welcome(playing, answer({ seq: 11, snapshot: false, people: [], shows: new Map(), missed }));
    expect([...state.shows]).toEqual([["sky", at(20)], ["loop", at(1)]]);
    expect([...welcome(playing, answer({ seq: 30, shows: new Map() })).shows]).toEqual([]);
  });
});

describe("boards", () => {
  const value = (figure: number): Changes => new Map([["projects", { id: "projects", value: figure }]]);
  const wrote = (seq: number, board: string, changes: Changes): LiveEvent => ({ seq, time: seq, kind: "board", board, changes });
  const written = welcome(nobody, answer({ boards: new Map([["figures", value(1)]]) }));

  it("come with the snapshot and change row by row", () => {
    const gone: Changes = new Map([["guests", null]]);
    const state = [wrote(11, "figures", gone), wrote(12, "signing", value(3)), wrote(13, "figures", value(2))].reduce(reduce, written);
    expect([...state.boards]).toEqual([["figures", new Map([...value(2), ...gone])], ["signing", value(3)]]);
    expect(written.boards.get("figures")).toEqual(value(1));
  });

  it("are those of a rebuilt hall and no others; without a word of them they stay", () => {
    const rebuilt = (seq: number, boards: LiveEvent extends infer E ? (E extends { boards: infer B } ? B : never) : never): LiveEvent =>
      ({ seq, time: 0, kind: "rebuilt", revision: "r2", shows: null, boards, sessions: null, screens: null });
    expect(reduce(written, rebuilt(11, new Map())).boards.size).toBe(0);
    expect(reduce(written, rebuilt(11, null)).boards).toEqual(written.boards);
  });

  it("are not forgotten over a short absence", () => {
    const missed = [wrote(11, "figures", value(20))];
    const state = welcome(written, answer({ seq: 11, snapshot: false, people: [], boards: new Map(), missed }));
    expect(state.boards.get("figures")).toEqual(value(20));
  });
});
