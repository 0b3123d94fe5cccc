/** Moves the models that are in sight, as everyone sees them at this moment; nothing where nothing moves. */
import { Frustum, Matrix4, type PerspectiveCamera, type Sphere, type Vector3 } from "three";
import type { Carried, Mechanism } from "./mechanism.js";
import { EXPLODE, type Playing } from "./rig.js";

/** What the models should show now. */
export interface Cues {
  /** Seconds of the clock that all visitors share; null where loops stand still. */
  readonly clock: number | null;
  /** What a placement plays beside its loop. */
  playing(placement: string): readonly Playing[];
  /** Where a placement stands that follows a device on site; null: where it was written to stand. */
  carried?(placement: string): Carried | null;
}

/** How a model that is being inspected is shown. */
export interface Dismantled {
  readonly placement: string;
  /** 0 together … 1 apart. */
  readonly explode: number;
  readonly cut: boolean;
}

/** What goes on for ever. */
const IDLE = "idle";
/** Milliseconds between two steps of a loop: seen from near, and from where it is small in the picture. */
const PACE = { near: 30, far: 120 };
/** Radius over distance below which a model is small. */
const SMALL = 0.06;

export class Moving {
  private readonly frustum = new Frustum();
  private readonly stepped = new WeakMap<Mechanism, number>();

  constructor(private readonly mechanisms: () => Iterable<readonly [placement: string, mechanism: Mechanism]>) {}

  /** Poses what `camera` sees, at `now` (ms, any steady clock). Returns whether the picture changed. */
  update(now: number, cues: Cues, camera: PerspectiveCamera, opened: Dismantled | null): boolean {
    camera.updateMatrixWorld();
    this.frustum.setFromProjectionMatrix(new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse));
    let changed = false;
    for (const [placement, mechanism] of this.mechanisms()) {
      changed = mechanism.carry(cues.carried?.(placement) ?? null) || changed;
      const mine = opened?.placement === placement ? opened : null;
      if (!mine && !this.frustum.intersectsSphere(mechanism.sphere)) continue;
      changed = this.step(now, mechanism, cues.playing(placement), cues.clock, mine, camera.position) || changed;
    }
    return changed;
  }

  private step(
    now: number, mechanism: Mechanism, playing: readonly Playing[], clock: number | null, opened: Dismantled | null, eye: Vector3,
  ): boolean {
    const idle = clock === null ? null : loop(mechanism, clock);
    if (idle && playing.length === 0 && !opened) {
      if (now - (this.stepped.get(mechanism) ?? -Infinity) < paceOf(mechanism.sphere, eye)) return false;
      this.stepped.set(mechanism, now);
    }
    const apart = opened && opened.explode > 0 ? [{ motion: EXPLODE, time: opened.explode }] : [];
    return mechanism.pose([...(idle ? [idle] : []), ...playing, ...apart], opened?.cut ?? false);
  }
}

function loop({ rig }: Mechanism, clock: number): Playing | null {
  const duration = rig.duration(IDLE);
  return duration ? { motion: IDLE, time: clock % duration } : null;
}

const paceOf = (sphere: Sphere, eye: Vector3): number =>
  sphere.radius / Math.max(sphere.radius, eye.distanceTo(sphere.center)) < SMALL ? PACE.far : PACE.near;
