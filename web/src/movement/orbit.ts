/** Looking at one thing from all around: an eye that keeps its distance from a point. Pure but for its own state. */
import { clamp, damping, mix, mixAngle, TAU } from "../core/math.js";

/** A place in the plan of an area: x east, y north, z up; metres. */
export type Place = readonly [x: number, y: number, z: number];

/** Where the eye is, seen from what it looks at. */
export interface Aspect {
  readonly centre: Place;
  /** Radians clockwise from north. */
  readonly bearing: number;
  /** Radians above the horizon. */
  readonly tilt: number;
  readonly distance: number;
}

/** What a hand wants: radians round and up, and by how much to go nearer (below 1) or away. */
export interface Turn {
  readonly round: number;
  readonly up: number;
  readonly zoom: number;
}

const LOWEST = -0.35;
const STEEPEST = 1.35;
/** The eye stays this far above the floor; metres. */
const OVER_FLOOR = 0.12;
/** Seconds in which half of the way to what was aimed at is done. */
const HALF_LIFE = 0.09;
const CLOSE_ENOUGH = 1e-3;

/** Where the eyes are. */
export function eyesAt({ centre: [x, y, z], bearing, tilt, distance }: Aspect): Place {
  const out = distance * Math.cos(tilt);
  return [x + Math.sin(bearing) * out, y + Math.cos(bearing) * out, z + distance * Math.sin(tilt)];
}

export class Orbit {
  private goal: Aspect;
  private now: Aspect;

  constructor(
    start: Aspect,
    /** Metres. */
    private readonly limits: { readonly nearest: number; readonly furthest: number; readonly floor: number },
  ) {
    this.goal = this.now = this.within(start);
  }

  /** The aspect that it comes to. */
  get aim(): Aspect {
    return this.goal;
  }

  /** Goes to another aspect; what is left out stays. */
  aimAt(change: Partial<Aspect>): void {
    this.goal = this.within({ ...this.goal, ...change });
  }

  /** Goes on by hand. */
  turn({ round, up, zoom }: Turn): void {
    const { bearing, tilt, distance } = this.goal;
    this.aimAt({ bearing: bearing + round, tilt: tilt + up, distance: distance * zoom });
  }

  /** One frame; at once where `still`. */
  step(seconds: number, still: boolean): void {
    const share = still || this.close() ? 1 : damping(seconds, HALF_LIFE);
    const { now, goal } = this;
    this.now = {
      centre: [0, 1, 2].map((i) => mix(now.centre[i] as number, goal.centre[i] as number, share)) as unknown as Place,
      bearing: share === 1 ? goal.bearing : mixAngle(now.bearing, goal.bearing, share),
      tilt: mix(now.tilt, goal.tilt, share),
      distance: mix(now.distance, goal.distance, share),
    };
  }

  /** Where the eye is and looks, as for a visitor. */
  get eye(): { readonly x: number; readonly y: number; readonly height: number; readonly facing: number; readonly pitch: number } {
    const [x, y, height] = eyesAt(this.now);
    return { x, y, height, facing: (this.now.bearing + Math.PI) % TAU, pitch: -this.now.tilt };
  }

  private within(aspect: Aspect): Aspect {
    const { nearest, furthest, floor } = this.limits;
    const distance = clamp(aspect.distance, nearest, furthest);
    const lowest = Math.asin(clamp((floor + OVER_FLOOR - aspect.centre[2]) / distance, -1, 1));
    return { ...aspect, distance, tilt: clamp(aspect.tilt, Math.max(LOWEST, lowest), STEEPEST) };
  }

  private close(): boolean {
    const { now, goal } = this;
    const gaps = [now.bearing - goal.bearing, now.tilt - goal.tilt, now.distance - goal.distance];
    return [...gaps, ...now.centre.map((value, i) => value - (goal.centre[i] as number))].every((gap) => Math.abs(gap) < CLOSE_ENOUGH);
  }
}
