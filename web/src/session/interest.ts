/**
 * What a visitor might like next, by what they stayed at, liked and took along. All of it is arithmetic in the page: nothing leaves the device.
 *
 * Things are bags of features; what is rare among them says more (inverse document frequency, Spärck Jones 1972). An interest is the
 * sum of the things kept, each as heavy as what the visitor did there; what lies closest to it by the angle between both
 * (cosine) comes first, and what is much like what was named already comes later (maximal marginal relevance, Carbonell and
 * Goldstein 1998), so that five suggestions are not one five times.
 */
import type { Subject } from "../hall/subjects.js";
import type { Kept, Visit } from "./visit.js";

/** Something to look at next, and what was kept that speaks for it most. */
export interface Suggestion {
  readonly id: string;
  /** Id of the kept thing that it is most like. */
  readonly because: string;
  /** 0 to 1: the cosine. */
  readonly closeness: number;
}

type Vector = ReadonlyMap<string, number>;

/** Share of closeness against variety. */
const CLOSENESS = 0.7;
/** Seconds before a thing that count once; twice that do not count twice. */
const STAY = 20;
/** What counts as much as a stay of e - 1 times `STAY` does once. */
const DEEDS = { bookmark: 1.5, card: 2, note: 1.5, visit: 0.2 } as const;
/** Below this closeness a suggestion would be a guess. */
const LEAST = 0.02;

/** How much what was done at a thing says. */
export function weightOf(kept: Pick<Kept, "visited" | "bookmarked" | "seconds" | "note" | "card">): number {
  return (kept.visited === null ? 0 : DEEDS.visit) + Math.log1p(kept.seconds / STAY) + (kept.bookmarked === null ? 0 : DEEDS.bookmark) +
    (kept.card === null ? 0 : DEEDS.card) + (kept.note === "" ? 0 : DEEDS.note);
}

export class Interests {
  private readonly vectors = new Map<string, Vector>();

  constructor(subjects: readonly Subject[]) {
    const holders = new Map<string, number>();
    for (const { features } of subjects) for (const each of new Set(features)) holders.set(each, (holders.get(each) ?? 0) + 1);
    for (const { id, features } of subjects) this.vectors.set(id, vector(features, holders, subjects.length));
  }

  /** At most so many things to look at next, the best first; none where nothing was kept that says anything. */
  suggest(visit: Visit, most: number): readonly Suggestion[] {
    const kept = [...visit.things.values()].flatMap((each) => {
      const known = this.vectors.get(each.id);
      return known ? [{ id: each.id, weight: weightOf(each), vector: known }] : [];
    });
    const interest = unit(sum(kept));
    if (interest.size === 0) return [];
    const seen = new Set([...visit.things.values()].filter(({ visited }) => visited !== null).map(({ id }) => id));
    const open = [...this.vectors].flatMap(([id, each]) => {
      const closeness = dot(interest, each);
      return seen.has(id) || closeness < LEAST ? [] : [{ id, vector: each, closeness }];
    });
    return varied(open, most).map(({ id, vector: each, closeness }) => ({ id, closeness, because: nearest(each, kept) }));
  }
}

/** Of a bag of features: how often each occurs times how rare it is, of length 1. */
function vector(features: readonly string[], holders: ReadonlyMap<string, number>, all: number): Vector {
  const found = new Map<string, number>();
  for (const each of features) found.set(each, (found.get(each) ?? 0) + Math.log((1 + all) / (1 + (holders.get(each) ?? 0))));
  return unit(found);
}

function sum(weighted: readonly { readonly weight: number; readonly vector: Vector }[]): Vector {
  const found = new Map<string, number>();
  for (const { weight, vector: each } of weighted) for (const [feature, value] of each) found.set(feature, (found.get(feature) ?? 0) + weight * value);
  return found;
}

function unit(values: Vector): Vector {
  const length = Math.hypot(...values.values());
  return length > 0 ? new Map([...values].map(([feature, value]) => [feature, value / length])) : new Map();
}

function dot(one: Vector, other: Vector): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let found = 0;
  for (const [feature, value] of few) found += value * (many.get(feature) ?? 0);
  return found;
}

interface Open {
  readonly id: string;
  readonly vector: Vector;
  readonly closeness: number;
}

function varied(open: readonly Open[], most: number): readonly Open[] {
  const left = [...open].sort((a, b) => b.closeness - a.closeness || a.id.localeCompare(b.id)).slice(0, 10 * most);
  const chosen: Open[] = [];
  const worth = (each: Open): number =>
    CLOSENESS * each.closeness - (1 - CLOSENESS) * Math.max(0, ...chosen.map(({ vector: other }) => dot(each.vector, other)));
  while (chosen.length < most && left.length > 0) {
    const best = left.reduce((best, each, index) => (worth(each) > worth(left[best] as Open) ? index : best), 0);
    chosen.push(...left.splice(best, 1));
  }
  return chosen;
}

/** What was kept that a thing is most like, as heavy as it is. */
function nearest(thing: Vector, kept: readonly { readonly id: string; readonly weight: number; readonly vector: Vector }[]): string {
  const scores = kept.map(({ id, weight, vector: each }) => ({ id, score: weight * dot(thing, each) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).id;
}
