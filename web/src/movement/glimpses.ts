/** Somebody else's moving view as single looks: a new one once they rest, or after a while when they do not. For those
 *  who must not be moved along. Pure but for its own state. */
import { wrapAngle } from "../core/math.js";
import type { View } from "./gaze.js";

/** Seconds without a move after which somebody rests, and between two looks at who goes on and on. */
const REST = 0.5;
const EVERY = 4;
/** Metres and radians, added up, that are no move, and that are worth a look at who does not rest. */
const TREMBLE = 0.04;
const WORTH = 0.5;

export class Glimpses {
  private shown: View | null = null;
  private last: View | null = null;
  private rested = 0;
  private since = Infinity;

  /** One frame in which somebody sees this: whether to look anew now. */
  due(view: View, seconds: number): boolean {
    this.since += seconds;
    const moving = this.last !== null && apart(this.last, view) > TREMBLE;
    if (moving || !this.last) this.last = view;
    this.rested = moving ? 0 : this.rested + seconds;
    if (!this.shown) return true;
    const gap = apart(this.shown, view);
    return this.rested >= REST ? gap > TREMBLE : this.since >= EVERY && gap > WORTH;
  }

  /** This is what is seen now. */
  look(view: View): void {
    this.shown = this.last = view;
    this.since = 0;
  }
}

const apart = (a: View, b: View): number =>
  Math.hypot(a.x - b.x, a.y - b.y) + Math.abs(wrapAngle(a.facing - b.facing)) + Math.abs(a.pitch - b.pitch);
