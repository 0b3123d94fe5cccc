/** Where one stands who comes in: at an entrance, or where visitors of an area appear. */
import type { Point } from "../core/plan.js";
import type { Manifest } from "./manifest.js";

export interface Standing {
  readonly area: string;
  readonly at: Point;
  readonly facing: number;
}

/** Metres inside a door. */
const INSIDE = 1.5;

/** The spawn or door of this id, or `area/id`, as wayfinding names them; null when there is none. */
export function standingNamed(hall: Manifest, word: string): Standing | null {
  const means = (area: string, id: string): boolean => id !== "" && (id === word || `${area}/${id}` === word);
  for (const { id: area, spawns } of hall.areas) {
    const spawn = spawns.find(({ id }) => means(area, id));
    if (spawn) return { area, at: spawn.at, facing: spawn.facing };
  }
  for (const { id: area, doors } of hall.areas) {
    const door = doors.find(({ id }) => means(area, id));
    if (door) return { area, at: inside(door), facing: door.facing + Math.PI };
  }
  return null;
}

const inside = ({ at, facing }: { readonly at: Point; readonly facing: number }): Point =>
  [at[0] - Math.sin(facing) * INSIDE, at[1] - Math.cos(facing) * INSIDE];
