/** The exhibit that somebody stands before: what a key means where a finger would point. Pure. */
import { wrapAngle } from "../core/math.js";
import type { Pose } from "../core/plan.js";
import type { Area, Manifest, Placement } from "./manifest.js";

/** Metres beyond an exhibit's own radius from which one stands before it. */
const REACH = 9;
/** Radians to either side that count as before one's eyes. */
const WIDE = 0.9;

/** The nearest exhibit in view; of two about as near the one more straight ahead. Null when there is none. */
export function ahead(hall: Manifest, area: Area, pose: Pose): Placement | null {
  let best: Placement | null = null;
  let least = Infinity;
  for (const placement of area.placements) {
    const radius = (hall.models[placement.model]?.radius ?? 1) * placement.scale;
    const [dx, dy] = [placement.at[0] - pose.x, placement.at[1] - pose.y];
    const gap = Math.max(0, Math.hypot(dx, dy) - radius);
    const aside = Math.abs(wrapAngle(Math.atan2(dx, dy) - pose.facing));
    const seen = aside <= WIDE + Math.asin(Math.min(1, radius / Math.max(radius, Math.hypot(dx, dy))));
    const cost = gap * (1 + aside);
    if (gap <= REACH && seen && cost < least) [best, least] = [placement, cost];
  }
  return best;
}
