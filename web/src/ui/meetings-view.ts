/** What the interface shows of meetings and what it can ask for. */
import type { Refusal } from "../protocol/events.js";
import type { Match, Meeting, Mine, Outcome, Profile } from "../protocol/meetings.js";
import type { MeetingTurn } from "../session/meetings.js";

/** Something of a meeting that is told as it happens. */
export interface MeetingNotice {
  readonly number: number;
  readonly turn: MeetingTurn;
  readonly meeting: Meeting;
}

export interface MeetingsView {
  /** The booth for whose staff it is shown; null for a buyer. */
  readonly booth: string | null;
  /** What the server keeps of this side; null until it has told. */
  readonly mine: Mine | null;
  /** Whether a buyer's profile is kept: nothing is before they agree. */
  readonly kept: boolean;
  /** The best first; null until they were asked for. */
  readonly matches: readonly Match[] | null;
  /** The booth whose card led here. */
  readonly about: string | null;
  readonly notices: readonly MeetingNotice[];
  /** Why the server does not tell. */
  readonly refused: Refusal | null;
}

/** What can be asked of meetings; what resolves, resolves to null, or to why not. */
export interface MeetingIntents {
  /** The panel is open: asks for everything anew. */
  open(): void;
  /** One came from the card of this booth. */
  about(booth: string | null): void;
  /** Staff of several booths see to this one. */
  choose(booth: string): void;
  profile(profile: Profile, consent: boolean): Promise<Refusal | null>;
  match(): Promise<Refusal | null>;
  ask(other: string, slot: string | null, message: string): Promise<Refusal | null>;
  answer(meeting: string, accept: boolean, slot: string | null): Promise<Refusal | null>;
  move(meeting: string, slot: string): Promise<Refusal | null>;
  cancel(meeting: string): Promise<Refusal | null>;
  here(meeting: string): Promise<Refusal | null>;
  outcome(meeting: string, outcome: Outcome, note: string): Promise<Refusal | null>;
  /** Profile and meetings of a buyer go. */
  forget(): Promise<Refusal | null>;
  /** Addresses of the calendar file and of the page without a script; null before anything is kept. */
  links(): { readonly calendar: string; readonly page: string } | null;
  dismiss(number: number): void;
  /** ms of the server's clock. */
  now(): number;
}

export const noMeetings: MeetingsView = { booth: null, mine: null, kept: false, matches: null, about: null, notices: [], refused: null };
