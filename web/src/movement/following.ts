/** Where somebody is on a route: what is left of it, what to do next, and whether they left it. No clock of its own. */
import { distance, type Point } from "../core/plan.js";
import type { Hint, Leg, Route } from "../hall/routing.js";

export interface Progress {
  /** What is left of the line in this area, from where one is; empty when the route does not come here. */
  readonly line: readonly Point[];
  /** Metres to the end, in all areas. */
  readonly left: number;
  /** Metres beside the line. */
  readonly off: number;
  readonly hint: Hint | null;
  /** Metres to where the hint holds. */
  readonly ahead: number;
  readonly arrived: boolean;
}

/** Metres from the end at which one is there. */
const THERE = 1.6;
/** Metres before its point that a hint gives way to the next. */
const DONE = 1;

export class Following {
  private leg = 0;
  private readonly lengths: readonly number[];

  constructor(private readonly route: Pick<Route, "legs" | "hints">) {
    this.lengths = route.legs.map(({ line }) => lengthOf(line));
  }

  /** How one is getting on, standing at a point of an area. */
  at(area: string, point: Point): Progress {
    const leg = this.route.legs.findIndex((each, i) => i >= this.leg && each.area === area);
    const { line } = this.route.legs[leg] ?? { line: [] };
    if (line.length === 0) return { line: [], left: Infinity, off: Infinity, hint: null, ahead: 0, arrived: false };
    this.leg = leg;
    const foot = footOn(line, point);
    const gone = this.sum(0, leg) + foot.along;
    const left = this.sum(leg, this.lengths.length) - foot.along;
    const hint = this.route.hints.find((each) => each.distance > gone + DONE) ?? this.route.hints.at(-1) ?? null;
    return {
      line: [foot.at, ...line.slice(foot.next)],
      left,
      off: foot.off,
      hint,
      ahead: hint ? Math.max(0, hint.distance - gone) : 0,
      arrived: leg === this.lengths.length - 1 && distance(point, line.at(-1) as Point) < THERE,
    };
  }

  private sum(from: number, to: number): number {
    return this.lengths.slice(from, to).reduce((total, length) => total + length, 0);
  }
}

const lengthOf = (line: Leg["line"]): number => line.slice(1).reduce((sum, point, i) => sum + distance(line[i] as Point, point), 0);

interface Foot {
  readonly at: Point;
  /** Metres from the line's beginning, and beside it. */
  readonly along: number;
  readonly off: number;
  /** Index of the point that comes next. */
  readonly next: number;
}

/** The point of a line that is nearest; of several the one farthest along, so that a loop is not walked twice. */
function footOn(line: Leg["line"], point: Point): Foot {
  let best: Foot = { at: line[0] as Point, along: 0, off: distance(line[0] as Point, point), next: Math.min(1, line.length) };
  let before = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    const length = distance(a, b);
    const share = length > 0 ? Math.min(1, Math.max(0, ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2)) : 0;
    const at: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    const off = distance(at, point);
    if (off <= best.off) best = { at, along: before + share * length, off, next: i };
    before += length;
  }
  return best;
}
