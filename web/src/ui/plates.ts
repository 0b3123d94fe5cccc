/** What stands on the plates beside the hands of somebody with a headset on, line by line; the first is the largest. */
import type { Text } from "../core/text.js";
import { read, say } from "./language.js";
import type { Place } from "./places.js";
import type { Played } from "./view.js";

/** What a newcomer should know: with sticks to push, or with bare hands. */
export const newcomerPlate = (sticks: boolean): readonly string[] => (sticks ? say().vrHint : say().vrHintHands);

/** A thing's name, and what can be done with it or where it stands. */
export function thingPlate(place: Place | undefined, runs: boolean): readonly string[] {
  if (!place) return [];
  const below = runs ? say().vrRun : place.number ? say().booth(place.number) : "";
  return [read(place.name), ...(below ? [below] : [])];
}

/** What came of running an exhibit. */
export function playedPlate(name: Text, played: Played): readonly string[] {
  const title = read(name);
  if (played.kind === "refused") return [title, read(played.message)];
  return [title, played.kind === "everyone" ? say().playing(title) : say().playingAlone(title)];
}
