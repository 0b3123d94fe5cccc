/** What hosts let screens show, and who sits before stages (docs/formats/live.md), read from unknown JSON. */
import type { Text } from "../core/text.js";

/** A reel that a host chose, and since when (s since 1970). `text` is what the host typed; null is what the layout wrote. */
export interface Showing {
  readonly reel: string;
  readonly since: number;
  readonly slide: number;
  readonly text: Text | null;
}

/** By the screen, `area/stage`. */
export type Showings = ReadonlyMap<string, Showing>;

/** A seat before a stage, counted row by row. */
export interface SeatTaken {
  readonly area: string;
  readonly stage: string;
  readonly seat: number;
}

/** By the person's number. */
export type SeatsTaken = ReadonlyMap<number, SeatTaken>;

export type StageEvent =
  | { readonly kind: "screen"; readonly screen: string; readonly showing: Showing | null }
  | ({ readonly kind: "seated"; readonly number: number } & SeatTaken)
  | { readonly kind: "stood"; readonly number: number };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is Text => isObject(value) && typeof value["en"] === "string" && typeof value["zh"] === "string";

/** What a screen shows; null when it cannot be read. */
function readShowing(value: unknown): Showing | null {
  if (!isObject(value)) return null;
  const { reel, since, slide, text } = value;
  if (typeof reel !== "string" || typeof since !== "number" || !Number.isFinite(since)) return null;
  return { reel, since, slide: isCount(slide) ? slide : 0, text: isText(text) ? { en: text.en, zh: text.zh } : null };
}

/** Those that can be read; null when there is no such list. */
export function readShowings(value: unknown): Showings | null {
  if (!isObject(value)) return null;
  const read = Object.entries(value).map(([screen, showing]) => [screen, readShowing(showing)] as const);
  return new Map(read.filter((entry): entry is readonly [string, Showing] => entry[1] !== null));
}

function readSeat(value: unknown): SeatTaken | null {
  if (!isObject(value)) return null;
  const { area, stage, seat } = value;
  return typeof area === "string" && typeof stage === "string" && isCount(seat) ? { area, stage, seat } : null;
}

/** Those that can be read. */
export function readSeats(value: unknown): SeatsTaken {
  if (!isObject(value)) return new Map();
  const read = Object.entries(value).map(([number, seat]) => [Number(number), readSeat(seat)] as const);
  return new Map(read.filter((entry): entry is readonly [number, SeatTaken] => entry[1] !== null && isCount(entry[0])));
}

/** An event of stages; null for any other. */
export function readStageEvent(value: Json): StageEvent | null {
  const { kind, screen, number } = value;
  if (kind === "screen" && typeof screen === "string") return { kind, screen, showing: readShowing(value["showing"]) };
  if (kind === "stood" && isCount(number)) return { kind, number };
  const seat = readSeat(value);
  return kind === "seated" && isCount(number) && seat ? { kind, number, ...seat } : null;
}
