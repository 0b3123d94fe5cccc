/** A programme of two days for tests. */
import type { Programme } from "../../src/hall/programme.js";
import type { SessionChange } from "../../src/protocol/sessions.js";

const both = (words: string) => ({ en: words, zh: words });

/** An opening at nine and a talk at ten, one at nine of the second day; each three quarters of an hour. */
export function programme(starts: string | null = "2026-09-20", timezone = "Asia/Shanghai"): Programme {
  const session = (id: string, day: number, time: string): Programme["sessions"][number] => ({
    id, title: both(id), abstract: both(""), track: "talks", kind: "stage", place: "main", area: "hall", day, time, minutes: 45, speakers: ["ann"], languages: ["zh"], reel: "",
  });
  return {
    timezone, starts,
    tracks: [{ id: "talks", name: both("Talks"), color: "#1f6fb2" }],
    speakers: [{ id: "ann", name: both("Ann"), role: both("Host"), organisation: both("") }],
    sessions: [session("opening", 1, "09:00"), session("talk", 1, "10:00"), session("second", 2, "09:00")],
  };
}

/** The opening, changed: `written` is when it was to start. */
export function changes(written: string, change: Partial<SessionChange>): ReadonlyMap<string, SessionChange> {
  const at = Date.parse(written) / 1000;
  return new Map([["opening", { written: at, starts: at, ends: at + 2700, cancelled: false, note: null, ...change }]]);
}

export const at = (time: string): number => Date.parse(time);
