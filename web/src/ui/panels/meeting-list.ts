/** One's meetings: what has to be answered first, then by time, with what can be done with each. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Language } from "../../core/text.js";
import type { Refusal } from "../../protocol/events.js";
import { type Meeting, OUTCOMES, type Outcome } from "../../protocol/meetings.js";
import { canBeHere, canTellOutcome, isOpen, otherSide, sorted, waitsForMe } from "../../session/meetings.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { reasonsOf } from "../meeting-reasons.js";
import type { MeetingIntents } from "../meetings-view.js";
import { meetingWords } from "../messages/meetings.js";
import { blankView, type Intents, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { choiceOf, otherOf, placeOf, whenOf } from "./meetings-badge.js";
import { fieldsLook } from "./fields-look.js";
import { meetingsLook } from "./meetings-look.js";

const LONGEST = 400;
const LOOK = 10_000; // ms between two looks at the clock

/** What is asked before it is done. */
type Question = "accept" | "move" | "cancel" | "outcome";

@customElement("hall-meeting-list")
export class MeetingList extends HallElement {
  static override styles = [look, fieldsLook, meetingsLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private asked: { readonly question: Question; readonly meeting: string } | null = null;
  @state() private problem: Refusal | null = null;
  @state() private done = "";
  private looking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.looking = setInterval(() => this.requestUpdate(), LOOK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.looking);
  }

  private get words(): (typeof meetingWords)[Language] {
    return meetingWords[language.value];
  }

  private get meetings(): MeetingIntents | null {
    return this.intents?.meeting() ?? null;
  }

  private get now(): number {
    return this.meetings?.now() ?? 0;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { mine } = this.view.meetings;
    if (!mine) return html``;
    const { toAnswer, booked, waiting, past } = sorted(mine);
    const links = this.meetings?.links();
    return html`<div class="all">
      <p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
      <p class="good" role="status">${this.done}</p>
      ${mine.meetings.length === 0 ? html`<p>${words.meetingsNone}</p>` : nothing}
      ${this.listed(words.toAnswer, toAnswer)} ${this.listed(words.booked, booked)} ${this.listed(words.waiting, waiting)} ${this.listed(words.past, past)}
      ${links && booked.length > 0
        ? html`<div class="row"><a class="button" data-calendar href=${`${links.calendar}?lang=${language.value}`} download>${icon("calendar")} ${words.calendar}</a></div>`
        : nothing}
    </div>`;
  }

  private listed(heading: string, meetings: readonly Meeting[]): TemplateResult | typeof nothing {
    if (meetings.length === 0) return nothing;
    return html`<section class="all"><h3>${heading} (${meetings.length})</h3>
      <ol class="cards">${repeat(meetings, ({ id }) => id, (meeting) => this.card(meeting))}</ol></section>`;
  }

  private other(meeting: Meeting): string {
    return otherOf(this.view.hall, meeting);
  }

  private card(meeting: Meeting): TemplateResult {
    const { words } = this;
    const { id, standing, slot, wished, message, askedBy, side, outcome, note } = meeting;
    const mine = this.asked?.meeting === id ? this.asked.question : null;
    return html`<li class="card ${standing} ${waitsForMe(meeting) ? "first" : ""}" data-meeting=${id} data-standing=${standing} @keydown=${(event: KeyboardEvent) => this.keyed(event)}>
      <h4>${this.other(meeting)}</h4>
      <span class="standing">${words.standing[standing]}${outcome ? ` · ${words.outcomeOf[outcome]}` : ""}</span>
      ${slot ? html`<p class="when">${whenOf(this.view.hall, slot)}</p>` : nothing}
      ${standing === "asked" ? html`<p class="when" data-wished>${wished ? words.wished(whenOf(this.view.hall, wished)) : words.wishedAny}</p>` : nothing}
      ${isOpen(meeting) ? html`<p>${this.where(meeting)}</p>` : nothing}
      ${message ? html`<p class="message">“${message}”</p>` : nothing}
      ${note ? html`<p class="message quiet">${note}</p>` : nothing}
      ${standing === "asked" && askedBy === side ? html`<p class="quiet">${words.youAsked}</p>` : nothing}
      ${standing === "agreed" ? html`<p class="quiet">${words.noSlotYet}</p>` : nothing}
      ${waitsForMe(meeting) ? this.reasons(meeting) : nothing}
      ${mine ? this.question(mine, meeting) : html`${this.presence(meeting)}<div class="row">${this.actions(meeting)}</div>`}
    </li>`;
  }

  private where(meeting: Meeting): string {
    const { words } = this;
    if (meeting.remote) return words.byCall;
    const { hall } = this.view;
    return words.at(meeting.place.kind === "room" ? words.room(read(placeOf(hall, meeting).name)) : boothName(hall, meeting.place.id));
  }

  private reasons({ reasons, side }: Meeting): TemplateResult {
    return html`<ul class="reasons" aria-label=${this.words.why}>${reasonsOf(reasons, side, this.view.meetings.mine?.industries ?? []).map((reason) => html`<li>${icon("tick")}<span>${reason}</span></li>`)}</ul>`;
  }

  private presence({ standing, here, side, remote, callable }: Meeting): TemplateResult | typeof nothing {
    if (standing !== "booked") return nothing;
    const { words } = this;
    return html`${here[side] ? html`<p class="good">${words.youAreHere}</p>` : nothing} ${here[otherSide(side)] ? html`<p class="good">${words.theyAreHere}</p>` : nothing}
      ${remote && callable === null ? html`<p class="quiet">${words.callNobody}</p>` : nothing}`;
  }

  private actions(meeting: Meeting): readonly (TemplateResult | typeof nothing)[] {
    const { words } = this;
    const { id, standing, callable, remote } = meeting;
    if (waitsForMe(meeting)) return [this.button("accept", words.accept, meeting, () => void this.ask("accept", id), true), this.button("decline", words.decline, meeting, () => void this.try(() => this.meetings?.answer(id, false, null)))];
    const lively = standing === "booked" || standing === "met";
    const called = callable !== null && lively ? this.button("call", words.call, meeting, () => void this.call(callable), true) : nothing;
    const led = standing === "booked" && !remote ? this.button("lead", words.lead, meeting, () => this.dispatchEvent(new CustomEvent("lead", { detail: placeOf(this.view.hall, meeting) })), callable === null) : nothing;
    return [
      called, led,
      canBeHere(meeting, this.now) ? this.button("here", words.iAmHere, meeting, () => void this.try(() => this.meetings?.here(id))) : nothing,
      canTellOutcome(meeting, this.now) ? this.button("outcome", words.outcome, meeting, () => void this.ask("outcome", id)) : nothing,
      standing === "booked" || standing === "agreed" ? this.button("move", words.move, meeting, () => void this.ask("move", id)) : nothing,
      isOpen(meeting) ? this.button("cancel", words.cancel, meeting, () => void this.ask("cancel", id)) : nothing,
    ];
  }

  private button(act: string, label: string, meeting: Meeting, press: () => void, main = false): TemplateResult {
    return html`<button class=${main ? "main" : ""} data-act=${act} aria-label=${`${label}: ${this.other(meeting)}`} @click=${press}>${label}</button>`;
  }

  private question(question: Question, meeting: Meeting): TemplateResult {
    const { words } = this;
    if (question === "cancel") {
      return html`<form class="all" @submit=${(event: Event) => void this.told(event, () => this.meetings?.cancel(meeting.id))}>
        <p>${words.cancelSure}</p>${this.buttons(words.cancelYes)}</form>`;
    }
    if (question === "outcome") return this.outcome(meeting);
    const accept = question === "accept";
    const send = (form: FormData): Promise<Refusal | null> | undefined => {
      const slot = String(form.get("slot") ?? "");
      return accept ? this.meetings?.answer(meeting.id, true, slot || null) : this.meetings?.move(meeting.id, slot);
    };
    return html`<form class="all" @submit=${(event: Event) => void this.told(event, send)}>${this.slots(meeting, accept)}${this.buttons(accept ? words.accept : words.move)}</form>`;
  }

  /** The slots that one is free in; whether the other side is, the server knows. */
  private slots(meeting: Meeting, accept: boolean): TemplateResult {
    const { words } = this;
    const { mine } = this.view.meetings;
    const free = (mine?.slots ?? []).filter(({ id, ends, taken }) => !taken && ends > this.now && (mine?.profile.free.includes(id) || id === meeting.slot?.id));
    if (free.length === 0) return html`<p class="quiet">${words.noSlots}</p>`;
    return html`<label>${accept ? words.slot : words.moveTo}<select name="slot" ?required=${!accept}>
      ${accept && !meeting.slot ? html`<option value="">${words.slotAny}</option>` : nothing}
      ${free.map((slot) => html`<option value=${slot.id} ?selected=${slot.id === (meeting.slot ?? meeting.wished)?.id}>${choiceOf(this.view.hall, slot, this.now)}</option>`)}</select></label>`;
  }

  private outcome(meeting: Meeting): TemplateResult {
    const { words } = this;
    const send = (form: FormData): Promise<Refusal | null> | undefined => {
      const outcome = OUTCOMES.find((each) => each === form.get("outcome"));
      return outcome ? this.meetings?.outcome(meeting.id, outcome, String(form.get("note") ?? "").trim()) : undefined;
    };
    const choice = (outcome: Outcome): TemplateResult => html`<label class="chip"><input type="radio" name="outcome" value=${outcome} required .checked=${outcome === (meeting.outcome ?? "follow_up")} /><span>${words.outcomeOf[outcome]}</span></label>`;
    return html`<form class="all" @submit=${(event: Event) => void this.told(event, send)}>
      <fieldset><legend>${words.outcome}</legend><div class="chips">${OUTCOMES.map(choice)}</div></fieldset>
      <label>${words.note}<textarea name="note" rows="2" maxlength=${LONGEST} .value=${meeting.note}></textarea></label>${this.buttons(words.keep)}</form>`;
  }

  private buttons(send: string): TemplateResult {
    return html`<div class="row"><button type="submit" class="main" data-confirm>${send}</button>
      <button type="button" data-no @click=${() => void this.leave()}>${this.words.no}</button></div>`;
  }

  private async ask(question: Question, meeting: string): Promise<void> {
    [this.asked, this.problem, this.done] = [{ question, meeting }, null, ""];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("form :is(select, input, textarea, button)")?.focus();
  }

  private async leave(): Promise<void> {
    const { asked } = this;
    this.asked = null;
    await this.updateComplete;
    if (asked) this.renderRoot.querySelector<HTMLElement>(`[data-meeting="${CSS.escape(asked.meeting)}"] button`)?.focus();
  }

  /** Escape leaves the question first, then the dialog. */
  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.asked) return;
    event.preventDefault();
    event.stopPropagation();
    void this.leave();
  }

  private async told(event: Event, send: (form: FormData) => Promise<Refusal | null> | undefined): Promise<void> {
    event.preventDefault();
    const filled = new FormData(event.target as HTMLFormElement);
    if (await this.try(() => send(filled))) await this.leave();
  }

  /** Returns whether it was done. */
  private async try(act: () => Promise<Refusal | null> | undefined): Promise<boolean> {
    [this.problem, this.done] = [null, ""];
    this.problem = (await act()) ?? null;
    if (!this.problem) this.done = this.words.done;
    return !this.problem;
  }

  /** The panel gives way to the call once it rings. */
  private async call(number: number): Promise<void> {
    this.problem = (await this.intents?.calling()?.ring(number, true)) ?? null;
    if (!this.problem) this.dispatchEvent(new Event("called"));
  }
}
