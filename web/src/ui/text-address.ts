/** Where the same is told in words (docs/formats/http.md, the text tour). */
import { language } from "./language.js";
import type { View } from "./view.js";

/** The page of the area where the visitor is; the front page while there is no hall yet. */
export function textAddress({ hall, area }: Pick<View, "hall" | "area">): string {
  const place = hall && area ? `/${encodeURIComponent(hall.venue)}/areas/${encodeURIComponent(area)}` : "";
  return `/text${place}?lang=${language.value}`;
}
