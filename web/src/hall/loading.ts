/** How much of an area is there already, and whether one may enter. */
import type { Pose } from "../core/plan.js";
import type { Area } from "./manifest.js";
import { distanceToCell, FIRST_SIGHT } from "./wanting.js";

export interface Loading {
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
  /** Whether all that is seen first is there, and ground to stand on. */
  readonly ready: boolean;
}

/** Of an area in which these slots are `shown`, for somebody at `pose`; `grounded`: whether its walkable ground is there. */
export function loadingOf(area: Area, shown: ReadonlySet<string>, pose: Pose, grounded: boolean): Loading {
  let [loaded, total, lacking] = [grounded ? area.walkable.bytes : 0, area.walkable.bytes, 0];
  for (const cell of area.cells) {
    if (!cell.far) continue;
    total += cell.far.bytes;
    if (shown.has(`${area.id}/far/${cell.id}`)) loaded += cell.far.bytes;
    else if (distanceToCell(cell, pose) < FIRST_SIGHT) lacking += 1;
  }
  return { loaded, total, ready: grounded && lacking === 0 };
}

/** Share of an area that must have come until it is worth telling: whoever shows it has other things to do. */
const STEP = 0.05;

/** Whether there is something to tell since `was`. */
export function isNews(was: Loading, now: Loading): boolean {
  if (was.total !== now.total || was.ready !== now.ready) return true;
  return was.loaded !== now.loaded && (now.loaded === now.total || Math.abs(now.loaded - was.loaded) >= now.total * STEP);
}
