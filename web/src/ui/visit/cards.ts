/** What of the hall is kept: what a place was called, and the card of a booth's exhibitor. */
import type { Manifest } from "../../hall/manifest.js";
import type { Card, Memo } from "../../session/visit.js";
import type { Place } from "../places.js";

export const memoOf = ({ id, kind, area, number, name }: Place): Memo => ({ id, kind, area, number, name });

/** The card that lies on a booth; null where nobody is known. */
export function cardOf(hall: Manifest | null, place: Place): Card | null {
  if (place.kind !== "booth") return null;
  const booth = hall?.areas.find(({ id }) => id === place.area)?.booths.find(({ id }) => id === place.id);
  const exhibitor = hall?.exhibitors.find(({ id }) => id === booth?.exhibitor);
  if (!exhibitor) return null;
  const { name, products, contact } = exhibitor;
  return { exhibitor: name, products, ...contact, url: /^https?:\/\//.test(contact.url) ? contact.url : "" };
}
