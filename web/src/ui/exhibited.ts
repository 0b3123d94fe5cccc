/** What is exhibited at a placement: the exhibit, and the model that stands for it. */
import type { Text } from "../core/text.js";
import type { Area, Manifest, Model, Placement } from "../hall/manifest.js";
import { say } from "./language.js";

export interface Exhibited {
  readonly placement: Placement;
  readonly area: Area;
  readonly name: Text;
  readonly model: Model;
}

/** What stands at a placement; undefined for other ids. */
export function exhibitedAt(hall: Manifest | null, placementId: string): Exhibited | undefined {
  for (const area of hall?.areas ?? []) {
    const placement = area.placements.find(({ id }) => id === placementId);
    const model = placement && hall?.models[placement.model];
    if (!placement || !model) continue;
    const exhibit = hall.exhibits.find(({ id }) => id === placement.exhibit);
    return { placement, area, model, name: exhibit?.name ?? model.name };
  }
  return undefined;
}

/** A length in the words of the visitor: to a centimetre, a decimetre where it is long. */
export const lengthOf = (metres: number): string => say().metres(metres.toFixed(metres < 10 ? 2 : 1));

/** Motions that a visitor may play: those that end. */
export const playable = (model: Model): readonly (readonly [name: string, caption: Text | null])[] =>
  Object.entries(model.motions)
    .filter(([, motion]) => !motion.loop)
    .sort(([a], [b]) => Number(b === "run") - Number(a === "run"))
    .map(([name, motion]) => [name, motion.name]);
