/** The language that the visitor reads: asked for in the address, remembered, or the browser's. */
import { signal, type Signal } from "../core/signal.js";
import type { Language, Text } from "../core/text.js";
import { en } from "./messages/en.js";
import type { Messages } from "./messages/messages.js";
import { zh } from "./messages/zh.js";

const catalogues: Readonly<Record<Language, Messages>> = { en, zh };
const REMEMBERED = "hallwright.language";

/** Words of the page's own tag for each language. */
export const tags: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

export const language: Signal<Language> = signal<Language>("en");

/** The catalogue of the language of now. */
export const say = (): Messages => catalogues[language.value];

/** The part of a bilingual text that the visitor reads; the other one where it is missing. */
export function read(text: Text | null | undefined): string {
  if (!text) return "";
  return text[language.value] || text.en || text.zh;
}

/** A moment (ms since 1970) as hours and minutes. */
export const timeOf = (moment: number): string =>
  new Date(moment).toLocaleTimeString(tags[language.value], { hour: "2-digit", minute: "2-digit" });

/** A moment (ms since 1970) as day and time. */
export const dayOf = (moment: number): string => new Date(moment).toLocaleString(tags[language.value], { dateStyle: "medium", timeStyle: "short" });

export const otherLanguage = (): Language => (language.value === "en" ? "zh" : "en");

/** Takes up the language of `?lang=`, of the last visit, or of the browser, in this order. */
export function startLanguage(): void {
  const asked = new URLSearchParams(location.search).get("lang");
  const wished = [asked, remembered(), ...navigator.languages].map(known).find((each) => each !== null);
  adopt(wished ?? "en");
}

/** Changes the language of everything that is shown, and remembers it. */
export function speak(next: Language): void {
  adopt(next);
  try {
    localStorage.setItem(REMEMBERED, next);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** Changes the language of everything that is shown, for as long as the page lasts. */
export function adopt(next: Language): void {
  document.documentElement.lang = tags[next];
  language.set(next);
}

function known(tag: string | null): Language | null {
  const start = tag?.toLowerCase().split("-")[0];
  return start === "en" || start === "zh" ? start : null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
