/** Words on canvases: cut short where they are too long, in the hall's own letters. */
import type { Language, Text } from "../core/text.js";

/** A place on a canvas, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FAMILY = '"Hall Sans", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';

export const face = (size: number, weight = 400): string => `${String(weight)} ${String(Math.max(1, Math.round(size)))}px ${FAMILY}`;

export const languageFirst = (text: Text | null | undefined, first: Language): readonly [string, string] => {
  if (!text) return ["", ""];
  const [mine, other] = first === "zh" ? [text.zh, text.en] : [text.en, text.zh];
  return [mine || other, mine && other !== mine ? other : ""];
};

/** The text, or as much of its beginning as fits in `width` pixels in the face of now. */
export function fitting(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && pen.measureText(`${letters.join("")}…`).width > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

export interface Line {
  readonly size: number;
  readonly color: string;
  readonly weight?: number;
  readonly align?: "left" | "center" | "right";
  /** How much smaller than `size` letters may become before the text is cut. */
  readonly shrink?: number;
}

/** One line of text; `x`, `y`: its left end, middle or right end by `align`, and its middle in height. Returns its width. */
export function write(pen: CanvasRenderingContext2D, text: string, x: number, y: number, width: number, line: Line): number {
  const { size, color, weight = 400, align = "left", shrink = 0.7 } = line;
  pen.font = face(size, weight);
  const wide = pen.measureText(text).width;
  if (wide > width) pen.font = face(Math.max(Math.ceil(size * shrink), Math.floor((size * width) / wide)), weight);
  pen.textAlign = align;
  pen.textBaseline = "middle";
  pen.fillStyle = color;
  const cut = fitting(pen, text, width);
  pen.fillText(cut, x, y);
  return pen.measureText(cut).width;
}

/** A colour between two of `#rrggbb`, as bytes mix. */
export function blend(a: string, b: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(part(a, at) * (1 - share) + part(b, at) * share).toString(16).padStart(2, "0")).join("")}`;
}
