/**
 * The twelve colours of visitors, `Person.color` 0…11. They differ in lightness as well as in hue, so that
 * they stay apart for eyes that mix up red and green; a test measures it.
 */
export const VISITOR_COLORS = [
  "#1f6fb2", "#f0a13a", "#0b7a6b", "#d9668f", "#5b3a8e", "#8fce5a",
  "#b3202c", "#6cc4e8", "#7a4a21", "#e9d35b", "#3d4550", "#c79be6",
] as const;

/** The colour of somebody; numbers beyond the palette wrap. */
export function visitorColor(index: number): string {
  return VISITOR_COLORS[((index % VISITOR_COLORS.length) + VISITOR_COLORS.length) % VISITOR_COLORS.length] ?? VISITOR_COLORS[0];
}
