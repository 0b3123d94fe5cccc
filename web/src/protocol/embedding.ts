/** What a hall in a frame and the page around it tell each other (docs/formats/embed.md): `{hallwright: 1, event | command, …}`. */
import type { Language } from "../core/text.js";
import type { Point } from "../core/plan.js";

export const VERSION = 1;

/** What each event carries. Neither names nor positions of people are among it. */
export interface EmbedEvents {
  /** The answer to a page that may listen. */
  readonly hello: object;
  readonly ready: { readonly venue: string };
  readonly enter: object;
  readonly area: { readonly id: string };
  readonly zone: { readonly id: string | null };
  readonly select: { readonly id: string | null };
  readonly inspect: { readonly id: string | null };
  readonly arrive: { readonly id: string };
  readonly error: { readonly code: EmbedError; readonly id?: string };
}

export type EmbedError = "unreachable" | "no_webgl" | "unknown_place" | "nobody_stands" | "no_way" | "refused";
export type EmbedEventName = keyof EmbedEvents;
export const EVENTS = ["hello", "ready", "enter", "area", "zone", "select", "inspect", "arrive", "error"] as const satisfies readonly EmbedEventName[];

export type EmbedCommand =
  | { readonly command: "hello" }
  | { readonly command: "goTo"; readonly id: string }
  /** A spot of an area, or where its visitors appear; radians. */
  | { readonly command: "goTo"; readonly area: string; readonly at: Point | null; readonly facing: number | null }
  | { readonly command: "leadTo"; readonly id: string | null }
  | { readonly command: "select"; readonly id: string | null }
  | { readonly command: "setLanguage"; readonly lang: Language };

export const COMMANDS = ["hello", "goTo", "leadTo", "select", "setLanguage"] as const satisfies readonly EmbedCommand["command"][];

/** Letters of an id; the layout's own are shorter. */
const LONGEST_ID = 120;
/** Metres; no plan is larger. */
const FARTHEST = 100_000;

export const eventMessage = <Name extends EmbedEventName>(event: Name, detail: EmbedEvents[Name]): object => ({ hallwright: VERSION, event, detail });

/** An event as it came from a frame; null for anything else that pages send one another. */
export function decodeEvent(data: unknown): { readonly event: EmbedEventName; readonly detail: object } | null {
  const { hallwright, event, detail } = fields(data);
  const name = EVENTS.find((each) => each === event);
  return hallwright === VERSION && name && typeof detail === "object" && detail !== null ? { event: name, detail } : null;
}

/** A command as it came from the page around; null for anything that is none. */
export function decodeCommand(data: unknown): EmbedCommand | null {
  const message = fields(data);
  if (message["hallwright"] !== VERSION) return null;
  const id = text(message["id"]);
  switch (message["command"]) {
    case "hello":
      return { command: "hello" };
    case "goTo":
      return id === null ? decodeSpot(message) : { command: "goTo", id };
    case "leadTo":
    case "select":
      return id !== null || message["id"] === null ? { command: message["command"], id } : null;
    case "setLanguage": {
      const lang = languageOf(message["lang"]);
      return lang && { command: "setLanguage", lang };
    }
    default:
      return null;
  }
}

/** The language that a tag such as `zh-Hans` begins with, where the hall speaks it. */
export function languageOf(tag: unknown): Language | null {
  const start = typeof tag === "string" ? tag.toLowerCase().split("-")[0] : null;
  return start === "en" || start === "zh" ? start : null;
}

function decodeSpot(message: Readonly<Record<string, unknown>>): EmbedCommand | null {
  const area = text(message["area"]);
  const at = message["at"] ?? null;
  const facing = message["facing"] ?? null;
  if (area === null || !(at === null || isPoint(at)) || !(facing === null || isNumber(facing))) return null;
  return { command: "goTo", area, at, facing: facing === null ? null : (facing * Math.PI) / 180 };
}

const fields = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};

const text = (value: unknown): string | null =>
  typeof value === "string" && value !== "" && value.length <= LONGEST_ID ? value : null;

const isNumber = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= FARTHEST;

const isPoint = (value: unknown): value is Point => Array.isArray(value) && value.length === 2 && value.every(isNumber);
