/** Who is with whom in groups, as the interface tells it. */
import type { Manifest } from "../hall/manifest.js";
import type { Group } from "../protocol/groups.js";
import { type Whereabouts, whereaboutsOf } from "../session/groups.js";
import { read, say } from "./language.js";
import { nameOf } from "./naming.js";
import type { GroupView, View } from "./view.js";

type Known = Pick<View, "people" | "me" | "area">;

/** What somebody is called, by number. */
export function personOf({ people, me }: Known, number: number): string {
  const person = me?.number === number ? me : people.find((each) => each.number === number);
  return person ? nameOf(person) : say().visitor(number);
}

export interface Companion {
  readonly number: number;
  readonly name: string;
  readonly how: Whereabouts;
  /** Id of the area where they are. */
  readonly area: string;
}

/** Those who follow a guide, as seen from the guide's area; those who are lost first, then those who broke away. */
export function companionsOf(view: Known, group: GroupView): readonly Companion[] {
  const order = { lost: 0, away: 1, follows: 2 } as const;
  const found = [...group.followers].map(([number, follows]) => {
    const area = view.people.find((each) => each.number === number)?.area ?? view.area;
    return { number, name: personOf(view, number), how: whereaboutsOf(follows, area, view.area), area };
  });
  return found.sort((a, b) => order[a.how] - order[b.how] || a.number - b.number);
}

/** How many follow, have broken away, and are elsewhere. */
export function countsOf(view: Known, group: GroupView): [follow: number, away: number, lost: number] {
  const all = companionsOf(view, group);
  const count = (how: Whereabouts): number => all.filter((each) => each.how === how).length;
  return [count("follows"), count("away"), count("lost")];
}

/** Groups whose guide is in the visitor's area, but for the visitor's own. */
export function groupsHere(view: Known & Pick<View, "groups" | "group">): readonly (readonly [code: string, group: Group])[] {
  const area = (number: number): string | undefined => view.people.find((each) => each.number === number)?.area;
  return [...view.groups].filter(([code, { guide }]) => code !== view.group?.code && area(guide) === view.area);
}

export const areaName = (hall: Manifest | null, id: string): string => read(hall?.areas.find((area) => area.id === id)?.name);
