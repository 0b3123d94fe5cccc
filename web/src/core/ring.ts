/** A closed line as a number line: places by metres along it. */
import { TAU, wrapAngle } from "./math.js";
import type { Point } from "./plan.js";

/** Metres before and behind a place between which its direction is taken: about where a vehicle's axles are. */
const AXLE = 1.4;

/** A place on a ring: `facing` is a bearing; `bend` is how much it turns there, radians a metre, positive to the right. */
export interface RingPlace {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
  readonly bend: number;
}

export class Ring {
  readonly length: number;
  /** Metres along of each point, and of the first one again at the end. */
  private readonly along: readonly number[];

  constructor(private readonly points: readonly Point[]) {
    const along = [0];
    for (let i = 0; i < points.length; i++) {
      const [a, b] = [points[i] as Point, points[(i + 1) % points.length] as Point];
      along.push((along[i] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]));
    }
    this.along = along;
    this.length = along[points.length] ?? 0;
  }

  /** The same place, from 0 to the length. */
  wrap(along: number): number {
    return ((along % this.length) + this.length) % this.length;
  }

  /** Of two places the way from the first to the second, the short way round. */
  between(from: number, to: number): number {
    return wrapAngle(((to - from) / this.length) * TAU) / TAU * this.length;
  }

  point(along: number): Point {
    const at = this.wrap(along);
    let [low, high] = [0, this.points.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.along[middle] as number) <= at) low = middle;
      else high = middle;
    }
    const [a, b] = [this.points[low] as Point, this.points[(low + 1) % this.points.length] as Point];
    const start = this.along[low] as number;
    const span = (this.along[low + 1] as number) - start;
    const share = span > 0 ? (at - start) / span : 0;
    return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  }

  at(along: number): RingPlace {
    const [x, y] = this.point(along);
    const [rear, front] = [this.point(along - AXLE), this.point(along + AXLE)];
    const before = Math.atan2(x - rear[0], y - rear[1]);
    const after = Math.atan2(front[0] - x, front[1] - y);
    return { x, y, facing: Math.atan2(front[0] - rear[0], front[1] - rear[1]), bend: wrapAngle(after - before) / AXLE };
  }
}
