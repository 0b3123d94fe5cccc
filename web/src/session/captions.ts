/** Captions of what is said at a stop: sentences, or parts of them that can be read in a glance, each with its time. */

export interface Caption {
  readonly text: string;
  /** Seconds from the beginning of the stop. */
  readonly from: number;
}

/** Letters that one reads in a glance; a Chinese character counts for two. */
const GLANCE = 130;
/** Seconds before the first word and after the last, where the stop is long enough. */
const BREATH = 1;

/** Between two sentences: after a full stop and a space, or after a Chinese one. */
const SENTENCE = /(?<=[.!?][”’"]?)\s+|(?<=[。！？][”’」]?)(?![”’」])/u;
const CLAUSES = /[^,;:，；：、]+[,;:，；：、]*\s*/gu;

/** The captions of a text that is shown for `duration` seconds, in order, each from when the one before ends. */
export function captionsOf(text: string, duration: number): readonly Caption[] {
  const parts = text.split(SENTENCE).filter(Boolean).flatMap((sentence) => glances(sentence));
  const weights = parts.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const breath = duration > 4 * BREATH ? BREATH : 0;
  let before = 0;
  return parts.map((part, i) => {
    const from = i === 0 ? 0 : breath + ((duration - 2 * breath) * before) / all;
    before += weights[i] ?? 0;
    return { text: part.trim(), from };
  });
}

/** The caption of a moment of the stop: its place in the list. */
export function captionAt(captions: readonly Caption[], seconds: number): number {
  const after = captions.findIndex(({ from }) => from > seconds);
  return Math.max(0, (after < 0 ? captions.length : after) - 1);
}

/** A sentence whole, or clause by clause where it is too long for a glance. */
function glances(sentence: string): readonly string[] {
  if (weightOf(sentence) <= GLANCE) return [sentence];
  const lines: string[] = [];
  for (const clause of sentence.match(CLAUSES) ?? [sentence]) {
    const last = lines.at(-1);
    if (last !== undefined && weightOf(last) + weightOf(clause) <= GLANCE) lines[lines.length - 1] = last + clause;
    else lines.push(clause);
  }
  return lines;
}

function weightOf(text: string): number {
  return [...text.trim()].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
}
