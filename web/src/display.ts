/** Something that is painted while visitors look: what `Displays` keeps of each, and the canvas it paints on. */
import type { Language } from "./core/text.js";
import type { Point } from "./core/plan.js";
import type { Passer } from "./core/field.js";
import type { Changes } from "./core/board.js";
import type { Poll } from "./protocol/polls.js";
import type { SessionChanges } from "./protocol/sessions.js";
import type { TelemetryState } from "./session/telemetry.js";
import type { Shown } from "./stage/screens.js";

/** What one frame knows. */
export interface Moment {
  /** ms of `performance.now()`; seconds of the server's clock. */
  readonly now: number;
  readonly server: number;
  readonly first: Language;
  /** Whether motion should be reduced. */
  readonly still: boolean;
  /** Grows when letters that were missing have come. */
  readonly letters: number;
  readonly changesOf: (board: string) => Changes | undefined;
  /** What was changed of the programme. */
  readonly sessions: SessionChanges;
  /** The polls of a place, by its stream. */
  readonly pollsOf: (stream: string) => readonly Poll[];
  readonly telemetry: TelemetryState;
  /** Everyone in the area, the visitor included. */
  readonly people: readonly Standing[];
}

/** Where somebody stands, plan metres. */
export interface Standing {
  readonly number: Passer["number"];
  readonly x: number;
  readonly y: number;
}

export interface Display {
  readonly id: string;
  readonly at: Point;
  /** Metres from which it is painted. */
  readonly reach: number;
  readonly canvas: HTMLCanvasElement;
  readonly shown: readonly Shown[];
  /** Whether it has nothing to show now, so that what was built there is seen. */
  idle?(moment: Moment): boolean;
  /** Paints if what it shows is not what the canvas says; returns whether it did. */
  paint(moment: Moment): boolean;
}

/** A canvas of so many pixels, painted by the processor: it is painted seldom, and sent to the hall's picture each time,
 *  for which a graphics card would have to give it back first. */
export function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width), height: Math.round(height) });
  canvas.getContext("2d", { willReadFrequently: true });
  return canvas;
}

export const WHOLE: Shown["part"] = [0, 0, 1, 1];
