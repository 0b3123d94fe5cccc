/** The devices on site of a manifest (docs/formats/manifest.md): what in the hall follows them. What they say is told live. */
import { bilingual, boolean, list, nullable, number, object, optional, point, text } from "./decoding.js";

const device = object({
  id: text, kind: text, area: text, name: bilingual, stale_after: number,
  placement: nullable(text), board: nullable(text), row: nullable(text), screen: nullable(text), slot: nullable(text), zone: nullable(text),
  path: optional(list(point), []), closed: optional(boolean, false),
});

/** All of them; a hall published by an older version has none. */
export const devices = optional(list(device), []);

export type Device = ReturnType<typeof device>;
