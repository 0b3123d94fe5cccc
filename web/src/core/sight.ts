/** How wide the eyes see. One figure serves every screen: degrees from left to right on one of 16:9. Pure. */
import { clamp } from "./math.js";

/** What is asked for: the least, the most, and what everybody has who asked for nothing. */
export const FIELD = { least: 50, most: 100, usual: 89 } as const;
/** Degrees from top to bottom that the usual field is: more where the picture is held upright, to see to the sides. */
const USUAL = { wide: 58, tall: 74 };

const half = (degrees: number): number => Math.tan((degrees * Math.PI) / 360);
const whole = (tangent: number): number => (Math.atan(tangent) * 360) / Math.PI;

/** Degrees from top to bottom, and from left to right, of a picture of this aspect (width for each height). */
export function fieldOf(asked: number, aspect: number): { readonly up: number; readonly across: number } {
  const share = half(clamp(asked, FIELD.least, FIELD.most)) / half(FIELD.usual);
  const up = whole(half(aspect < 1 ? USUAL.tall : USUAL.wide) * share);
  return { up, across: whole(half(up) * aspect) };
}
