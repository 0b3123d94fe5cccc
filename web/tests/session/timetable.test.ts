import { describe, expect, it } from "vitest";
import { coming, running, standing, Timetable } from "../../src/session/timetable.js";
import { at, changes, programme } from "./hours.js";

const none = new Map<string, never>();

describe("Timetable", () => {
  it("has every session at its hour by the clocks of the venue", () => {
    const sessions = new Timetable(programme()).sessions(0, none);
    expect(sessions.map(({ id, starts }) => [id, starts])).toEqual([
      ["opening", at("2026-09-20T01:00Z")], ["talk", at("2026-09-20T02:00Z")], ["second", at("2026-09-21T01:00Z")],
    ]);
    expect(sessions[0]).toMatchObject({ ends: at("2026-09-20T01:45Z"), track: { color: "#1f6fb2" }, speakers: [{ id: "ann" }] });
  });

  it("begins anew at the venue's midnight where each day is the first", () => {
    const table = new Timetable(programme(null));
    const today = table.sessions(at("2026-11-28T15:59Z"), none);
    expect(today[0]?.starts).toBe(at("2026-11-28T01:00Z"));
    expect(table.sessions(at("2026-11-28T15:59:59Z"), none)).toBe(today);
    expect(table.sessions(at("2026-11-28T16:00Z"), none)[0]?.starts).toBe(at("2026-11-29T01:00Z"));
  });

  it("takes in a change for the start that it was made for, and no other", () => {
    const table = new Timetable(programme());
    const later = changes("2026-09-20T01:00Z", { starts: at("2026-09-20T03:00Z") / 1000, ends: at("2026-09-20T04:00Z") / 1000 });
    expect(table.sessions(0, later).map(({ id }) => id)).toEqual(["talk", "opening", "second"]);
    expect(table.sessions(0, changes("2026-09-19T01:00Z", { cancelled: true }))[0]?.cancelled).toBe(false);
  });

  it("knows what is on and what is next", () => {
    const now = at("2026-09-20T01:44Z");
    const table = new Timetable(programme());
    const sessions = table.sessions(now, none);
    expect(running(sessions, now).map(({ id }) => id)).toEqual(["opening"]);
    expect(coming(sessions, now).map(({ id }) => id)).toEqual(["talk"]);
    expect(running(sessions, at("2026-09-20T01:45Z"))).toEqual([]);
    expect(coming(sessions, at("2026-09-22T00:00Z"))).toEqual([]);
    const cancelled = table.sessions(now, changes("2026-09-20T01:00Z", { cancelled: true }));
    expect([running(cancelled, now), standing(cancelled[0] as never, now)]).toEqual([[], "cancelled"]);
  });
});
