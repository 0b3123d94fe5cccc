/** What answers somebody who looks for a place: as the server says, or by letters alone where it cannot be asked. */
import type { Marked, Span, Text } from "../core/text.js";
import type { Manifest } from "../hall/manifest.js";
import type { Found } from "../hall/searching.js";
import { sessionPlaces } from "./programme/view.js";
import { areaPlace, placesOf, search, tourPlaces, wordsOf, type Place } from "./places.js";

export interface Result {
  readonly place: Place;
  readonly name: Marked;
  /** What else of it answers, or is good to know. */
  readonly more: Marked | null;
  /** Of a session: now, or in how long. */
  readonly when?: Text | null;
}

export interface Results {
  /** What they answer. */
  readonly query: string;
  readonly list: readonly Result[];
  /** Whether there are more. */
  readonly cut: boolean;
}

/** How many are listed. */
export const MOST = 20;

/** All that can be found in a hall. */
export const findable = (hall: Manifest): readonly Place[] => [...placesOf(hall), ...hall.areas.map(areaPlace), ...sessionPlaces(hall), ...tourPlaces(hall)];

/** What the server found, in its order; what the hall that is walked does not have is left out. */
export function told(places: readonly Place[], query: string, found: readonly Found[]): Results {
  const list = found.flatMap(({ kind, id, name, snippet, when }) => {
    const place = places.find((each) => each.id === id && each.kind === kind);
    return place ? [{ place, name, more: snippet, when }] : [];
  });
  return { query, list: list.slice(0, MOST), cut: list.length > MOST };
}

/** What has every word of the query in its name, its number or what it shows. */
export function filtered(places: readonly Place[], query: string): Results {
  const found = search(places, query);
  const words = wordsOf(query);
  const list = found.slice(0, MOST).map((place) => ({ place, name: marking(place.name, words), more: besides(place, words) }));
  return { query, list, cut: found.length > MOST };
}

function besides(place: Place, words: readonly string[]): Marked | null {
  const texts = [place.exhibitor, ...place.shows].filter((each): each is Text => each !== null);
  const joined = (language: "en" | "zh"): string =>
    texts.map((each) => each[language]).filter((each) => each && each !== place.name[language]).join(" · ");
  const more = { en: joined("en"), zh: joined("zh") };
  return more.en || more.zh ? marking(more, words) : null;
}

function marking({ en, zh }: Text, words: readonly string[]): Marked {
  return { en, zh, marks: { en: spansOf(en, words), zh: spansOf(zh, words) } };
}

/** Where any of the words (in lower case) stands in a text; parts that touch are one. */
export function spansOf(text: string, words: readonly string[]): readonly Span[] {
  const lower = text.toLocaleLowerCase();
  if (lower.length !== text.length) return [];
  const spans = words.flatMap((word) => occurrences(lower, word)).sort((a, b) => a[0] - b[0]);
  return spans.reduce<Span[]>((apart, [start, end]) => {
    const last = apart.at(-1);
    if (!last || last[1] < start) return [...apart, [start, end]];
    return [...apart.slice(0, -1), [last[0], Math.max(last[1], end)]];
  }, []);
}

function occurrences(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}
