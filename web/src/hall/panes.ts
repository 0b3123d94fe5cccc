/** Flat places in the hall on which something live is drawn: the faces of boards, the screens of exhibits. Pure. */
import type { Board, Model, ModelScreen, Placement, StagePlace } from "./manifest.js";

/** A rectangle in the plan of an area: its middle (x east, y north, z up), metres; which way it looks. */
export interface Pane {
  readonly at: readonly [number, number, number];
  /** Bearing that it looks along. */
  readonly facing: number;
  /** Radians that it is tipped up. */
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
}

/** Metres before a face or screen at which the live picture hangs. */
const BEFORE = 0.012;

/** The face of a board. */
export function boardPane(board: Board): Pane {
  const out = board.front + BEFORE;
  const [x, y] = board.at;
  const at = [x + Math.sin(board.facing) * out, y + Math.cos(board.facing) * out, board.elevation] as const;
  return { at, facing: board.facing, pitch: 0, width: board.size[0], height: board.size[1] };
}

/** The screen of a stage; null for one that has none. */
export function stagePane({ at: [x, y], facing, screen, elevation, front }: StagePlace): Pane | null {
  if (!screen) return null;
  const at = [x + Math.sin(facing) * front, y + Math.cos(facing) * front, elevation] as const;
  return { at, facing, pitch: 0, width: screen[0], height: screen[1] };
}

/** The screens of a model where it stands, in the model's order. */
export function screenPanes(placement: Placement, model: Model): readonly Pane[] {
  return model.screens.map((screen) => screenPane(placement, screen));
}

function screenPane({ at, elevation, facing, scale }: Placement, screen: ModelScreen): Pane {
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  const level = Math.cos(screen.pitch) * BEFORE;
  // A model's front is +Z and its right hand, for who looks the same way, is -X.
  const [right, up, ahead] = [
    -(screen.at[0] + Math.sin(screen.yaw) * level) * scale,
    (screen.at[1] + Math.sin(screen.pitch) * BEFORE) * scale,
    (screen.at[2] + Math.cos(screen.yaw) * level) * scale,
  ];
  return {
    at: [at[0] + right * cos + ahead * sin, at[1] - right * sin + ahead * cos, elevation + up],
    facing: facing - screen.yaw,
    pitch: screen.pitch,
    width: screen.size[0] * scale,
    height: screen.size[1] * scale,
  };
}
