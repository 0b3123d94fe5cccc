/** What the interface can ask for of other people. What resolves to a refusal says why not. */
import type { Refusal } from "../protocol/events.js";
import type { Review } from "../protocol/moderation.js";

export interface ModerationIntents {
  report(number: number, reason: string): Promise<Refusal | null>;
  mute(number: number, muted: boolean): Promise<Refusal | null>;
  kick(number: number, reason: string): Promise<Refusal | null>;
  ban(number: number, reason: string): Promise<Refusal | null>;
  /** Lets somebody in again, by the number of the ban. */
  unban(ban: number): Promise<Refusal | null>;
  /** What was reported, and who is banned; moderators only. */
  review(): Promise<Review | Refusal>;
}
