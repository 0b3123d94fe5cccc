/** The programme of a manifest (docs/formats/manifest.md): what is on, where, and at which hour of the venue's clocks. */
import { bilingual, list, nullable, number, object, oneOf, optional, text } from "./decoding.js";

const track = object({ id: text, name: bilingual, color: text });

const speaker = object({ id: text, name: bilingual, role: bilingual, organisation: bilingual });

const session = object({
  id: text, title: bilingual, abstract: bilingual, track: text, kind: oneOf("stage", "booth", "facility", "area"), place: text, area: text,
  day: number, time: text, minutes: number, speakers: list(text), languages: list(text), reel: optional(text, ""),
});

/** How long slots of meetings are, of the sessions of which tracks they are cut, and the facilities that are rooms for them. */
export const meetings = object({ minutes: number, tracks: list(text), rooms: list(text) });

/** `starts` is the date of the first day; null where each day is the first one. */
export const programme = object({
  timezone: text, starts: nullable(text), tracks: list(track), speakers: list(speaker), sessions: list(session),
});

export type Programme = ReturnType<typeof programme>;
export type Track = ReturnType<typeof track>;
export type Speaker = ReturnType<typeof speaker>;
export type WrittenSession = ReturnType<typeof session>;
