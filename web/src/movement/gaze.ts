/** An eye that is lent to somebody who shows the way: it eases from the visitor's own eyes to another view, and back. */
import { clamp, damping, mix, mixAngle } from "../core/math.js";

/** Where an eye is and looks; as in `hall/vantage.ts`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

export interface GazeOptions {
  /** Seconds from the visitor's own eyes to the other view, and back. */
  readonly blend: number;
  /** Seconds in which half of the way to a view that moves is done; 0 follows at once. */
  readonly halfLife: number;
}

/** Metres beyond which nobody is eased along: one is there at once. */
const JUMP = 12;

export class Gaze {
  /** What should be seen; null for the visitor's own eyes. */
  target: View | null = null;
  private aim: View | null = null;
  private weight = 0;

  constructor(private readonly options: GazeOptions) {}

  /** Whether the eyes are the visitor's own again. */
  get home(): boolean {
    return this.weight === 0 && this.target === null;
  }

  /** One frame: where the eye is now; at once where `still`. */
  step(seconds: number, own: View, still: boolean): View {
    const { target } = this;
    if (target) this.aim = this.eased(target, seconds, still);
    const wanted = target ? 1 : 0;
    const pace = still ? 1 : seconds / this.options.blend;
    this.weight = wanted > this.weight ? Math.min(wanted, this.weight + pace) : Math.max(wanted, this.weight - pace);
    if (this.aim && this.weight > 0 && Math.hypot(this.aim.x - own.x, this.aim.y - own.y) > JUMP) this.weight = wanted;
    if (!this.aim || this.weight === 0) return own;
    return between(own, this.aim, smooth(this.weight));
  }

  /** Is there at once, as after a fade. */
  settle(): void {
    this.aim = this.target;
    this.weight = this.target ? 1 : 0;
  }

  private eased(target: View, seconds: number, still: boolean): View {
    const { aim, weight } = this;
    const { halfLife } = this.options;
    const near = aim && weight > 0 && Math.hypot(aim.x - target.x, aim.y - target.y) < JUMP;
    if (!near || still || halfLife === 0) return target;
    return between(aim, target, damping(seconds, halfLife));
  }
}

function between(a: View, b: View, share: number): View {
  if (share >= 1) return b;
  return {
    x: mix(a.x, b.x, share),
    y: mix(a.y, b.y, share),
    height: mix(a.height, b.height, share),
    facing: mixAngle(a.facing, b.facing, share),
    pitch: mix(a.pitch, b.pitch, share),
  };
}

const smooth = (share: number): number => {
  const t = clamp(share, 0, 1);
  return t * t * (3 - 2 * t);
};
