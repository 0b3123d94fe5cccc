/** Letters to booths (docs/formats/letters.md), read from unknown JSON with every field checked. */
import { readRefusal, type Refusal } from "./events.js";

export type Side = "visitor" | "staff" | "moderator";
export const STANDINGS = ["open", "answered", "closed"] as const;
export type Standing = (typeof STANDINGS)[number];

export const CARD = ["name", "company", "email", "phone", "note"] as const;
/** A visiting card: what was filled in. */
export type Card = Readonly<Partial<Record<(typeof CARD)[number], string>>>;

/** A letter as a line of a list. Times are ms. */
export interface Line {
  readonly letter: string;
  readonly booth: string;
  readonly placement: string | null;
  readonly standing: Standing;
  readonly last: number;
  readonly seq: number;
  /** Messages of the other side that this one has not read. */
  readonly unread: number;
  readonly name: string;
  readonly preview: string;
  readonly card: boolean;
  /** Which of the secrets that were sent it is of. */
  readonly of?: number;
}

/** What was written, or has become of a letter. */
export type LetterEvent = { readonly seq: number; readonly time: number } & (
  | { readonly kind: "written"; readonly side: "visitor" | "staff"; readonly name: string; readonly text: string; readonly card: Card }
  | { readonly kind: "ended" }
  | { readonly kind: "reported"; readonly reason: string }
);

/** A letter as this page may see it. */
export interface Opened {
  readonly letter: string;
  readonly side: Side;
  readonly line: Line;
  readonly events: readonly LetterEvent[];
}

/** What the server says by itself: something happened in a letter, it is gone, or somebody writes in it. */
export type LetterNews =
  | ({ readonly kind: "changed" } & Opened)
  | { readonly kind: "erased"; readonly letter: string }
  | { readonly kind: "typing"; readonly letter: string; readonly side: Side };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSide = (value: unknown): value is Side => value === "visitor" || value === "staff" || value === "moderator";

function readLine(value: unknown): Line | null {
  if (!isObject(value)) return null;
  const { letter, booth, placement, last, seq, unread, name, preview, of } = value;
  const standing = STANDINGS.find((each) => each === value["standing"]);
  if (!isText(letter) || !isText(booth) || !standing || !isCount(last) || !isCount(seq) || !isCount(unread)) return null;
  return {
    letter, booth, standing, last, seq, unread,
    placement: isText(placement) ? placement : null,
    name: isText(name) ? name : "",
    preview: isText(preview) ? preview : "",
    card: value["card"] === true,
    ...(isCount(of) ? { of } : {}),
  };
}

function readCard(value: unknown): Card {
  if (!isObject(value)) return {};
  return Object.fromEntries(CARD.flatMap((key) => (isText(value[key]) && value[key] !== "" ? [[key, value[key]]] : []))) as Card;
}

function readLetterEvent(value: unknown): LetterEvent | null {
  if (!isObject(value) || !isCount(value["seq"]) || !isCount(value["time"])) return null;
  const { seq, time, kind, name, text, reason } = value;
  if (kind === "ended") return { seq, time, kind };
  if (kind === "reported") return { seq, time, kind, reason: isText(reason) ? reason : "" };
  if (kind !== "inquired" && kind !== "wrote" && kind !== "replied") return null;
  const side = kind === "replied" ? "staff" : "visitor";
  return { seq, time, kind: "written", side, name: isText(name) ? name : "", text: isText(text) ? text : "", card: readCard(value["card"]) };
}

/** The answer to what was asked of a letter; why not, else. */
export function readOpened(value: unknown): Opened | Refusal {
  if (!isObject(value) || value["ok"] !== true) return readRefusal(value);
  return opened(value) ?? readRefusal(null);
}

function opened(value: Json): Opened | null {
  const line = readLine(value["line"]);
  const { letter, side, events } = value;
  if (!line || !isText(letter) || !isSide(side) || !Array.isArray(events)) return null;
  return { letter, side, line, events: events.flatMap((each) => readLetterEvent(each) ?? []) };
}

/** The lines of a list; null where the server sent none. */
export function readLines(value: unknown): readonly Line[] | null {
  if (!isObject(value) || value["ok"] !== true || !Array.isArray(value["letters"])) return null;
  return value["letters"].flatMap((each) => readLine(each) ?? []);
}

export function readNews(name: "letter" | "typing", value: unknown): LetterNews | null {
  if (!isObject(value) || !isText(value["letter"])) return null;
  const { letter, side, events } = value;
  if (name === "typing") return isSide(side) ? { kind: "typing", letter, side } : null;
  if (Array.isArray(events) && events.some((each) => isObject(each) && each["kind"] === "erased")) return { kind: "erased", letter };
  const changed = opened(value);
  return changed && { kind: "changed", ...changed };
}
