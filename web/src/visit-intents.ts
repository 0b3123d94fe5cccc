/** What the interface may ask of what a visitor keeps, in the hall and on the page of the visit alike. */
import { fail, ok } from "./core/result.js";
import type { Manifest } from "./hall/manifest.js";
import type { Keeping } from "./session/keeping.js";
import { bookmarked, merged, noted, took, without } from "./session/visit.js";
import { opened } from "./session/visit-file.js";
import { placeById, placesOf, type Place } from "./ui/places.js";
import type { VisitIntents } from "./ui/view.js";
import { cardOf, memoOf } from "./ui/visit/cards.js";

export function visitIntents(keeping: Keeping, hall: () => Manifest): VisitIntents {
  const place = (id: string, use: (place: Place) => void): void => {
    const found = placeById(placesOf(hall()), id);
    if (found) use(found);
  };
  return {
    bookmark: (id, on) => place(id, (found) => keeping.change((visit) => bookmarked(visit, memoOf(found), on ? Date.now() : null))),
    note: (id, text) => place(id, (found) => keeping.change((visit) => noted(visit, memoOf(found), text))),
    card: (id, taken) => place(id, (found) => keeping.change((visit) => took(visit, memoOf(found), taken ? cardOf(hall(), found) : null))),
    remove: (id, part) => keeping.change((visit) => without(visit, id, part)),
    clear: () => keeping.clear(),
    takeUp: (source) => {
      const read = opened(source, keeping.venue);
      if (!read.ok) return read;
      if (read.value.lost > 0) return fail("damaged");
      keeping.change((visit) => merged(visit, read.value.visit));
      return ok(read.value.visit.things.size);
    },
  };
}
