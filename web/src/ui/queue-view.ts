/** What the interface shows of lines at exhibits, and what it can ask for. */
import { exhibitedAt } from "./exhibited.js";
import type { Manifest } from "../hall/manifest.js";
import type { Person, Refusal } from "../protocol/events.js";
import type { Lines } from "../protocol/queues.js";
import type { Turns } from "../session/queues.js";
import { language } from "./language.js";
import { queueWords } from "./messages/queues.js";

export interface QueuesView {
  readonly lines: Lines;
  /** Seconds that the server's clock is ahead of this device's. */
  readonly ahead: number;
}

export const noQueues: QueuesView = { lines: new Map(), ahead: 0 };

export type Direction = "next" | "skip" | "open" | "close";

/** What can be asked, by the placement; what resolves, resolves to null, or to why not. */
export interface QueueIntents {
  join(queue: string): Promise<Refusal | null>;
  /** Begins the turn to which one was called. */
  take(queue: string): Promise<Refusal | null>;
  /** Leaves the line, or ends one's turn. */
  leave(queue: string): Promise<Refusal | null>;
  direct(queue: string, action: Direction): Promise<Refusal | null>;
}

/** Seconds of the server's clock. */
export const serverTime = ({ ahead }: QueuesView): number => Date.now() / 1000 + ahead;

/** How many try the exhibit at a placement at once; null where nobody lines up. */
export function turnsAt(hall: Manifest | null, placement: string): Turns | null {
  const shown = exhibitedAt(hall, placement);
  return hall?.exhibits.find(({ id }) => id === shown?.placement.exhibit)?.queue ?? null;
}

/** Whether somebody looks after the line at a placement, as the server will say. */
export function serves(hall: Manifest | null, placement: string, me: Person | null): boolean {
  if (!me) return false;
  if (me.role !== "exhibitor") return ["host", "moderator", "organizer"].includes(me.role);
  const shown = exhibitedAt(hall, placement);
  const booths = shown?.area.booths.filter(({ id }) => me.booths?.includes(id)) ?? [];
  return booths.some((booth) => {
    const [across, along] = [(shown?.placement.at[0] ?? 0) - booth.at[0], (shown?.placement.at[1] ?? 0) - booth.at[1]];
    const [sine, cosine] = [Math.sin(booth.facing), Math.cos(booth.facing)];
    return Math.abs(across * cosine - along * sine) <= booth.size[0] / 2 && Math.abs(across * sine + along * cosine) <= booth.size[1] / 2;
  });
}

/** How long something takes, roughly and never less. */
export function lasting(seconds: number): string {
  const words = queueWords[language.value];
  return seconds < 90 ? words.seconds(Math.max(10, Math.ceil(seconds / 10) * 10)) : words.minutes(Math.ceil(seconds / 60));
}

/** What is left, as minutes and seconds. */
export function left(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil(until - now));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
