/** Polls of a place (docs/formats/talk.md), read from unknown JSON with every field checked. */
import type { Text } from "../core/text.js";

/** How many people voted, and how often each option was chosen; null while that is kept back. */
export interface Sums {
  readonly voters: number;
  readonly counts: readonly number[] | null;
}

export interface Poll extends Sums {
  /** Its number. */
  readonly seq: number;
  readonly question: Text;
  readonly options: readonly Text[];
  /** Whether several options may be chosen. */
  readonly several: boolean;
  /** Whether the sums are told when it is over. */
  readonly hidden: boolean;
  /** When its time is up, and when it was closed, ms of the server's clock; null for not. */
  readonly ends: number | null;
  readonly closed: number | null;
  /** The options that the visitor chose. */
  readonly mine: readonly number[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const readCounts = (value: unknown): readonly number[] | null => (Array.isArray(value) && value.every(isCount) ? value : null);
const readText = (value: unknown): Text | null =>
  isObject(value) && typeof value["en"] === "string" && typeof value["zh"] === "string" ? { en: value["en"], zh: value["zh"] } : null;

export function readSums(value: unknown): Sums | null {
  return isObject(value) && isCount(value["voters"]) ? { voters: value["voters"], counts: readCounts(value["counts"]) } : null;
}

/** A poll, or null when a field is missing or of the wrong kind, as of one whose words were taken away. */
export function readPoll(value: unknown): Poll | null {
  if (!isObject(value) || !isCount(value["seq"]) || !Array.isArray(value["options"])) return null;
  const { seq, several, hidden, ends, closed } = value;
  const question = readText(value["question"]);
  const options = value["options"].flatMap((each) => readText(each) ?? []);
  if (!question || options.length < 2 || options.length < value["options"].length) return null;
  const none = hidden === true && !isCount(closed) ? null : options.map(() => 0);
  const counts = readCounts(value["counts"]);
  return {
    seq, question, options,
    several: several === true,
    hidden: hidden === true,
    ends: isCount(ends) ? ends : null,
    closed: isCount(closed) ? closed : null,
    voters: readSums(value)?.voters ?? 0,
    counts: counts?.length === options.length ? counts : none,
    mine: readCounts(value["mine"]) ?? [],
  };
}
