/** `window.hallwright`: what the viewer measures, and ways to go somewhere, for tests, organizers and pictures. */
import type { Point } from "./core/plan.js";
import type { Displayed } from "./displays.js";
import type { Library } from "./hall/fetching.js";
import { areaOf, type Manifest, spawnOf } from "./hall/manifest.js";
import type { Worn } from "./headset.js";
import type { ShowNow } from "./live.js";
import type { Refusal } from "./protocol/events.js";
import type { Pace } from "./pulse.js";
import type { Eye, Stage } from "./stage/stage.js";
import type { TierName } from "./stage/tiers.js";
import type { GroupView, InspectView, Led, SitView, TourView, View } from "./ui/interface.js";
import type { World } from "./world.js";

export interface Stats {
  /** Of the frame drawn last. */
  readonly draws: number;
  readonly triangles: number;
  /** Bytes and requests of hall files so far (bodies, unpacked). */
  readonly bytes: number;
  readonly requests: number;
  /** What the graphics card holds. */
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
  /** Bytes of it that everything in the scene takes, about; and those of the files that are shown. */
  readonly gpu: number;
  readonly held: number;
  /** Files that are not shown for want of its memory. */
  readonly leftOut: number;
  /** Milliseconds of `render()` on the processor, over the last 240 frames drawn. */
  readonly renderMedian: number;
  readonly renderP95: number;
  readonly frames: number;
  /** Looks at whether there is anything to draw, so far; and how often they come. */
  readonly beats: number;
  readonly pace: Pace;
  readonly area: string;
  readonly zone: string | null;
  /** How many are in the venue, as the server says. */
  readonly people: number;
  readonly tier: TierName;
  readonly waiting: number;
  /** Plan metres and degrees clockwise from north. */
  readonly at: Point;
  readonly facing: number;
  /** Degrees that the picture shows from top to bottom. */
  readonly field: number;
}

export interface Going {
  /** Area id; the one here when left out. */
  readonly area?: string;
  readonly at?: Point;
  /** Degrees clockwise from north. */
  readonly facing?: number;
}

export interface Looking {
  readonly at: Point;
  /** Metres; degrees; degrees up. */
  readonly height?: number;
  readonly facing?: number;
  readonly pitch?: number;
}

/** Somebody else, as drawn now. */
export interface Other {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly walking: boolean;
}

/** A vehicle, as drawn now: plan metres, and metres driven. */
export interface Vehicle {
  readonly x: number;
  readonly y: number;
  readonly way: number;
  readonly speed: number;
}

/** Somebody who sits: plan metres, degrees clockwise from north and up. */
export interface Seated extends SitView {
  readonly at: Point;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

/** Everything a page script may call. Angles are degrees here, as in layouts. */
export interface Instruments {
  /** Steps in, as the button does. */
  enter(): void;
  stats(): Stats;
  /** Where the others in this area are drawn, plan metres. */
  others(): readonly Other[];
  /** Where every show stands now, by its id. */
  shows(): Readonly<Record<string, ShowNow>>;
  /** Runs the exhibit of a placement for everyone; resolves to null, or to why the server refused. */
  trigger(placement: string): Promise<Refusal | null>;
  /** How the visitor is being led somewhere; null while nobody leads. */
  led(): Led | null;
  /** How an exhibit is inspected; null while none is. */
  inspected(): InspectView | null;
  /** Where the visitor sits, and their eyes; null while they stand. */
  seated(): Seated | null;
  /** The group that the visitor leads or follows; null for none. */
  group(): GroupView | null;
  /** The stage one is at, as the page tells of it; null away from all. */
  atStage(): View["stage"];
  /** Where the eyes are now, and look: lent or the visitor's own. */
  eye(): Eye | null;
  /** How far the tour is that one takes; null for none. */
  tour(): TourView | null;
  /** Where the parts of the model at a placement are drawn, 16 numbers each (glTF's order); null while it is not shown. */
  parts(placement: string): Readonly<Record<string, readonly number[]>> | null;
  /** Where the vehicles of each show of traffic are drawn now. */
  vehicles(): Readonly<Record<string, readonly Vehicle[]>>;
  /** Whether shows are drawn: benchmarks compare with an empty park. */
  perform(on: boolean): void;
  /** What the boards and screens of this area show. */
  displays(): Displayed | null;
  /** What a headset shows beside the hall; null while none is worn. */
  headset(): Worn | null;
  /** Forgets the times measured so far. */
  reset(): void;
  /** Resolves once everything wanted from here is shown. */
  ready(): Promise<void>;
  /** Goes somewhere at once; resolves once it is shown. */
  goto(where: Going): Promise<void>;
  /** Looks from a point in the air until called with null. */
  camera(from: Looking | null): Promise<void>;
  /** A fixed tier, or null for the measured one. */
  tier(name: TierName | null): void;
  /** Walks to a point of this area; whether there is a way. */
  walk(to: Point): boolean;
}

interface Rooms {
  readonly view: () => View;
  readonly stage: Stage;
  readonly world: World;
  readonly library: Library;
  readonly hall: () => Manifest;
  readonly people: () => number;
  readonly others: () => readonly Other[];
  readonly shows: () => Readonly<Record<string, ShowNow>>;
  readonly trigger: (placement: string) => Promise<Refusal | null>;
  readonly inspected: () => InspectView | null;
  readonly seated: () => SitView | null;
  readonly seatedEye: () => Eye | null;
  readonly vehicles: () => Readonly<Record<string, readonly Vehicle[]>>;
  readonly perform: (on: boolean) => void;
  readonly displays: () => Displayed | null;
  readonly headset: () => Worn | null;
  readonly enter: () => void;
}

declare global {
  interface Window {
    hallwright?: Instruments;
  }
}

const degrees = (radians: number): number => (((radians * 180) / Math.PI) % 360 + 360) % 360;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function expose(page: Window, rooms: Rooms): void {
  const { stage, world } = rooms;
  page.hallwright = {
    enter: rooms.enter,
    displays: () => rooms.displays(),
    headset: rooms.headset,
    stats: () => stats(rooms),
    others: () => rooms.others().map(({ number, x, y, walking }) => ({ number, x, y, walking })),
    shows: rooms.shows,
    trigger: rooms.trigger,
    led: () => rooms.view().led,
    inspected: rooms.inspected,
    seated: () => seated(rooms),
    tour: () => rooms.view().tour,
    group: () => rooms.view().group,
    atStage: () => rooms.view().stage,
    eye: () => world.eye,
    parts: (placement) => stage.models.parts(placement),
    vehicles: rooms.vehicles,
    perform: rooms.perform,
    reset: () => stage.resetStats(),
    ready: () => world.settled(),
    goto: (where) => go(rooms, where),
    camera: async (from) => {
      const { at, height = 1.65, facing = 0, pitch = 0 } = from ?? { at: [0, 0] };
      world.lookFrom(from && { x: at[0], y: at[1], height, facing: radians(facing), pitch: radians(pitch) });
      await world.settled();
    },
    tier: (name) => world.setTier(name),
    walk: (to) => world.walkTo(to),
  };
}

async function go({ world, hall }: Rooms, { area: id, at, facing = 0 }: Going): Promise<void> {
  const area = areaOf(hall(), id ?? world.area.value.id);
  if (!area) throw new Error(`no area ${id ?? ""}`);
  const spawn = spawnOf(area);
  const pose = at ? { x: at[0], y: at[1], facing: radians(facing) } : { x: spawn.at[0], y: spawn.at[1], facing: spawn.facing };
  await world.arrived(); // whoever is on the way goes nowhere else
  await world.travel(area.id, pose);
  await world.settled();
}

function stats({ stage, world, library, people }: Rooms): Stats {
  const { pose } = world.walker;
  return {
    ...stage.stats,
    ...library.counts,
    area: world.area.value.id,
    zone: world.zone.value?.id ?? null,
    people: people(),
    tier: world.tier.value,
    beats: world.pulse.beats,
    pace: world.pulse.pace,
    waiting: world.streamer.waiting,
    gpu: stage.weight,
    held: world.streamer.held,
    leftOut: world.streamer.leftOut,
    at: [pose.x, pose.y],
    facing: degrees(pose.facing),
    field: stage.field,
  };
}

function seated({ seated: view, seatedEye: eye }: Rooms): Seated | null {
  const [where, from] = [view(), eye()];
  if (!where || !from) return null;
  const { x, y, height, facing, pitch } = from;
  return { ...where, at: [x, y], height, facing: degrees(facing), pitch: (pitch * 180) / Math.PI };
}
