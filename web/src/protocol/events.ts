/** Ordered events, people, shows, boards and acknowledgements (docs/formats/live.md), read from unknown JSON with every field checked. */
import { type Changes, readBoards, readChanges } from "../core/board.js";
import type { Text } from "../core/text.js";
import type { Timeline } from "../core/timeline.js";
import { readSessionChange, readSessions, type SessionChange, type SessionChanges } from "./sessions.js";
import { readSeats, readShowings, readStageEvent, type SeatsTaken, type Showings, type StageEvent } from "./stages.js";
import { type Lines, type QueueEvent, readLines, readQueueEvent } from "./queues.js";
import { type GroupEvent, type Groups, readGroupEvent, readGroups } from "./groups.js";

export const PROTOCOL = 1;

/** How somebody is here: walking in the hall, or reading the text tour. */
export type Via = "hall" | "text";

/** Somebody in the venue. `number` 1…65535, `color` 0…11; the nickname is plain text. */
export interface Person {
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly area: string;
  readonly role: string;
  readonly via: Via;
  /** Whether they may not speak to others for now. */
  readonly muted: boolean;
  /** Ids of the booths whose staff they are. */
  readonly booths?: readonly string[];
}

/** Every show's timeline by its id. */
export type Timelines = ReadonlyMap<string, Timeline>;

/** What was changed on every board, by its id. */
export type Boards = ReadonlyMap<string, Changes>;

interface Numbered {
  readonly seq: number;
  /** Server time in ms. */
  readonly time: number;
}

export type LiveEvent = Numbered &
  (
    | { readonly kind: "joined"; readonly person: Person }
    | { readonly kind: "left"; readonly number: number }
    | { readonly kind: "renamed"; readonly number: number; readonly nickname: string }
    | { readonly kind: "moved"; readonly number: number; readonly area: string; readonly via: Via }
    | { readonly kind: "role"; readonly number: number; readonly role: string; readonly booths?: readonly string[] }
    | { readonly kind: "muted"; readonly number: number; readonly muted: boolean }
    | { readonly kind: "announcement"; readonly text: Text }
    /** `shows` is every show there is now; null from a server that has none. */
    | { readonly kind: "rebuilt"; readonly revision: string; readonly shows: Timelines | null; readonly boards: Boards | null; readonly sessions: SessionChanges | null; readonly screens: Showings | null }
    /** `by` is the number of the visitor who ran it; null for an operator. */
    | { readonly kind: "show"; readonly show: string; readonly timeline: Timeline; readonly by: number | null }
    | { readonly kind: "board"; readonly board: string; readonly changes: Changes }
    | { readonly kind: "session"; readonly session: string; readonly change: SessionChange }
    | GroupEvent
    | StageEvent
    | QueueEvent
    | { readonly kind: "unknown" }
  );

/** What the server answers to `join`. */
export interface Welcome {
  /** Secret that resumes this person after a cut. */
  readonly session: string;
  readonly number: number;
  /** Ticket for one connection of the position socket. */
  readonly presence: string;
  readonly seq: number;
  readonly time: number;
  readonly people: readonly Person[];
  readonly missed: readonly LiveEvent[];
  readonly shows: Timelines;
  readonly boards: Boards;
  readonly sessions: SessionChanges;
  readonly groups: Groups;
  readonly screens: Showings;
  readonly seats: SeatsTaken;
  readonly queues: Lines;
  /** Whether `people`, `shows`, `boards`, `sessions`, `groups`, `screens` and `seats` are the whole truth, because the log no longer reaches back. */
  readonly snapshot: boolean;
  readonly revision: string;
}

/** Why the server said no. */
export interface Refusal {
  readonly code: string;
  readonly message: Text;
  /** Seconds until it may be asked again, where the server says. */
  readonly wait?: number;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";
const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** A person, or null when a field is missing or of the wrong kind. */
export function readPerson(value: unknown): Person | null {
  if (!isObject(value)) return null;
  const { number, nickname, color, area, role } = value;
  if (!isCount(number) || !isText(nickname) || !isCount(color) || !isText(area)) return null;
  return { number, nickname, color, area, role: isText(role) ? role : "visitor", via: readVia(value["via"]), muted: value["muted"] === true, ...readBooths(value["booths"]) };
}

const readBooths = (value: unknown): Pick<Person, "booths"> => (Array.isArray(value) ? { booths: value.filter(isText) } : {});

const readVia = (value: unknown): Via => (value === "text" ? "text" : "hall");

/** An event, or null when it has no number. Kinds of later servers become `unknown`, so that the count still holds. */
export function readEvent(value: unknown): LiveEvent | null {
  if (!isObject(value) || !isCount(value["seq"]) || !isTime(value["time"])) return null;
  const numbered = { seq: value["seq"], time: value["time"] };
  return { ...numbered, ...readKind(value) };
}

type Kind = LiveEvent extends infer E ? (E extends Numbered ? Omit<E, keyof Numbered> : never) : never;

function readKind(value: Json): Kind {
  const { kind, number, nickname, area, text, revision, show } = value;
  const person = readPerson(value["person"]);
  const timeline = readTimeline(value["timeline"]);
  if (kind === "joined" && person) return { kind, person };
  if (kind === "left" && isCount(number)) return { kind, number };
  if (kind === "renamed" && isCount(number) && isText(nickname)) return { kind, number, nickname };
  if (kind === "moved" && isCount(number) && isText(area)) return { kind, number, area, via: readVia(value["via"]) };
  if (kind === "role" && isCount(number) && isText(value["role"])) return { kind, number, role: value["role"], ...readBooths(value["booths"]) };
  if (kind === "muted" && isCount(number)) return { kind, number, muted: value["muted"] === true };
  if (kind === "announcement" && isBilingual(text)) return { kind, text: { en: text.en, zh: text.zh } };
  if (kind === "rebuilt" && isText(revision)) {
    return { kind, revision, shows: readTimelines(value["shows"]), boards: readBoards(value["boards"]), sessions: readSessions(value["sessions"]), screens: readShowings(value["screens"]) };
  }
  const changes = readChanges(value["changes"]);
  if (kind === "board" && isText(value["board"]) && changes) return { kind, board: value["board"], changes };
  const change = readSessionChange(value["change"]);
  if (kind === "session" && isText(value["session"]) && change) return { kind, session: value["session"], change };
  if (kind === "show" && isText(show) && timeline) return { kind, show, timeline, by: isCount(value["by"]) ? value["by"] : null };
  return readGroupEvent(value) ?? readStageEvent(value) ?? readQueueEvent(value) ?? { kind: "unknown" };
}

function readTimeline(value: unknown): Timeline | null {
  if (!isObject(value)) return null;
  const { epoch, position, rate, duration, loop } = value;
  if (!isTime(epoch) || !isTime(position) || !isTime(rate) || !isTime(duration)) return null;
  return { epoch, position, rate, duration, loop: loop === true };
}

/** Those that can be read; null when there is no such list. */
function readTimelines(value: unknown): Timelines | null {
  if (!isObject(value)) return null;
  const read = Object.entries(value).map(([show, timeline]) => [show, readTimeline(timeline)] as const);
  return new Map(read.filter((entry): entry is readonly [string, Timeline] => entry[1] !== null));
}

function isBilingual(value: unknown): value is Text {
  return isObject(value) && isText(value["en"]) && isText(value["zh"]);
}

/** The answer to `join`, a refusal, or null when it is neither. */
export function readWelcome(value: unknown): Welcome | Refusal | null {
  if (!isObject(value)) return null;
  if (value["ok"] !== true) return readRefusal(value);
  const { session, number, presence, seq, time, people, missed, snapshot, revision } = value;
  if (!isText(session) || !isCount(number) || !isText(presence) || !isCount(seq) || !isTime(time)) return null;
  return {
    session,
    number,
    presence,
    seq,
    time,
    people: readList(people, readPerson),
    missed: readList(missed, readEvent),
    shows: readTimelines(value["shows"]) ?? new Map(),
    boards: readBoards(value["boards"]) ?? new Map(),
    sessions: readSessions(value["sessions"]) ?? new Map(),
    groups: readGroups(value["groups"]),
    screens: readShowings(value["screens"]) ?? new Map(),
    seats: readSeats(value["seats"]),
    queues: readLines(value["queues"]),
    snapshot: snapshot === true,
    revision: isText(revision) ? revision : "",
  };
}

export const isRefusal = (value: Welcome | Refusal): value is Refusal => "code" in value;

/** Why a command was refused; a plain one when the server did not say. */
export function readRefusal(value: unknown): Refusal {
  const { code, message, wait } = isObject(value) ? value : {};
  return {
    code: isText(code) ? code : "unknown",
    message: isBilingual(message) ? message : { en: "", zh: "" },
    ...(isTime(wait) ? { wait } : {}),
  };
}

/** People of an answer to `area`; empty when it has none. */
export function readPeople(value: unknown): readonly Person[] {
  return isObject(value) ? readList(value["people"], readPerson) : [];
}

function readList<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] {
  return Array.isArray(value) ? value.map(read).filter((item): item is T & {} => item !== null) : [];
}
