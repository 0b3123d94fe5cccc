/**
 * Sessions as they are: the programme of the hall, on the day on which one looks, under what was changed live. Times are ms of
 * the server's clock. A change holds while the programme says the start for which it was made.
 */
import { dateIn, dayAfter, momentOf } from "../core/zones.js";
import type { Text } from "../core/text.js";
import type { Programme, Speaker, Track, WrittenSession } from "../hall/programme.js";
import type { SessionChanges } from "../protocol/sessions.js";

export interface Session {
  readonly id: string;
  readonly title: Text;
  readonly abstract: Text;
  readonly track: Track;
  readonly speakers: readonly Speaker[];
  readonly kind: WrittenSession["kind"];
  readonly place: string;
  readonly area: string;
  readonly day: number;
  readonly languages: readonly string[];
  /** What the screen of its stage shows meanwhile; empty for nothing. */
  readonly reel: string;
  /** When it was to start. */
  readonly written: number;
  readonly starts: number;
  readonly ends: number;
  readonly cancelled: boolean;
  readonly note: Text | null;
}

export type Standing = "cancelled" | "over" | "now" | "later";

const NO_TRACK: Track = { id: "", name: { en: "", zh: "" }, color: "#3C4246" };

export class Timetable {
  private written: readonly Session[] = [];
  private first = "";
  /** When another day begins where each day is the first. */
  private until = -Infinity;
  private changes: SessionChanges | null = null;
  private known: readonly Session[] = [];

  constructor(readonly programme: Programme) {}

  /** All sessions, by their start. The same list while nothing changes. */
  sessions(now: number, changes: SessionChanges): readonly Session[] {
    const fresh = now >= this.until || this.written.length === 0;
    if (fresh) this.lay(now);
    if (fresh || changes !== this.changes) {
      this.changes = changes;
      this.known = this.written.map((session) => changed(session, changes)).sort((a, b) => a.starts - b.starts);
    }
    return this.known;
  }

  private lay(now: number): void {
    const { timezone, starts } = this.programme;
    const first = starts ?? dateIn(timezone, now);
    this.until = starts === null ? momentOf(timezone, dayAfter(first, 1), "00:00") : Infinity;
    if (first === this.first) return;
    this.first = first;
    this.written = this.programme.sessions.map((session) => this.session(session, first));
  }

  private session(session: WrittenSession, first: string): Session {
    const { timezone, tracks, speakers } = this.programme;
    const { id, title, abstract, kind, place, area, day, languages, reel } = session;
    const starts = momentOf(timezone, dayAfter(first, day - 1), session.time);
    return {
      id, title, abstract, kind, place, area, day, languages, reel,
      track: tracks.find((each) => each.id === session.track) ?? NO_TRACK,
      speakers: session.speakers.flatMap((each) => speakers.find((speaker) => speaker.id === each) ?? []),
      written: starts, starts, ends: starts + session.minutes * 60_000, cancelled: false, note: null,
    };
  }
}

function changed(session: Session, changes: SessionChanges): Session {
  const change = changes.get(session.id);
  if (!change || change.written * 1000 !== session.written) return session;
  const { starts, ends, cancelled, note } = change;
  return { ...session, starts: starts * 1000, ends: ends * 1000, cancelled, note };
}

export function standing({ cancelled, starts, ends }: Session, now: number): Standing {
  if (cancelled) return "cancelled";
  if (now >= ends) return "over";
  return now >= starts ? "now" : "later";
}

/** What is on. */
export const running = (sessions: readonly Session[], now: number): readonly Session[] => sessions.filter((each) => standing(each, now) === "now");

/** What is next: all that begin first. */
export function coming(sessions: readonly Session[], now: number): readonly Session[] {
  const later = sessions.filter((each) => standing(each, now) === "later");
  const first = Math.min(...later.map(({ starts }) => starts));
  return later.filter(({ starts }) => starts === first);
}
