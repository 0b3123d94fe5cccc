/** How somebody is led: where to, how far they are, and what can be asked of it. */
import type { Text } from "../core/text.js";

export interface Goal {
  /** A word that routes know: the id of a place, or `area:x,y`. */
  readonly id: string;
  readonly name: Text;
}

/** Where to lead, and where to go on to from there. */
export interface LeadWish extends Goal {
  readonly then?: readonly Goal[] | undefined;
  /** Whether the shortest order over all of them is wanted rather than this one. */
  readonly shortest?: boolean | undefined;
}

/** How the visitor is being led to a place. */
export interface Led {
  /** Id of the place. */
  readonly to: string;
  readonly name: Text;
  readonly state: "asking" | "leading" | "arrived" | "failed";
  /** Which of several stops it is, from 1; left out where there is one. */
  readonly stop?: { readonly number: number; readonly of: number };
  /** Metres and seconds that are left. */
  readonly left?: number;
  readonly seconds?: number;
  /** What comes next. */
  readonly hint?: Text | null;
  /** Metres until then. */
  readonly ahead?: number;
  /** Whether that is the arrival. */
  readonly last?: boolean;
  /** Why there is no way. */
  readonly reason?: Text;
}

/** Whether there is a stop after this one. */
export const goesOn = ({ stop }: Led): boolean => stop !== undefined && stop.number < stop.of;

export interface LeadIntents {
  /** Lays a line on the floor to a place; null takes it up. */
  to(wish: LeadWish | null): void;
  /** On to the next stop. */
  next(): void;
  /** The way is wanted anew: steps are to be avoided from now on, or not. */
  again(): void;
}
