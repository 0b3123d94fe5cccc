/**
 * Everybody who can be seen: one instanced draw for those near by, one for those far off, one for those of whom few
 * pixels are left, one for the shadows under their feet and one for the names of the nearest.
 */
import {
  type BufferGeometry, Color, DynamicDrawUsage, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, MeshStandardMaterial,
} from "three";
import { damping, TAU, wrapAngle } from "../core/math.js";
import type { Position } from "../protocol/presence.js";
import { visitorColor } from "../session/palette.js";
import { figure, HEIGHT } from "./figure.js";
import { footShadow } from "./foot-shadow.js";
import { Nametags } from "./nametags.js";
import { addWalk, type WalkUniforms } from "./walk-shader.js";

/** One of the others, this frame. The name is drawn as text, whatever it contains. */
export interface StagePerson extends Position {
  readonly number: number;
  readonly name: string;
  /** 0…11 of the palette. */
  readonly color: number;
  /** Whether they sit, with the place of the seat as theirs. */
  readonly seated?: boolean;
}

/** Where the eyes are, in the scene's frame. */
export interface Eyes {
  readonly x: number;
  readonly z: number;
}

/** The eyes, and how many pixels show how many degrees from top to bottom. */
export interface Sight {
  readonly eyes: Eyes;
  readonly field: number;
  readonly canvas: { readonly height: number };
}

const NEAR = 16; // metres within which people have hands and round limbs
const TALL = 70; // pixels from head to foot that hands and round limbs are worth
const SMALL = 36; // pixels below which an outline is enough
const MOST = 256;
const STRIDE = 1.45; // metres of a left and a right step
const BRISK = 1.1; // metres a second at which a walk is a whole walk
const ALIVE = 30; // metres within which one sees that people breathe

/** Instead of how much of a walk it is: walk-shader.ts bends knees then. */
const SEATED = -1;

/** What must be kept of somebody from frame to frame. */
interface Gait {
  x: number;
  z: number;
  yaw: number;
  phase: number;
  going: number;
  seen: number;
}

/** The others, from the first one on: until somebody comes nothing is made for them, which takes a slow phone time to walk. */
export class People {
  readonly object = new Group();
  private crowd: Crowd | null = null;

  constructor() {
    this.object.name = "people";
  }

  /**
   * Draws these people from now on. `seconds` since the last call; `still` where motion is reduced.
   * Returns whether the picture changed: a hall where all stand still need not be drawn again.
   */
  update(people: readonly StagePerson[], sight: Sight, seconds: number, still: boolean): boolean {
    if (people.length === 0 && !this.crowd) return false;
    this.crowd ??= new Crowd(this.object);
    return this.crowd.update(people, sight, seconds, still);
  }

  dispose(): void {
    this.crowd?.dispose();
  }
}

class Crowd {
  private readonly uniforms: WalkUniforms = { walkTime: { value: 0 } };
  private readonly material = new MeshStandardMaterial({ roughness: 0.55, vertexColors: true });
  private readonly near: Flock;
  private readonly far: Flock;
  private readonly throng: Flock;
  private readonly shadows: Flock;
  private readonly flocks: readonly Flock[];
  private readonly tags = new Nametags();
  private readonly gaits = new Map<number, Gait>();
  private readonly dyes = new Map<number, Color>();
  private frame = 0;
  private stirring = false;
  private shown = "";

  constructor(object: Group) {
    addWalk(this.material, this.uniforms);
    this.near = new Flock(figure(9), (geometry) => new Mesh(geometry, this.material));
    this.far = new Flock(figure(5), (geometry) => new Mesh(geometry, this.material));
    this.throng = new Flock(figure(3), (geometry) => new Mesh(geometry, this.material));
    this.shadows = new Flock(...footShadow());
    this.flocks = [this.near, this.far, this.throng, this.shadows];
    for (const { mesh } of [this.near, this.far, this.throng]) mesh.receiveShadow = true;
    object.add(this.shadows.mesh, this.near.mesh, this.far.mesh, this.throng.mesh, this.tags.mesh);
  }

  update(people: readonly StagePerson[], sight: Sight, seconds: number, still: boolean): boolean {
    this.frame += 1;
    this.stirring = false;
    if (!still) this.uniforms.walkTime.value += seconds;
    for (const flock of this.flocks) flock.begin();
    const size = (HEIGHT * sight.canvas.height) / (2 * Math.tan((sight.field * Math.PI) / 360)); // pixels from one metre off
    const placed = people.slice(0, MOST).map((person) => this.place(person, sight.eyes, size, seconds, still));
    for (const flock of this.flocks) flock.end();
    if (this.tags.update(placed)) this.stirring = true;
    this.forget();
    const shown = placed.map(({ number, name, color }) => `${String(number)} ${String(color)} ${name}`).join("\n");
    const changed = this.stirring || shown !== this.shown || (!still && placed.some(({ far }) => far < ALIVE));
    this.shown = shown;
    return changed;
  }

  dispose(): void {
    for (const flock of this.flocks) flock.mesh.geometry.dispose();
    this.material.dispose();
    this.tags.dispose();
  }

  private place(
    person: StagePerson, eyes: Eyes, size: number, seconds: number, still: boolean,
  ): StagePerson & { z: number; far: number } {
    const gait = this.step(person, seconds);
    const far = Math.hypot(gait.x - eyes.x, gait.z - eyes.z);
    const dye = this.dye(person.color);
    const tall = size / Math.max(far, 0.1);
    const shape = tall < SMALL ? this.throng : far < NEAR && tall >= TALL ? this.near : this.far;
    for (const flock of [shape, this.shadows]) flock.add(person.number, gait, dye, still, person.seated ?? false);
    return { ...person, z: gait.z, far };
  }

  /** Walks somebody on: feet keep to the ground, because the phase follows the way and not the clock. */
  private step({ number, x, y, facing }: StagePerson, seconds: number): Gait {
    const z = -y;
    const yaw = Math.PI - facing;
    const gait = this.gaits.get(number) ?? { x, z, yaw, phase: number, going: 0, seen: 0 };
    this.gaits.set(number, gait);
    const [dx, dz] = [x - gait.x, z - gait.z];
    const way = Math.hypot(dx, dz);
    const ahead = dx * Math.sin(yaw) + dz * Math.cos(yaw) < 0 ? -1 : 1;
    if (way < 4) gait.phase = (gait.phase + (ahead * way * TAU) / STRIDE) % TAU;
    const pace = seconds > 0 && way < 4 ? Math.min(1, way / seconds / BRISK) : 0;
    const turn = wrapAngle(yaw - gait.yaw);
    this.stirring ||= way > 1e-3 || Math.abs(turn) > 1e-3 || Math.abs(pace - gait.going) > 1e-3;
    gait.going += (pace - gait.going) * damping(seconds, 0.09);
    gait.yaw += turn * damping(seconds, 0.06);
    Object.assign(gait, { x, z, seen: this.frame });
    return gait;
  }

  private dye(index: number): Color {
    const dye = this.dyes.get(index) ?? new Color(visitorColor(index));
    this.dyes.set(index, dye);
    return dye;
  }

  private forget(): void {
    for (const [number, gait] of this.gaits) if (gait.seen !== this.frame) this.gaits.delete(number);
  }
}

/** Instances of one shape, filled anew each frame. */
class Flock {
  readonly mesh: Mesh<InstancedBufferGeometry>;
  private readonly standing = attribute(4);
  private readonly stride = attribute(2);
  private readonly dye = attribute(3);
  private count = 0;

  constructor(shape: BufferGeometry, make: (geometry: InstancedBufferGeometry) => Mesh) {
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(shape.index);
    for (const [name, values] of Object.entries(shape.attributes)) geometry.setAttribute(name, values);
    geometry.setAttribute("standing", this.standing);
    geometry.setAttribute("stride", this.stride);
    geometry.setAttribute("dye", this.dye);
    this.mesh = make(geometry) as Mesh<InstancedBufferGeometry>;
    this.mesh.frustumCulled = false; // they stand all around
  }

  begin(): void {
    this.count = 0;
  }

  add(number: number, gait: Gait, dye: Color, still: boolean, seated: boolean): void {
    const i = this.count++;
    this.standing.setXYZW(i, gait.x, gait.z, gait.yaw, number % 97);
    this.stride.setXY(i, gait.phase, seated ? SEATED : still ? 0 : gait.going);
    this.dye.setXYZ(i, dye.r, dye.g, dye.b);
  }

  end(): void {
    this.mesh.visible = this.count > 0;
    this.mesh.geometry.instanceCount = this.count;
    for (const values of [this.standing, this.stride, this.dye]) {
      values.clearUpdateRanges();
      values.addUpdateRange(0, this.count * values.itemSize);
      values.needsUpdate = this.count > 0;
    }
  }
}

function attribute(size: number): InstancedBufferAttribute {
  const values = new InstancedBufferAttribute(new Float32Array(MOST * size), size);
  values.setUsage(DynamicDrawUsage);
  return values;
}
