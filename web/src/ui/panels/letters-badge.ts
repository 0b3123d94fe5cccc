/** The way from a card to its booth's staff, and whether they are here; how many messages wait to be read. */
import { html, nothing, type TemplateResult } from "lit";
import { distance } from "../../core/plan.js";
import type { Booth, Manifest } from "../../hall/manifest.js";
import type { Person } from "../../protocol/events.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import type { LettersView } from "../letters-view.js";
import { letterWords } from "../messages/letters.js";
import { nameOf } from "../naming.js";
import type { View } from "../view.js";

const MOST_NAMED = 3;

/** The booth that something is, or is shown at; undefined for what belongs to none. */
export function boothOf(hall: Manifest | null, id: string): Booth | undefined {
  for (const area of hall?.areas ?? []) {
    const booth = area.booths.find((each) => each.id === id);
    if (booth) return booth;
    const placement = area.placements.find((each) => each.id === id);
    if (!placement) continue;
    const showing = area.booths.filter((each) => each.exhibits.includes(placement.exhibit));
    return [...showing].sort((a, b) => distance(a.at, placement.at) - distance(b.at, placement.at))[0];
  }
  return undefined;
}

/** What a booth is called; its id where it has gone. */
export function boothName(hall: Manifest | null, id: string): string {
  const booth = boothOf(hall, id);
  if (!booth) return id;
  const name = read(booth.name);
  return name === booth.number || name === "" ? booth.number : `${booth.number} ${name}`;
}

/** The staff of a booth who are in the venue now. */
export const staffOf = ({ people }: View, booth: string): readonly Person[] => people.filter((person) => person.booths?.includes(booth));

export function staffHere(view: View, place: { readonly id: string }): TemplateResult | typeof nothing {
  const booth = boothOf(view.hall, place.id);
  const here = booth ? staffOf(view, booth.id) : [];
  if (here.length === 0) return nothing;
  const words = letterWords[language.value];
  return html`<dt>${words.staffHere}</dt><dd data-staff-here>${words.staffHereNow(here.slice(0, MOST_NAMED).map(nameOf).join(", "))}</dd>`;
}

/** The button that opens a letter; kiosks have none, since anybody would read the answer. */
export function writing(view: View, place: { readonly id: string }, write: () => void): TemplateResult | typeof nothing {
  const booth = boothOf(view.hall, place.id);
  if (!booth || view.me?.role === "kiosk" || view.me?.booths?.includes(booth.id)) return nothing;
  return html`<button data-letter aria-haspopup="dialog" @click=${write}>${icon("letter")} ${letterWords[language.value].writeTo}</button>`;
}

export const unreadLetters = ({ unread }: LettersView): string => (unread > 0 ? letterWords[language.value].unread(unread) : "");
