/** The exhibit or board that somebody stands before: what a key means where a finger would point. Pure. */
import { wrapAngle } from "../core/math.js";
import type { Point, Pose } from "../core/plan.js";
import type { Area, Manifest } from "./manifest.js";

/** Metres beyond a thing's own radius from which one stands before it. */
const REACH = 9;
/** Radians to either side that count as before one's eyes. */
const WIDE = 0.9;

interface Thing {
  readonly id: string;
  readonly at: Point;
  readonly radius: number;
}

/** The nearest exhibit or board in view; of two about as near the one more straight ahead. Null when there is none. */
export function ahead(hall: Manifest, area: Area, pose: Pose): Thing | null {
  let best: Thing | null = null;
  let least = Infinity;
  for (const thing of [...exhibits(hall, area), ...boards(area, pose)]) {
    const { at, radius } = thing;
    const [dx, dy] = [at[0] - pose.x, at[1] - pose.y];
    const gap = Math.max(0, Math.hypot(dx, dy) - radius);
    const aside = Math.abs(wrapAngle(Math.atan2(dx, dy) - pose.facing));
    const seen = aside <= WIDE + Math.asin(Math.min(1, radius / Math.max(radius, Math.hypot(dx, dy))));
    const cost = gap * (1 + aside);
    if (gap <= REACH && seen && cost < least) [best, least] = [thing, cost];
  }
  return best;
}

const exhibits = (hall: Manifest, area: Area): readonly Thing[] =>
  area.placements.map(({ id, at, model, scale }) => ({ id, at, radius: (hall.models[model]?.radius ?? 1) * scale }));

/** Boards whose face one can see. */
const boards = (area: Area, { x, y }: Pose): readonly Thing[] =>
  area.boards
    .filter(({ at, facing }) => (x - at[0]) * Math.sin(facing) + (y - at[1]) * Math.cos(facing) > 0)
    .map(({ id, at, size }) => ({ id, at, radius: size[0] / 4 }));
