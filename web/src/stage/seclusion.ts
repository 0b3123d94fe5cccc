/** One model by itself: all else is hidden and not drawn, and a plain room stands around it. */
import type { Group } from "three";
import { boundsOf } from "./inspecting.js";
import type { Lighting } from "./lighting.js";
import type { Models } from "./models.js";
import type { Slots } from "./slots.js";
import { ROOM, type Studio } from "./studio.js";

/** A layer that no camera looks at; the eyes of headsets have layers 1 and 2. */
const UNSEEN = 3;

export interface SeclusionOptions {
  readonly slots: Slots;
  readonly models: Models;
  /** What rooms beside the stage put into the scene. */
  readonly guests: Group;
  readonly studio: Studio;
  readonly lighting: Lighting;
}

export class Seclusion {
  constructor(private readonly options: SeclusionOptions) {}

  /** Hides all but the model at a placement; null brings everything back. */
  isolate(placement: string | null): void {
    const { slots, models, guests, studio, lighting } = this.options;
    const mechanism = placement === null ? undefined : models.mechanism(placement);
    slots.alone = mechanism ? placement : null;
    guests.traverse((object) => object.layers.set(mechanism ? UNSEEN : 0));
    if (mechanism) studio.open(boundsOf(mechanism, 0));
    else studio.close();
    lighting.enclose(mechanism ? ROOM : null);
  }

  /** Of what others put into the scene, only the live screens of a model that is whole go with it. */
  seclude(placement: string | null): void {
    this.options.guests.traverse((object) => object.layers.set(object.name === `screen/${placement ?? ""}` ? 0 : UNSEEN));
  }
}
