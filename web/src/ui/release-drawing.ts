/** Draws the sign before a veil: that something is to be unveiled, and how long until then. */
import type { Language } from "../core/text.js";
import { languageFirst, write } from "./lettering.js";
import { UNVEILED_IN, UNVEILED_SOON } from "./messages/screens.js";

const PAPER = "#2a0710";
const EDGE = "#e0b45c";
const INK = "#ffffff";
const QUIET = "#f0d9a8";

/** `left` is what is left until the veil falls, as it is read; null while nobody said when. */
export function drawRelease(pen: CanvasRenderingContext2D, width: number, height: number, left: string | null, first: Language): void {
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = EDGE;
  pen.lineWidth = height * 0.03;
  pen.strokeRect(height * 0.05, height * 0.05, width - height * 0.1, height * 0.9);
  const [mine, other] = languageFirst(left === null ? UNVEILED_SOON : UNVEILED_IN, first);
  const [middle, room] = [width / 2, width * 0.88];
  const line = { align: "center", shrink: 0.6 } as const;
  if (left === null) {
    write(pen, mine, middle, height * 0.42, room, { ...line, size: height * 0.24, color: INK, weight: 700 });
    write(pen, other, middle, height * 0.68, room, { ...line, size: height * 0.14, color: QUIET });
    return;
  }
  write(pen, mine, middle, height * 0.22, room, { ...line, size: height * 0.15, color: QUIET });
  write(pen, left, middle, height * 0.54, room, { ...line, size: height * 0.4, color: INK, weight: 700 });
  write(pen, other, middle, height * 0.83, room, { ...line, size: height * 0.12, color: QUIET });
}
