/** What screens of stages can show, and their seats, as the manifest says it (docs/formats/manifest.md). */
import type { Point } from "../core/plan.js";
import { bilingual, boolean, list, nullable, number, object, oneOf, optional, type Reader, text } from "./decoding.js";

const captions = object({ language: oneOf("en", "zh"), file: text });
const slide = object({ image: text, alt: bilingual });

export const reel = object({
  id: text, kind: oneOf("stream", "slides", "text"), name: bilingual,
  stream: optional(text, ""), live: optional(boolean, false), loop: optional(boolean, false), poster: optional(nullable(text), null),
  captions: optional(list(captions), []), slides: optional(list(slide), []), text: optional(nullable(bilingual), null),
});

/** `first` and `step`: metres before the stage's middle; `across`: metres to the side of each seat of a row. */
export const seating = object({ rows: number, first: number, step: number, across: list(number) });

export type Reel = ReturnType<typeof reel>;
export type Slide = ReturnType<typeof slide>;
export type Seating = ReturnType<typeof seating>;

export const reels: Reader<readonly Reel[]> = list(reel);

/** Where a file of a reel is: with our own server, unless it is the address of another. */
export const mediaAddress = (venue: string, file: string): string =>
  /^https?:\/\//.test(file) ? file : `/venues/${encodeURIComponent(venue)}/media/${file}`;

interface Before {
  readonly at: Point;
  readonly facing: number;
}

/** Where a seat is, in the plan of its area, and the way one looks from it; null for one that is not there. */
export function seatPose({ at: [x, y], facing }: Before, { rows, first, step, across }: Seating, seat: number): { x: number; y: number; facing: number } | null {
  const side = across[seat % across.length];
  const row = Math.floor(seat / across.length);
  if (side === undefined || row >= rows) return null;
  const out = first + row * step;
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  return { x: x + sin * out - cos * side, y: y + cos * out + sin * side, facing: facing + Math.PI };
}
