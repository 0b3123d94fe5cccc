/** Eyes and what they look along, in the plan of the area. */
import type { PerspectiveCamera } from "three";

/** Where the eyes are and look, in the plan of the area: height in metres, pitch in radians up. */
export interface Eye {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

/** A line of sight in the plan of the area: x east, y north, z up. */
export interface Sight {
  readonly origin: readonly [number, number, number];
  readonly direction: readonly [number, number, number];
}

/** Metres that a camera stands beside the eyes, east and south. People arrive at round numbers and look along round angles, where
 *  corners of the ground are too: where software draws, a triangle with a corner exactly in the plane of the camera is drawn
 *  black (SwiftShader, tried). */
export const BESIDE = [0.00071, 0.00043] as const;

/** Metres before the eyes that nothing is drawn. */
export const NEAR = 0.15;
const NEARER = 0.08;

/** The same for eyes so high: more for each metre above 5 m, because from high up, layers of ground a few millimetres
 *  apart are told from each other only if the depths between are spent farther away. */
export const nearOf = (height: number): number => NEAR + Math.max(0, height - 5) * NEARER;

/** Gives a camera another nearest distance, in metres, if it is another. */
export function setNear(camera: PerspectiveCamera, near: number): void {
  if (Math.abs(near - camera.near) < 0.01) return;
  camera.near = near;
  camera.updateProjectionMatrix();
}
