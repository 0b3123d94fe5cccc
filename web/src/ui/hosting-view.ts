/** What the interface can ask for of those who host. What resolves, resolves to null, or to why not. */
import type { Text } from "../core/text.js";
import type { Refusal } from "../protocol/events.js";

/** A show that can be directed, as it stands at this moment. */
export interface Directed {
  readonly id: string;
  readonly kind: "show" | "release";
  readonly name: Text;
  /** `waiting`: its beginning is set for a moment that is yet to come. */
  readonly state: "resting" | "waiting" | "running" | "paused" | "over";
  /** Seconds into it, or until it begins. */
  readonly seconds: number;
}

/** What shall become of a session; times are ms since 1970, null for those of the programme. */
export interface SessionWish {
  readonly starts?: number | null;
  readonly ends?: number | null;
  readonly cancelled?: boolean;
  readonly note?: Text | null;
}

export interface HostIntents {
  announce(text: Text): Promise<Refusal | null>;
  /** Every show of the venue and every veil. */
  shows(): readonly Directed[];
  direct(show: string, action: string, value?: number): Promise<Refusal | null>;
  /** Rows of a board by their ids: fields that change, or null to take one away. */
  write(board: string, changes: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>): Promise<Refusal | null>;
  move(session: string, wish: SessionWish): Promise<Refusal | null>;
}
