/** What the guide of a venue answers to a question (docs/formats/http.md). */
import type { Point } from "../core/plan.js";
import { fail, ok, type Result } from "../core/result.js";
import type { Language, Text } from "../core/text.js";
import { bilingual, boolean, DecodingError, list, number, object, optional, text } from "./decoding.js";

/** A question, or the key of a thing to be told more of. */
export type Wanted = { readonly question: string } | { readonly about: string };

export interface AnswerWish {
  readonly venue: string;
  readonly wanted: Wanted;
  readonly lang: Language;
  /** Where the visitor is. */
  readonly area: string;
  readonly at: Point | null;
}

const cited = object({ key: text, kind: text, id: text, area: text, title: bilingual, quote: text, link: text });
const stop = object({ key: text, to: text, title: bilingual, minutes: number, starts: optional(text, "") });
const nowhere: Text = { en: "", zh: "" };
const action = object({
  do: text, key: optional(text, ""), to: optional(text, ""), title: optional(bilingual, nowhere),
  minutes: optional(number, 0), metres: optional(number, 0), stops: optional(list(stop), []),
});
const answer = object({ lang: text, known: boolean, text, citations: list(cited), actions: list(action) });

/** An answer: what it rests on, and what may be done next. */
export type Answer = ReturnType<typeof answer>;
export type Citation = ReturnType<typeof cited>;
export type Action = ReturnType<typeof action>;
export type PlanStop = ReturnType<typeof stop>;

const refusal = object({ error: object({ message: bilingual }) });
const UNREACHED: Text = { en: "The server does not answer; try again in a moment.", zh: "服务器没有响应，请稍后再试。" };

/** Asks the guide; what to tell the visitor where it cannot be asked. */
export async function askGuide(wish: AnswerWish, ask: typeof fetch = fetch): Promise<Result<Answer, Text>> {
  const { venue, wanted, lang, area, at } = wish;
  const query = new URLSearchParams("question" in wanted ? { q: wanted.question } : { about: wanted.about });
  query.set("lang", lang);
  query.set("area", area);
  if (at) query.set("at", at.map((each) => each.toFixed(2)).join(","));
  try {
    const response = await ask(`/api/v1/venues/${encodeURIComponent(venue)}/answers?${query.toString()}`);
    const told: unknown = await response.json();
    return response.ok ? ok(answer(told, "")) : fail(refusal(told, "").error.message);
  } catch (error) {
    if (error instanceof DecodingError) console.error(`answer: ${error.message}`);
    return fail(UNREACHED);
  }
}
