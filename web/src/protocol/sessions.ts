/** Sessions of the programme that were changed live (docs/formats/live.md), read from unknown JSON. */
import type { Text } from "../core/text.js";

/** Seconds since 1970. It holds while the programme says that the session starts at `written`. */
export interface SessionChange {
  readonly written: number;
  readonly starts: number;
  readonly ends: number;
  readonly cancelled: boolean;
  readonly note: Text | null;
}

/** By the session's id. */
export type SessionChanges = ReadonlyMap<string, SessionChange>;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown): value is Text => isObject(value) && typeof value["en"] === "string" && typeof value["zh"] === "string";

/** A change; null when it cannot be read. */
export function readSessionChange(value: unknown): SessionChange | null {
  if (!isObject(value)) return null;
  const { written, starts, ends, cancelled, note } = value;
  if (!isTime(written) || !isTime(starts) || !isTime(ends)) return null;
  return { written, starts, ends, cancelled: cancelled === true, note: isText(note) ? { en: note.en, zh: note.zh } : null };
}

/** Those that can be read; null when there is no such list. */
export function readSessions(value: unknown): SessionChanges | null {
  if (!isObject(value)) return null;
  const read = Object.entries(value).map(([session, change]) => [session, readSessionChange(change)] as const);
  return new Map(read.filter((entry): entry is readonly [string, SessionChange] => entry[1] !== null));
}
