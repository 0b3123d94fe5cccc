/** The programme: what is on and what is next, then all of it by day, of one kind or of all. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Manifest } from "../../hall/manifest.js";
import type { Track } from "../../hall/programme.js";
import { coming, running, type Session, standing } from "../../session/timetable.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { dateOf, hoursIn, minutesUntil, ownHours } from "../programme/clock.js";
import { placeOfSession, seatFor, whereOf, type ProgrammeView } from "../programme/view.js";
import { blankView, type Intents, type View } from "../view.js";
import { programmeLook } from "./programme-look.js";
import "../dialog-frame.js";

@customElement("hall-programme-dialog")
export class ProgrammeDialog extends HallElement {
  static override styles = [look, programmeLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** Id of the track that alone is shown. */
  @state() private track = "";

  protected override render(): TemplateResult {
    const { hall, programme } = this.view;
    return html`<hall-dialog wide heading=${say().programme} @close=${() => this.dispatchEvent(new Event("close"))}>
      ${hall && programme ? this.whole(hall, programme) : nothing}
    </hall-dialog>`;
  }

  private whole(hall: Manifest, view: ProgrammeView): TemplateResult {
    const { sessions, now } = view;
    const [on, next] = [running(sessions, now), coming(sessions, now)];
    return html`${hall.sample_data ? html`<p class="quiet">${say().programmeSample}</p>` : nothing}
      <p class="quiet">${say().programmeZone(view.timezone)}</p>
      <section aria-labelledby="now">
        <h3 id="now">${say().programmeNow}</h3>
        ${on.length === 0 ? html`<p>${say().programmeNothing}</p>` : this.list(hall, view, on, "now", true)}
      </section>
      ${next.length === 0 ? nothing : html`<section aria-labelledby="next">
        <h3 id="next">${say().programmeNext} <span class="quiet">${say().inMinutes(minutesUntil(next[0]?.starts ?? now, now))}</span></h3>
        ${this.list(hall, view, next, "next", true)}
      </section>`}
      ${this.filters(hall)} ${this.notifying(view)}
      ${this.days(sessions).map(([day, all]) => html`<section aria-label=${say().programmeDay(day)}>
        <h3>${say().programmeDay(day)} <span class="quiet">${dateOf(all[0]?.written ?? now, view.timezone)}</span></h3>
        ${this.list(hall, view, all, "day", false)}
      </section>`)}`;
  }

  private filters(hall: Manifest): TemplateResult {
    const tracks: readonly (Track | null)[] = [null, ...(hall.programme?.tracks ?? [])];
    return html`<div class="filters" role="group" aria-label=${say().programmeTracks}>
      ${tracks.map((track) => html`<button data-track=${track?.id ?? ""} aria-pressed=${this.track === (track?.id ?? "") ? "true" : "false"}
        @click=${() => (this.track = track?.id ?? "")}>${track ? this.dot(track) : nothing}${track ? read(track.name) : say().programmeAll}</button>`)}
    </div>`;
  }

  private notifying({ notifying, reminded }: ProgrammeView): TemplateResult | typeof nothing {
    if (notifying === "none" || reminded.size === 0) return nothing;
    const on = notifying === "on";
    return html`<p class="notify">
      <button data-notify aria-pressed=${on ? "true" : "false"} @click=${() => void this.intents?.programming()?.notify(!on)}>${icon("bell")} ${say().notifyToo}</button>
      <span class="quiet" role="status">${notifying === "refused" ? say().notifyRefused : nothing}</span>
    </p>`;
  }

  private days(sessions: readonly Session[]): readonly (readonly [number, readonly Session[]])[] {
    const shown = sessions.filter(({ track }) => this.track === "" || track.id === this.track);
    return [...new Set(shown.map(({ day }) => day))].sort((a, b) => a - b).map((day) => [day, shown.filter((each) => each.day === day)] as const);
  }

  private list(hall: Manifest, view: ProgrammeView, sessions: readonly Session[], part: string, open: boolean): TemplateResult {
    return html`<ul class="sessions">
      ${repeat(sessions, ({ id }) => `${part}/${id}`, (session) => html`<li>${this.entry(hall, view, session, part, open)}</li>`)}
    </ul>`;
  }

  private entry(hall: Manifest, view: ProgrammeView, session: Session, part: string, open: boolean): TemplateResult {
    const { starts, ends, track } = session;
    const own = ownHours(starts, ends, view.timezone);
    return html`<details ?open=${open} class=${standing(session, view.now)} data-session=${session.id} data-part=${part} style="--track: ${track.color}">
      <summary>
        <span class="when"><time datetime=${new Date(starts).toISOString()}>${hoursIn(starts, ends, view.timezone)}</time>${own ? html` <span class="own">${say().yourTime(own)}</span>` : nothing}</span>
        <span class="title">${read(session.title)}</span>
        <span class="about">${this.dot(track)}${read(track.name)} · ${this.where(hall, session)} ${this.mark(session, view)}</span>
      </summary>
      <div class="more">
        ${session.note ? html`<p class="note">${read(session.note)}</p>` : nothing}
        <p>${read(session.abstract)}</p>
        ${session.speakers.map(({ name, role, organisation }) => html`<p class="quiet"><b>${read(name)}</b> ${[read(role), read(organisation)].filter(Boolean).join(" · ")}</p>`)}
        ${this.actions(hall, view, session)}
      </div>
    </details>`;
  }

  private where(hall: Manifest, session: Session): string {
    return whereOf(hall, session).map((each) => read(each)).join(" · ");
  }

  private dot({ color }: Track): TemplateResult {
    return html`<i class="dot" style="background: ${color}" aria-hidden="true"></i>`;
  }

  /** How it stands, in words. */
  private mark(session: Session, { now, reminded }: ProgrammeView): TemplateResult {
    const stands = standing(session, now);
    const words = { cancelled: say().sessionCancelled, over: say().sessionOver, now: say().sessionNow, later: "" }[stands];
    return html`${words ? html`<strong class="mark">${words}</strong>` : nothing}
      ${session.starts !== session.written && stands !== "cancelled" ? html`<strong class="mark moved">${say().sessionMoved}</strong>` : nothing}
      ${reminded.has(session.id) ? html`<strong class="mark">${say().reminded}</strong>` : nothing}`;
  }

  private actions(hall: Manifest, view: ProgrammeView, session: Session): TemplateResult {
    const [title, place, stands] = [read(session.title), placeOfSession(hall, session), standing(session, view.now)];
    const on = view.reminded.has(session.id);
    return html`<div class="actions">
      <button class="main" data-go aria-label="${say().goThere}: ${title}" @click=${() => this.tell("seat", seatFor(hall, session))}>${icon("go")} ${say().goThere}</button>
      ${session.kind === "area" ? nothing : html`<button data-lead aria-label="${say().leadThere}: ${title}" @click=${() => this.tell("lead", place)}>${icon("way")} ${say().leadThere}</button>`}
      ${stands === "later" || on ? html`<button data-remind aria-pressed=${on ? "true" : "false"} aria-label="${say().remindMe}: ${title}"
        @click=${() => this.intents?.programming()?.remind(session.id, !on)}>${icon("bell")} ${say().remindMe}</button>` : nothing}
      <a class="button" data-calendar download="${session.id}.ics" aria-label="${say().toCalendar}: ${title}"
        href="/api/v1/venues/${encodeURIComponent(hall.venue)}/sessions/${encodeURIComponent(session.id)}.ics?lang=${language.value}">${icon("calendar")} ${say().toCalendar}</a>
    </div>`;
  }

  private tell(what: string, detail: unknown): void {
    if (detail) this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
