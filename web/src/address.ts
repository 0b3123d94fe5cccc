/** What the page's address asks for, and the address that shows a view to others. */
import { clamp } from "./core/math.js";
import type { Point, Pose } from "./core/plan.js";
import { type Area, areaOf, type Manifest } from "./hall/manifest.js";
import { standingNamed } from "./hall/standing.js";
import { STEEPEST } from "./movement/walker.js";
import { sessionPlaces } from "./ui/programme/view.js";
import { destinationOf, placeMeant } from "./ui/places.js";

/** Where a visit begins: somewhere, or where visitors of the area appear. `pitch`: radians that the eyes look up. */
export interface Beginning {
  readonly area: Area;
  readonly pose?: Pose;
  readonly pitch: number;
}

const DEGREE = Math.PI / 180;
const POINT = /^(-?\d{1,6}(?:\.\d{1,6})?),(-?\d{1,6}(?:\.\d{1,6})?)$/;

/** Where to begin: `?area=park&at=12,30&facing=90&pitch=-10` (metres; degrees clockwise from north, and up), or before a
 * place and looking at it, `?from=booth-a12`, `?session=opening`. What makes no sense is as if it were not said. */
export function beginning(address: URLSearchParams, hall: Manifest): Beginning {
  const asked = address.get("area");
  const start = areaOf(hall, hall.start.area) ?? (hall.areas[0] as Area);
  const area = asked === null ? start : areaOf(hall, asked);
  const at = pointOf(address.get("at"));
  if (area && at) {
    const pose = { ...within(area, at), facing: radians(address.get("facing")) };
    return { area, pose, pitch: clamp(radians(address.get("pitch")), -STEEPEST, STEEPEST) };
  }
  return forSession(hall, address.get("session")) ?? from(hall, address.get("from") ?? "") ?? { area: area ?? start, pitch: 0 };
}

/** The word of `?from=` that no place of the hall is known by; null where there is none, or where one begins by another. */
export function unknownBeginning(address: URLSearchParams, hall: Manifest): string | null {
  const word = address.get("from") ?? "";
  if (word.trim() === "" || pointOf(address.get("at")) || forSession(hall, address.get("session"))) return null;
  return from(hall, word) ? null : word;
}

/** The address of what somebody sees from here: of the page, with nothing of theirs but the venue. */
export function viewAddress(page: string, area: string, { x, y, facing, pitch }: Pose & { readonly pitch: number }): string {
  const link = new URL(page);
  const venue = link.searchParams.get("venue");
  const turned = ((facing / DEGREE) % 360 + 360) % 360;
  const query = [
    ...(venue ? [`venue=${encodeURIComponent(venue)}`] : []),
    `area=${encodeURIComponent(area)}`, `at=${short(x, 2)},${short(y, 2)}`, `facing=${short(turned, 1)}`,
    ...(Math.abs(pitch) >= DEGREE / 2 ? [`pitch=${short(pitch / DEGREE, 1)}`] : []),
  ];
  link.hash = "";
  link.search = query.join("&");
  return link.href;
}

/** Whether a tour starts without being asked: `?tour=highlights&autoplay=1`. */
export const startsByItself = (address: URLSearchParams): boolean => address.has("tour") && address.get("autoplay") === "1";

/** Where to be for a session of the programme: `?session=opening`. */
function forSession(hall: Manifest, id: string | null): Beginning | null {
  const place = id === null ? undefined : sessionPlaces(hall).find((each) => each.id === id);
  const area = place && areaOf(hall, place.area);
  if (!area) return null;
  const spot = destinationOf(place);
  return { area, pose: { ...within(area, spot.at), facing: spot.facing }, pitch: 0 };
}

/** Before a place, looking at it; at a door or where people appear, looking in. */
function from(hall: Manifest, word: string): Beginning | null {
  if (word === "") return null; // to list all places takes a slow phone a twentieth of a second
  const place = placeMeant(hall, word);
  const spot = place ? destinationOf(place) : standingNamed(hall, word);
  const area = spot && areaOf(hall, spot.area);
  if (!area) return null;
  return { area, pose: { ...within(area, spot.at), facing: spot.facing }, pitch: 0 };
}

/** Inside the area; what is not free there is for the ground to mend. */
const within = ({ size }: Area, [x, y]: Point): { x: number; y: number } => ({ x: clamp(x, 0, size[0]), y: clamp(y, 0, size[1]) });

function pointOf(said: string | null): Point | null {
  const found = POINT.exec(said ?? "");
  return found ? [Number(found[1]), Number(found[2])] : null;
}

function radians(said: string | null): number {
  const degrees = Number(said ?? 0);
  return Number.isFinite(degrees) ? (degrees % 360) * DEGREE : 0;
}

const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
