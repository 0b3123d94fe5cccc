/** The visitor's body: where it stands and looks, how it moves over the walkable grid. Pure but for its own state. */
import { clamp, damping, mix, wrapAngle } from "../core/math.js";
import type { Point, Pose } from "../core/plan.js";
import type { Walkable } from "../hall/walkable.js";
import { findPath } from "./path.js";

export const EYE_HEIGHT = 1.65;
/** Metres a second: a brisk stroll, and a run that crosses a 200 m hall in under a minute. */
const WALK = 2.1;
const RUN = 3.6;
/** Radians a second when turning by keys. */
const TURN = 1.9;
/** Radians that one can look up or down. */
export const STEEPEST = 1.25;

/** What somebody wants in this frame. Shares in -1…1, radians for looking. */
export interface Intent {
  readonly forward: number;
  readonly sideways: number;
  readonly turn: number;
  readonly run: boolean;
  /** Radians to look right and up since the last frame. */
  readonly look: Point;
}

export const STILL: Intent = { forward: 0, sideways: 0, turn: 0, run: false, look: [0, 0] };

/** Seconds of one step: as little as a slow device takes for a frame, for walls and corners to be met where they are. */
const LONGEST_STEP = 0.05;

/** A frame as steps that are short enough: those who see few frames walk as fast as all the others. */
export function stepsOf(seconds: number, intent: Intent): readonly { readonly seconds: number; readonly intent: Intent }[] {
  const count = Math.max(1, Math.ceil(seconds / LONGEST_STEP - 1e-9));
  return Array.from({ length: count }, (_, i) => ({
    seconds: seconds / count, intent: i === 0 ? intent : { ...intent, look: STILL.look },
  }));
}

/** Metres from where somebody was put to where one can stand, to still be of use. */
const FAR_OFF = 30;

/** Whether one can stand at a pose, or near enough. */
export const stands = (ground: Walkable, { x, y }: Pose): boolean => ground.free(x, y) || ground.nearest(x, y, FAR_OFF) !== null;

export class Walker {
  x = 0;
  y = 0;
  facing = 0;
  /** Radians that the eyes look up. */
  pitch = 0;
  /** Multiplies its speed. */
  pace = 1;
  private ground: Walkable | null = null;
  private way: Point[] = [];
  private velocity: Point = [0, 0];
  private stride = 0;

  get pose(): Pose {
    return { x: this.x, y: this.y, facing: this.facing };
  }

  /** What it stands on. */
  get footing(): Walkable | null {
    return this.ground;
  }

  get walking(): boolean {
    return Math.hypot(this.velocity[0], this.velocity[1]) > 0.15;
  }

  /** Where a tap sent it, or null. */
  get goal(): Point | null {
    return this.way[this.way.length - 1] ?? null;
  }

  /** The points that it walks through by itself. */
  get route(): readonly Point[] {
    return this.way;
  }

  /** Metres the eyes are up or down with the steps; multiply by 0 where motion should be reduced. */
  get bob(): number {
    return Math.sin(this.stride * 3.6) * 0.012 * clamp(Math.hypot(this.velocity[0], this.velocity[1]) / WALK, 0, 1);
  }

  /** Stands on other ground, or elsewhere on the same; next to a point that is not free. */
  place(ground: Walkable | null, pose: Pose): void {
    this.ground = ground;
    const free = ground && !ground.free(pose.x, pose.y) ? ground.nearest(pose.x, pose.y, FAR_OFF) : null;
    [this.x, this.y] = free ?? [pose.x, pose.y];
    this.facing = wrapAngle(pose.facing);
    this.pitch = 0;
    this.stop();
  }

  /** Is elsewhere at once, where the ground allows; turns and looks up as it says in any case. */
  tread({ x, y, facing }: Pose, pitch: number): void {
    if (!this.ground || this.ground.free(x, y)) [this.x, this.y] = [x, y];
    this.facing = wrapAngle(facing);
    this.pitch = pitch;
    this.stop();
  }

  stop(): void {
    this.way = [];
    this.velocity = [0, 0];
  }

  /** Walks to a point by itself; false when there is no way. */
  goTo(goal: Point): boolean {
    if (!this.ground) return false;
    this.way = [...findPath(this.ground, [this.x, this.y], goal)];
    return this.way.length > 0;
  }

  /** One frame. */
  step(seconds: number, intent: Intent): void {
    const byHand = intent.forward !== 0 || intent.sideways !== 0;
    if (byHand) this.way = [];
    this.turn(seconds, intent);
    const wanted = byHand ? this.handVelocity(intent) : this.wayVelocity();
    const share = damping(seconds, 0.06);
    this.velocity = [mix(this.velocity[0], wanted[0], share), mix(this.velocity[1], wanted[1], share)];
    if (!byHand && this.way.length === 0 && Math.hypot(...this.velocity) < 0.02) this.velocity = [0, 0];
    this.slide(this.velocity[0] * seconds, this.velocity[1] * seconds);
    this.stride += Math.hypot(this.velocity[0], this.velocity[1]) * seconds;
  }

  private turn(seconds: number, intent: Intent): void {
    this.facing = wrapAngle(this.facing + intent.turn * TURN * seconds + intent.look[0]);
    this.pitch = clamp(this.pitch + intent.look[1], -STEEPEST, STEEPEST);
    const next = this.way[0];
    if (!next || intent.look[0] !== 0 || intent.turn !== 0) return;
    const gap = wrapAngle(Math.atan2(next[0] - this.x, next[1] - this.y) - this.facing);
    if (Math.hypot(next[0] - this.x, next[1] - this.y) > 0.8) this.facing = wrapAngle(this.facing + gap * damping(seconds, 0.28));
    this.pitch *= 1 - damping(seconds, 0.6);
  }

  private handVelocity(intent: Intent): Point {
    const length = Math.max(1, Math.hypot(intent.forward, intent.sideways));
    const speed = ((intent.run ? RUN : WALK) * this.pace) / length;
    const [sin, cos] = [Math.sin(this.facing), Math.cos(this.facing)];
    return [
      (intent.forward * sin + intent.sideways * cos) * speed,
      (intent.forward * cos - intent.sideways * sin) * speed,
    ];
  }

  private wayVelocity(): Point {
    while (this.way[0] && Math.hypot(this.way[0][0] - this.x, this.way[0][1] - this.y) < 0.15) this.way.shift();
    const next = this.way[0];
    if (!next) return [0, 0];
    const [dx, dy] = [next[0] - this.x, next[1] - this.y];
    const away = Math.hypot(dx, dy);
    const left = away + (this.way.length > 1 ? 4 : 0);
    const speed = clamp(left * 1.6, 0.5, (this.way.length > 2 || left > 14 ? RUN : WALK * 1.25) * this.pace);
    return [(dx / away) * speed, (dy / away) * speed];
  }

  /** Moves in small steps, along a wall where straight on is not free. */
  private slide(dx: number, dy: number): void {
    const ground = this.ground;
    const pieces = Math.max(1, Math.ceil(Math.hypot(dx, dy) / 0.1));
    for (let i = 0; i < pieces; i++) {
      const [nx, ny] = [this.x + dx / pieces, this.y + dy / pieces];
      if (!ground || ground.free(nx, ny)) [this.x, this.y] = [nx, ny];
      else if (ground.free(nx, this.y)) this.x = nx;
      else if (ground.free(this.x, ny)) this.y = ny;
      else return this.blocked();
    }
  }

  private blocked(): void {
    this.velocity = [0, 0];
    const goal = this.goal;
    if (!goal || !this.ground) return;
    this.way = [...findPath(this.ground, [this.x, this.y], goal)];
    if (this.ground.straight([this.x, this.y], this.way[0] ?? goal)) return;
    this.way = [];
  }
}
