/** Ways between areas: noticing that somebody walked through one, and where they come out. */
import { mix, wrapAngle } from "../core/math.js";
import type { Point, Pose } from "../core/plan.js";
import type { Area, Manifest, Portal } from "../hall/manifest.js";
import { areaOf } from "../hall/manifest.js";

const NEAR = 18;
/** Metres inside the area that somebody who came through a portal starts from it. */
const BEYOND = 2.2;

export interface Arrival {
  readonly area: Area;
  readonly pose: Pose;
}

/** How far someone is along a portal's facing (negative: still before it) and beside its middle. */
function offset(portal: Portal, pose: Pose): { ahead: number; aside: number } {
  const [dx, dy] = [pose.x - portal.at[0], pose.y - portal.at[1]];
  const [sin, cos] = [Math.sin(portal.facing), Math.cos(portal.facing)];
  return { ahead: dx * sin + dy * cos, aside: dx * cos - dy * sin };
}

/** The portal that the step from `before` to `now` went through, or null. */
export function crossed(portals: readonly Portal[], before: Pose, now: Pose): Portal | null {
  for (const portal of portals) {
    const [a, b] = [offset(portal, before), offset(portal, now)];
    const within = Math.abs(b.aside) <= portal.width / 2 && Math.abs(b.ahead) <= 2.5;
    // The threshold lies a little before the middle, because walls may stand right behind it.
    if (within && a.ahead < -0.5 && b.ahead >= -0.5) return portal;
  }
  return null;
}

/** Metres of the steps in which a way is looked at that is not walked. */
const STEP = 0.5;

/** Where one is at the end of a way, looking as one would have come; and the portal that one would have gone through before. */
export function along(portals: readonly Portal[], from: Pose, way: readonly Point[]): { readonly pose: Pose; readonly portal: Portal | null } {
  let pose = from;
  for (const [x, y] of way) {
    const [start, far] = [pose, Math.hypot(x - pose.x, y - pose.y)];
    const facing = far > 0.05 ? Math.atan2(x - start.x, y - start.y) : start.facing;
    const steps = Math.max(1, Math.ceil(far / STEP));
    for (let i = 1; i <= steps; i++) {
      const next = { x: mix(start.x, x, i / steps), y: mix(start.y, y, i / steps), facing };
      const portal = crossed(portals, pose, next);
      if (portal) return { pose: next, portal };
      pose = next;
    }
  }
  return { pose, portal: null };
}

/** The nearest portal within reach, to announce it and to fetch what lies behind. */
export function nearby(portals: readonly Portal[], pose: Pose, reach = NEAR): Portal | null {
  let best: Portal | null = null;
  let least = reach;
  for (const portal of portals) {
    const away = Math.hypot(portal.at[0] - pose.x, portal.at[1] - pose.y);
    if (away < least) [best, least] = [portal, away];
  }
  return best;
}

/** Where one comes out of a portal: just inside the other area, looking into it; null when it leads nowhere. */
export function arrival(hall: Manifest, portal: Portal): Arrival | null {
  const area = areaOf(hall, portal.to.area);
  if (!area) return null;
  const exit = area.portals.find((each) => each.id === portal.to.portal);
  if (!exit) return null;
  const facing = wrapAngle(exit.facing + Math.PI);
  const pose = { x: exit.at[0] + Math.sin(facing) * BEYOND, y: exit.at[1] + Math.cos(facing) * BEYOND, facing };
  return { area, pose };
}
