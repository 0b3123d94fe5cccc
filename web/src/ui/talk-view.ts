/** What the interface shows of talk and what it can ask for. */
import type { Text } from "../core/text.js";
import type { Refusal } from "../protocol/events.js";
import type { Poll } from "../protocol/polls.js";
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

/** A poll, and the stream in which it is. */
export interface PollAt {
  readonly stream: string;
  readonly poll: Poll;
}

/** What is asked when a poll is opened; texts in one language at least, the other may be empty. */
export interface NewPoll {
  readonly question: Text;
  readonly options: readonly Text[];
  readonly several: boolean;
  readonly hidden: boolean;
  /** How long it is open; null until somebody closes it. */
  readonly seconds: number | null;
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
  /** The wave of the last moment in the area and at the stage around. */
  readonly cheers: Readonly<Partial<Record<Reaction, number>>>;
  /** Polls of the area, of the stage around and of the place that is read. */
  readonly polls: readonly PollAt[];
}

/** What can be asked of talk; what resolves, resolves to null, or to why not. Messages and questions by their numbers. */
export interface TalkIntents {
  open(on: boolean): void;
  /** Whether what is said at the place is wanted although the panel is closed. */
  attend(on: boolean): void;
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
  /** Chooses of a poll, options counted from 0, instead of what was chosen before. */
  ballot(poll: number, choices: readonly number[]): Promise<Refusal | null>;
  openPoll(poll: NewPoll): Promise<Refusal | null>;
  closePoll(poll: number): Promise<Refusal | null>;
  react(reaction: Reaction): void;
  /** What can be asked of letters to booths. */
  readonly letters: LetterIntents;
}

export const noTalk: TalkView = { open: false, unread: 0, places: [], at: "", state: null, wave: {}, cheers: {}, polls: [] };
