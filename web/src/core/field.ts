/**
 * The magnetic field at a sensor, as people pass by: what they carry are small magnets, and each adds a dipole's field,
 * which falls with the cube of the distance. A model, not a measurement: the magnets are assumed. It depends on where
 * people are and on the server's clock alone, so that every page draws the same.
 */

/** Somebody near the sensor: their number in the venue, and where they are, metres from it. */
export interface Passer {
  readonly number: number;
  /** Metres east, north and up from the sensor to the middle of the body. */
  readonly from: readonly [number, number, number];
}

/** T·m/A over 4π. */
const MU = 1e-7;
/** What a phone, keys and a watch make together, A·m². */
const MOMENT = { least: 0.03, most: 0.08 };
/** Nobody is nearer than this, metres: a dipole is no model for what touches it. */
const NEAREST = 0.6;
/** Noise of the sensor and of the hall around it, nT. */
const NOISE = 0.012;
const DRIFTS: readonly (readonly [nT: number, seconds: number])[] = [[0.05, 41], [0.03, 13.7], [0.02, 5.3]];
/** Noise changes so often in a second. */
export const RATE = 20;

/** How strong the magnet of a visitor is, A·m², and which way it points: up or down. */
export function momentOf(number: number): number {
  const share = chance(number);
  const size = MOMENT.least + (MOMENT.most - MOMENT.least) * share;
  return number % 2 === 0 ? size : -size;
}

/** Upward field in nT beside what the earth's is: of the people around, of drift and noise at `seconds` of the server. */
export function fieldAt(people: readonly Passer[], seconds: number): number {
  return people.reduce((sum, person) => sum + dipole(momentOf(person.number), person.from), drift(seconds));
}

/** Upward field in nT at the origin of an upright dipole at `from`, metres. */
export function dipole(moment: number, [x, y, z]: readonly [number, number, number]): number {
  const r = Math.max(NEAREST, Math.hypot(x, y, z));
  const upright = (z / r) ** 2;
  return ((MU * moment * (3 * upright - 1)) / r ** 3) * 1e9;
}

function drift(seconds: number): number {
  const slow = DRIFTS.reduce((sum, [size, period]) => sum + size * Math.sin((seconds * 2 * Math.PI) / period), 0);
  return slow + NOISE * (chance(Math.floor(seconds * RATE)) + chance(Math.floor(seconds * RATE) + 0.5) - 1);
}

/** A number in [0, 1) that depends on `seed` alone. */
function chance(seed: number): number {
  let bits = Math.imul(Math.floor(seed * 2) ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35) >>> 0;
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
