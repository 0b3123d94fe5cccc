/** What events leave of the lines at exhibits, and what one who stands there wants to know. Pure. */
import type { CrowdingMessage, Level, Line, Lines, PlaceInLine, QueueEvent, Who } from "../protocol/queues.js";

const NOBODY: Line = { closed: false, places: [] };

/** A line that is open and empty is not kept. */
export function reduceQueues(lines: Lines, event: QueueEvent): Lines {
  const line = after(lines.get(event.queue) ?? NOBODY, event);
  const next = new Map(lines);
  if (line.places.length > 0 || line.closed) next.set(event.queue, line);
  else next.delete(event.queue);
  return next;
}

function after(line: Line, event: QueueEvent): Line {
  const { closed, places } = line;
  switch (event.kind) {
    case "queued":
      return { closed, places: [...places, { who: event.who, until: null, taken: false, missed: false }] };
    case "queue_called":
    case "queue_taken": {
      const { who, until, kind } = event;
      return { closed, places: places.map((place) => (place.who === who ? { ...place, until, taken: kind === "queue_taken" } : place)) };
    }
    case "queue_passed":
      return { closed, places: putBack(places, event.who, event.behind) };
    case "queue_left":
      return { closed, places: places.filter(({ who }) => who !== event.who) };
    case "queue_closed":
      return { closed: event.closed, places };
  }
}

/** Who was called and did not come stands right behind another one, or where they stood. */
function putBack(places: readonly PlaceInLine[], who: Who, behind: Who | null): readonly PlaceInLine[] {
  const index = places.findIndex((place) => place.who === who);
  const rest = places.filter((place) => place.who !== who);
  const other = behind === null ? -1 : rest.findIndex((place) => place.who === behind);
  const at = other >= 0 ? other + 1 : Math.max(0, index);
  return [...rest.slice(0, at), { who, until: null, taken: false, missed: true }, ...rest.slice(at)];
}

/** How many try it at once, each for how many minutes. */
export interface Turns {
  readonly at_once: number;
  readonly minutes: number;
}

/** How it stands for somebody: `place` counts those who wait from 1. */
export type Standing =
  | { readonly state: "outside"; readonly waiting: number; readonly wait: number; readonly closed: boolean }
  | { readonly state: "waiting"; readonly place: number; readonly wait: number }
  | { readonly state: "called" | "trying"; readonly until: number };

export function standingOf(line: Line | undefined, turns: Turns, who: Who | null, now: number): Standing {
  const { closed, places } = line ?? NOBODY;
  const mine = places.find((place) => place.who === who);
  if (mine && mine.until !== null) return { state: mine.taken ? "trying" : "called", until: mine.until };
  const waiting = places.filter(({ until }) => until === null);
  if (!mine) return { state: "outside", waiting: waiting.length, wait: waitAt(places, turns, waiting.length + 1, now), closed };
  const place = waiting.indexOf(mine) + 1;
  return { state: "waiting", place, wait: waitAt(places, turns, place, now) };
}

/** Seconds until who waits at `place` is called, if everybody takes their turn whole; as the server counts it. */
export function waitAt(places: readonly PlaceInLine[], { at_once, minutes }: Turns, place: number, now: number): number {
  const turn = minutes * 60;
  const busy = places.filter(({ until }) => until !== null);
  const free = busy.map(({ until, taken }) => (taken ? Math.max(now, until ?? now) : now + turn));
  while (free.length < at_once) free.push(now);
  let called = now;
  for (let each = 0; each < place; each++) {
    free.sort((a, b) => a - b);
    called = free.shift() ?? now;
    free.push(called + turn);
  }
  return called - now;
}

/** How busy it is; what is not named is quiet. */
export interface Crowding {
  readonly zones: ReadonlyMap<string, Level>;
  readonly spots: ReadonlyMap<string, Level>;
}

export function hearCrowding(before: Crowding | null, { whole, zones, spots }: CrowdingMessage): Crowding {
  if (whole || !before) return { zones, spots };
  return { zones: new Map([...before.zones, ...zones]), spots: new Map([...before.spots, ...spots]) };
}
