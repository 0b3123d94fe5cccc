/** Whoever may have the visitor's eyes. */
import type { Hand } from "./input/hand.js";
import type { Eye } from "./stage/eye.js";

/** Who looks in place of the visitor's eyes for a while: an inspection, a seat, a tour, somebody who is followed. */
export interface Guide {
  /** Whether the visitor's hand walks meanwhile, rather than turns a thing. */
  readonly walks?: boolean;
  /** One frame goes by. */
  step(seconds: number, hand: Hand | null): void;
  /** Where the eye is now; what it is carried by may have moved since the step. */
  readonly eye: Eye;
}
