/** What a line of sight meets: the floor, or a booth, board or exhibit that stands before it. Pure; no triangles needed. */
import type { Point } from "../core/plan.js";
import type { Area, Booth, Manifest, Placement } from "./manifest.js";

/** In the plan of the area: x east, y north, z up. */
export interface Ray {
  readonly origin: readonly [number, number, number];
  readonly direction: readonly [number, number, number];
}

export interface Hit {
  /** Metres along the ray. */
  readonly away: number;
  /** Id of the booth, board or placement; null for the floor. */
  readonly id: string | null;
  readonly at: Point;
}

/** The first thing within `reach` metres that the ray meets; null for the sky. */
export function pointed(hall: Manifest, area: Area, ray: Ray, reach: number): Hit | null {
  let best = floor(area, ray, reach);
  const closer = (id: string, away: number | null): void => {
    if (away !== null && away < (best?.away ?? reach)) best = { away, id, at: along(ray, away) };
  };
  for (const booth of area.booths) {
    closer(booth.id, box(ray, booth.at, booth.facing, [booth.size[0] / 2, booth.size[1] / 2], 0, booth.height));
  }
  for (const board of area.boards) {
    closer(board.id, box(ray, board.at, board.facing, [board.size[0] / 2 + 0.2, 0.35], 0, board.elevation + board.size[1] / 2 + 0.2));
  }
  for (const placement of area.placements) {
    const away = box(ray, placement.at, placement.facing, ...sizeOf(hall, placement));
    // Before what is exhibited in a booth there may be nothing but the booth's own air.
    const booth = area.booths.find(({ id }) => id === best?.id);
    if (away !== null && booth && stands(placement, booth)) best = { away, id: placement.id, at: along(ray, away) };
    else closer(placement.id, away);
  }
  return best;
}

/** Half width and depth, and from where to where in height, of what stands at a placement; metres. */
function sizeOf(hall: Manifest, { model, scale, elevation }: Placement): [readonly [number, number], number, number] {
  const { radius = 1, footprint = null, height = 0 } = hall.models[model] ?? {};
  const half = footprint ? footprint.map((side) => (side / 2) * scale) : [radius * scale * 0.8, radius * scale * 0.8];
  return [half as [number, number], 0, elevation + (height > 0 ? height : radius * 1.3) * scale];
}

function stands({ at }: Placement, booth: Booth): boolean {
  const [sin, cos] = [Math.sin(booth.facing), Math.cos(booth.facing)];
  const [dx, dy] = [at[0] - booth.at[0], at[1] - booth.at[1]];
  return Math.abs(dx * cos - dy * sin) <= booth.size[0] / 2 && Math.abs(dx * sin + dy * cos) <= booth.size[1] / 2;
}

const along = ({ origin, direction }: Ray, away: number): Point => [
  origin[0] + direction[0] * away,
  origin[1] + direction[1] * away,
];

function floor(area: Area, ray: Ray, reach: number): Hit | null {
  if (ray.direction[2] >= -1e-4) return null;
  const away = -ray.origin[2] / ray.direction[2];
  const at = along(ray, away);
  const inArea = at[0] >= 0 && at[1] >= 0 && at[0] <= area.size[0] && at[1] <= area.size[1];
  return away <= reach && inArea ? { away, id: null, at } : null;
}

/** Metres to where a ray enters a turned box on the floor; null when it misses or starts inside. */
function box(
  ray: Ray, at: Point, facing: number, half: readonly [number, number], low: number, high: number,
): number | null {
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  const local = (x: number, y: number): readonly [number, number] => [x * cos - y * sin, x * sin + y * cos];
  const [ox, oy] = local(ray.origin[0] - at[0], ray.origin[1] - at[1]);
  const [dx, dy] = local(ray.direction[0], ray.direction[1]);
  const spans = [
    span(ox, dx, -half[0], half[0]), span(oy, dy, -half[1], half[1]), span(ray.origin[2], ray.direction[2], low, high),
  ];
  const enter = Math.max(...spans.map(([from]) => from));
  const leave = Math.min(...spans.map(([, to]) => to));
  return enter <= leave && enter > 0 ? enter : null;
}

/** From where to where along a ray it is between two parallel planes. */
function span(origin: number, direction: number, low: number, high: number): readonly [number, number] {
  if (Math.abs(direction) < 1e-9) return origin >= low && origin <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - origin) / direction, (high - origin) / direction];
  return a < b ? [a, b] : [b, a];
}
