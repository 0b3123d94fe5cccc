/** The way from a card to a meeting with its booth; how the other side of one is called, where and when it is. */
import { html, nothing, type TemplateResult } from "lit";
import type { Manifest } from "../../hall/manifest.js";
import type { Meeting } from "../../protocol/meetings.js";
import { waitsForMe } from "../../session/meetings.js";
import type { LeadWish } from "../lead-view.js";
import { icon } from "../icons.js";
import { language } from "../language.js";
import type { MeetingsView } from "../meetings-view.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { dateOf, hoursIn } from "../programme/clock.js";
import type { View } from "../view.js";
import { boothName, boothOf } from "./letters-badge.js";

/** Whether one can meet in this hall; kiosks cannot, since anybody would come to their meetings. */
export const canMeet = ({ hall, me }: View): boolean => Boolean(hall?.meetings) && me?.role !== "kiosk";

/** The button that asks for a meeting with the booth of a card. */
export function meeting(view: View, place: { readonly id: string }, meet: (booth: string) => void): TemplateResult | typeof nothing {
  const booth = boothOf(view.hall, place.id);
  if (!booth || !canMeet(view) || view.me?.booths?.length) return nothing;
  return html`<button data-meet aria-haspopup="dialog" @click=${() => meet(booth.id)}>${icon("handshake")} ${meetingNewsWords[language.value].meetThem}</button>`;
}

/** How many requests wait for one's answer. */
export const waitingFor = ({ mine }: MeetingsView): number => (mine?.meetings ?? []).filter(waitsForMe).length;

export const toAnswer = (meetings: MeetingsView): string => {
  const count = waitingFor(meetings);
  return count > 0 ? meetingNewsWords[language.value].toAnswer(count) : "";
};

/** Who the other side is: a booth by its name, a buyer by theirs and their company's, where they told them. */
export function otherOf(hall: Manifest | null, { side, booth, name, company }: Meeting): string {
  if (side === "buyer") return boothName(hall, booth);
  return [name, company].filter(Boolean).join(" · ") || meetingNewsWords[language.value].buyer;
}

/** `Sat 28 Nov 10:00–10:15`, by the venue's clocks; empty before there is a slot. */
export function whenOf(hall: Manifest | null, slot: { readonly starts: number; readonly ends: number } | null): string {
  const zone = hall?.programme?.timezone;
  return slot ? `${dateOf(slot.starts, zone)} ${hoursIn(slot.starts, slot.ends, zone)}` : "";
}

/** A slot to choose: who did not come gives one back that runs already. */
export const choiceOf = (hall: Manifest | null, slot: { readonly starts: number; readonly ends: number }, now: number): string =>
  slot.starts > now ? whenOf(hall, slot) : `${whenOf(hall, slot)} · ${meetingNewsWords[language.value].running}`;

/** Where it is: a booth or a room of the hall. */
export function placeOf(hall: Manifest | null, { place }: Meeting): LeadWish {
  const room = place.kind === "room" ? hall?.areas.flatMap(({ facilities }) => facilities).find(({ id }) => id === place.id) : undefined;
  return { id: place.id, name: room?.name ?? boothOf(hall, place.id)?.name ?? { en: place.id, zh: place.id } };
}
