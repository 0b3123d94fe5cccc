/** Draws the trace of the magnetic field at an exhibit, which visitors disturb as they walk by. */
import type { Language } from "../core/text.js";
import { line } from "./dashboard-drawing.js";
import { type Box, languageFirst, write } from "./lettering.js";
import { FIELD_MODEL, FIELD_TITLE, NEAREST } from "./messages/screens.js";

const GREEN = "#5be39c";
const INK = "#e6f5ec";
const QUIET = "#9fc4b0";
const GRID = "#1d4634";
const AMBER = "#ffb000";
/** nT that the trace spans at least, up and down. */
const QUIETEST = 0.25;

/** `values`: nT, oldest first, one every `every` seconds; `nearest`: metres to the nearest visitor, null for none. */
export interface Trace {
  readonly values: readonly number[];
  readonly every: number;
  readonly nearest: number | null;
  readonly first: Language;
}

/** The screen in its part of a canvas. */
export function drawField(pen: CanvasRenderingContext2D, box: Box, { values, every, nearest, first }: Trace): void {
  const { x, y, width, height } = box;
  pen.fillStyle = "#07150f";
  pen.fillRect(x, y, width, height);
  const pad = height * 0.06;
  const [title, other] = languageFirst(FIELD_TITLE, first);
  const used = write(pen, title, x + pad, y + height * 0.11, width * 0.5, { size: height * 0.1, color: INK, weight: 700 });
  write(pen, other, x + pad * 1.6 + used, y + height * 0.115, width * 0.5 - used, { size: height * 0.065, color: QUIET });
  write(pen, languageFirst(FIELD_MODEL, first)[0], x + width - pad, y + height * 0.11, width * 0.4, { size: height * 0.07, color: AMBER, align: "right" });
  const plot = { x: x + width * 0.12, y: y + height * 0.2, width: width * 0.86, height: height * 0.58 };
  const reach = scaleOf(values);
  drawGrid(pen, plot, reach);
  if (values.length > 1) line(pen, plot, values, -reach, reach, GREEN);
  const now = values.at(-1) ?? 0;
  write(pen, `${signed(now)} nT`, x + pad, y + height * 0.89, width * 0.4, { size: height * 0.14, color: INK, weight: 700 });
  const seconds = `${String(Math.round(values.length * every))} s`;
  const words = nearest === null ? seconds : `${seconds} · ${languageFirst(NEAREST, first)[0]} ${nearest.toFixed(1)} m`;
  write(pen, words, x + width - pad, y + height * 0.89, width * 0.5, { size: height * 0.085, color: QUIET, align: "right" });
}

/** nT from the middle to the upper edge: 1, 2 or 5 times a power of ten, so that the trace fits. */
export function scaleOf(values: readonly number[]): number {
  const most = Math.max(QUIETEST, ...values.map(Math.abs)) * 1.1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

export const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

function drawGrid(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, reach: number): void {
  pen.strokeStyle = GRID;
  pen.lineWidth = Math.max(1, height * 0.008);
  for (let i = 0; i <= 4; i++) {
    const level = y + (height * i) / 4;
    pen.beginPath();
    pen.moveTo(x, level);
    pen.lineTo(x + width, level);
    pen.stroke();
    if (i % 2 === 0) write(pen, String(Number((reach * (1 - i / 2)).toPrecision(2))), x - height * 0.03, level, width * 0.11, { size: height * 0.11, color: QUIET, align: "right" });
  }
  for (let i = 0; i <= 6; i++) {
    pen.beginPath();
    pen.moveTo(x + (width * i) / 6, y);
    pen.lineTo(x + (width * i) / 6, y + height);
    pen.stroke();
  }
}
