/**
 * How somebody with a headset on gets about: where their room lies in the hall, turns by a fixed angle, and an arc to
 * where they want to stand. Pure but for the thumb's own memory.
 */
import { wrapAngle } from "../core/math.js";
import { distance, type Point, type Pose } from "../core/plan.js";
import type { Walkable } from "../hall/walkable.js";

/** In the plan of the area: x east, y north, z up; metres. In a room the same, with y to its front. */
export type Place = readonly [x: number, y: number, z: number];

/** Radians of one turn. */
export const SNAP = Math.PI / 6;
/** Metres that one goes at once, at most. */
export const FARTHEST = 12;
/** Metres from where the arc lands to where one can stand, to still be what was meant. */
const MEANT = 0.5;
/** The arc is that of something thrown, metres a second, and is drawn every so many seconds. */
const THROW = 9.5;
const GRAVITY = 9.8;
const BEAD = 0.035;
const MOST_BEADS = 60;

/** A pose of the room as one of the hall; the room is told by where its origin lies, and which way its front looks. */
export function inHall(room: Pose, { x, y, facing }: Pose): Pose {
  const [sin, cos] = [Math.sin(room.facing), Math.cos(room.facing)];
  return { x: room.x + x * cos + y * sin, y: room.y - x * sin + y * cos, facing: wrapAngle(room.facing + facing) };
}

/** Where the room lies when somebody who is at `local` in it stands at `pose` of the hall. */
export function roomFor(local: Pose, pose: Pose): Pose {
  const room = { x: 0, y: 0, facing: wrapAngle(pose.facing - local.facing) };
  const { x, y } = inHall(room, local);
  return { ...room, x: pose.x - x, y: pose.y - y };
}

/** A place of the room as one of the hall. */
export function placeInHall(room: Pose, [x, y, z]: Place): Place {
  const there = inHall(room, { x, y, facing: 0 });
  return [there.x, there.y, z];
}

/** A direction of the room as one of the hall. */
export const directionInHall = (room: Pose, direction: Place): Place => placeInHall({ x: 0, y: 0, facing: room.facing }, direction);

/** The arc from a hand along where it points, down to the floor; its last point is where it lands. */
export function arcFrom(origin: Place, direction: Place): readonly Place[] {
  const length = Math.hypot(...direction) || 1;
  const [vx, vy, vz] = direction.map((part) => (part / length) * THROW) as [number, number, number];
  const [x, y, z] = origin;
  const down = (vz + Math.sqrt(vz * vz + 2 * GRAVITY * Math.max(0, z))) / GRAVITY;
  const count = Math.max(1, Math.min(MOST_BEADS, Math.ceil(down / BEAD)));
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = (down * i) / count;
    return [x + vx * t, y + vy * t, i === count ? 0 : z + vz * t - (GRAVITY * t * t) / 2] as const;
  });
}

/** Where somebody at `from` comes to stand who wants to be at `at`: there or next to it; null where no way leads. */
export function landing(ground: Walkable, from: Point, at: Point): Point | null {
  const spot = ground.free(...at) ? at : ground.nearest(at[0], at[1], MEANT);
  if (!spot || distance(from, spot) > FARTHEST) return null;
  return ground.straight(from, spot) || connected(ground, from, spot) ? spot : null;
}

/** Whether a way leads from one point to another without going far off: nobody gets through a wall by an arc. */
function connected(ground: Walkable, from: Point, to: Point): boolean {
  const { step } = ground;
  const around = Math.ceil((FARTHEST * 1.4) / step);
  const side = 2 * around + 1;
  const [left, low] = [Math.floor(from[0] / step) - around, Math.floor(from[1] / step) - around];
  const goal = (Math.floor(to[1] / step) - low) * side + Math.floor(to[0] / step) - left;
  const seen = new Uint8Array(side * side);
  const next = [around * side + around];
  seen[next[0] as number] = 1;
  for (let square = next.pop(); square !== undefined; square = next.pop()) {
    if (square === goal) return true;
    const [column, row] = [square % side, Math.floor(square / side)];
    for (const [c, r] of [[column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]] as const) {
      const there = r * side + c;
      if (c < 0 || r < 0 || c >= side || r >= side || seen[there] || !ground.freeAt(left + c, low + r)) continue;
      seen[there] = 1;
      next.push(there);
    }
  }
  return false;
}

/** How far a thumb pushes before it means something, and how far it comes back before it means nothing any more. */
const PUSHED = 0.7;
const LET_GO = 0.35;

/** What a thumbstick asks for now. */
export interface Thumbed {
  /** Turns to the right (1) or left (-1): once for each push. */
  readonly turn: -1 | 0 | 1;
  /** Whether an arc is wanted. */
  readonly aims: boolean;
  /** Whether the arc was let go in this moment. */
  readonly goes: boolean;
}

/** The thumb on one stick: pushed forward it aims, aside it turns, and it must come back before it means anything else. */
export class Thumb {
  private means: "nothing" | "aim" | "turn" = "nothing";

  /** Shares in -1…1: to the right, and forward. */
  read(right: number, forward: number): Thumbed {
    const before = this.means;
    if (Math.hypot(right, forward) < LET_GO) this.means = "nothing";
    else if (before === "nothing" && forward > PUSHED && forward >= Math.abs(right)) this.means = "aim";
    else if (before === "nothing" && Math.abs(right) > PUSHED) this.means = "turn";
    return {
      turn: this.means === "turn" && before === "nothing" ? (Math.sign(right) as -1 | 1) : 0,
      aims: this.means === "aim",
      goes: before === "aim" && this.means === "nothing",
    };
  }
}
