/** A text in both languages of the venue, and the language somebody reads. */
export type Language = "en" | "zh";

export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A part of a text, `[start, end)` in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** A text with its parts that answer what somebody looks for, in order and apart. */
export interface Marked extends Text {
  readonly marks: Readonly<Record<Language, readonly Span[]>>;
}

/** At most so many UTF-16 units of a text, and no half of a letter at its end. */
export function capped(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
