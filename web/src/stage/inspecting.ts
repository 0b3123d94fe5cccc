/** One model that is inspected: where its parts are, what a finger points at on it, and where that is on the screen. */
import { Raycaster, Vector2, Vector3, type Intersection, type Object3D, type PerspectiveCamera } from "three";
import type { Place } from "../movement/orbit.js";
import type { Batches } from "./batches.js";
import type { Mechanism } from "./mechanism.js";
import { EXPLODE } from "./rig.js";

/** About the middle of a model is up to this share of the way out of it. */
const MIDDLE = 0.4;
/** Metres: thinner than that is nothing. */
const LEAST = 1e-3;

/** A point that moves with a part of a model. */
export interface Anchor {
  /** Number of the joint. */
  readonly joint: number;
  /** In the joint's frame. */
  readonly at: readonly [number, number, number];
}

/** A point of the canvas in CSS pixels; `ahead` unless it is behind the eyes. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly ahead: boolean;
}

/** From the plan to the scene, and back. */
export const toScene = ([x, y, z]: Place): Vector3 => new Vector3(x, z, -y);
const toPlan = ({ x, y, z }: Vector3): Place => [x, -z, y];

/** In the plan, x east and y north. */
type Direction = readonly [x: number, y: number];

/** What a model fills: its middle in the plan of the area, and from there half its width, height and depth; metres. */
export interface Bounds {
  readonly centre: Place;
  readonly half: readonly [across: number, up: number, deep: number];
  /** Where its width and its depth point in the plan; lengths 1. */
  readonly axes: readonly [across: Direction, deep: Direction];
  /** Height of the floor it stands on. */
  readonly floor: number;
}

/** What a model fills, together (0) or as far apart (1) as it comes. */
export function boundsOf(mechanism: Mechanism, explode: number): Bounds {
  const box = mechanism.extent(explode > 0 ? [{ motion: EXPLODE, time: explode }] : []);
  const { place } = mechanism;
  const scale = place.getMaxScaleOnAxis();
  const centre = toPlan(box.getCenter(new Vector3()).applyMatrix4(place));
  const half = box.getSize(new Vector3()).multiplyScalar(scale / 2).toArray();
  const axes = [0, 2].map((axis): Direction => {
    const { x, z } = new Vector3().setFromMatrixColumn(place, axis).normalize();
    return [x, -z];
  }) as [Direction, Direction];
  return { centre, half, axes, floor: place.elements[13] };
}

/** The way out of a model at a place on it, square to the ellipsoid in its bounds: out of the side of a long train, not along it.
 *  Radians clockwise from north; null about its middle, where no side is nearest. */
export function outward({ centre, half, axes }: Bounds, at: Place): number | null {
  const sides = axes.map(([x, y], i) => {
    const reach = Math.max(half[i * 2] as number, LEAST);
    return { x, y, reach, share: (x * (at[0] - centre[0]) + y * (at[1] - centre[1])) / reach };
  });
  if (Math.hypot(...sides.map(({ share }) => share)) < MIDDLE) return null;
  const sum = (axis: "x" | "y"): number => sides.reduce((total, side) => total + (side[axis] * side.share) / side.reach, 0);
  return Math.atan2(sum("x"), sum("y"));
}

/** A point of the model's frame, at rest, that moves with a part. */
export function anchorOf({ rig }: Mechanism, part: string, at: readonly [number, number, number]): Anchor {
  const joint = rig.named(part);
  const rest = rig.atRest[joint];
  // A part that is not there at rest (scaled to nothing) cannot hold anything.
  const held = rest && Math.abs(rest.determinant()) > 1e-12 ? rest : null;
  const point = held ? new Vector3(...at).applyMatrix4(held.clone().invert()) : new Vector3(...at);
  return { joint: held ? joint : 0, at: point.toArray() };
}

/** Where an anchor is now, in the plan of the area. */
export const whereIs = (mechanism: Mechanism, { joint, at }: Anchor): Place =>
  toPlan(new Vector3(...at).applyMatrix4(mechanism.jointMatrix(joint)));

/** From each part's frame to the scene now: 16 numbers, column after column. */
export function partsOf(mechanism: Mechanism): Readonly<Record<string, readonly number[]>> {
  const joints = mechanism.rig.joints.map(({ name }, i) => [name, mechanism.jointMatrix(i).toArray()] as const);
  return Object.fromEntries(joints.filter(([name]) => name !== ""));
}

/** What a line of sight meets of the model first; null where it passes by. */
export function pick(mechanism: Mechanism, batches: Batches, ray: Raycaster): Anchor | null {
  let best: { hit: Intersection; joint: number } | null = null;
  for (const { ticket, picture, joint } of mechanism.visible) {
    const hit = ticket ? batches.meet(ticket, ray) : meet(picture, ray);
    if (hit && hit.distance < (best?.hit.distance ?? Infinity)) best = { hit, joint };
  }
  if (!best) return null;
  const at = best.hit.point.clone().applyMatrix4(mechanism.jointMatrix(best.joint).invert());
  return { joint: best.joint, at: at.toArray() };
}

const meet = (picture: Object3D | null, ray: Raycaster): Intersection | null =>
  (picture && ray.intersectObject(picture, false)[0]) ?? null;

/** Where a place of the plan is on a canvas of that size. */
export function onScreen(place: Place, camera: PerspectiveCamera, width: number, height: number): Spot {
  const point = toScene(place).applyMatrix4(camera.matrixWorldInverse);
  const ahead = point.z < 0;
  const at = point.applyMatrix4(camera.projectionMatrix);
  return { x: ((at.x + 1) / 2) * width, y: ((1 - at.y) / 2) * height, ahead };
}

/** Whether something of the model lies between eyes in the scene and a place of the plan. */
export function hidden(mechanism: Mechanism, batches: Batches, place: Place, eyes: Vector3): boolean {
  const gap = toScene(place).sub(eyes);
  const away = gap.length();
  const ray = new Raycaster(eyes, gap.normalize(), 0.01, away - Math.max(0.03, away * 0.02));
  return pick(mechanism, batches, ray) !== null;
}

/** The line of sight through a point of the canvas, -1…1 each way, y up. */
export function sightOf(camera: PerspectiveCamera, x: number, y: number): Raycaster {
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(x, y), camera);
  return ray;
}
