/** A zone's letter on its colour. Colour never comes alone: the letter is in it and the name stands beside it. */
import { html, type TemplateResult } from "lit";
import type { Zone } from "../hall/manifest.js";

/** Black or white, whichever reads better on `color` (#rrggbb), and the contrast it has. */
export function inkOn(color: string): { ink: "#000000" | "#ffffff"; contrast: number } {
  const light = luminance(color);
  const onBlack = (light + 0.05) / 0.05;
  const onWhite = 1.05 / (light + 0.05);
  // White first, as on the signs of the hall, as long as it is enough for large letters, which these are.
  return onWhite >= 3.4 || onWhite >= onBlack ? { ink: "#ffffff", contrast: onWhite } : { ink: "#000000", contrast: onBlack };
}

export function zoneBadge(zone: Pick<Zone, "letter" | "color">, size = 40): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 40 40" aria-hidden="true">
    <rect width="40" height="40" rx="10" fill=${zone.color}></rect>
    <text x="20" y="28.500" text-anchor="middle" font-size="24" font-weight="700" fill=${inkOn(zone.color).ink}>${zone.letter}</text>
  </svg>`;
}

function luminance(color: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
