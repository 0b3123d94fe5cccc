/** Looking about from a seat: an eye that is carried where the seat goes, and keeps its horizon level. Pure but for its
 *  own state. */
import { clamp, wrapAngle } from "../core/math.js";
import type { Place } from "./orbit.js";

/** Where the eye is and looks, as for a visitor. */
export interface SeatedEye {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

type Vector = readonly [number, number, number];

const STEEPEST = 1.25;

/** The point of a model's frame that lies a metre before a seat: `facing` radians from +z towards +x. */
export const ahead = ([x, y, z]: Vector, facing: number): Vector => [x + Math.sin(facing), y, z + Math.cos(facing)];

export class Seated {
  private aside = 0;
  private pitch = 0;

  /** Turns the head by radians to the right and up; a neck turns all the way round here, but not over. */
  turn([right, up]: readonly [right: number, up: number]): void {
    this.aside = wrapAngle(this.aside + right);
    this.pitch = clamp(this.pitch + up, -STEEPEST, STEEPEST);
  }

  /** The eye of who sits at a place of the plan, with another place right ahead. */
  eye(at: Place, before: Place): SeatedEye {
    const bearing = Math.atan2(before[0] - at[0], before[1] - at[1]);
    return { x: at[0], y: at[1], height: at[2], facing: wrapAngle(bearing + this.aside), pitch: this.pitch };
  }
}
