/** The tours of a manifest (docs/formats/manifest.md): where they stop, and what is said there. */
import { bilingual, boolean, list, nullable, number, object, oneOf, point, text, vector } from "./decoding.js";

const camera = object({
  at: nullable(point), height: number, facing: nullable(number), pitch: nullable(number), look_at: nullable(vector),
});

const stop = object({
  kind: oneOf("booth", "placement", "stage", "zone", "spawn", "point"), place: text, area: text, at: point, facing: number,
  name: bilingual, text: bilingual, duration: number, run: boolean, camera: nullable(camera),
});

const tour = object({ id: text, name: bilingual, summary: bilingual, seconds: number, stops: list(stop) });

export const tours = list(tour);
export type Tour = ReturnType<typeof tour>;
export type Stop = ReturnType<typeof stop>;
