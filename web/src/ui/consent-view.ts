/** What the interface knows of the visitor's consent, and what it can ask for. */
import type { Text } from "../core/text.js";

export interface ConsentView {
  /** Whether a name and words of the visitor may be kept; null while they have not said. */
  readonly choice: boolean | null;
  /** Whether something that they want waits for their answer. */
  readonly asking: boolean;
}

export interface ConsentIntents {
  /** Says yes or no; what waits for it goes on. */
  decide(given: boolean): void;
  /** Leaves the question open; what waits for it is given up. */
  dismiss(): void;
  /** Everything that is kept of the visitor, on the server and here; null when the server cannot be asked. */
  everything(): Promise<object | null>;
  /** Erases it; resolves to null, or to why not. */
  erase(): Promise<Text | null>;
}

export const noConsent: ConsentView = { choice: null, asking: false };
