/** Of which sessions the visitor wants to be reminded: kept on this device, told five minutes before and at the start, once each. */
import type { Session } from "./timetable.js";

export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** `soon`: within five minutes; `moved`, `cancelled`: it is not when it was when the visitor asked. */
export interface Reminder {
  readonly session: Session;
  readonly kind: "soon" | "start" | "moved" | "cancelled";
}

const SOON = 5 * 60_000;
/** ms after the start at which it is too late to say that it starts. */
const LATE = 2 * 60_000;
const MOST = 200;

export class Reminders {
  /** By session and day (`opening@2026…`), so that tomorrow's is another: when it was to start when it was last told of. */
  private wanted = new Map<string, number>();
  private readonly told = new Set<string>();
  private readonly key: string;

  /** `shelf` is asked each time: browsers throw where storage is forbidden. */
  constructor(venue: string, private readonly shelf: () => Shelf) {
    this.key = `hallwright.reminders.${venue}`;
    this.reread();
  }

  /** Takes up what another page of this browser wrote. */
  reread(): void {
    try {
      const kept: unknown = JSON.parse(this.shelf().getItem(this.key) ?? "{}");
      const entries = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
      this.wanted = new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === "number").slice(-MOST));
    } catch {
      // What is no list of ours is as if there were none.
    }
  }

  has(session: Session): boolean {
    return this.wanted.has(nameOf(session));
  }

  want(session: Session, on: boolean): void {
    if (on) this.wanted.set(nameOf(session), session.starts);
    else this.wanted.delete(nameOf(session));
    this.write();
  }

  /** What is to be said at `now`. */
  due(sessions: readonly Session[], now: number): readonly Reminder[] {
    return sessions.filter((session) => this.has(session)).flatMap((session) => [...this.moved(session), ...this.timely(session, now)]);
  }

  private timely(session: Session, now: number): readonly Reminder[] {
    const left = session.starts - now;
    if (session.cancelled || left > SOON || left < -LATE) return [];
    return this.once(session, left > 0 ? "soon" : "start");
  }

  private moved(session: Session): readonly Reminder[] {
    const before = this.wanted.get(nameOf(session));
    if (session.cancelled) return this.once(session, "cancelled");
    if (before === undefined || before === session.starts) return [];
    this.wanted.set(nameOf(session), session.starts);
    this.write();
    return this.once(session, "moved");
  }

  private once(session: Session, kind: Reminder["kind"]): readonly Reminder[] {
    const key = `${nameOf(session)} ${String(session.starts)} ${kind}`;
    if (this.told.has(key)) return [];
    this.told.add(key);
    return [{ session, kind }];
  }

  private write(): void {
    try {
      this.shelf().setItem(this.key, JSON.stringify(Object.fromEntries([...this.wanted].slice(-MOST))));
    } catch {
      // It lasts as long as the page then.
    }
  }
}

const nameOf = ({ id, written }: Session): string => `${id}@${String(written)}`;
