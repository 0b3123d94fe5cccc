/**
 * What the screen of a stage shows now: the reel of the session that is on, or the one that a host chose; the newer word
 * counts. A choice that has yet to begin changes nothing: until then everyone sees what was before. Pure, but for what it
 * remembers of that.
 */
import type { Text } from "../core/text.js";
import type { StagePlace } from "../hall/manifest.js";
import type { Reel } from "../hall/reels.js";
import type { Showing } from "../protocol/stages.js";
import { type Session, standing } from "./timetable.js";

export interface Screening {
  readonly reel: Reel;
  /** When it began, s since 1970. */
  readonly since: number;
  readonly slide: number;
  /** What a host typed. */
  readonly text: Text | null;
  /** Whether a host chose it. */
  readonly chosen: boolean;
}

/** Seconds before its end at which a stream that has passed is taken for over: the last picture is short. */
const EDGE = 0.25;

export class StageScreen {
  private shown: Showing | null = null;

  constructor(private readonly area: string, private readonly stage: StagePlace) {}

  /** The name of the screen. */
  get id(): string {
    return `${this.area}/${this.stage.id}`;
  }

  /** What is shown at `now`, s; null where there is no more to show than what is on. */
  now(sessions: readonly Session[], chosen: Showing | undefined, now: number): Screening | null {
    if (!chosen || chosen.since <= now) this.shown = chosen ?? null;
    const session = sessions.find((each) => this.isHere(each) && standing(each, now * 1000) === "now");
    const starts = session ? session.starts / 1000 : -Infinity;
    if (this.shown && this.shown.since >= starts) return this.of(this.shown.reel, this.shown, true);
    return session ? this.of(session.reel, { since: starts, slide: 0, text: null }, false) : null;
  }

  private isHere({ kind, place, area, reel }: Session): boolean {
    return kind === "stage" && place === this.stage.id && area === this.area && reel !== "";
  }

  private of(id: string, { since, slide, text }: Omit<Showing, "reel">, chosen: boolean): Screening | null {
    const reel = this.stage.reels.find((each) => each.id === id);
    return reel ? { reel, since, slide, text, chosen } : null;
  }
}

/** The second of a stream that everyone sees at `now`, s; null when it is over, or cannot be told. */
export function positionOf({ reel, since }: Screening, now: number, duration: number): number | null {
  if (reel.kind !== "stream" || reel.live || !Number.isFinite(duration) || duration <= 0) return null;
  const passed = Math.max(0, now - since);
  if (reel.loop) return passed % duration;
  return passed < duration - EDGE ? passed : null;
}

/** How far off its place a player may be before it jumps, s; how far before it hurries or waits. */
const JUMP = 1;
const DRIFT = 0.15;
const HURRY = 0.06;

/** What brings a player that is `off` seconds ahead to its place: a jump, or a pace. */
export function correction(off: number): "jump" | number {
  if (Math.abs(off) > JUMP) return "jump";
  return Math.abs(off) > DRIFT ? 1 - Math.sign(off) * HURRY : 1;
}
