/** What a visitor keeps, as lists: by area in the hall's order, and what the hall is without now at the end. */
import type { Text } from "../../core/text.js";
import type { Area, Manifest } from "../../hall/manifest.js";
import { countOf, has, type Kept, type Part, type Visit } from "../../session/visit.js";
import { read, say } from "../language.js";
import { placeById, placesOf, type Place } from "../places.js";

export interface Entry {
  readonly kept: Kept;
  /** Where it is now; nothing where the hall is without it. */
  readonly place: Place | undefined;
  readonly name: Text;
  readonly number: string;
}

export interface Group {
  /** Id of the area. */
  readonly area: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface Totals {
  readonly booths: number;
  /** Booths of the venue. */
  readonly of: number;
  readonly exhibits: number;
  readonly minutes: number;
  readonly metres: number;
}

/** Things of which this part is kept, or any part. */
export function groupsOf(visit: Visit, hall: Manifest, part: Part | null = null): readonly Group[] {
  const places = placesOf(hall);
  const all = [...visit.things.values()].filter((kept) => part === null || has(kept, part)).map((kept): Entry => {
    const place = placeById(places, kept.id);
    return { kept, place, name: place?.name ?? kept.name, number: place?.number ?? kept.number };
  });
  const entries = all.sort((a, b) => a.number.localeCompare(b.number, "en", { numeric: true }));
  const here = hall.areas.map(({ id, name }) => group(id, read(name), entries.filter(({ place }) => place?.area === id)));
  const gone = group("", say().visitGone, entries.filter(({ place }) => !place));
  return [...here, gone].filter(({ entries: some }) => some.length > 0);
}

const group = (area: string, name: string, entries: readonly Entry[]): Group => ({ area, name, entries });

export function totalsOf(visit: Visit, hall: Manifest): Totals {
  const all = new Set(hall.areas.flatMap((area) => area.booths.map(({ id }) => id)));
  const visited = [...visit.things.values()].filter((kept) => has(kept, "visited"));
  return {
    booths: visited.filter(({ id }) => all.has(id)).length,
    of: all.size,
    exhibits: visited.filter(({ kind }) => kind === "exhibit").length,
    minutes: Math.round(visit.seconds / 60),
    metres: Math.round(visit.metres),
  };
}

/** What a thing is called with its number. */
export const titleOf = ({ number, name }: Pick<Entry, "number" | "name">): string =>
  read(name) === number ? number : `${number} ${read(name)}`.trim();

/** The totals in words. */
export function told(visit: Visit, hall: Manifest): readonly string[] {
  const { booths, of, exhibits, minutes, metres } = totalsOf(visit, hall);
  const words = say();
  return [words.visitBooths(booths, of), words.visitExhibits(exhibits), words.visitMinutes(minutes), words.visitMetres(metres)];
}

/** Something kept that stands on a plan. */
export interface Marked {
  readonly at: Area["booths"][number]["at"];
  readonly size: Area["booths"][number]["size"];
  readonly facing: number;
  readonly visited: boolean;
  readonly bookmarked: boolean;
}

const none: readonly Marked[] = [];

/** What of an area is visited or bookmarked. */
export function marksIn(visit: Visit, hall: Manifest, area: Area): readonly Marked[] {
  if (visit.things.size === 0) return none;
  const sizes = new Map(area.booths.map(({ id, size }) => [id, size]));
  return placesOf(hall).filter(({ area: id }) => id === area.id).flatMap(({ id, at, facing, reach }) => {
    const kept = visit.things.get(id);
    const [visited, bookmarked] = [has(kept, "visited"), has(kept, "bookmark")];
    return visited || bookmarked ? [{ at, facing, size: sizes.get(id) ?? ([2 * reach, 2 * reach] as const), visited, bookmarked }] : [];
  });
}

/** "3 visited, 2 bookmarked" of these marks; empty for none. */
export function markWords(marks: readonly Marked[]): string {
  if (marks.length === 0) return "";
  return say().visitMarks(marks.filter(({ visited }) => visited).length, marks.filter(({ bookmarked }) => bookmarked).length);
}

/** What the menu says beside "My visit": how many cards are in the basket, else how many things were visited. */
export function nowWords(visit: Visit): string {
  const [cards, visited] = [countOf(visit, "card"), countOf(visit, "visited")];
  if (cards > 0) return say().visitNow(cards);
  return visited > 0 ? say().visitedIn(visited) : "";
}
