/** The server's own transcripts (tests/live/transcripts), replayed: the session must come to the same people, shows, boards, groups, screens and seats. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Timeline } from "../../src/core/timeline.js";
import { readEvent, type LiveEvent, type Person } from "../../src/protocol/events.js";
import { nobody, reduce, welcome, type SessionState } from "../../src/session/state.js";

interface Transcript {
  readonly name: string;
  readonly events: readonly unknown[];
  readonly people: readonly Person[];
  readonly shows: Readonly<Record<string, Timeline>>;
  readonly boards: Readonly<Record<string, Readonly<Record<string, object | null>>>>;
  readonly sessions: Readonly<Record<string, { readonly starts: number; readonly changed: number }>>;
  readonly screens: Readonly<Record<string, object>>;
  readonly seats: Readonly<Record<string, object>>;
  readonly queues: Readonly<Record<string, object>>;
  readonly groups: Readonly<Record<string, { guide: number; highlight: string | null; followers: Readonly<Record<string, boolean>> }>>;
}

const folder = new URL("../../../tests/live/transcripts/", import.meta.url);
const transcripts = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Transcript);
const empty: SessionState = welcome(nobody, {
  session: "s", number: 9999, presence: "t", seq: 0, time: 0, people: [], missed: [], shows: new Map(), boards: new Map(), sessions: new Map(), groups: new Map(), screens: new Map(), seats: new Map(), queues: new Map(),
  snapshot: true, revision: "first",
});

function read(transcript: Transcript): LiveEvent[] {
  return transcript.events.map((value) => {
    const event = readEvent(value);
    if (!event) throw new Error(`not an event: ${JSON.stringify(value)}`);
    return event;
  });
}

/** What was changed on boards, as the server writes it: rows without their ids. */
function boards(state: SessionState): unknown {
  const plain = (row: object | null): object | null => row && Object.fromEntries(Object.entries(row).filter(([key]) => key !== "id"));
  const each = [...state.boards].filter(([, changes]) => changes.size > 0);
  return Object.fromEntries(each.map(([board, changes]) => [board, Object.fromEntries([...changes].map(([id, row]) => [id, plain(row)]))]));
}

/** The groups, as the server writes them. */
function groups(state: SessionState): unknown {
  return Object.fromEntries([...state.groups].map(([code, group]) => [code, { ...group, followers: Object.fromEntries(group.followers) }]));
}

describe.each(transcripts)("$name", (transcript) => {
  const events = read(transcript);

  it("leaves the people, shows, boards and groups that the server has", () => {
    const state = events.reduce(reduce, empty);
    expect([...state.people.values()]).toEqual(transcript.people);
    expect(Object.fromEntries(state.screens)).toEqual(transcript.screens);
    expect(Object.fromEntries(state.seats)).toEqual(transcript.seats);
    expect(Object.fromEntries(state.queues)).toEqual(transcript.queues);
    expect(Object.fromEntries(state.shows)).toEqual(transcript.shows);
    expect(boards(state)).toEqual(transcript.boards);
    expect(groups(state)).toEqual(transcript.groups);
    expect(state.seq).toBe(events.length);
    expect(state.gap).toBe(false);
  });

  it("comes to the same wherever the connection was cut", () => {
    for (let cut = 0; cut <= events.length; cut++) {
      const before = events.slice(0, cut).reduce(reduce, empty);
      const missed = events.slice(cut);
      const answer = { session: "s", number: 9999, presence: "t", time: 0, people: [], shows: new Map(), boards: new Map(), sessions: new Map(), groups: new Map(), screens: new Map(), seats: new Map(), queues: new Map(), revision: "", snapshot: false };
      const after = welcome(before, { ...answer, seq: events.length, missed });
      expect([...after.people.values()]).toEqual(transcript.people);
      expect(Object.fromEntries(after.shows)).toEqual(transcript.shows);
      expect(boards(after)).toEqual(transcript.boards);
      expect(groups(after)).toEqual(transcript.groups);
      expect(Object.fromEntries(after.queues)).toEqual(transcript.queues);
      expect([...after.sessions].map(([id, { starts }]) => [id, starts])).toEqual(Object.entries(transcript.sessions).map(([id, { starts }]) => [id, starts]));
    }
  });

  it("takes no event twice and sees a gap", () => {
    const twice = events.flatMap((event) => [event, event]).reduce(reduce, empty);
    expect([...twice.people.values()]).toEqual(transcript.people);
    expect(events.slice(1).reduce(reduce, empty).gap).toBe(true);
  });
});
