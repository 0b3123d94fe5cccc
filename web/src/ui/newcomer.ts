/** What somebody has done in this browser before, so that nobody is shown it twice; and whether it may be shown now. */
import type { View } from "./view.js";

export type Learned = "stick" | "walking";

const KEY = "hallwright.learned";
/** Known to this page, where nothing can be stored. */
const known = new Set<Learned>();

export function knows(what: Learned): boolean {
  if (known.has(what)) return true;
  try {
    return (localStorage.getItem(KEY) ?? "").split(" ").includes(what);
  } catch {
    return false;
  }
}

export function learn(what: Learned): void {
  if (knows(what)) return;
  known.add(what);
  try {
    localStorage.setItem(KEY, `${localStorage.getItem(KEY) ?? ""} ${what}`.trim());
  } catch {
    // It is known as long as the page lasts, then.
  }
}

/** Whether one walks by oneself, and nothing lies where the thumb would be. */
export function walksFreely({ tour, group, talk, selected, stage }: View): boolean {
  return tour === null && group?.follows !== true && !talk.open && selected === null && stage === null;
}

/** Whether this is the visitor's own page, where they are asked nothing just now. */
export function mayBeTold(view: View): boolean {
  return walksFreely(view) && !view.embedded && view.me !== null && view.me.role !== "kiosk" && !asked(view);
}

/** Whether the question of what may be kept stands beside the hall. */
export const asked = ({ consent, me }: View): boolean => consent.choice === null && me?.role === "visitor";

/** Whether a thumb walks here. */
export const byTouch = (): boolean => matchMedia("(pointer: coarse)").matches;
