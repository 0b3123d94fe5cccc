/** How a twin gets to where its device says it is: without jumps, without a halt between two words, and soon. */
import { clamp, mixAngle } from "../core/math.js";

/** Plan metres, and a bearing in radians. */
export interface Stand {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

/** ms that a glide takes at least, and at most: what a device says is seen within a second. */
const SHORTEST = 250;
const LONGEST = 450;
/** ms between two words after which they are no longer one movement. */
const APART = 1_000;
/** How much the newest gap between two words counts. */
const NEWEST = 0.3;
/** A glide is somewhat longer than the gap: the next word is late at times, and finds the twin still moving. */
const LONGER = 1.15;

/** Times are ms of any steady clock. */
export class Glide {
  private from: Stand;
  private lasts = SHORTEST;
  private gap: number | null = null;

  constructor(home: Stand, private to: Stand, private since: number) {
    this.from = home;
  }

  /** Another word: on from where the twin is now. Returns whether that is elsewhere than the last one. */
  toward(to: Stand, now: number): boolean {
    if (to.x === this.to.x && to.y === this.to.y && to.facing === this.to.facing) return false;
    const gap = now - this.since;
    if (gap > APART) this.gap = null;
    else this.gap = this.gap === null ? gap : this.gap + (gap - this.gap) * NEWEST;
    [this.from, this.to, this.since] = [this.at(now), to, now];
    this.lasts = this.gap === null ? SHORTEST : clamp(this.gap * LONGER, SHORTEST, LONGEST);
    return true;
  }

  at(now: number): Stand {
    const share = clamp((now - this.since) / this.lasts, 0, 1);
    if (share >= 1) return this.to;
    const { from, to } = this;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, facing: mixAngle(from.facing, to.facing, share) };
  }

  /** Where it ends. */
  get end(): Stand {
    return this.to;
  }

  moves(now: number): boolean {
    return now - this.since <= this.lasts;
  }
}
