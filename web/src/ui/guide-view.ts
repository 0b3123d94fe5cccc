/** What the guide's panel asks of the app. */
import type { Point } from "../core/plan.js";
import type { Result } from "../core/result.js";
import type { Text } from "../core/text.js";
import type { Answer, Wanted } from "../hall/answers.js";

export interface GuideIntents {
  /** Asks the guide from where the visitor stands; null where there is no hall, else the answer or why there is none. */
  ask(wanted: Wanted, at: Point | null): Promise<Result<Answer, Text> | null>;
}
