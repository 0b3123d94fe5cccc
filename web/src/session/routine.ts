/** Shows of robots: where each stands, and what each does at a moment of the show. Pure arithmetic, the same everywhere. */
import type { Point } from "../core/plan.js";

export interface Place {
  /** Its middle, and `[width, depth]` in metres. */
  readonly at: Point;
  readonly size: Point;
  /** Bearing towards the audience. */
  readonly facing: number;
  readonly count: number;
}

/** Someone's place: `column` and `row` count from the left and from the front, as the audience sees them. */
export interface Spot {
  readonly at: Point;
  readonly column: number;
  readonly row: number;
}

/** What somebody does: a motion of the model, and seconds into it. */
export interface Act {
  readonly motion: string;
  readonly time: number;
}

/** Routines by their names in layouts: the model's motion, and by how many seconds each column and row comes later. */
const ROUTINES = {
  greet: { motion: "wave", column: 0.14, row: 0.3 },
  dance: { motion: "dance", column: 0, row: 0 },
  drill: { motion: "taichi", column: 0, row: 0.45 },
} as const;

type Routine = keyof typeof ROUTINES;

export const IDLE = "idle";
export const MOTIONS: readonly string[] = [IDLE, ...Object.values(ROUTINES).map(({ motion }) => motion)];

const ORDER: readonly Routine[] = ["greet", "dance", "drill"];
/** Seconds in which they stand before and after a routine. */
const PAUSE = 1.5;
/** Metres that nobody needs more of. */
const WIDEST = 2.4;

const isRoutine = (name: string): name is Routine => name in ROUTINES;

/** Rows of spots, every other one shifted, so that all are seen. */
export function spots({ at, size, facing, count }: Place): readonly Spot[] {
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * size[0]) / size[1]))));
  const rows = Math.ceil(count / columns);
  const [across, along] = [Math.min(WIDEST, size[0] / (columns + 0.5)), Math.min(WIDEST, size[1] / (rows + 0.4))];
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  return Array.from({ length: count }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const inRow = Math.min(columns, count - row * columns);
    const side = (column - (inRow - 1) / 2) * across + (rows > 1 ? (row % 2 ? 0.25 : -0.25) * across : 0);
    const ahead = ((rows - 1) / 2 - row) * along;
    // The audience looks the other way: its right is their left.
    return { at: [at[0] - cos * side + sin * ahead, at[1] + sin * side + cos * ahead], column, row };
  });
}

/** What somebody on this spot does `time` seconds into a show of `duration`; `lengths` are those of the model's motions. */
export function act(routine: string, duration: number, time: number, { column, row }: Spot, lengths: (motion: string) => number | null): Act {
  const names = isRoutine(routine) ? [routine] : ORDER;
  const slot = duration / names.length;
  const turn = Math.min(names.length - 1, Math.floor(time / slot));
  const score = ROUTINES[names[turn] as Routine];
  const length = lengths(score.motion) ?? 0;
  const since = time - turn * slot - PAUSE - column * score.column - row * score.row;
  const times = Math.max(1, Math.floor((slot - 2 * PAUSE) / (length || 1)));
  if (length > 0 && since >= 0 && since < times * length) return { motion: score.motion, time: since % length };
  return { motion: IDLE, time: (time + column * 0.37 + row * 0.61) % (lengths(IDLE) ?? 1) };
}
