/** Where the same is to be had: told in words (docs/formats/http.md, the text tour), or in a page of its own. */
import type { Pose } from "../core/plan.js";
import { language } from "./language.js";
import type { View } from "./view.js";

/** The page of the area where the visitor is; the front page while there is no hall yet. */
export function textAddress({ hall, area }: Pick<View, "hall" | "area">): string {
  const place = hall && area ? `/${encodeURIComponent(hall.venue)}/areas/${encodeURIComponent(area)}` : "";
  return `/text${place}?lang=${language.value}`;
}

/** The hall in a page of its own, at the spot where the visitor stands. */
export function fullAddress({ hall, area }: Pick<View, "hall" | "area">, pose: Pose | null): string {
  const query = new URLSearchParams({ lang: language.value });
  if (hall) query.set("venue", hall.venue);
  if (area) query.set("area", area);
  if (area && pose) {
    query.set("at", `${pose.x.toFixed(1)},${pose.y.toFixed(1)}`);
    query.set("facing", ((pose.facing * 180) / Math.PI).toFixed(0));
  }
  return `/?${query.toString()}`;
}
