/** The guide: a question by text or voice, its answer with what says so, and buttons for what may be done next. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Pose } from "../../core/plan.js";
import type { Language, Text } from "../../core/text.js";
import type { Action, Answer, Citation, PlanStop, Wanted } from "../../hall/answers.js";
import { HallElement } from "../element.js";
import type { LeadWish } from "../lead-view.js";
import { icon } from "../icons.js";
import { language, read, tags, timeOf } from "../language.js";
import { look } from "../look.js";
import { guideWords } from "../messages/guide.js";
import { placeById, type Place } from "../places.js";
import { hears, listen, readAloud, reads } from "../speaking.js";
import type { Intents } from "../view.js";
import { fieldsLook } from "./fields-look.js";
import { guideLook } from "./guide-look.js";
import "../dialog-frame.js";

const LONGEST = 200; // letters that the server takes

@customElement("hall-guide-dialog")
export class GuideDialog extends HallElement {
  static override styles = [look, fieldsLook, guideLook];

  @property({ attribute: false }) places: readonly Place[] = [];
  @property({ attribute: false }) intents: Intents | null = null;
  @property({ attribute: false }) pose: Pose | null = null;
  @state() private asked = "";
  @state() private answer: Answer | null = null;
  @state() private note = "";
  @state() private aloud = false;
  @state() private stop: (() => void) | null = null;
  @query("input[name=question]") private readonly field!: HTMLInputElement;
  private turn = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    readAloud("", language.value);
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  private get words(): (typeof guideWords)[Language] {
    return guideWords[language.value];
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<hall-dialog heading=${words.guide} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="parts">
        <p class="quiet">${words.hint}</p>
        <form @submit=${this.submitted}>
          <label class="field">${words.question}
            <input name="question" maxlength=${LONGEST} autocomplete="off" enterkeyhint="send" />
          </label>
          <button class="main" data-ask>${words.ask}</button>
          ${hears() ? this.microphone() : nothing}
        </form>
        ${hears() ? html`<p class="quiet">${words.overheard}</p>` : nothing}
        ${reads() ? this.reading() : nothing}
        <div role="status" class="parts">${this.note ? html`<p>${this.note}</p>` : nothing}${this.answer ? this.said(this.answer) : nothing}</div>
        ${this.answer ? this.rest(this.answer) : this.tries()}
      </div>
    </hall-dialog>`;
  }

  private microphone(): TemplateResult {
    const on = this.stop !== null;
    return html`<button type="button" data-speak aria-pressed=${on} @click=${this.heard}>${icon("microphone")} ${on ? this.words.listening : this.words.speak}</button>`;
  }

  private reading(): TemplateResult {
    return html`<label class="aloud"><input type="checkbox" .checked=${this.aloud} @change=${this.voiced} /> ${this.words.aloud}</label>`;
  }

  private tries(): TemplateResult {
    return html`<div class="tries"><h3>${this.words.tries}</h3>
      ${this.words.examples.map((example) => html`<button data-example @click=${() => void this.ask({ question: example }, example)}>${example}</button>`)}</div>`;
  }

  private said(answer: Answer): TemplateResult {
    return html`<p class="quiet asked">${this.asked}</p><p class="said" lang=${tags[answer.lang === "zh" ? "zh" : "en"]}>${answer.text}</p>`;
  }

  private rest(answer: Answer): TemplateResult {
    const plan = answer.actions.find((action) => action.do === "plan");
    return html`${plan ? this.plan(plan) : nothing}
      <div class="actions">${answer.actions.map((action) => this.action(action))}</div>
      ${answer.citations.length > 0 && !plan
        ? html`<h3>${this.words.sources}</h3><ul class="sources">${answer.citations.map((each) => html`<li>${this.source(each)}</li>`)}</ul>`
        : nothing}`;
  }

  private action(action: Action): TemplateResult | typeof nothing {
    const name = read(action.title);
    if (action.do === "go") return html`<button data-go=${action.to} @click=${() => this.lead({ id: action.to, name: action.title })}>${icon("way")} ${this.words.go(name)}</button>`;
    if (action.do === "more") return html`<button data-more=${action.key} @click=${() => void this.ask({ about: action.key }, name)}>${icon("help")} ${this.words.more(name)}</button>`;
    return nothing;
  }

  private plan({ stops }: Action): TemplateResult {
    return html`<h3>${this.words.plan}</h3>
      <ol class="steps">${stops.map((stop) => html`<li><span>${this.name(stop.key, stop.title, "")}<small class="quiet">${this.timing(stop)}</small></span></li>`)}</ol>
      <div class="actions"><button class="main" data-plan @click=${() => this.set(stops)}>${icon("tour")} ${this.words.start}</button></div>`;
  }

  private timing({ minutes, starts }: PlanStop): string {
    const stay = this.words.stay(minutes);
    return starts ? `${stay} · ${this.words.begins(timeOf(Date.parse(starts)))}` : stay;
  }

  private source({ key, title, quote, link }: Citation): TemplateResult {
    return html`${this.name(key, title, link)}<q>${quote}</q>`;
  }

  /** A name that opens the card of its place; its page in words where it has none. */
  private name(key: string, title: Text, link: string): TemplateResult {
    const place = placeById(this.places, key.slice(key.indexOf("/") + 1));
    if (place && place.kind === key.slice(0, key.indexOf("/")))
      return html`<button class="link" data-cited=${key} @click=${() => this.dispatchEvent(new CustomEvent("choose", { detail: place.id }))}>${read(title)}</button>`;
    return link ? html`<a class="link" data-cited=${key} href=${link} target="_blank" rel="noopener">${read(title)}</a>` : html`<b>${read(title)}</b>`;
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    const question = this.field.value.trim();
    if (question) void this.ask({ question }, question);
  };

  private readonly voiced = (event: Event): void => {
    this.aloud = (event.target as HTMLInputElement).checked;
    readAloud(this.aloud ? (this.answer?.text ?? "") : "", this.answer?.lang === "zh" ? "zh" : "en");
  };

  private readonly heard = (): void => {
    if (this.stop) return this.stop();
    this.note = "";
    this.stop = listen(language.value, {
      heard: (words) => {
        this.field.value = words.slice(0, LONGEST);
        void this.ask({ question: this.field.value }, this.field.value);
      },
      ended: (how) => {
        this.stop = null;
        if (how !== "heard") this.note = how === "refused" ? this.words.refused : this.words.unheard;
      },
    });
  };

  private async ask(wanted: Wanted, asked: string): Promise<void> {
    const turn = ++this.turn;
    this.note = this.words.asking;
    const told = await this.intents?.guiding()?.ask(wanted, this.pose ? [this.pose.x, this.pose.y] : null);
    if (turn !== this.turn) return; // something newer was asked
    this.asked = asked;
    this.answer = told?.ok ? told.value : null;
    this.note = told && !told.ok ? read(told.error) : "";
    if (this.aloud && this.answer) readAloud(this.answer.text, this.answer.lang === "zh" ? "zh" : "en");
  }

  private set(stops: readonly PlanStop[]): void {
    const [first, ...then] = stops.map(({ to, title }): LeadWish => ({ id: to, name: title }));
    if (first) this.lead({ ...first, then });
  }

  private lead(wish: LeadWish): void {
    this.dispatchEvent(new CustomEvent("lead", { detail: wish }));
  }
}
