/** Which files of an area should be shown from where somebody stands, most urgent first. Pure. */
import type { Pose } from "../core/plan.js";
import type { Area, Cell, FileRef, Manifest, Placement } from "./manifest.js";

export type Detail = "far" | "near" | "hero";

/** A place in the scene that one file fills. */
export interface Want {
  /** `<area>/far/<cell>`, `<area>/near/<cell>` or `<area>/hero/<placement>`; the same when the file changes. */
  readonly slot: string;
  readonly detail: Detail;
  readonly file: FileRef;
  /** Smaller is sooner. */
  readonly urgency: number;
  /** Metres to its nearest edge. */
  readonly away: number;
  /** Whether somebody inspects it. */
  readonly focused: boolean;
  readonly cell: string;
  readonly placement: Placement | null;
}

export interface Reach {
  /** Metres within which cells show their near detail. */
  readonly near: number;
  /** Metres within which a hero of radius 1 m shows its model; larger ones from further away. */
  readonly hero: number;
}

/** What is shown stays until it is this much further away than what would call for it. */
const HYSTERESIS = 1.25;
/** Far forms come first: a hall without holes before one with detail. */
const FAR_FIRST = -1000;
const EVERYWHERE: Reach = { near: Infinity, hero: Infinity };

/** Metres of hall that must be there before one enters, and that are never taken away. */
export const FIRST_SIGHT = 60;

/** What must be there before somebody enters an area, the nearest first. */
export function firstSight(area: Area, pose: Pose): readonly string[] {
  const cells = area.cells.filter((cell) => distanceToCell(cell, pose) < FIRST_SIGHT);
  const near = cells.sort((a, b) => distanceToCell(a, pose) - distanceToCell(b, pose));
  return [area.walkable.url, ...near.flatMap(({ far }) => far?.url ?? [])];
}

/** Whether it is among them. */
export const isFirst = ({ detail, away }: Want): boolean => detail === "far" && away < FIRST_SIGHT;

/** `focus` is a placement whose model is wanted from anywhere, before all else. */
export function wants(
  hall: Manifest, area: Area, pose: Pose, reach: Reach, shown: ReadonlySet<string>, focus: string | null = null,
): readonly Want[] {
  const found: Want[] = [];
  for (const cell of area.cells) found.push(...cellWants(area.id, cell, pose, reach, shown));
  for (const placement of area.placements) {
    const focused = placement.id === focus;
    const want = heroWant(hall, area.id, placement, pose, focused ? EVERYWHERE : reach, shown);
    if (want) found.push(focused ? { ...want, urgency: 2 * FAR_FIRST, focused } : want);
  }
  return found.sort((a, b) => a.urgency - b.urgency);
}

function cellWants(area: string, cell: Cell, pose: Pose, reach: Reach, shown: ReadonlySet<string>): Want[] {
  const away = distanceToCell(cell, pose);
  const urgency = away * (aheadOf(cell, pose) ? 1 : 1.8);
  const found: Want[] = [];
  const seen = { urgency, away, cell: cell.id, placement: null };
  // Behind one's back too: without them nobody enters.
  const first = away < FIRST_SIGHT ? 0.5 : 1;
  if (cell.far) found.push(want(area, "far", cell.id, cell.far, { ...seen, urgency: urgency * first + FAR_FIRST }));
  const slot = `${area}/near/${cell.id}`;
  if (cell.near && away <= reach.near * (shown.has(slot) ? HYSTERESIS : 1)) {
    found.push(want(area, "near", cell.id, cell.near, seen));
  }
  return found;
}

function heroWant(
  hall: Manifest, area: string, placement: Placement, pose: Pose, reach: Reach, shown: ReadonlySet<string>,
): Want | null {
  const model = hall.models[placement.model];
  if (!model?.near) return null;
  const away = Math.hypot(placement.at[0] - pose.x, placement.at[1] - pose.y);
  const radius = Math.max(1, model.radius * placement.scale);
  const limit = reach.hero * Math.sqrt(radius) * (shown.has(`${area}/hero/${placement.id}`) ? HYSTERESIS : 1);
  if (away - radius > limit) return null;
  const edge = Math.max(0, away - radius);
  return want(area, "hero", placement.id, model.near, { urgency: edge, away: edge, cell: placement.cell, placement });
}

function want(
  area: string, detail: Detail, id: string, file: FileRef, seen: Pick<Want, "urgency" | "away" | "cell" | "placement">,
): Want {
  return { slot: `${area}/${detail}/${id}`, detail, file, focused: false, ...seen };
}

/** Metres from somebody to the nearest edge of a cell in the plan; 0 within. */
export function distanceToCell(cell: Cell, pose: Pose): number {
  const { min, max } = cell.bounds;
  const dx = Math.max(min[0] - pose.x, 0, pose.x - max[0]);
  const dy = Math.max(-max[2] - pose.y, 0, pose.y + min[2]);
  return Math.hypot(dx, dy);
}

function aheadOf(cell: Cell, pose: Pose): boolean {
  const { min, max } = cell.bounds;
  const dx = (min[0] + max[0]) / 2 - pose.x;
  const dy = -(min[2] + max[2]) / 2 - pose.y;
  return dx * Math.sin(pose.facing) + dy * Math.cos(pose.facing) > -8;
}
