/** What the interface shows of letters to booths and what it can ask for. */
import type { Refusal } from "../protocol/events.js";
import type { Card, Line, Opened, Side, Standing } from "../protocol/letters.js";

export interface LettersView {
  /** The visitor's own letters, the latest first. */
  readonly mine: readonly Line[];
  /** Letters to the booths whose staff one is, or of which moderators were told; null for who is neither. */
  readonly inbox: readonly Line[] | null;
  /** Which of them are listed; null for all. */
  readonly filter: Standing | null;
  /** Messages that were not read. */
  readonly unread: number;
  /** Id of the booth or exhibit to which one writes a new one. */
  readonly compose: string | null;
  /** The letter that is read. */
  readonly open: Opened | null;
  /** Whether the other side writes just now. */
  readonly typing: boolean;
  /** What came last of the other side, for a notice. */
  readonly news: { readonly side: Side; readonly line: Line } | null;
}

/** What somebody wants to send. */
export interface Inquiry {
  readonly booth: string;
  readonly placement: string | null;
  readonly text: string;
  readonly card: Card;
  readonly consent: boolean;
  readonly cardConsent: boolean;
}

/** What can be asked of letters; what resolves, resolves to null, or to why not. */
export interface LetterIntents {
  /** A new letter to this booth, or about this exhibit; null: none. */
  compose(place: string | null): void;
  send(inquiry: Inquiry): Promise<Refusal | null>;
  /** Reads this letter; null: none. */
  open(letter: string | null): Promise<Refusal | null>;
  filter(standing: Standing | null): void;
  /** These are for the letter that is open. */
  write(text: string): Promise<Refusal | null>;
  typing(): void;
  end(): Promise<Refusal | null>;
  report(reason: string): Promise<Refusal | null>;
  erase(): Promise<Refusal | null>;
  /** The private address of one's own letter; null for another's. */
  link(letter: string): string | null;
}

export const noLetters: LettersView = { mine: [], inbox: null, filter: null, unread: 0, compose: null, open: null, typing: false, news: null };
