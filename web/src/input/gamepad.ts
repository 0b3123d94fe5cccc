/** A gamepad of the standard layout, read once a frame: sticks as shares, buttons as they go down. Others are told of only. */
import { clamp } from "../core/math.js";
import type { Point } from "../core/plan.js";

/** What a gamepad is to us: `odd` has a layout that nobody knows. */
export type PadState = "none" | "ready" | "odd";

export interface PadWish {
  /** Shares in -1…1: the left stick to the right and forward. */
  readonly walk: Point;
  /** Shares in -1…1: the right stick to the right and up. */
  readonly look: Point;
  readonly run: boolean;
  /** The triggers: 1 nearer, -1 away. */
  readonly nearer: number;
  /** Whether the lower and the right button of the four went down since the last frame. */
  readonly act: boolean;
  readonly back: boolean;
  /** The same of Start. */
  readonly menu: boolean;
  /** The way of the cross that went down since the last frame. */
  readonly step: Way | null;
}

export type Way = "up" | "down" | "left" | "right";

/** What the browser has of gamepads; an empty place is null. */
export type Pads = () => readonly (Gamepad | null)[];

export const IDLE: PadWish = { walk: [0, 0], look: [0, 0], run: false, nearer: 0, act: false, back: false, menu: false, step: null };

/** Share of a stick's way that is taken for rest: worn sticks do not come back to the middle. */
const DEAD = 0.18;
/** Share of its way at which a stick is at its end; few reach 1 in every direction. */
const FULL = 0.95;
/** Places in the standard layout (https://w3c.github.io/gamepad/#remapping). */
const AXES = { walk: [0, 1], look: [2, 3] } as const;
const BUTTONS = { act: 0, back: 1, runs: [4, 5], away: 6, nearer: 7, menu: 9 } as const;
const CROSS: readonly (readonly [Way, number])[] = [["up", 12], ["down", 13], ["left", 14], ["right", 15]];

export class Gamepads {
  /** Buttons that were down in the last frame; one that is held when a pad comes has to be let go first. */
  private down: ReadonlySet<number> | null = null;
  private known: PadState = "none";

  constructor(private readonly pads: Pads) {}

  get state(): PadState {
    return this.known;
  }

  /** What is wanted now. */
  read(): PadWish {
    const all = this.connected();
    const pad = all.find(({ mapping }) => mapping === "standard");
    this.known = pad ? "ready" : all.length > 0 ? "odd" : "none";
    if (!pad) {
      this.down = null;
      return IDLE;
    }
    const went = this.press(pad);
    const [right, down] = stick(pad, AXES.walk);
    const [aside, below] = stick(pad, AXES.look);
    return {
      walk: [right, -down],
      look: [eased(aside), -eased(below)],
      run: BUTTONS.runs.some((each) => pad.buttons[each]?.pressed),
      nearer: (pad.buttons[BUTTONS.nearer]?.value ?? 0) - (pad.buttons[BUTTONS.away]?.value ?? 0),
      act: went(BUTTONS.act),
      back: went(BUTTONS.back),
      menu: went(BUTTONS.menu),
      step: CROSS.find(([, button]) => went(button))?.[0] ?? null,
    };
  }

  /** Some browsers forbid to ask, in frames of other pages. */
  private connected(): readonly Gamepad[] {
    try {
      return this.pads().flatMap((pad) => (pad?.connected ? [pad] : []));
    } catch {
      return [];
    }
  }

  private press(pad: Gamepad): (button: number) => boolean {
    const before = this.down;
    const now = new Set(pad.buttons.flatMap(({ pressed }, i) => (pressed ? [i] : [])));
    this.down = now;
    return (button) => now.has(button) && before !== null && !before.has(button);
  }
}

/** Whether a stick or a trigger is pushed. */
export const stirs = ({ walk, look, nearer }: PadWish): boolean => [...walk, ...look, nearer].some((share) => share !== 0);

/** A stick from its rest to its end, 0…1 along the way it is pushed. */
function stick(pad: Gamepad, [a, b]: readonly [number, number]): Point {
  const [x, y] = [pad.axes[a] ?? 0, pad.axes[b] ?? 0];
  const far = Math.hypot(x, y);
  if (!(far > DEAD)) return [0, 0];
  const share = clamp((far - DEAD) / (FULL - DEAD), 0, 1) / far;
  return [x * share, y * share];
}

/** Slow near the middle, to aim; as fast as ever at the end. */
const eased = (share: number): number => share * Math.abs(share);
