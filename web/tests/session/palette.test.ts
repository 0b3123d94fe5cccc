import { expect, it } from "vitest";
import { VISITOR_COLORS, visitorColor } from "../../src/session/palette.js";

type Rgb = [number, number, number];

// Machado, Oliveira, Fernandes 2009, severity 1, linear RGB.
const EYES: Record<string, Rgb[]> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

const seen = (rgb: Rgb, eyes: Rgb[]): Rgb =>
  eyes.map((row) => Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])) as Rgb;

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

it.each(Object.keys(EYES))("keeps every two visitors apart for %s eyes", (kind) => {
  const labs = VISITOR_COLORS.map((color) => oklab(seen(linear(color), EYES[kind] as Rgb[])));
  for (let i = 0; i < labs.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [labs[i] as Rgb, labs[j] as Rgb];
      const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
      expect(apart, `${VISITOR_COLORS[i] ?? ""} and ${VISITOR_COLORS[j] ?? ""}`).toBeGreaterThan(0.068);
    }
  }
});

it("has twelve, and wraps", () => {
  expect(new Set(VISITOR_COLORS).size).toBe(12);
  expect(visitorColor(13)).toBe(VISITOR_COLORS[1]);
  expect(visitorColor(-1)).toBe(VISITOR_COLORS[11]);
});
