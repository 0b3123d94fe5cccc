/** What one hand of somebody with a headset on points at, and asks for: to go along an arc, to turn, to run an exhibit. */
import type { Point, Pose } from "./core/plan.js";
import type { Area, Manifest } from "./hall/manifest.js";
import { type Hit, pointed } from "./hall/pointing.js";
import type { Walkable } from "./hall/walkable.js";
import { arcFrom, directionInHall, landing, type Place, placeInHall, Thumb } from "./movement/teleport.js";
import type { HandRead } from "./stage/goggles.js";
import type { Pointing } from "./stage/pointer.js";

/** Where a hand points about. */
export interface Surroundings {
  readonly hall: Manifest;
  readonly area: Area;
  readonly ground: Walkable | null;
  /** Where the visitor's room lies in the hall, and where they stand. */
  readonly room: Pose;
  readonly at: Point;
  /** Milliseconds of a steady clock. */
  readonly now: number;
  /** Whether something can be run. */
  runs(id: string): boolean;
  /** What stands on the plate for a thing; for nothing, what a newcomer should know, with a stick or without. */
  tells(id: string | null, stick: boolean): readonly string[];
}

/** What a hand asks for in this frame. */
export interface Asked {
  readonly turn: -1 | 0 | 1;
  readonly go: Point | null;
  /** Placement to run. */
  readonly run: string | null;
}

const NOTHING: Asked = { turn: 0, go: null, run: null };
/** Metres at which things are pointed at, and that the ray is drawn where it meets nothing. */
const SIGHT = 22;
const RAY = 1.1;
/** Milliseconds between two looks at what the ray meets. */
const EVERY = 90;

export class Aim {
  /** What is drawn of the hand; null while it is not seen. */
  pointing: Pointing | null = null;
  private readonly thumb = new Thumb();
  private pulled = false;
  /** What the trigger was pulled on: it is run once the trigger is let go, instead of going anywhere. */
  private chosen: string | null = null;
  private hit: Hit | null = null;
  private looked = -Infinity;

  /** One frame of a hand that is there; `stick` and trigger mean nothing while it is not seen. */
  step(hand: HandRead, around: Surroundings): Asked {
    if (!hand.points) {
      this.pointing = null;
      this.pulled = false;
      this.thumb.read(0, 0);
      return NOTHING;
    }
    const origin = placeInHall(around.room, hand.points.origin);
    const direction = directionInHall(around.room, hand.points.direction);
    const begins = hand.pulled && !this.pulled;
    this.look(origin, direction, around, begins);
    if (begins) this.chosen = this.hit?.id && around.runs(this.hit.id) ? this.hit.id : null;
    const thumb = hand.stick ? this.thumb.read(...hand.stick) : { turn: 0, aims: false, goes: false } as const;
    const goes = thumb.goes || (this.pulled && !hand.pulled && !this.chosen);
    const ran = this.pulled && !hand.pulled ? this.chosen : null;
    const asked = { turn: thumb.turn, go: goes ? this.landed : null, run: ran && ran === this.hit?.id ? ran : null };
    this.pulled = hand.pulled;
    this.aim(origin, direction, thumb.aims || (hand.pulled && !this.chosen), hand.stick !== null, around);
    return asked;
  }

  /** The hand is gone. One that was only there for a pinch has let go by that. */
  leave(): Asked {
    const { pulled, chosen } = this;
    this.pulled = false;
    return pulled ? { turn: 0, go: chosen ? null : this.landed, run: chosen } : NOTHING;
  }

  private get landed(): Point | null {
    const spot = this.pointing?.spot;
    return spot?.allowed ? spot.at : null;
  }

  private look(origin: Place, direction: Place, { hall, area, now }: Surroundings, anew: boolean): void {
    if (!anew && now - this.looked < EVERY) return;
    this.looked = now;
    this.hit = pointed(hall, area, { origin, direction }, SIGHT);
  }

  private aim(origin: Place, direction: Place, throws: boolean, stick: boolean, around: Surroundings): void {
    const thing = throws ? null : (this.hit?.id ?? null);
    const arc = throws ? arcFrom(origin, direction) : null;
    this.pointing = {
      origin, direction, arc,
      ray: throws ? 0 : thing ? (this.hit?.away ?? RAY) : RAY,
      meets: thing !== null,
      spot: arc ? this.spot(arc, around) : null,
      plate: throws ? [] : around.tells(thing, stick),
    };
  }

  private spot(arc: readonly Place[], { ground, at }: Surroundings): Pointing["spot"] {
    const [x, y] = arc[arc.length - 1] as Place;
    const stands = ground ? landing(ground, at, [x, y]) : null;
    return { at: stands ?? [x, y], allowed: stands !== null };
  }
}
