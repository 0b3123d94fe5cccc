/** What one knows of one's meetings: pure reductions of what the server says, and what is worth telling of it. */
import type { Meeting, Mine, Side, Standing } from "../protocol/meetings.js";

const SOON = 5 * 60_000; // ms before a meeting at which one is reminded
/** ms before the beginning from which one can say that one is there. */
const EARLY = 10 * 60_000;
const OPEN: readonly Standing[] = ["asked", "agreed", "booked"];

/** What a visitor is told of: the other side asked, accepted, …; `soon`: it begins within five minutes. */
export type MeetingTurn = "asked" | "agreed" | "booked" | "moved" | "declined" | "cancelled" | "missed" | "here" | "soon";

/** What is on one's list, in the order in which one deals with it. */
export interface Sorted {
  /** The other side wants these; one has to say yes or no. */
  readonly toAnswer: readonly Meeting[];
  /** Booked, by their beginning. */
  readonly booked: readonly Meeting[];
  /** One has asked, or both wait for a slot. */
  readonly waiting: readonly Meeting[];
  /** Over, one way or another; the latest first. */
  readonly past: readonly Meeting[];
}

/** With a newer state of a meeting; an older one changes nothing. Its slot is taken, the one it left is not. */
export function withMeeting(mine: Mine, meeting: Meeting): Mine {
  const known = mine.meetings.find(({ id }) => id === meeting.id);
  if (meeting.side !== mine.side || (known && known.seq > meeting.seq)) return mine;
  return occupied({ ...mine, meetings: [...mine.meetings.filter(({ id }) => id !== meeting.id), meeting] }, known?.slot?.id, meeting.slot?.id);
}

export function withoutMeeting(mine: Mine, gone: string): Mine {
  const known = mine.meetings.find(({ id }) => id === gone);
  return known ? occupied({ ...mine, meetings: mine.meetings.filter(({ id }) => id !== gone) }, known.slot?.id) : mine;
}

/** Slots that a change touched are taken if a booked meeting lies in them. */
function occupied(mine: Mine, ...touched: readonly (string | undefined)[]): Mine {
  const booked = new Set(mine.meetings.filter(({ standing }) => standing === "booked").map(({ slot }) => slot?.id));
  return { ...mine, slots: mine.slots.map((slot) => (touched.includes(slot.id) ? { ...slot, taken: booked.has(slot.id) } : slot)) };
}

export const otherSide = (side: Side): Side => (side === "buyer" ? "booth" : "buyer");

/** Whether one has to answer it. */
export const waitsForMe = ({ standing, askedBy, side }: Meeting): boolean => standing === "asked" && askedBy !== side;

export const isOpen = ({ standing }: Meeting): boolean => OPEN.includes(standing);

/** Whether one may say now that one is there. */
export const canBeHere = ({ standing, slot, here, side }: Meeting, now: number): boolean =>
  standing === "booked" && slot !== null && !here[side] && now >= slot.starts - EARLY && now < slot.ends;

/** Whether one may say what came of it: it has begun, or is over and one was there. */
export function canTellOutcome({ standing, slot, here, side }: Meeting, now: number): boolean {
  if (standing === "booked") return slot !== null && now >= slot.starts;
  return standing === "met" || (standing === "missed" && here[side]);
}

export function sorted({ meetings }: Mine): Sorted {
  const byStart = [...meetings].sort((a, b) => startOf(a) - startOf(b) || a.seq - b.seq);
  return {
    toAnswer: byStart.filter(waitsForMe),
    booked: byStart.filter(({ standing }) => standing === "booked"),
    waiting: byStart.filter((meeting) => meeting.standing === "agreed" || (meeting.standing === "asked" && !waitsForMe(meeting))),
    past: byStart.filter((meeting) => !isOpen(meeting)).sort((a, b) => b.seq - a.seq),
  };
}

const startOf = ({ slot }: Meeting): number => slot?.starts ?? Infinity;

/** What the other side did since; null where there is nothing to tell. */
export function turned(before: Meeting | undefined, after: Meeting): MeetingTurn | null {
  if (before && before.seq >= after.seq) return null;
  if (before?.standing !== after.standing) return after.standing === "asked" ? (waitsForMe(after) ? "asked" : null) : after.standing === "met" ? null : after.standing;
  if (after.standing === "booked" && before.slot?.starts !== after.slot?.starts) return "moved";
  const other = otherSide(after.side);
  return after.here[other] && !before.here[other] ? "here" : null;
}

/** Says once of each meeting that it begins soon, and again when it was moved. */
export class MeetingReminders {
  private readonly told = new Set<string>();

  /** Meetings that begin within five minutes after `now` and were not told of. */
  due(meetings: readonly Meeting[], now: number): readonly Meeting[] {
    return meetings.filter(({ id, standing, slot }) => {
      if (standing !== "booked" || !slot || slot.starts <= now || slot.starts - now > SOON) return false;
      const key = `${id} ${String(slot.starts)}`;
      if (this.told.has(key)) return false;
      this.told.add(key);
      return true;
    });
  }
}
