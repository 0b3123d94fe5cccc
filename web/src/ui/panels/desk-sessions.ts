/** The desk's part that moves and cancels what is still to come of the programme, and says why. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Session, standing } from "../../session/timetable.js";
import type { SessionWish } from "../hosting-view.js";
import { read } from "../language.js";
import { dateOf, hoursIn } from "../programme/clock.js";
import { DeskPart, pairIn } from "./desk-part.js";

const STEP = 10; // minutes
const MINUTE = 60_000;
const MOST_SHOWN = 12;
const LONGEST_NOTE = 160;

@customElement("hall-desk-sessions")
export class DeskSessions extends DeskPart {
  protected override render(): TemplateResult {
    const { words } = this;
    const { programme, me } = this.view;
    const sessions = (programme?.sessions ?? []).filter((each) => each.ends > (programme?.now ?? 0)).slice(0, MOST_SHOWN);
    if (me?.role !== "organizer") return html`<p class="quiet">${words.organizersOnly}</p>`;
    return html`<div class="part">
      ${this.outcome()}
      ${sessions.length === 0 ? html`<p class="quiet">${words.noProgramme}</p>` : nothing}
      <ul>${repeat(sessions, ({ id }) => id, (session) => this.item(session, programme?.timezone))}</ul>
    </div>`;
  }

  private item(session: Session, zone: string | undefined): TemplateResult {
    const { words } = this;
    const title = read(session.title);
    const shift = (minutes: number): SessionWish => ({ starts: session.starts + minutes * MINUTE, ends: session.ends + minutes * MINUTE });
    const cancelled = standing(session, 0) === "cancelled";
    const moved = session.starts !== session.written;
    return html`<li class="item" data-session=${session.id}>
      <span><b>${title}</b> <span class="quiet">${dateOf(session.starts, zone)} ${hoursIn(session.starts, session.ends, zone)}
        ${cancelled ? words.cancelled : moved ? words.moved : nothing}</span></span>
      <div class="row">
        ${this.order(session, "earlier", words.earlier(STEP), shift(-STEP))} ${this.order(session, "later", words.later(STEP), shift(STEP))}
        ${moved ? this.order(session, "written", words.asWritten, { starts: null, ends: null }) : nothing}
        ${this.order(session, "cancel", cancelled ? words.restore : words.cancelSession, { cancelled: !cancelled })}
      </div>
      <details><summary aria-label=${words.of(words.note, title)}>${words.note}</summary>
        <form @submit=${(event: Event) => this.note(event, session)}>
          ${this.pair("note", words.note, session.note ?? undefined, LONGEST_NOTE, false)}
          <div class="row"><button type="submit" data-note aria-label=${words.of(words.noteSet, title)}>${words.noteSet}</button></div>
        </form></details>
    </li>`;
  }

  private order({ id, title }: Session, kind: string, label: string, wish: SessionWish): TemplateResult {
    return html`<button data-order=${kind} aria-label=${this.words.of(label, read(title))} @click=${() => void this.try(this.asked?.move(id, wish))}>${label}</button>`;
  }

  private note(event: Event, { id }: Session): void {
    event.preventDefault();
    const { en, zh } = pairIn(new FormData(event.currentTarget as HTMLFormElement), "note");
    void this.try(this.asked?.move(id, { note: en || zh ? { en: en || zh, zh: zh || en } : null }));
  }
}
