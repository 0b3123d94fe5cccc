import { beforeEach, describe, expect, it } from "vitest";
import { Reminders } from "../../src/session/reminders.js";
import { type Session, Timetable } from "../../src/session/timetable.js";
import { at, changes, programme } from "./hours.js";

const START = at("2026-09-20T01:00Z");

describe("Reminders", () => {
  let shelf: Map<string, string>;
  const table = new Timetable(programme());
  const sessions = table.sessions(0, new Map());
  const opening = sessions[0] as Session;
  const make = (): Reminders =>
    new Reminders("fair", () => ({ getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void shelf.set(key, value) }));
  const kinds = (reminders: Reminders, now: number, all: readonly Session[] = sessions): readonly string[] => reminders.due(all, now).map(({ kind }) => kind);

  beforeEach(() => (shelf = new Map()));

  it("tells five minutes before and at the start, once each", () => {
    const reminders = make();
    reminders.want(opening, true);
    expect(kinds(reminders, START - 301_000)).toEqual([]);
    expect(kinds(reminders, START - 300_000)).toEqual(["soon"]);
    expect(kinds(reminders, START - 200_000)).toEqual([]);
    expect(kinds(reminders, START)).toEqual(["start"]);
    expect(kinds(reminders, START + 1000)).toEqual([]);
  });

  it("says nothing of what nobody asked for, or of what began long ago", () => {
    const reminders = make();
    expect(kinds(reminders, START)).toEqual([]);
    reminders.want(opening, true);
    expect(kinds(reminders, START + 121_000)).toEqual([]);
    reminders.want(opening, false);
    expect(kinds(reminders, START)).toEqual([]);
  });

  it("tells that it was moved, and reminds of the new hour", () => {
    const reminders = make();
    reminders.want(opening, true);
    const moved = table.sessions(0, changes("2026-09-20T01:00Z", { starts: START / 1000 + 3600, ends: START / 1000 + 6300 }));
    expect(kinds(reminders, START - 100_000, moved)).toEqual(["moved"]);
    expect(kinds(reminders, START, moved)).toEqual([]);
    expect(kinds(reminders, START + 3_600_000, moved)).toEqual(["start"]);
  });

  it("tells that it was cancelled, and no more", () => {
    const reminders = make();
    reminders.want(opening, true);
    const off = table.sessions(0, changes("2026-09-20T01:00Z", { cancelled: true }));
    expect([kinds(reminders, START - 100_000, off), kinds(reminders, START, off)]).toEqual([["cancelled"], []]);
  });

  it("outlives the page, and nonsense or a forbidden shelf", () => {
    make().want(opening, true);
    expect(make().has(opening)).toBe(true);
    shelf.set("hallwright.reminders.fair", "[nonsense");
    expect(make().has(opening)).toBe(false);
    const forbidden = new Reminders("fair", () => {
      throw new Error("forbidden");
    });
    forbidden.want(opening, true);
    expect(forbidden.has(opening)).toBe(true);
  });

  it("is of one day where each day is the first", () => {
    const daily = new Timetable(programme(null));
    const reminders = make();
    reminders.want(daily.sessions(at("2026-11-28T00:00Z"), new Map())[0] as Session, true);
    const tomorrow = daily.sessions(at("2026-11-29T01:00Z"), new Map());
    expect(reminders.due(tomorrow, at("2026-11-29T01:00Z"))).toEqual([]);
  });
});
