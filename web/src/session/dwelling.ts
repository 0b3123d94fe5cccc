/** Before what somebody stands and looks at it: after some seconds that is a visit. */
import type { Point, Pose } from "../core/plan.js";
import type { Area, Manifest } from "../hall/manifest.js";

/** A footprint: metres, turned. */
export interface Spot {
  readonly id: string;
  readonly kind: "booth" | "exhibit";
  readonly at: Point;
  readonly size: Point;
  readonly facing: number;
}

export interface Stay {
  readonly id: string;
  readonly seconds: number;
  /** Whether more of it was told before: what one has forgotten meanwhile stays forgotten. */
  readonly again: boolean;
}

/** Seconds that make a visit. */
export const ENOUGH = 4;
/** Seconds after which more of the same stay are told. */
const AGAIN = 10;
/** Metres from its edge from which one looks at a thing. */
const REACH = 3.5;
/** How far to the side it may be, radians. */
const SIDE = 1.05;

/** Booths and exhibits of an area. */
export function spotsOf(hall: Manifest, area: Area): readonly Spot[] {
  const booths = area.booths.map(({ id, at, size, facing }): Spot => ({ id, kind: "booth", at, size, facing }));
  const exhibits = area.placements.map(({ id, at, facing, model, scale }): Spot => {
    const side = (hall.models[model]?.radius ?? 1) * 2;
    const [width, depth] = hall.models[model]?.footprint ?? [side, side];
    return { id, kind: "exhibit", at, size: [width * scale, depth * scale], facing };
  });
  return [...booths, ...exhibits];
}

/** The nearest booth and the nearest exhibit that one looks at. */
export function attended(spots: readonly Spot[], pose: Pose): readonly string[] {
  const nearest = new Map<Spot["kind"], { readonly id: string; readonly far: number }>();
  for (const spot of spots) {
    const far = seenFrom(spot, pose);
    if (far !== null && far < (nearest.get(spot.kind)?.far ?? Infinity)) nearest.set(spot.kind, { id: spot.id, far });
  }
  return [...nearest.values()].map(({ id }) => id);
}

/** Metres to the edge of what one looks at, 0 within; null where one does not. */
function seenFrom({ at, size, facing }: Spot, pose: Pose): number | null {
  const [east, north] = [pose.x - at[0], pose.y - at[1]];
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  const across = beyond(east * cos - north * sin, size[0] / 2);
  const along = beyond(east * sin + north * cos, size[1] / 2);
  const far = Math.hypot(across, along);
  if (far > REACH) return null;
  if (far === 0) return 0;
  const towards = Math.atan2(-(across * cos + along * sin), -(along * cos - across * sin));
  const turn = Math.abs(((towards - pose.facing + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
  return turn <= SIDE ? far : null;
}

/** How far a value is outside -half…half. */
const beyond = (value: number, half: number): number => value - Math.min(half, Math.max(-half, value));

export class Dwelling {
  private readonly held = new Map<string, { told: boolean; seconds: number }>();

  /** So many seconds before these things; returns what there is to keep of it. */
  step(ids: readonly string[], seconds: number): readonly Stay[] {
    const stays = this.leave((id) => !ids.includes(id));
    for (const id of ids) {
      const held = this.held.get(id) ?? { told: false, seconds: 0 };
      held.seconds += seconds;
      this.held.set(id, held);
      if (held.seconds < (held.told ? AGAIN : ENOUGH)) continue;
      stays.push({ id, seconds: held.seconds, again: held.told });
      Object.assign(held, { told: true, seconds: 0 });
    }
    return stays;
  }

  /** Tells of what was not told yet. */
  end(): readonly Stay[] {
    return this.leave(() => true);
  }

  private leave(left: (id: string) => boolean): Stay[] {
    const gone = [...this.held].filter(([id]) => left(id));
    for (const [id] of gone) this.held.delete(id);
    return gone.flatMap(([id, { told, seconds }]) => (told && seconds > 0 ? [{ id, seconds, again: true }] : []));
  }
}
