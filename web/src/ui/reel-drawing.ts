/** Draws what a stage's screen shows beside moving pictures: a slide or poster, words, or why there is no picture. */
import type { Language, Text } from "../core/text.js";
import { face, languageFirst, write } from "./lettering.js";
import { REEL } from "./messages/screens.js";

export type ReelNote = keyof typeof REEL;

const PAPER = "#05090d";
const INK = "#ffffff";
const QUIET = "#c3d3df";

/** A picture as large as it fits, on black. */
export function drawPicture(pen: CanvasRenderingContext2D, width: number, height: number, picture: HTMLImageElement | null): void {
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  if (!picture) return;
  const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight);
  const [wide, high] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  pen.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high);
}

/** A line at the lower edge: what the visitor may do, or wait for. */
export function drawNote(pen: CanvasRenderingContext2D, width: number, height: number, note: ReelNote, first: Language): void {
  const [mine, other] = languageFirst(REEL[note], first);
  pen.fillStyle = "rgb(5 9 13 / 82%)";
  pen.fillRect(0, height * 0.76, width, height * 0.24);
  const line = { align: "center", shrink: 0.5 } as const;
  write(pen, mine, width / 2, height * 0.835, width * 0.9, { ...line, size: height * 0.08, color: INK, weight: 700 });
  write(pen, other, width / 2, height * 0.93, width * 0.9, { ...line, size: height * 0.055, color: QUIET });
}

/** Words over the whole screen, as large as they fit: the visitor's language, the other one smaller below. */
export function drawWords(pen: CanvasRenderingContext2D, width: number, height: number, text: Text, first: Language): void {
  pen.fillStyle = "#0b1f31";
  pen.fillRect(0, 0, width, height);
  const [mine, other] = languageFirst(text, first);
  block(pen, mine, width, height * (other ? 0.06 : 0.1), height * (other ? 0.56 : 0.8), INK, 700, height * 0.2);
  block(pen, other, width, height * 0.66, height * 0.28, QUIET, 400, height * 0.1);
}

/** Lines in the middle of a band of the screen, in the largest letters with which they fit. */
function block(pen: CanvasRenderingContext2D, text: string, width: number, top: number, high: number, color: string, weight: number, largest: number): void {
  if (!text) return;
  let size = largest;
  let lines = wrapped(pen, text, width * 0.88, size, weight);
  while (lines.length * size * 1.25 > high && size > 8) {
    size *= 0.92;
    lines = wrapped(pen, text, width * 0.88, size, weight);
  }
  const first = top + high / 2 - ((lines.length - 1) * size * 1.25) / 2;
  lines.forEach((line, i) => write(pen, line, width / 2, first + i * size * 1.25, width * 0.92, { size, color, weight, align: "center" }));
}

/** The text in lines of `room` pixels; Chinese breaks between any two characters. */
function wrapped(pen: CanvasRenderingContext2D, text: string, room: number, size: number, weight: number): readonly string[] {
  pen.font = face(size, weight);
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*|\s+/gu) ?? []) {
    if (line && pen.measureText((line + piece).trimEnd()).width > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}
