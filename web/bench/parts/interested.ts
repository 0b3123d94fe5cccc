/* Visitors whose interests are known, for scripts/bench recommendations and the test of the same: what they do at a fair, and how often the
   next thing that they would like is among five suggestions. Deterministic for a seed. */
import type { Subject } from "../../src/hall/subjects.js";
import type { Suggestion } from "../../src/session/interest.js";
import type { Kept, Visit } from "../../src/session/visit.js";

type Roll = () => number;
type Weights = ReadonlyMap<string, number>;

interface Visitor {
  readonly things: ReadonlyMap<string, Kept>;
  /** What they would look at next. */
  readonly next: string;
}

export interface Comparison {
  readonly visitors: number;
  /** Shares of them whose next thing is among five. */
  readonly hits: number;
  readonly popular: number;
}

const BLANK = { kind: "booth", area: "", number: "", name: { en: "", zh: "" }, note: "" };
const CARD = { exhibitor: BLANK.name, products: [], email: "", url: "", phone: "" };

/** Numbers from 0 to 1 (Mulberry32, Tommy Ettinger, public domain). */
function dice(seed: number): Roll {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seconds of a stay, log-normal about a median (Box and Muller 1958). */
const stay = (roll: Roll, median: number): number => median * Math.exp(0.8 * Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll()));

/** One of these by their weights. */
function pick(roll: Roll, things: readonly Subject[], weights: Weights): Subject | undefined {
  const weight = ({ id }: Subject): number => weights.get(id) ?? 0;
  let left = roll() * things.reduce((sum, each) => sum + weight(each), 0);
  return things.find((each) => (left -= weight(each)) <= 0) ?? things.at(-1);
}

/** What somebody with one to three interests does: two in three of the things that they look at are of those, the others are whatever is popular.
 *  The last one that they would look at for its matter is kept back. */
function visitor(roll: Roll, subjects: readonly Subject[], topics: readonly string[], weights: Weights): Visitor | null {
  const liked = new Set(Array.from({ length: 1 + Math.floor(roll() * 3) }, () => topics[Math.floor(roll() * topics.length)] ?? ""));
  const matters = ({ features }: Subject): boolean => features.some((each) => liked.has(each));
  const things = new Map<string, Kept>();
  const looks = 5 + Math.floor(roll() * 8);
  let left = subjects;
  for (let look = 0; look <= looks; look++) {
    const last = look === looks;
    const fitting = left.filter(matters);
    const thing = fitting.length > 0 && (last || roll() < 2 / 3) ? pick(roll, fitting, weights) : last ? undefined : pick(roll, left, weights);
    if (!thing) return null;
    if (last) return { things, next: thing.id };
    left = left.filter(({ id }) => id !== thing.id);
    const [fits, seconds] = [matters(thing), stay(roll, matters(thing) ? 60 : 20)];
    things.set(thing.id, {
      ...BLANK, id: thing.id, visited: 1, seconds, bookmarked: roll() < (fits ? 0.2 : 0.04) ? 1 : null, card: roll() < (fits ? 0.12 : 0.02) ? CARD : null,
    });
  }
  return null;
}

/** Shares of visitors whose next thing is among the five suggested, and among the five most popular that they have not seen. */
export function compare(subjects: readonly Subject[], suggest: (visit: Visit, most: number) => readonly Suggestion[], seed: number, visitors: number): Comparison {
  const roll = dice(seed);
  const topics = [...new Set(subjects.flatMap(({ features }) => features.filter((each) => each.startsWith("product "))))];
  // Zipf: the n-th most popular thing draws 1/n^0.7 of what the first one does.
  const order = subjects.map(({ id }) => ({ id, at: roll() })).sort((a, b) => a.at - b.at);
  const weights = new Map(order.map(({ id }, index) => [id, (index + 1) ** -0.7]));
  const all = Array.from({ length: visitors }, () => visitor(roll, subjects, topics, weights)).filter((each) => each !== null);
  const looked = new Map<string, number>();
  for (const { things } of all) for (const id of things.keys()) looked.set(id, (looked.get(id) ?? 0) + 1);
  const ranked = [...looked].sort(([, a], [, b]) => b - a).map(([id]) => id);
  let [hits, popular] = [0, 0];
  for (const { things, next } of all) {
    const suggested = suggest({ things, seconds: 0, metres: 0 }, 5);
    if (suggested.some(({ id }) => id === next)) hits += 1;
    if (ranked.filter((id) => !things.has(id)).slice(0, 5).includes(next)) popular += 1;
  }
  return { visitors: all.length, hits: hits / all.length, popular: popular / all.length };
}
