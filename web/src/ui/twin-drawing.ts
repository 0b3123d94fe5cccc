/** Draws the label of a device on site: its name, what it measures, and whether that is live, in words and in colour. */
import type { Language } from "../core/text.js";
import { languageFirst, write } from "./lettering.js";
import { measured, standing, type TwinTold } from "./twin-words.js";

const GROUND = { live: "#0b2233", stale: "#4a1f10" } as const;
const EDGE = { live: "#43d98c", stale: "#ffb000" } as const;
const INK = "#ffffff";
const QUIET = "#d5e4ee";

export function drawTwin(canvas: HTMLCanvasElement, twin: TwinTold, first: Language): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const { width, height } = canvas;
  const how = twin.stale ? "stale" : "live";
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = GROUND[how];
  pen.beginPath();
  pen.roundRect(2, 2, width - 4, height - 4, height * 0.12);
  pen.fill();
  pen.fillStyle = EDGE[how];
  pen.fillRect(height * 0.12, height * 0.16, height * 0.06, height * 0.68);
  const [x, room] = [height * 0.28, width - height * 0.42];
  const [name, other] = languageFirst(twin.name, first);
  write(pen, other ? `${name}  ${other}` : name, x, height * 0.23, room, { size: height * 0.21, color: INK, weight: 700 });
  write(pen, measured(twin, first), x, height * 0.51, room, { size: height * 0.2, color: INK });
  write(pen, standing(twin, first), x, height * 0.79, room, { size: height * 0.18, color: twin.stale ? EDGE.stale : QUIET, weight: 600 });
}
