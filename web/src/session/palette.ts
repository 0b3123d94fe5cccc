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

/** Black or white, whichever is read better on this colour (`#rrggbb`). */
export function inkOn(color: string): "#000000" | "#ffffff" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}
