/** What the interface shows of talk and what it can ask for. */
import type { Text } from "../core/text.js";
import type { Refusal } from "../protocol/events.js";
import type { Reaction } from "../protocol/talk.js";
import type { LetterIntents } from "./letters-view.js";
import type { TalkState } from "../session/talk.js";

/** A place where one can talk. */
export interface TalkPlace {
  /** Name of its stream. */
  readonly stream: string;
  readonly kind: "area" | "booth" | "stage";
  readonly name: Text;
}

/** What is talked about around the visitor. */
export interface TalkView {
  readonly open: boolean;
  /** Messages of the area that were not seen. */
  readonly unread: number;
  readonly places: readonly TalkPlace[];
  /** The stream that is read; empty for none. */
  readonly at: string;
  /** What is known of it; null until the server has told. */
  readonly state: TalkState | null;
  /** The wave of the last moment. */
  readonly wave: Readonly<Partial<Record<Reaction, number>>>;
}

/** What can be asked of talk; what resolves, resolves to null, or to why not. Messages and questions by their numbers. */
export interface TalkIntents {
  open(on: boolean): void;
  /** Reads and writes at this place from now on. */
  choose(stream: string): void;
  /** Fetches what was said before. */
  earlier(): Promise<void>;
  write(kind: "say" | "ask", text: string): Promise<Refusal | null>;
  /** Takes back one's own words, or with `remove` somebody's. */
  wish(name: "withdraw" | "remove", message: number): Promise<Refusal | null>;
  vote(question: number, on: boolean): Promise<Refusal | null>;
  answer(question: number, done: boolean): Promise<Refusal | null>;
  hide(question: number, hidden: boolean): Promise<Refusal | null>;
  pace(seconds: number): Promise<Refusal | null>;
  react(reaction: Reaction): void;
  /** What can be asked of letters to booths. */
  readonly letters: LetterIntents;
}

export const noTalk: TalkView = { open: false, unread: 0, places: [], at: "", state: null, wave: {} };
