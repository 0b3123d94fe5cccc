/** A visit as text: what is stored on the device, and what is saved as a file and taken up again. One format, versioned. */
import { fail, ok, type Result } from "../core/result.js";
import { capped, type Text } from "../core/text.js";
import { bilingual, DecodingError, list, nullable, number, object, oneOf, type Reader, text } from "../hall/decoding.js";
import { type Kept, LONGEST_NOTE, MOST_THINGS, type Visit } from "./visit.js";

export const FORMAT = "hallwright-visit";
export const VERSION = 1;
/** Characters of a file that is taken up. */
export const LARGEST = 4_000_000;

/** Why a file is refused: not JSON, not one of ours, of a newer version, of another venue, damaged, too large. */
export type Refused = "size" | "json" | "format" | "version" | "venue" | "damaged";

export interface Opened {
  readonly visit: Visit;
  /** Things in it that cannot be read. */
  readonly lost: number;
}

const short = (most: number): Reader<string> => (value, path) => capped(text(value, path), most);

/** Zero or more, and no more than a lifetime of it. */
const amount: Reader<number> = (value, path) => Math.min(1e15, Math.max(0, number(value, path)));

/** What looks as it should, else nothing: these are pressed as links. */
const shaped = (pattern: RegExp): Reader<string> => (value, path) => {
  const told = short(500)(value, path);
  return pattern.test(told) ? told : "";
};

const named: Reader<Text> = (value, path) => {
  const { en, zh } = bilingual(value, path);
  return { en: capped(en, 500), zh: capped(zh, 500) };
};

const card = object({
  exhibitor: named,
  products: (value: unknown, path: string): readonly Text[] => list(named)(value, path).slice(0, 50),
  email: shaped(/^[\w.+'-]+@[\w.-]+$/),
  url: shaped(/^https?:\/\/[^\s"'<>]+$/),
  phone: shaped(/^\+?[\d ().-]+$/),
});

const thing = object({
  id: short(200), kind: short(20), area: short(200), number: short(100), name: named,
  visited: nullable(amount), bookmarked: nullable(amount), seconds: amount, note: short(LONGEST_NOTE), card: nullable(card),
});

const head = object({ format: oneOf(FORMAT), version: number, venue: text });
const body = object({ seconds: amount, metres: amount, things: list((value) => value) });

/** The visit of a venue as a text. */
export function written(visit: Visit, venue: string): string {
  const { seconds, metres, things } = visit;
  return JSON.stringify({ format: FORMAT, version: VERSION, venue, seconds, metres, things: [...things.values()] });
}

/** The visit of this venue in a text, as far as it can be read; or why it is none. */
export function opened(source: string, venue: string): Result<Opened, Refused> {
  if (source.length > LARGEST) return fail("size");
  const value = parsed(source);
  if (value === undefined) return fail("json");
  const about = read(head, value);
  if (!about) return fail("format");
  if (about.version > VERSION) return fail("version");
  if (about.venue !== venue) return fail("venue");
  const told = read(body, value);
  return told ? ok(visitOf(told)) : fail("damaged");
}

function visitOf({ seconds, metres, things }: ReturnType<typeof body>): Opened {
  const readable = things.map((each) => read(thing, each));
  const kept = readable.flatMap((each): Kept[] => (each?.id ? [each] : [])).slice(0, MOST_THINGS);
  return { visit: { seconds, metres, things: new Map(kept.map((each) => [each.id, each])) }, lost: things.length - kept.length };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

function read<T>(reader: Reader<T>, value: unknown): T | null {
  try {
    return reader(value, "");
  } catch (error) {
    if (error instanceof DecodingError) return null;
    throw error;
  }
}
