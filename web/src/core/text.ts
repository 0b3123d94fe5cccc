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
