/** What is said, asked, voted and felt in one place (docs/formats/talk.md), read from unknown JSON with every field checked. */
import { type Poll, readPoll, readSums, type Sums } from "./polls.js";

export const REACTIONS = ["clap", "heart", "laugh", "wow", "raise"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** A message. `by` tells its author from everybody else; `number` may be somebody else's later. */
export interface Message {
  readonly seq: number;
  /** Server time in ms. */
  readonly time: number;
  readonly by: string;
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: string;
  readonly text: string;
}

export interface Question extends Message {
  readonly votes: number;
  /** Whether the visitor has voted for it. */
  readonly mine: boolean;
  readonly answered: boolean;
  /** Only hosts see hidden ones. */
  readonly hidden: boolean;
}

/** What has happened in a stream. It stands for the numbers from `first` to `seq`, which is one but for votes in a row. */
export type TalkEvent = { readonly stream: string; readonly first: number; readonly seq: number } & (
  | { readonly kind: "said"; readonly message: Message }
  | { readonly kind: "asked"; readonly question: Question }
  /** Taken back or taken away. */
  | { readonly kind: "gone"; readonly message: number }
  /** Somebody had what they said erased. */
  | { readonly kind: "erased"; readonly messages: readonly number[] }
  | { readonly kind: "pace"; readonly seconds: number }
  | { readonly kind: "votes"; readonly votes: ReadonlyMap<number, number>; readonly polls: ReadonlyMap<number, Sums> }
  | { readonly kind: "polled"; readonly poll: Poll }
  | { readonly kind: "poll_closed"; readonly poll: number; readonly at: number; readonly sums: Sums }
  | { readonly kind: "answered"; readonly question: number; readonly done: boolean }
  /** `again` is the question when it may be seen again. */
  | { readonly kind: "hidden"; readonly question: number; readonly hidden: boolean; readonly again: Question | null }
  | { readonly kind: "unknown" }
);

/** What the server answers to `listen`. */
export interface Listening {
  readonly stream: string;
  readonly seq: number;
  /** The visitor's own `by`. */
  readonly me: string;
  /** Seconds between two messages of one person. */
  readonly pace: number;
  readonly snapshot: boolean;
  readonly missed: readonly TalkEvent[];
  readonly history: readonly Message[];
  readonly questions: readonly Question[];
  readonly polls: readonly Poll[];
}

/** How many of each reaction there were within a moment. */
export interface Wave {
  readonly stream: string;
  readonly counts: Readonly<Partial<Record<Reaction, number>>>;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";
const listOf = <T>(value: unknown, read: (each: unknown) => T | null): readonly T[] =>
  Array.isArray(value) ? value.flatMap((each) => read(each) ?? []) : [];

/** A message, or null when a field is missing or of the wrong kind. */
export function readMessage(value: unknown): Message | null {
  if (!isObject(value)) return null;
  const { seq, time, by, number, nickname, color, role, text } = value;
  if (!isCount(seq) || typeof time !== "number" || !isText(by) || !isCount(number)) return null;
  if (!isText(nickname) || !isCount(color) || !isText(text)) return null;
  return { seq, time, by, number, nickname, color, role: isText(role) ? role : "visitor", text };
}

function readQuestion(value: unknown): Question | null {
  const message = readMessage(value);
  if (!message || !isObject(value)) return null;
  const { votes, mine, answered, hidden } = value;
  return { ...message, votes: isCount(votes) ? votes : 0, mine: mine === true, answered: answered === true, hidden: hidden === true };
}

/** An event of talk, or null when it has no number or place. Kinds of later servers become `unknown`, so that the count still holds. */
export function readTalk(value: unknown): TalkEvent | null {
  if (!isObject(value) || !isText(value["stream"]) || !isCount(value["seq"])) return null;
  const { stream, seq, first } = value;
  return { stream, seq, first: isCount(first) ? first : seq, ...readKind(value) };
}

type Kind = TalkEvent extends infer E ? (E extends TalkEvent ? Omit<E, "stream" | "first" | "seq"> : never) : never;

function readKind(value: Json): Kind {
  const { kind, message, seconds, votes, question } = value;
  const said = kind === "said" ? readMessage(value) : null;
  if (said) return { kind: "said", message: said };
  const asked = kind === "asked" ? readQuestion(value) : null;
  if (asked) return { kind: "asked", question: asked };
  if ((kind === "withdrawn" || kind === "removed") && isCount(message)) return { kind: "gone", message };
  if (kind === "erased" && Array.isArray(value["messages"])) return { kind, messages: value["messages"].filter(isCount) };
  if (kind === "pace" && isCount(seconds)) return { kind, seconds };
  if (kind === "votes" && isObject(votes)) {
    return { kind, votes: byNumber(votes, (count) => (isCount(count) ? count : null)), polls: byNumber(value["polls"], readSums) };
  }
  const poll = kind === "polled" ? readPoll(value) : null;
  if (poll) return { kind: "polled", poll };
  const sums = kind === "poll_closed" ? readSums(value) : null;
  if (sums && isCount(value["poll"]) && isCount(value["time"])) return { kind: "poll_closed", poll: value["poll"], at: value["time"], sums };
  if (kind === "answered" && isCount(question)) return { kind, question, done: value["done"] === true };
  if (kind === "hidden" && isCount(question)) return { kind, question, hidden: value["hidden"] === true, again: readQuestion(value["asked"]) };
  return { kind: "unknown" };
}

const byNumber = <T>(value: unknown, read: (each: unknown) => T | null): ReadonlyMap<number, T> =>
  new Map(Object.entries(isObject(value) ? value : {}).flatMap(([id, each]) => {
    const found = read(each);
    return found === null ? [] : [[Number(id), found] as const];
  }));

/** The answer to `listen`, or null for a refusal or anything else. */
export function readListening(value: unknown): Listening | null {
  if (!isObject(value) || value["ok"] !== true || !isText(value["stream"]) || !isCount(value["seq"])) return null;
  const { stream, seq, me, pace, snapshot } = value;
  const missed = listOf(value["missed"], (each) => readTalk(isObject(each) ? { ...each, stream } : null));
  return {
    stream, seq, missed,
    me: isText(me) ? me : "",
    pace: isCount(pace) ? pace : 0,
    snapshot: snapshot === true,
    history: readHistory(value),
    questions: listOf(value["questions"], readQuestion),
    polls: listOf(value["polls"], readPoll),
  };
}

/** The messages of an answer to `listen` or `earlier`, oldest first. */
export function readHistory(value: unknown): readonly Message[] {
  return isObject(value) ? listOf(value["history"], readMessage) : [];
}

/** A wave, or null. Reactions of later servers are left out. */
export function readWave(value: unknown): Wave | null {
  if (!isObject(value) || !isText(value["stream"]) || !isObject(value["counts"])) return null;
  const { counts } = value;
  const known = REACTIONS.flatMap((each) => (isCount(counts[each]) ? [[each, counts[each]] as const] : []));
  return { stream: value["stream"], counts: Object.fromEntries(known) };
}
