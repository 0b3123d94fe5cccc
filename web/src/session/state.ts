/**
 * What one knows of the others and of what happened: a pure reduction of ordered events.
 *
 * Every event carries a number that grows by one. An older number is a repeat and changes nothing;
 * a number further ahead is a gap: the event is left alone, `gap` is raised, and the caller joins
 * again with `since`, which brings what was missed.
 */
import type { Text } from "../core/text.js";
import type { SessionChanges } from "../protocol/sessions.js";
import type { Groups } from "../protocol/groups.js";
import type { Lines } from "../protocol/queues.js";
import { reduceGroups } from "./groups.js";
import { reduceQueues } from "./queues.js";
import { reduceStages, type Stages } from "./stages.js";
import type { Boards, LiveEvent, Person, Timelines, Welcome } from "../protocol/events.js";

export interface Announcement {
  readonly seq: number;
  readonly time: number;
  readonly text: Text;
}

export interface SessionState extends Stages {
  /** Number of the last event taken in; null before the first welcome. */
  readonly seq: number | null;
  readonly me: number | null;
  readonly people: ReadonlyMap<number, Person>;
  /** The latest ones, oldest first. */
  readonly announcements: readonly Announcement[];
  /** Where the shows stand. */
  readonly shows: Timelines;
  /** What was changed on boards since the layout. */
  readonly boards: Boards;
  /** What was changed of the programme. */
  readonly sessions: SessionChanges;
  /** Groups that are led. */
  readonly groups: Groups;
  /** Lines at exhibits. */
  readonly queues: Lines;
  readonly revision: string;
  readonly gap: boolean;
}

const REMEMBERED = 20;

export const nobody: SessionState = {
  seq: null,
  me: null,
  people: new Map(),
  announcements: [],
  shows: new Map(),
  boards: new Map(),
  sessions: new Map(),
  groups: new Map(),
  screens: new Map(),
  seats: new Map(),
  queues: new Map(),
  revision: "",
  gap: false,
};

/** The state after an event was pushed by the server. */
export function reduce(state: SessionState, event: LiveEvent): SessionState {
  if (state.seq === null || event.seq <= state.seq) return state;
  if (event.seq > state.seq + 1) return state.gap ? state : { ...state, gap: true };
  return { ...apply(state, event), seq: event.seq };
}

/** The state after the server answered `join`: whole when it sent a snapshot, else what was missed. */
export function welcome(state: SessionState, answer: Welcome): SessionState {
  const known: SessionState = { ...state, me: answer.number, gap: false };
  if (answer.snapshot || state.seq === null || answer.seq < state.seq) return fromSnapshot(known, answer);
  const caught = answer.missed.reduce(reduce, known);
  // A hole in the answer itself: believe its number and its people rather than ask for ever.
  if (caught.gap || (caught.seq ?? 0) < answer.seq) return fromSnapshot({ ...caught, gap: false }, answer);
  return { ...caught, revision: answer.revision || caught.revision };
}

/** Everybody else, by number. */
export function others(state: SessionState): readonly Person[] {
  return [...state.people.values()].filter((person) => person.number !== state.me).sort((a, b) => a.number - b.number);
}

/** The visitor as the others see them; null before the first welcome. */
export function myself(state: SessionState): Person | null {
  return state.me === null ? null : (state.people.get(state.me) ?? null);
}

function fromSnapshot(state: SessionState, answer: Welcome): SessionState {
  const newer = answer.missed.filter((event) => event.kind === "announcement" && event.seq > (state.seq ?? -1));
  const told = newer.reduce(apply, state);
  const people = new Map(answer.people.map((person) => [person.number, person]));
  const shows = answer.snapshot ? answer.shows : told.shows;
  const boards = answer.snapshot ? answer.boards : told.boards;
  const sessions = answer.snapshot ? answer.sessions : told.sessions;
  const groups = answer.snapshot ? answer.groups : told.groups;
  const { screens, seats, queues } = answer.snapshot ? answer : told;
  return { ...told, people, shows, boards, sessions, groups, screens, seats, queues, seq: answer.seq, revision: answer.revision || state.revision };
}

function apply(state: SessionState, event: LiveEvent): SessionState {
  switch (event.kind) {
    case "joined":
      return { ...state, people: new Map(state.people).set(event.person.number, event.person) };
    case "left":
      return { ...state, people: without(state.people, event.number) };
    case "renamed":
      return { ...state, people: changed(state.people, event.number, { nickname: event.nickname }) };
    case "moved":
      return { ...state, people: changed(state.people, event.number, { area: event.area, via: event.via }) };
    case "role":
      return { ...state, people: inRole(state.people, event.number, event) };
    case "muted":
      return { ...state, people: changed(state.people, event.number, { muted: event.muted }) };
    case "announcement": {
      const { seq, time, text } = event;
      return { ...state, announcements: [...state.announcements, { seq, time, text }].slice(-REMEMBERED) };
    }
    case "rebuilt":
      return {
        ...state, revision: event.revision, shows: event.shows ?? state.shows, boards: event.boards ?? state.boards,
        sessions: event.sessions ?? state.sessions, screens: event.screens ?? state.screens,
      };
    case "show":
      return { ...state, shows: new Map(state.shows).set(event.show, event.timeline) };
    case "board": {
      const changes = new Map([...(state.boards.get(event.board) ?? []), ...event.changes]);
      return { ...state, boards: new Map(state.boards).set(event.board, changes) };
    }
    case "session":
      return { ...state, sessions: new Map(state.sessions).set(event.session, event.change) };
    case "screen":
    case "seated":
    case "stood":
      return { ...state, ...reduceStages(state, event) };
    case "queued":
    case "queue_called":
    case "queue_taken":
    case "queue_passed":
    case "queue_left":
    case "queue_closed":
      return { ...state, queues: reduceQueues(state.queues, event) };
    case "unknown":
      return state;
    default:
      return { ...state, groups: reduceGroups(state.groups, event) };
  }
}

function without(people: SessionState["people"], number: number): SessionState["people"] {
  const rest = new Map(people);
  rest.delete(number);
  return rest;
}

/** Whoever has another role is the staff of other booths, or of none. */
function inRole(people: SessionState["people"], number: number, { role, booths }: Pick<Person, "role" | "booths">): SessionState["people"] {
  const person = people.get(number);
  if (!person) return people;
  const { nickname, color, area, via, muted } = person;
  return new Map(people).set(number, { number, nickname, color, area, role, via, muted, ...(booths ? { booths } : {}) });
}

function changed(people: SessionState["people"], number: number, change: Partial<Person>): SessionState["people"] {
  const person = people.get(number);
  return person ? new Map(people).set(number, { ...person, ...change }) : people;
}
