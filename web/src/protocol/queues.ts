/** Lines at exhibits, and how busy it is (docs/formats/live.md), read from unknown JSON. */

/** The number of a person, or what stands for a reader of pages. */
export type Who = number | string;

export interface PlaceInLine {
  readonly who: Who;
  /** Who was called may come so long, who tries it may go on so long (s since 1970); null waits. */
  readonly until: number | null;
  /** Whether they try it. */
  readonly taken: boolean;
  /** Whether they were called once and did not come. */
  readonly missed: boolean;
}

export interface Line {
  /** Nobody else may line up. */
  readonly closed: boolean;
  /** In the order in which they are called. */
  readonly places: readonly PlaceInLine[];
}

/** By the placement; a line that is open and empty is not there. */
export type Lines = ReadonlyMap<string, Line>;

export type QueueEvent =
  | { readonly kind: "queued"; readonly queue: string; readonly who: Who }
  | { readonly kind: "queue_called" | "queue_taken"; readonly queue: string; readonly who: Who; readonly until: number }
  | { readonly kind: "queue_passed"; readonly queue: string; readonly who: Who; readonly behind: Who | null }
  | { readonly kind: "queue_left"; readonly queue: string; readonly who: Who; readonly why: string }
  | { readonly kind: "queue_closed"; readonly queue: string; readonly closed: boolean };

/** 0 quiet, 1 some people, 2 busy. */
export type Level = 0 | 1 | 2;
export type Levels = ReadonlyMap<string, Level>;

export interface CrowdingMessage {
  /** Whether this is everywhere: what is not named is quiet. */
  readonly whole: boolean;
  readonly zones: Levels;
  /** Booths, and placements. */
  readonly spots: Levels;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isWho = (value: unknown): value is Who => (typeof value === "string" && value !== "") || (Number.isSafeInteger(value) && (value as number) > 0);
const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isLevel = (value: unknown): value is Level => value === 0 || value === 1 || value === 2;

function readPlace(value: unknown): PlaceInLine | null {
  if (!isObject(value) || !isWho(value["who"])) return null;
  const { who, until, taken, missed } = value;
  return { who, until: isTime(until) ? until : null, taken: taken === true, missed: missed === true };
}

function readLine(value: unknown): Line | null {
  if (!isObject(value) || !Array.isArray(value["places"])) return null;
  const places = value["places"].map(readPlace).filter((place): place is PlaceInLine => place !== null);
  return { closed: value["closed"] === true, places };
}

/** Those that can be read. */
export function readLines(value: unknown): Lines {
  if (!isObject(value)) return new Map();
  const read = Object.entries(value).map(([queue, line]) => [queue, readLine(line)] as const);
  return new Map(read.filter((entry): entry is readonly [string, Line] => entry[1] !== null));
}

/** An event of lines; null for any other. */
export function readQueueEvent(value: Json): QueueEvent | null {
  const { kind, queue, who, until, behind, why, closed } = value;
  if (typeof queue !== "string") return null;
  if (kind === "queue_closed") return { kind, queue, closed: closed === true };
  if (!isWho(who)) return null;
  if (kind === "queued") return { kind, queue, who };
  if ((kind === "queue_called" || kind === "queue_taken") && isTime(until)) return { kind, queue, who, until };
  if (kind === "queue_passed") return { kind, queue, who, behind: isWho(behind) ? behind : null };
  if (kind === "queue_left") return { kind, queue, who, why: typeof why === "string" ? why : "left" };
  return null;
}

/** How busy it is, or null when it is no such message. */
export function readCrowding(value: unknown): CrowdingMessage | null {
  if (!isObject(value)) return null;
  return { whole: value["whole"] === true, zones: readLevels(value["zones"]), spots: readLevels(value["spots"]) };
}

function readLevels(value: unknown): Levels {
  if (!isObject(value)) return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, Level] => isLevel(entry[1])));
}
