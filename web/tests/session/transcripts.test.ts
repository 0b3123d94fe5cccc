/** The transcripts that the server's own tests keep, replayed here: both sides must agree on who is in the hall. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEvent, readPerson, type LiveEvent, type Person, type Welcome } from "../../src/protocol/events.js";
import { nobody, reduce, welcome, type SessionState } from "../../src/session/state.js";

interface Transcript {
  readonly name: string;
  readonly events: readonly unknown[];
  readonly people: readonly unknown[];
}

const folder = new URL("../../../tests/live/transcripts/", import.meta.url);
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Transcript);

const answer = (change: Partial<Welcome>): Welcome => ({
  session: "s", number: 0, presence: "t", seq: 0, time: 0, people: [], missed: [], snapshot: false, revision: "", ...change,
});
const empty: SessionState = welcome(nobody, answer({ snapshot: true }));
const everybody = (state: SessionState): Person[] => [...state.people.values()].sort((a, b) => a.number - b.number);
const told = (state: SessionState): number[] => state.announcements.map(({ seq }) => seq);

it("finds transcripts", () => {
  expect(transcripts.length).toBeGreaterThanOrEqual(5);
});

describe.each(transcripts)("$name", ({ events: raw, people: whole }) => {
  const events = raw.map(readEvent).filter((event): event is LiveEvent => event !== null);
  const people = whole.map(readPerson).filter((person): person is Person => person !== null).sort((a, b) => a.number - b.number);
  const last = events.at(-1)?.seq ?? 0;
  const straight = events.reduce(reduce, empty);

  it("is understood to the last event", () => {
    expect(events.length).toBe(raw.length);
    expect(people.length).toBe(whole.length);
    expect(events.filter(({ kind }) => kind === "unknown")).toEqual([]);
  });

  it("gives the people of the hall", () => {
    expect(everybody(straight)).toEqual(people);
    expect(straight).toMatchObject({ seq: last, gap: false });
  });

  it("gives the same when every event comes twice", () => {
    const doubled = events.flatMap((event) => [event, event]).reduce(reduce, empty);
    expect(doubled).toEqual(straight);
  });

  it("gives the same wherever the line was cut, with what was missed", () => {
    for (let cut = 0; cut <= events.length; cut++) {
      const before = events.slice(0, cut).reduce(reduce, empty);
      const after = welcome(before, answer({ seq: last, missed: events.slice(cut) }));
      expect(everybody(after)).toEqual(people);
      expect(told(after)).toEqual(told(straight));
      expect(after.revision).toBe(straight.revision);
    }
  });

  it("notices every event that is left out, and catches up", () => {
    for (let lost = 0; lost + 1 < events.length; lost++) {
      const holed = events.filter((_, i) => i !== lost).reduce(reduce, empty);
      expect(holed).toMatchObject({ gap: true, seq: lost });
      const after = welcome(holed, answer({ seq: last, missed: events.slice(lost) }));
      expect(everybody(after)).toEqual(people);
      expect(after.gap).toBe(false);
    }
  });
});
