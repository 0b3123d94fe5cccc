/** What becomes of the polls of one place, and which of them is looked at. */
import type { Poll, Sums } from "../protocol/polls.js";

/** ms that a poll is shown on a screen after it is over. */
const SHOWN_AFTER = 90_000;

export const summed = (polls: readonly Poll[], sums: ReadonlyMap<number, Sums>): readonly Poll[] =>
  polls.map((poll) => (sums.has(poll.seq) ? { ...poll, ...sums.get(poll.seq) } : poll));

export const closedAt = (polls: readonly Poll[], seq: number, closed: number, sums: Sums): readonly Poll[] =>
  polls.map((poll) => (poll.seq === seq ? { ...poll, ...sums, closed } : poll));

export const chosen = (polls: readonly Poll[], seq: number, mine: readonly number[]): readonly Poll[] =>
  polls.map((poll) => (poll.seq === seq ? { ...poll, mine } : poll));

/** Whether nobody may vote any more at `now`, ms of the server's clock. */
export const isOver = ({ closed, ends }: Poll, now: number): boolean => closed !== null || (ends !== null && now >= ends);

/** The one for a screen: the newest that is open, else the one that has just ended. */
export function onScreen(polls: readonly Poll[], now: number): Poll | null {
  const newest = [...polls].reverse();
  return newest.find((poll) => !isOver(poll, now)) ?? newest.find(({ closed, ends }) => now - (closed ?? ends ?? 0) < SHOWN_AFTER) ?? null;
}

/** Those that one can vote in, the newest first; then those that are over. */
export function listed(polls: readonly Poll[], now: number): readonly Poll[] {
  return [...polls].sort((a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || b.seq - a.seq);
}

/** The share of those who voted that chose each option, 0…1; several may add up to more. */
export const shares = ({ counts, voters }: Sums): readonly number[] => (counts ?? []).map((count) => (voters > 0 ? count / voters : 0));
