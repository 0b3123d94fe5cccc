/**
 * What one knows of the talk of one place: a pure reduction of its events, which are numbered without a gap.
 *
 * As with the venue's own log, an older number changes nothing, and one further ahead is a gap: `gap` is raised, and the
 * caller listens again with `since`. What comes before the answer to `listen` waits for it.
 */
import type { Poll } from "../protocol/polls.js";
import type { Listening, Message, Question, TalkEvent } from "../protocol/talk.js";
import { chosen, closedAt, summed } from "./polls.js";

export interface TalkState {
  readonly stream: string;
  /** Number of the last event taken in; null before the answer to `listen`. */
  readonly seq: number | null;
  /** The visitor's own `by`. */
  readonly me: string;
  /** Seconds between two messages of one person. */
  readonly pace: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly questions: readonly Question[];
  readonly polls: readonly Poll[];
  /** Whether the server may have messages from before. */
  readonly more: boolean;
  readonly gap: boolean;
  readonly early: readonly TalkEvent[];
}

/** Messages of one place that a page keeps. */
const REMEMBERED = 400;

export const silent = (stream: string): TalkState => ({
  stream, seq: null, me: "", pace: 0, messages: [], questions: [], polls: [], more: true, gap: false, early: [],
});

/** The state after an event was pushed by the server. */
export function reduceTalk(state: TalkState, event: TalkEvent): TalkState {
  if (state.seq === null) return { ...state, early: [...state.early, event] };
  if (event.seq <= state.seq) return state;
  if (event.first > state.seq + 1) return state.gap ? state : { ...state, gap: true };
  return { ...apply(state, event), seq: event.seq };
}

/** The state after the server answered `listen`, asked for so many messages. */
export function listened(state: TalkState, answer: Listening, asked: number): TalkState {
  const { seq, me, pace, questions, polls } = answer;
  const known = { ...state, me, gap: false, early: [] };
  const caught = answer.snapshot || state.seq === null
    ? { ...known, messages: answer.history, more: answer.history.length >= asked }
    : { ...answer.missed.reduce(reduceTalk, known), gap: false };
  return state.early.reduce(reduceTalk, { ...caught, seq, pace, questions, polls });
}

/** The state with messages from before those that it has; `asked` is how many were asked for. */
export function recalled(state: TalkState, earlier: readonly Message[], asked: number): TalkState {
  const first = state.messages[0]?.seq ?? Infinity;
  return { ...state, messages: [...earlier.filter(({ seq }) => seq < first), ...state.messages], more: earlier.length >= asked };
}

/** Open questions by votes, the older one first among equals; then those that were answered. */
export function ranked(questions: readonly Question[]): readonly Question[] {
  return [...questions].sort((a, b) => Number(a.answered) - Number(b.answered) || b.votes - a.votes || a.seq - b.seq);
}

/** How many messages of others came after the number `read`. */
export const unreadAfter = ({ messages, me }: TalkState, read: number): number =>
  messages.filter(({ seq, by }) => seq > read && by !== me).length;

function apply(state: TalkState, event: TalkEvent): TalkState {
  switch (event.kind) {
    case "said":
      // Told without its text where it was taken away since.
      return event.message.text ? { ...state, messages: [...state.messages, event.message].slice(-REMEMBERED) } : state;
    case "asked":
      return event.question.text ? { ...state, questions: [...state.questions, event.question] } : state;
    case "gone": {
      const stays = ({ seq }: Message): boolean => seq !== event.message;
      const polls = state.polls.filter(({ seq }) => seq !== event.message);
      return { ...state, messages: state.messages.filter(stays), questions: state.questions.filter(stays), polls };
    }
    case "erased": {
      const stays = ({ seq }: Message): boolean => !event.messages.includes(seq);
      return { ...state, messages: state.messages.filter(stays), questions: state.questions.filter(stays) };
    }
    case "pace":
      return { ...state, pace: event.seconds };
    case "votes":
      return {
        ...state,
        questions: state.questions.map((each) => ({ ...each, votes: event.votes.get(each.seq) ?? each.votes })),
        polls: summed(state.polls, event.polls),
      };
    case "polled":
      return { ...state, polls: [...state.polls, event.poll] };
    case "poll_closed":
      return { ...state, polls: closedAt(state.polls, event.poll, event.at, event.sums) };
    case "answered":
      return changed(state, event.question, { answered: event.done });
    case "hidden":
      return event.again?.text && !state.questions.some(({ seq }) => seq === event.question)
        ? { ...state, questions: [...state.questions, event.again] }
        : changed(state, event.question, { hidden: event.hidden });
    case "unknown":
      return state;
  }
}

function changed(state: TalkState, question: number, change: Partial<Question>): TalkState {
  return { ...state, questions: state.questions.map((each) => (each.seq === question ? { ...each, ...change } : each)) };
}

/** The state in which the visitor has voted for a question, or not: nobody is told whose votes there are. */
export const voted = (state: TalkState, question: number, on: boolean): TalkState => changed(state, question, { mine: on });

/** The state in which the visitor has chosen so in a poll. */
export const balloted = (state: TalkState, poll: number, mine: readonly number[]): TalkState => ({ ...state, polls: chosen(state.polls, poll, mine) });
