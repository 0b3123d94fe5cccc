/** The manifest of a published hall (docs/formats/manifest.md), as frozen types and a checked reader. */
import { readRow, type Row } from "../core/board.js";
import type { Pose } from "../core/plan.js";
import { fail, ok, type Result } from "../core/result.js";
import {
  bilingual, boolean, DecodingError, dictionary, list, nullable, number, object, oneOf, optional, point, text, vector,
} from "./decoding.js";
import { reels, seating } from "./reels.js";
import { meetings, programme } from "./programme.js";
import { devices } from "./devices.js";
import { shows } from "./shows.js";
import { tours } from "./tours.js";

type Json = Readonly<Record<string, unknown>>;

const fileRef = object({
  url: text,
  bytes: number,
  wire: optional(number, 0),
  triangles: optional(number, 0),
  draws: optional(number, 0),
});

const environment = object({
  sky: oneOf("hall", "day", "dusk"),
  exposure: number,
  fog: (value: unknown, path: string) => {
    const [color, near, far] = Array.isArray(value) ? (value as unknown[]) : [];
    return { color: text(color, `${path}.0`), near: number(near, `${path}.1`), far: number(far, `${path}.2`) };
  },
  sun: nullable(vector),
});

const walkable = object({
  url: text, bytes: number, wire: optional(number, 0), step: number, columns: number, rows: number,
});

const zone = object({
  id: text, letter: text, name: bilingual, color: text, polygon: list(point), area_m2: optional(number, 0),
});

const spawn = object({ id: text, at: point, facing: number, default: optional(boolean, false) });

const portal = object({
  id: text,
  at: point,
  facing: number,
  width: number,
  to: (value: unknown, path: string) => {
    const [area, portalId] = Array.isArray(value) ? (value as unknown[]) : [];
    return { area: text(area, `${path}.0`), portal: text(portalId, `${path}.1`) };
  },
  name: bilingual,
});

const booth = object({
  id: text, number: text, name: bilingual, zone: text, exhibitor: text, at: point, size: point, height: number,
  facing: number, exhibits: list(text),
});

const placement = object({
  id: text, exhibit: text, model: text, at: point, elevation: number, facing: number, scale: number, cell: text,
  /** What its screens show live. */
  screen: optional(nullable(oneOf("telemetry", "field")), null),
  /** It stands under a veil at first: until `at`, seconds since 1970, or until somebody unveils it. */
  release: optional(nullable(object({ at: nullable(number) })), null),
});

/** `elevation` and `front`: metres to the middle of its face, up and towards where it looks. */
const board = object({
  id: text, kind: oneOf("list", "signing", "counters"), name: bilingual, note: nullable(bilingual),
  style: oneOf("dark", "light"), color: text, at: point, facing: number, size: point, elevation: number, front: number,
  rows: (value: unknown, path: string): readonly Row[] =>
    list((each: unknown, where: string) => {
      const row = readRow(text((each as Json | null)?.["id"], `${where}.id`), each);
      if (!row) throw new DecodingError(`${where}: expected a row`);
      return row;
    })(value, path),
});

/** A stage; `screen` is the size of its screen, whose middle is `elevation` metres up and `front` towards where it looks. */
const stage = object({
  id: text, name: bilingual, at: point, facing: number, size: point,
  screen: optional(nullable(point), null), elevation: optional(number, 0), front: optional(number, 0),
  reels: optional(reels, []), seating: optional(nullable(seating), null),
});

/** A piece of ground: a polygon, or a path so many metres wide. */
const feature = object({
  id: text, kind: text, name: nullable(bilingual), polygon: list(point), path: list(point), width: number, closed: boolean,
});

const cell = object({
  id: text,
  key: text,
  bounds: object({ min: vector, max: vector }),
  far: nullable(fileRef),
  near: nullable(fileRef),
});

const area = object({
  id: text,
  kind: oneOf("hall", "park", "street"),
  name: bilingual,
  size: point,
  origin: point,
  height: number,
  environment,
  /** The environment at other times of day, under an open sky. */
  times: optional(dictionary(environment), {}),
  walkable,
  zones: list(zone),
  spawns: list(spawn),
  portals: list(portal),
  booths: list(booth),
  placements: list(placement),
  boards: optional(list(board), []),
  stages: list(stage),
  facilities: list(object({ id: text, kind: text, name: bilingual, at: point })),
  aisles: list(object({ id: text, path: list(point), width: number, main: boolean })),
  /** These are for plans. */
  walls: optional(list(object({ path: list(point), thickness: number, material: text })), []),
  columns: optional(list(object({ at: point, size: number, round: boolean })), []),
  doors: optional(list(object({ id: text, kind: text, name: bilingual, at: point, width: number, facing: number })), []),
  features: optional(list(feature), []),
  structures: optional(list(object({ id: text, kind: text, name: nullable(bilingual), at: point, size: point, facing: number })), []),
  cells: list(cell),
});

const nothing = { en: "", zh: "" };

const fact = object({ label: bilingual, value: bilingual, source: text });

const motion = object({ duration: number, loop: boolean, name: nullable(bilingual) });

/** A place on a model that tells of it: metres in the model's frame at rest, and the part that it moves with. */
const hotspot = object({ id: text, at: vector, part: text, name: bilingual, text: bilingual });

/** Where a visitor may sit: their eyes in the model's frame at rest, looking `facing` radians from the front (+z) towards
 * +x; `part` is what they move with, and `rides` whether `run` carries that about. */
const seat = object({ id: text, at: vector, facing: number, part: text, name: bilingual, rides: optional(boolean, false) });

/** A flat part of a model on which something live is drawn: its middle in the model's frame, looking along +Z, tipped
 * up by `pitch`, then turned by `yaw`. */
const screen = object({ part: text, at: vector, size: point, yaw: number, pitch: number });

const model = object({
  near: nullable(fileRef),
  far: nullable(fileRef),
  radius: optional(number, 1),
  height: optional(number, 0),
  footprint: nullable(point),
  name: optional(bilingual, nothing),
  summary: optional(bilingual, nothing),
  facts: optional(list(fact), []),
  motions: optional(dictionary(motion), {}),
  hotspots: optional(list(hotspot), []),
  seats: optional(list(seat), []),
  screens: optional(list(screen), []),
  explode: optional(boolean, false),
  cut: optional(boolean, false),
});

/** How one reaches an exhibitor; empty where it is not known. */
const contact = object({ email: optional(text, ""), url: optional(text, ""), phone: optional(text, "") });
const unreached = { email: "", url: "", phone: "" };

const manifest = object({
  format: oneOf("hallwright/1"),
  venue: text,
  revision: text,
  name: bilingual,
  theme: bilingual,
  sample_data: boolean,
  start: object({ area: text, spawn: text }),
  files: object({ count: number, bytes: number, wire: number }),
  font: nullable(object({ url: text, bytes: number, wire: optional(number, 0) })),
  models: dictionary(model),
  exhibits: list(object({ id: text, name: bilingual, summary: bilingual, model: text, source: text, queue: optional(nullable(object({ at_once: number, minutes: number })), null) })),
  exhibitors: list(object({
    id: text, name: bilingual, country: text, products: optional(list(bilingual), []), contact: optional(contact, unreached),
  })),
  areas: list(area),
  shows,
  devices,
  tours: optional(tours, []),
  programme: optional(nullable(programme), null),
  meetings: optional(nullable(meetings), null),
});

export type Manifest = ReturnType<typeof manifest>;
export type Area = ReturnType<typeof area>;
export type Cell = ReturnType<typeof cell>;
export type FileRef = ReturnType<typeof fileRef>;
export type Environment = ReturnType<typeof environment>;
export type Zone = ReturnType<typeof zone>;
export type Spawn = ReturnType<typeof spawn>;
export type Portal = ReturnType<typeof portal>;
export type Booth = ReturnType<typeof booth>;
export type Placement = ReturnType<typeof placement>;
export type StagePlace = ReturnType<typeof stage>;
export type Board = ReturnType<typeof board>;
export type ModelScreen = ReturnType<typeof screen>;
export type Model = ReturnType<typeof model>;
export type Hotspot = ReturnType<typeof hotspot>;
export type Seat = ReturnType<typeof seat>;
export type Fact = ReturnType<typeof fact>;
export type Motion = ReturnType<typeof motion>;
export type WalkableRef = ReturnType<typeof walkable>;

/** The manifest in this JSON value, or the place where it is not one. */
export function readManifest(value: unknown): Result<Manifest> {
  try {
    return ok(manifest(value, ""));
  } catch (error) {
    if (error instanceof DecodingError) return fail(error.message);
    throw error;
  }
}

export const areaOf = (hall: Manifest, id: string): Area | undefined => hall.areas.find((each) => each.id === id);

/** Where a visitor appears who comes into an area of this hall. */
export function spawnPose(hall: Manifest, place: Area): Pose {
  const { at, facing } = spawnOf(place, place.id === hall.start.area ? hall.start.spawn : undefined);
  return { x: at[0], y: at[1], facing };
}

/** Where a visitor of `place` appears: the named spawn, else the default one, else the middle. */
export function spawnOf(place: Area, id?: string): Spawn {
  const named = place.spawns.find((each) => each.id === id) ?? place.spawns.find((each) => each.default) ?? place.spawns[0];
  return named ?? { id: "middle", at: [place.size[0] / 2, place.size[1] / 2], facing: 0, default: true };
}
