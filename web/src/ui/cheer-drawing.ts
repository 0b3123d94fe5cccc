/** Draws the signs that rise in the hall where people react: the pictures of the panel's buttons, white on a round ground. */
import { REACTIONS, type Reaction } from "../protocol/talk.js";
import { pathsOf } from "./icons.js";

/** Pixels of a sign. */
const SIZE = 128;
const GROUNDS: Readonly<Record<Reaction, string>> = { clap: "#b35c00", heart: "#b3202c", laugh: "#2e7d4f", wow: "#7a4fb5", raise: "#1f6fb2" };

/** All signs beside each other, in the order of `REACTIONS`. */
export function cheerAtlas(canvas: HTMLCanvasElement): HTMLCanvasElement {
  [canvas.width, canvas.height] = [SIZE * REACTIONS.length, SIZE];
  const pen = canvas.getContext("2d");
  if (pen) REACTIONS.forEach((reaction, index) => drawSign(pen, reaction, index * SIZE));
  return canvas;
}

function drawSign(pen: CanvasRenderingContext2D, reaction: Reaction, x: number): void {
  pen.save();
  pen.translate(x + SIZE / 2, SIZE / 2);
  pen.beginPath();
  pen.arc(0, 0, SIZE * 0.46, 0, 2 * Math.PI);
  pen.fillStyle = GROUNDS[reaction];
  pen.fill();
  pen.lineWidth = SIZE * 0.035;
  pen.strokeStyle = "#ffffff";
  pen.stroke();
  const scale = (SIZE * 0.58) / 24;
  pen.scale(scale, scale);
  pen.translate(-12, -12);
  [pen.lineWidth, pen.lineCap, pen.lineJoin] = [2, "round", "round"];
  pen.stroke(pathsOf(reaction));
  pen.restore();
}
