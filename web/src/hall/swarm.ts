/** A drone show's file (docs/formats/drones.md): where every drone is in every formation, and when. */
import { fail, ok, type Result } from "../core/result.js";

/** What a formation turns about once while it is held. */
export type Turn = "none" | "upright" | "facing";

export interface Swarm {
  readonly drones: number;
  readonly formations: number;
  /** formations × drones × 3 metres in the show's frame. */
  readonly places: Float32Array;
  /** formations × drones × 3, sRGB. */
  readonly colors: Uint8Array;
  /** Seconds. */
  readonly reached: readonly number[];
  readonly left: readonly number[];
  readonly turns: readonly Turn[];
  /** Metres up to the axis that formations turn about. */
  readonly height: number;
}

/** A moment of a show: between which formations, how far in time (0…1, to be eased), and how far the first is turned. */
export interface SwarmMoment {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly turn: Turn;
  /** Radians. */
  readonly angle: number;
}

const MAGIC = 0x72645748; // HWdr
const HEAD = 20;
const KEY = 12;
const TURNS: readonly Turn[] = ["none", "upright", "facing"];

/** The show in these bytes, or why they are none. */
export function readSwarm(body: ArrayBuffer): Result<Swarm> {
  const view = new DataView(body);
  if (body.byteLength < HEAD || view.getUint32(0, true) !== MAGIC || view.getUint16(4, true) !== 1) return fail("not a drone show");
  const [drones, formations] = [view.getUint16(6, true), view.getUint16(8, true)];
  const [step, height] = [view.getFloat32(12, true), view.getFloat32(16, true)];
  const count = drones * formations * 3;
  const start = HEAD + formations * KEY;
  if (formations < 2 || body.byteLength !== start + count * 3) return fail("a drone show of another length");
  const keys = Array.from({ length: formations }, (_, k) => HEAD + k * KEY);
  return ok({
    drones, formations, height,
    places: Float32Array.from({ length: count }, (_, i) => view.getInt16(start + i * 2, true) * step),
    colors: new Uint8Array(body, start + count * 2, count),
    reached: keys.map((key) => view.getFloat32(key, true)),
    left: keys.map((key) => view.getFloat32(key + 4, true)),
    turns: keys.map((key) => TURNS[view.getUint32(key + 8, true)] ?? "none"),
  });
}

/** Slow at both ends. */
export const ease = (share: number): number => share ** 3 * (share * (share * 6 - 15) + 10);

/** Where the show is at `time` (seconds). `still` shows formations only, without ways between them. */
export function momentOf({ formations, reached, left, turns }: Swarm, time: number, still = false): SwarmMoment {
  let from = 0;
  while (from + 1 < formations && time >= (reached[from + 1] ?? Infinity)) from += 1;
  const to = Math.min(from + 1, formations - 1);
  const within = (start = 0, end = 0): number => (end > start ? Math.min(1, Math.max(0, (time - start) / (end - start))) : 0);
  const share = within(left[from], reached[to]);
  const turn = turns[from] ?? "none";
  const angle = still || turn === "none" ? 0 : 2 * Math.PI * ease(within(reached[from], left[from]));
  return { from, to, share: still ? Math.round(share) : share, turn, angle };
}
