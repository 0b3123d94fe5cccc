/** What a visitor keeps of a venue: where they were, what they liked, wrote and took along. It stays with them. */
import { capped, type Text } from "../core/text.js";

/** What a thing was called when something of it was kept: the hall may be without it later. */
export interface Memo {
  readonly id: string;
  readonly kind: string;
  /** Id of its area. */
  readonly area: string;
  readonly number: string;
  readonly name: Text;
}

/** A business card, as its exhibitor handed it out. */
export interface Card {
  readonly exhibitor: Text;
  readonly products: readonly Text[];
  readonly email: string;
  readonly url: string;
  readonly phone: string;
}

export interface Kept extends Memo {
  /** Moments in ms since 1970: of the first visit, and of the bookmark; null for none. */
  readonly visited: number | null;
  readonly bookmarked: number | null;
  /** Seconds before it. */
  readonly seconds: number;
  readonly note: string;
  readonly card: Card | null;
}

export interface Visit {
  /** By id. */
  readonly things: ReadonlyMap<string, Kept>;
  /** Of the whole visit: seconds in the hall, and metres on foot. */
  readonly seconds: number;
  readonly metres: number;
}

/** What of a thing may be kept, and taken out again. */
export const PARTS = ["card", "bookmark", "note", "visited"] as const;
export type Part = (typeof PARTS)[number];

/** Letters of a note, UTF-16. */
export const LONGEST_NOTE = 2_000;
/** Things kept of a venue: more than it has, so that nobody's storage is filled. */
export const MOST_THINGS = 5_000;

export const noVisit: Visit = { things: new Map(), seconds: 0, metres: 0 };

export function has(kept: Kept | undefined, part: Part): boolean {
  if (!kept) return false;
  if (part === "visited") return kept.visited !== null;
  if (part === "bookmark") return kept.bookmarked !== null;
  return part === "note" ? kept.note !== "" : kept.card !== null;
}

export const countOf = ({ things }: Visit, part: Part): number => [...things.values()].filter((kept) => has(kept, part)).length;

/** So many seconds before a thing; the first of them make it visited. */
export const stayed = (visit: Visit, memo: Memo, seconds: number, now: number): Visit =>
  changed(visit, memo, (kept) => ({ ...kept, visited: kept.visited ?? now, seconds: kept.seconds + seconds }));

/** More of a stay told before: it marks nothing anew that was taken out meanwhile. */
export const stayedOn = (visit: Visit, memo: Memo, seconds: number): Visit => {
  const visited = visit.things.get(memo.id)?.visited ?? null;
  return visited === null ? visit : stayed(visit, memo, seconds, visited);
};

export const bookmarked = (visit: Visit, memo: Memo, now: number | null): Visit =>
  changed(visit, memo, (kept) => ({ ...kept, bookmarked: now }));

export const noted = (visit: Visit, memo: Memo, note: string): Visit =>
  changed(visit, memo, (kept) => ({ ...kept, note: note.trim() ? capped(note, LONGEST_NOTE) : "" }));

export const took = (visit: Visit, memo: Memo, card: Card | null): Visit => changed(visit, memo, (kept) => ({ ...kept, card }));

export const walked = (visit: Visit, seconds: number, metres: number): Visit => ({
  ...visit, seconds: visit.seconds + seconds, metres: visit.metres + metres,
});

/** Without one part of what is kept of a thing. */
export function without(visit: Visit, id: string, part: Part): Visit {
  const kept = visit.things.get(id);
  if (!kept) return visit;
  const nothing = { card: { card: null }, bookmark: { bookmarked: null }, note: { note: "" }, visited: { visited: null, seconds: 0 } };
  return changed(visit, kept, () => ({ ...kept, ...nothing[part] }));
}

/** Both visits as one. Taking up the same file twice changes nothing more. */
export function merged(mine: Visit, theirs: Visit): Visit {
  const things = new Map(mine.things);
  for (const [id, other] of theirs.things) {
    const own = things.get(id);
    if (own) things.set(id, joined(own, other));
    else if (things.size < MOST_THINGS) things.set(id, other);
  }
  return { things, seconds: Math.max(mine.seconds, theirs.seconds), metres: Math.max(mine.metres, theirs.metres) };
}

function joined(own: Kept, other: Kept): Kept {
  return {
    ...own,
    visited: earlier(own.visited, other.visited),
    bookmarked: earlier(own.bookmarked, other.bookmarked),
    seconds: Math.max(own.seconds, other.seconds),
    note: bothNotes(own.note, other.note),
    card: own.card ?? other.card,
  };
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Neither is lost, as far as both find room. */
function bothNotes(own: string, other: string): string {
  if (own.includes(other)) return own;
  return other.includes(own) ? other : capped(`${own}\n\n${other}`, LONGEST_NOTE);
}

function changed(visit: Visit, memo: Memo, change: (kept: Kept) => Kept): Visit {
  const known = visit.things.get(memo.id);
  if (!known && visit.things.size >= MOST_THINGS) return visit;
  const { id, kind, area, number, name } = memo;
  const before: Kept = { visited: null, bookmarked: null, seconds: 0, note: "", card: null, ...known, id, kind, area, number, name };
  const kept = change(before);
  const things = new Map(visit.things);
  if (PARTS.some((part) => has(kept, part))) things.set(id, kept);
  else things.delete(id);
  return { ...visit, things };
}
