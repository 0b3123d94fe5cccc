/** Fingers, or the mouse, on a plan: one drags, two pinch, and one that comes and goes without moving presses. Pixels. */
import type { Point } from "../../core/plan.js";

/** What a finger did: the plan goes by `dx`, `dy` and grows by `factor` around `at`. */
export interface Pull {
  readonly dx: number;
  readonly dy: number;
  readonly factor: number;
  readonly at: Point;
}

/** Pixels that a finger trembles by. */
const TREMBLE = 9;

export class Fingers {
  private readonly down = new Map<number, Point>();
  private from: Point | null = null;

  press(id: number, at: Point): void {
    this.down.set(id, at);
    this.from = this.down.size === 1 ? at : null;
  }

  /** Null while it is a press yet, or for a finger that is not down. */
  move(id: number, at: Point): Pull | null {
    const before = this.down.get(id);
    if (!before) return null;
    if (this.from && Math.hypot(at[0] - this.from[0], at[1] - this.from[1]) < TREMBLE) return null;
    this.from = null;
    const was = this.spread();
    this.down.set(id, at);
    const now = this.spread();
    return { dx: now.middle[0] - was.middle[0], dy: now.middle[1] - was.middle[1], factor: was.apart > 0 ? now.apart / was.apart : 1, at: now.middle };
  }

  /** Where it pressed, or null when it did something else. */
  lift(id: number): Point | null {
    const pressed = this.down.size === 1 && this.down.has(id) ? this.from : null;
    this.drop(id);
    return pressed;
  }

  /** The browser took the finger for something else. */
  drop(id: number): void {
    this.down.delete(id);
    this.from = null;
  }

  private spread(): { readonly middle: Point; readonly apart: number } {
    const [a, b] = [...this.down.values()];
    if (!a) return { middle: [0, 0], apart: 0 };
    if (!b) return { middle: a, apart: 0 };
    return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  }
}
