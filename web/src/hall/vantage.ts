/** Where one stands to see a stop of a tour, and how the eyes look from there. */
import type { Point } from "../core/plan.js";
import { areaOf, type Manifest } from "./manifest.js";
import type { Stop } from "./tours.js";

/** Plan metres, metres above the floor, radians clockwise from north and up. */
export interface Gazing {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

export interface Vantage {
  readonly area: string;
  readonly eye: Gazing;
}

/** A thing that is looked at: metres from its middle to its front, and how high its middle is. */
interface Subject {
  readonly reach: number;
  readonly middle: number;
  readonly tall: number;
}

const EYES = 1.65;
/** Metres between the front of a thing and who looks at it, and more for what is tall: it should fit the picture. */
const ROOM = 2.2;
const FOR_HEIGHT = 0.55;
/** Metres before a stage, and how high one looks there. */
const BEFORE_STAGE = 7;
const STAGE_MIDDLE = 2.2;

/** How a stop is seen: as its camera says, else from before the place. */
export function vantageOf(hall: Manifest, stop: Stop): Vantage {
  const { camera } = stop;
  const subject = subjectOf(hall, stop);
  const [x, y] = camera?.at ?? before(stop, subject);
  const height = camera?.height ?? EYES;
  const target: readonly [number, number, number] | null = camera?.look_at ?? (subject && [...stop.at, subject.middle]);
  const aimed = target ? aim([x, y], height, target) : { facing: stop.facing, pitch: 0 };
  const pitch = camera?.pitch ?? (camera?.facing !== null && camera?.facing !== undefined ? 0 : aimed.pitch);
  return { area: stop.area, eye: { x, y, height, facing: camera?.facing ?? aimed.facing, pitch } };
}

function before({ at, facing }: Stop, subject: Subject | null): Point {
  const away = subject ? subject.reach + ROOM + subject.tall * FOR_HEIGHT : 0;
  return [at[0] + Math.sin(facing) * away, at[1] + Math.cos(facing) * away];
}

/** The way to look from a point `height` metres up at a place; level where they are the same. */
function aim([x, y]: Point, height: number, [tx, ty, tz]: readonly [number, number, number]): { facing: number; pitch: number } {
  const away = Math.hypot(tx - x, ty - y);
  return { facing: Math.atan2(tx - x, ty - y), pitch: away < 0.1 ? 0 : Math.atan2(tz - height, away) };
}

/** What stands at a stop; null where one only looks around. */
function subjectOf(hall: Manifest, stop: Stop): Subject | null {
  const area = areaOf(hall, stop.area);
  if (stop.kind === "stage") {
    const depth = area?.stages.find(({ id }) => id === stop.place)?.size[1] ?? 4;
    return { reach: depth / 2 + BEFORE_STAGE, middle: STAGE_MIDDLE, tall: 0 };
  }
  if (stop.kind === "booth") {
    const booth = area?.booths.find(({ id }) => id === stop.place);
    return { reach: (booth?.size[1] ?? 3) / 2, middle: EYES - 0.2, tall: 0 };
  }
  const placement = stop.kind === "placement" ? area?.placements.find(({ id }) => id === stop.place) : undefined;
  const model = placement && hall.models[placement.model];
  if (!placement || !model) return null;
  const tall = model.height * placement.scale;
  return { reach: model.radius * placement.scale, middle: placement.elevation + tall * 0.45, tall };
}
