/** Meetings in three steps: what one needs, whom one matches, whom one meets. Staff see the side of their booth. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import type { MeetingIntents } from "../meetings-view.js";
import { meetingWords } from "../messages/meetings.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { blankView, type Intents, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { waitingFor } from "./meetings-badge.js";
import { fieldsLook } from "./fields-look.js";
import { meetingsLook } from "./meetings-look.js";
import "./meeting-list.js";
import "./meeting-matches.js";
import "./meeting-profile.js";

const STEPS = ["profile", "matches", "meetings"] as const;
type Step = (typeof STEPS)[number];

@customElement("hall-meetings")
export class MeetingSteps extends HallElement {
  static override styles = [look, fieldsLook, meetingsLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** Where one is; null until one chose, or the server told what there is. */
  @state() private step: Step | null = null;

  private get meetings(): MeetingIntents | null {
    return this.intents?.meeting() ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.meetings?.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.meetings?.about(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { mine, booth } = this.view.meetings;
    const before = changed.get("view")?.meetings;
    if (before && before.booth !== booth) this.step = null; // another side
    if (before?.kept && !this.view.meetings.kept) this.step = null;
    if (mine && this.step === null) this.step = this.first();
  }

  /** What one came for: the profile before there is one, a booth whose card led here, what is on one's list. */
  private first(): Step {
    const { mine, kept, about } = this.view.meetings;
    if (!kept || !mine || (mine.profile.needs === "" && mine.profile.offers === "")) return "profile";
    if (about) return "matches";
    return mine.meetings.length > 0 ? "meetings" : "matches";
  }

  protected override render(): TemplateResult {
    const { mine, refused } = this.view.meetings;
    if (refused) return html`<p class="problem" role="alert">${read(refused.message)}</p>`;
    if (!mine) return html`<p role="status">${meetingNewsWords[language.value].loading}</p>`;
    return html`${this.booths()} ${this.steps()} ${this.inside()}`;
  }

  /** Staff of several booths choose one. */
  private booths(): TemplateResult | typeof nothing {
    const booths = this.view.me?.booths ?? [];
    if (booths.length < 2) return nothing;
    return html`<div class="all"><label>${meetingWords[language.value].booth}<select @change=${(event: Event) => this.meetings?.choose((event.target as HTMLSelectElement).value)}>
      ${booths.map((booth) => html`<option value=${booth} ?selected=${booth === this.view.meetings.booth}>${boothName(this.view.hall, booth)}</option>`)}</select></label><p></p></div>`;
  }

  private steps(): TemplateResult {
    const words = meetingWords[language.value];
    const named = this.view.meetings.booth ? words.boothStep : words.step;
    const waiting = waitingFor(this.view.meetings);
    return html`<nav class="steps" aria-label=${words.steps}>
      ${STEPS.map((step) => html`<button data-step=${step} aria-current=${step === this.step ? "step" : nothing} @click=${() => (this.step = step)}>${named[step]}${step === "meetings" && waiting > 0 ? html`<span class="new">${waiting}</span>` : nothing}</button>`)}
    </nav>`;
  }

  private inside(): TemplateResult {
    const { view, meetings } = this;
    if (this.step === "profile") return html`<hall-meeting-profile .view=${view} .meetings=${meetings} @saved=${() => void this.turn("matches")}></hall-meeting-profile>`;
    if (this.step === "matches") return html`<hall-meeting-matches .view=${view} .meetings=${meetings} @see=${() => void this.turn("meetings")}></hall-meeting-matches>`;
    return html`<hall-meeting-list .view=${view} .intents=${this.intents} @lead=${(event: CustomEvent) => this.dispatchEvent(new CustomEvent("lead", { detail: event.detail as unknown }))}
      @called=${() => this.dispatchEvent(new Event("called"))}></hall-meeting-list>`;
  }

  /** On to another step; the focus goes along. */
  private async turn(step: Step): Promise<void> {
    this.step = step;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-step=${step}]`)?.focus();
  }
}
