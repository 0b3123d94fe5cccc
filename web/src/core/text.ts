/** A text in both languages of the venue, and the language somebody reads. */
export type Language = "en" | "zh";

export interface Text {
  readonly en: string;
  readonly zh: string;
}
