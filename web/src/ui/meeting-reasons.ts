/** Why two match, in words. */
import type { Reason, Side, Term } from "../protocol/meetings.js";
import { language, read } from "./language.js";
import { meetingWords, SPOKEN } from "./messages/meetings.js";

/** Each reason as one line for this side; what has nothing to say is left out. */
export function reasonsOf(reasons: readonly Reason[], side: Side, industries: readonly Term[]): readonly string[] {
  const words = meetingWords[language.value].reasons;
  const named = (kind: Reason["kind"], each: string): string => {
    if (kind === "language") return SPOKEN[each as keyof typeof SPOKEN] ?? each;
    const term = kind === "industry" ? industries.find(({ id }) => id === each) : undefined;
    return term ? read(term.name) : each;
  };
  const between = language.value === "zh" ? "、" : ", ";
  return reasons.flatMap(({ kind, words: said, count }) => {
    if (kind === "slots") return count > 0 ? [words.slots[side]("", count)] : [];
    return said.length > 0 ? [words[kind][side](said.map((each) => named(kind, each)).join(between), said.length)] : [];
  });
}
