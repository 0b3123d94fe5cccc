/** What events leave of the screens and seats of stages. Pure. */
import type { SeatsTaken, Showings, StageEvent } from "../protocol/stages.js";

export interface Stages {
  /** What hosts let screens show. */
  readonly screens: Showings;
  /** Who sits where. */
  readonly seats: SeatsTaken;
}

export function reduceStages({ screens, seats }: Stages, event: StageEvent): Stages {
  if (event.kind === "screen") {
    const next = new Map(screens);
    if (event.showing) next.set(event.screen, event.showing);
    else next.delete(event.screen);
    return { screens: next, seats };
  }
  const next = new Map(seats);
  if (event.kind === "seated") next.set(event.number, { area: event.area, stage: event.stage, seat: event.seat });
  else next.delete(event.number);
  return { screens, seats: next };
}
