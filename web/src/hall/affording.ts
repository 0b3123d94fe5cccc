/** Which of the files that are wanted fit into the memory of the graphics card; what is farthest is left out. Pure. */
import { FIRST_SIGHT, type Want } from "./wanting.js";

/** What is shown counts as so much nearer: of two about as far away they would else take turns. */
const SHOWN_NEARER = 0.75;

export interface Purse {
  /** Bytes that all files shown may take together. */
  readonly budget: number;
  /** Bytes that a file takes, as measured when it was shown, or as guessed. */
  cost(want: Want): number;
}

/**
 * The part of a row, most urgent first, that is within the budget; the order stays. What is within first sight is never
 * left out, nor the model that somebody inspects, whatever they take. Far forms come before detail, for a hall without
 * holes is worth more; then what is near and ahead before what is far or behind. Something smaller and farther may fit
 * where something large did not.
 */
export function affordable(row: readonly Want[], shown: ReadonlySet<string>, { budget, cost }: Purse): readonly Want[] {
  const needed = row.filter(isNeeded);
  let left = budget - needed.reduce((sum, want) => sum + cost(want), 0);
  const taken = new Set(needed);
  for (const want of row.filter((each) => !taken.has(each)).sort((a, b) => rank(a, shown) - rank(b, shown))) {
    const price = cost(want);
    if (price > left) continue;
    left -= price;
    taken.add(want);
  }
  return taken.size === row.length ? row : row.filter((want) => taken.has(want));
}

const isNeeded = ({ detail, away, focused }: Want): boolean => focused || (detail === "far" && away < FIRST_SIGHT);

const rank = ({ urgency, slot }: Want, shown: ReadonlySet<string>): number =>
  urgency > 0 && shown.has(slot) ? urgency * SHOWN_NEARER : urgency;
