/** What one knows of groups: events in, groups out; and who somebody is in theirs. Pure. */
import type { Group, GroupEvent, Groups } from "../protocol/groups.js";

/** Somebody's place in a group. */
export interface Membership {
  readonly code: string;
  readonly group: Group;
  readonly role: "guide" | "follower";
  /** Whether they follow; false for the guide, and for who has broken away. */
  readonly follows: boolean;
}

/** The groups after an event. */
export function reduceGroups(groups: Groups, event: GroupEvent): Groups {
  const { group: code } = event;
  const group = groups.get(code);
  if (event.kind === "group_opened") return new Map(groups).set(code, { guide: event.guide, highlight: null, followers: new Map() });
  if (!group) return groups;
  switch (event.kind) {
    case "group_closed":
      return new Map([...groups].filter(([each]) => each !== code));
    case "followed":
      return new Map(groups).set(code, { ...group, followers: new Map(group.followers).set(event.number, event.follows) });
    case "unfollowed":
      return new Map(groups).set(code, { ...group, followers: new Map([...group.followers].filter(([each]) => each !== event.number)) });
    case "highlighted":
      return new Map(groups).set(code, { ...group, highlight: event.placement });
    case "rung":
      return groups;
  }
}

/** The group that somebody is in, and as what; null for none. */
export function membershipOf(groups: Groups, number: number | null): Membership | null {
  if (number === null) return null;
  for (const [code, group] of groups) {
    if (group.guide === number) return { code, group, role: "guide", follows: false };
    const follows = group.followers.get(number);
    if (follows !== undefined) return { code, group, role: "follower", follows };
  }
  return null;
}

/** How somebody is with a guide: in sight, off on their own, or in another area. */
export type Whereabouts = "follows" | "away" | "lost";

export function whereaboutsOf(follows: boolean, area: string | undefined, guided: string | undefined): Whereabouts {
  if (area !== guided) return "lost";
  return follows ? "follows" : "away";
}

/** Metres between two rows, and between neighbours; and how far round the guide a row reaches, behind: radians. */
const ROW = 0.9;
const SHOULDERS = 0.8;
const FAN = 2.4;

/**
 * Metres east and north from a guide who looks along `facing` to where the body of the so-many-th follower stands: in
 * rows behind, so that nobody stands in the view or in another.
 */
export function standOf(index: number, facing: number): readonly [dx: number, dy: number] {
  let [row, place] = [0, index];
  const away = (): number => 1.3 + row * ROW;
  const seats = (): number => 1 + Math.floor((away() * FAN) / SHOULDERS);
  for (; place >= seats(); row++) place -= seats();
  const share = seats() > 1 ? place / (seats() - 1) - 0.5 : 0;
  const bearing = facing + Math.PI + share * FAN;
  return [Math.sin(bearing) * away(), Math.cos(bearing) * away()];
}
