/** What lies at a point of a plan: for who goes there with a press, and for who hears what the crosshair is on. */
import { distance, inside, type Point } from "../../core/plan.js";
import { type Area, type Manifest, type Zone } from "../../hall/manifest.js";
import type { Place } from "../places.js";
import { holdsPoint, type Turned } from "./wishes.js";

export interface Under {
  readonly zone: Zone | null;
  /** The booth, stage, exhibit, facility or portal that is there. */
  readonly place: Place | null;
}

/** What is at a point; small things are hit within `reach` metres of their middle. */
export function under(places: readonly Place[], area: Area, point: Point, reach: number): Under {
  const zone = area.zones.find(({ polygon }) => inside(point, polygon)) ?? null;
  const id = spreadAt(area, point) ?? nearest(places, area, point, reach);
  return { zone, place: places.find((place) => place.id === id && place.area === area.id) ?? null };
}

/** Index of an area in the hall, as frames of people count them. */
export const indexOf = (hall: Manifest | null, area: Area | undefined): number => (hall && area ? hall.areas.indexOf(area) : -1);

function spreadAt(area: Area, point: Point): string | null {
  const things: readonly (Turned & { readonly id: string })[] = [...area.booths, ...area.stages];
  return things.find((thing) => holdsPoint(thing, point))?.id ?? null;
}

const SMALL = new Set(["exhibit", "facility", "portal"]);

function nearest(places: readonly Place[], area: Area, point: Point, reach: number): string | null {
  const near = places
    .filter((place) => place.area === area.id && SMALL.has(place.kind) && distance(place.at, point) <= reach)
    .sort((a, b) => distance(a.at, point) - distance(b.at, point));
  return near[0]?.id ?? null;
}
