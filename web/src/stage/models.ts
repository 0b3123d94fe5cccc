/** What can be asked of the models that stand in the scene, by their placements. */
import type { PerspectiveCamera, Raycaster } from "three";
import type { Place } from "../movement/orbit.js";
import type { Batches } from "./batches.js";
import { anchorOf, type Anchor, type Bounds, boundsOf, hidden, partsOf, pick, toScene, whereIs } from "./inspecting.js";
import type { Mechanism } from "./mechanism.js";
import type { Slots } from "./slots.js";

export interface ModelsOptions {
  readonly slots: Slots;
  readonly batches: Batches;
  readonly camera: PerspectiveCamera;
  /** The ray through a point of the page, CSS pixels. */
  readonly through: (clientX: number, clientY: number) => Raycaster;
}

export class Models {
  constructor(private readonly options: ModelsOptions) {}

  /** What the model at a placement fills, together (0) or as far apart (1) as it comes; null while it is not there. */
  bounds(placement: string, explode = 0): Bounds | null {
    const mechanism = this.mechanism(placement);
    return mechanism ? boundsOf(mechanism, explode) : null;
  }

  /** Whether the model at a placement is there. */
  holds(placement: string): boolean {
    return this.mechanism(placement) !== undefined;
  }

  /** From each part of a model to the scene now, 16 numbers; null while it is not there. */
  parts(placement: string): Readonly<Record<string, readonly number[]>> | null {
    const mechanism = this.mechanism(placement);
    return mechanism ? partsOf(mechanism) : null;
  }

  /** A point of a model's frame that moves with one of its parts; null while it is not there. */
  anchor(placement: string, part: string, at: readonly [number, number, number]): Anchor | null {
    const mechanism = this.mechanism(placement);
    return mechanism ? anchorOf(mechanism, part, at) : null;
  }

  /** Where an anchor is now, in the plan. */
  whereIs(placement: string, anchor: Anchor): Place | null {
    const mechanism = this.mechanism(placement);
    return mechanism ? whereIs(mechanism, anchor) : null;
  }

  /** The point of a model that is seen at a point of the page; null where it is not hit. */
  pick(placement: string, clientX: number, clientY: number): Anchor | null {
    const mechanism = this.mechanism(placement);
    return mechanism ? pick(mechanism, this.options.batches, this.options.through(clientX, clientY)) : null;
  }

  /** Whether the model itself hides a place of the plan from somewhere, or from where the eyes are now. */
  hides(placement: string, place: Place, from?: Place): boolean {
    const mechanism = this.mechanism(placement);
    return mechanism !== undefined && hidden(mechanism, this.options.batches, place, from ? toScene(from) : this.options.camera.position);
  }

  /** Whether a motion of the model at a placement ends as it began; true where it is not shown. */
  returns(placement: string, motion: string): boolean {
    return this.mechanism(placement)?.rig.returns(motion) ?? true;
  }

  mechanism(placement: string): Mechanism | undefined {
    for (const [id, mechanism] of this.options.slots.mechanisms()) if (id === placement) return mechanism;
    return undefined;
  }
}
