/**
 * The twelve colours of visitors, `Person.color` 0…11. They differ in lightness as well as in hue, so that
 * they stay apart for eyes that mix up red and green; a test measures it.
 */
export const VISITOR_COLORS = [
  "#3f6fd6", "#c98a1c", "#12706a", "#e5648f", "#5e36a0", "#82ce5e",
  "#ab261c", "#93e2ec", "#552218", "#ecdf55", "#232a62", "#c49bea",
] as const;

/** The colour of somebody; numbers beyond the palette wrap. */
export function visitorColor(index: number): string {
  return VISITOR_COLORS[((index % VISITOR_COLORS.length) + VISITOR_COLORS.length) % VISITOR_COLORS.length] ?? VISITOR_COLORS[0];
}
