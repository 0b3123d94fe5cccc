/** Whom one matches, and why; one button asks for a meeting, with a choice of when. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Language } from "../../core/text.js";
import type { Refusal } from "../../protocol/events.js";
import type { Match, Side } from "../../protocol/meetings.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { reasonsOf } from "../meeting-reasons.js";
import type { MeetingIntents } from "../meetings-view.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { meetingWords } from "../messages/meetings.js";
import { blankView, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { choiceOf } from "./meetings-badge.js";
import { fieldsLook } from "./fields-look.js";
import { meetingsLook } from "./meetings-look.js";

const LONGEST = 400;

@customElement("hall-meeting-matches")
export class MeetingMatches extends HallElement {
  static override styles = [look, fieldsLook, meetingsLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) meetings: MeetingIntents | null = null;
  /** Whom one is about to ask. */
  @state() private asked: string | null = null;
  @state() private problem: Refusal | null = null;
  @state() private done = "";
  @state() private busy = false;
  @query("form") private readonly form!: HTMLFormElement | null;

  private get words(): (typeof meetingWords)[Language] {
    return meetingWords[language.value];
  }

  protected override firstUpdated(): void {
    if (this.view.meetings.kept) void this.seek();
  }

  /** Whoever came from a card sees its booth first. */
  protected override updated(changed: PropertyValues<this>): void {
    const came = this.view.meetings.matches !== null && !changed.get("view")?.meetings.matches;
    if (came && this.view.meetings.about) this.renderRoot.querySelector(".about")?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { kept, matches } = this.view.meetings;
    const problem = html`<p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p><p class="good" role="status">${this.done}</p>`;
    if (!kept) return html`<p>${words.matchesFirst}</p>`;
    return html`<div class="all">${problem}
      ${this.unmatched(matches ?? [])}
      ${matches?.length === 0 ? html`<p>${words.matchesNone}</p>` : nothing}
      <ol class="cards">${repeat(this.ordered(matches ?? []), ({ other }) => other, (match) => this.card(match))}</ol>
      <div class="row"><button data-seek @click=${() => void this.seek()}>${words.seek}</button></div>
    </div>`;
  }

  private ordered(matches: readonly Match[]): readonly Match[] {
    const { about } = this.view.meetings;
    return [...matches.filter(({ other }) => other === about), ...matches.filter(({ other }) => other !== about)];
  }

  private get side(): Side {
    return this.view.meetings.booth ? "booth" : "buyer";
  }

  private nameOf({ other, name, company }: Match): string {
    if (this.side === "buyer") return boothName(this.view.hall, other);
    return [read(name), company].filter(Boolean).join(" · ") || meetingNewsWords[language.value].buyer;
  }

  private card(match: Match): TemplateResult {
    const { words } = this;
    const percent = Math.round(match.score * 100);
    const reasons = reasonsOf(match.reasons, this.side, this.view.meetings.mine?.industries ?? []);
    const name = this.nameOf(match);
    return html`<li class=${match.other === this.view.meetings.about ? "card about" : "card"} data-match=${match.other}>
      <h3>${name}</h3>
      <p class="score"><meter min="0" max="100" .value=${percent} aria-label=${words.score(percent)}></meter><span class="quiet">${words.score(percent)}</span></p>
      <ul class="reasons" aria-label=${words.why}>${reasons.map((reason) => html`<li>${icon("tick")}<span>${reason}</span></li>`)}</ul>
      ${match.meeting ? this.known() : this.asking(match.other, name, match.common)}
    </li>`;
  }

  private known(): TemplateResult {
    return html`<div class="row"><span class="quiet">${this.words.askedAlready}</span>
      <button data-see @click=${() => this.dispatchEvent(new Event("see"))}>${this.words.seeIt}</button></div>`;
  }

  /** The booth whose card led here, where it is no match. */
  private unmatched(matches: readonly Match[]): TemplateResult | typeof nothing {
    const { about, mine } = this.view.meetings;
    if (!about || this.side === "booth" || !this.view.meetings.matches || matches.some(({ other }) => other === about)) return nothing;
    const name = boothName(this.view.hall, about);
    const open = mine?.meetings.some(({ booth, standing }) => booth === about && ["asked", "agreed", "booked"].includes(standing));
    return html`<div class="card about" data-match=${about}><h3>${name}</h3><p class="quiet">${this.words.notMatched}</p>
      ${open ? this.known() : this.asking(about, name, mine?.profile.free ?? [])}</div>`;
  }

  private asking(other: string, name: string, common: readonly string[]): TemplateResult {
    const { words } = this;
    if (this.asked !== other)
      return html`<div class="row"><button class="main" data-ask aria-label=${words.ask(name)} @click=${() => void this.open(other)}>${icon("handshake")} ${words.askPlain}</button></div>`;
    const now = this.meetings?.now() ?? 0;
    const slots = (this.view.meetings.mine?.slots ?? []).filter(({ id, ends, taken }) => common.includes(id) && !taken && ends > now);
    return html`<form class="all" @submit=${(event: Event) => void this.sent(event, other)} @keydown=${(event: KeyboardEvent) => this.keyed(event, other)}>
      ${slots.length === 0
        ? html`<p class="quiet">${words.noSlots}</p>`
        : html`<label>${words.slot}<select name="slot"><option value="">${words.slotAny}</option>
            ${slots.map((slot) => html`<option value=${slot.id}>${choiceOf(this.view.hall, slot, now)}</option>`)}</select></label>`}
      <label>${words.message}<textarea name="message" rows="2" maxlength=${LONGEST}></textarea></label>
      <div class="row"><button type="submit" class="main" data-send ?disabled=${this.busy}>${words.send}</button>
        <button type="button" @click=${() => void this.leave(other)}>${words.no}</button></div>
    </form>`;
  }

  private async open(other: string): Promise<void> {
    [this.asked, this.problem, this.done] = [other, null, ""];
    await this.updateComplete;
    this.form?.querySelector<HTMLElement>("select, textarea")?.focus();
  }

  private async leave(other: string): Promise<void> {
    this.asked = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-match="${CSS.escape(other)}"] button`)?.focus();
  }

  /** Escape leaves the question first, then the dialog. */
  private keyed(event: KeyboardEvent, other: string): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    void this.leave(other);
  }

  private async sent(event: Event, other: string): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.form || !this.meetings) return;
    const filled = new FormData(this.form);
    this.busy = true;
    this.problem = await this.meetings.ask(other, String(filled.get("slot") ?? "") || null, String(filled.get("message") ?? "").trim());
    this.busy = false;
    if (this.problem) return;
    await this.leave(other);
    this.done = this.words.sent;
  }

  private async seek(): Promise<void> {
    this.problem = (await this.meetings?.match()) ?? null;
  }
}
