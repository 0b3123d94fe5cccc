/** One letter: what was written from side to side, writing on, and what else can be done with it. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { CARD, type LetterEvent, type Opened } from "../../protocol/letters.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { dayOf, language, read } from "../language.js";
import type { LetterIntents } from "../letters-view.js";
import { look } from "../look.js";
import { letterWords } from "../messages/letters.js";
import { blankView, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { fieldsLook } from "./fields-look.js";
import { lettersLook } from "./letters-look.js";

const LONGEST = 1_000;
const LONGEST_REASON = 200;

@customElement("hall-letter-thread")
export class LetterThread extends HallElement {
  static override styles = [look, fieldsLook, lettersLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) letters: LetterIntents | null = null;
  @state() private problem: Refusal | null = null;
  @state() private done = "";
  @state() private asked: "end" | "report" | "erase" | null = null;
  @state() private sending = false;
  @state() private link = "";
  @query("textarea") private readonly field!: HTMLTextAreaElement | null;
  @query("h3") private readonly heading!: HTMLElement | null;
  @query("ol") private readonly log!: HTMLElement | null;
  @query("[data-reason]") private readonly reason!: HTMLInputElement | null;

  protected override firstUpdated(): void {
    this.heading?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("view")?.letters.open?.events.length;
    const { open } = this.view.letters;
    if (before !== undefined && open && open.events.length > before) this.log?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { open, typing } = this.view.letters;
    if (!open) return html``;
    const words = letterWords[language.value];
    const { line, side } = open;
    const booth = boothName(this.view.hall, line.booth);
    return html`<div class="all">
      <div class="row"><button data-back @click=${() => void this.letters?.open(null)}>${icon("back")} ${words.back}</button></div>
      <h3 tabindex="-1">${side === "visitor" ? words.to(booth) : `${line.name || words.someone} · ${booth}`} <span class="quiet">${words.standing[line.standing]}</span></h3>
      <div role="log" aria-label=${words.log}><ol>${open.events.map((event) => this.event(event, open))}</ol></div>
      <p class="quiet" role="status">${typing ? words.writes : ""}</p>
      ${side === "visitor" && line.standing === "open" ? html`<p class="quiet">${words.noAnswer}</p>` : nothing}
      ${line.standing !== "closed" && side !== "moderator" ? this.writing(open) : nothing}
      <p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
      <p class="quiet" role="status" data-done>${this.done}</p>
      ${this.more(open)}
    </div>`;
  }

  private event(event: LetterEvent, { side }: Opened): TemplateResult {
    const words = letterWords[language.value];
    if (event.kind === "ended") return html`<li class="quiet">${words.ended}</li>`;
    if (event.kind === "reported") return html`<li class="quiet">${words.reportedWhy(event.reason)}</li>`;
    const own = event.side === side;
    const name = own && side === "visitor" ? words.you : event.name || (event.side === "staff" ? words.staff : words.someone);
    const fields = CARD.filter((field) => event.card[field]);
    return html`<li class="written ${own ? "own" : ""}" data-side=${event.side}>
      <b>${name}</b> <time class="quiet">${dayOf(event.time)}</time>
      ${event.text ? html`<p class="text">${event.text}</p>` : nothing}
      ${fields.length > 0 ? html`<dl class="fields">${fields.map((field) => html`<dt>${words.card[field]}</dt><dd>${event.card[field]}</dd>`)}</dl>` : nothing}
    </li>`;
  }

  private writing({ side }: Opened): TemplateResult {
    const words = letterWords[language.value];
    return html`<form @submit=${(event: Event) => void this.write(event)}>
      <label>${side === "visitor" ? words.reply : words.answer}<textarea rows="3" maxlength=${LONGEST} @input=${() => this.letters?.typing()}></textarea></label>
      <div class="row"><button type="submit" class="main" data-send ?disabled=${this.sending}>${icon("send")} ${this.sending ? words.sending : words.send}</button></div>
    </form>`;
  }

  private async write(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.field?.value.trim() ?? "";
    if (!text || this.sending) return this.field?.focus();
    this.sending = true;
    const fine = await this.try(this.letters?.write(text));
    this.sending = false;
    if (fine && this.field) this.field.value = "";
    this.field?.focus();
  }

  private more({ line, side, letter }: Opened): TemplateResult {
    const words = letterWords[language.value];
    const button = (act: "end" | "report" | "erase"): TemplateResult =>
      html`<button data-act=${act} aria-expanded=${this.asked === act} @click=${() => (this.asked = this.asked === act ? null : act)}>${words[act]}</button>`;
    return html`<details>
      <summary>${words.more}</summary>
      <div class="inside">
        ${this.letters?.link(letter)
          ? html`<p class="quiet">${words.linkHint}</p>
              <div class="row"><button data-link @click=${() => void this.copy(letter)}>${icon("link")} ${words.link}</button></div>
              ${this.link ? html`<label>${words.linkShown}<input readonly .value=${this.link} /></label>` : nothing}`
          : nothing}
        <div class="row">
          ${line.standing === "closed" ? nothing : button("end")} ${side === "moderator" ? nothing : button("report")} ${side === "visitor" ? button("erase") : nothing}
        </div>
        ${this.asked ? this.question(this.asked) : nothing}
      </div>
    </details>`;
  }

  private question(act: "end" | "report" | "erase"): TemplateResult {
    const words = letterWords[language.value];
    const asks = { end: words.endHint, report: words.reason, erase: words.eraseSure }[act];
    return html`<form data-ask=${act} @submit=${(event: Event) => void this.confirmed(event, act)}>
      ${act === "report" ? html`<label>${asks}<input data-reason required maxlength=${LONGEST_REASON} autocomplete="off" /></label>` : html`<p>${asks}</p>`}
      <div class="row"><button type="submit" class="main" data-confirm>${words.yes}</button> <button type="button" @click=${() => (this.asked = null)}>${words.no}</button></div>
    </form>`;
  }

  private async confirmed(event: Event, act: "end" | "report" | "erase"): Promise<void> {
    event.preventDefault();
    const { letters } = this;
    if (!letters) return;
    const fine = await this.try({ end: () => letters.end(), report: () => letters.report(this.reason?.value ?? ""), erase: () => letters.erase() }[act]());
    if (fine && act === "report") this.done = letterWords[language.value].reported;
    if (fine) this.asked = null;
    if (fine) this.heading?.focus();
  }

  private async copy(letter: string): Promise<void> {
    const link = this.letters?.link(letter) ?? "";
    try {
      await navigator.clipboard.writeText(link);
      this.done = letterWords[language.value].linkCopied;
    } catch {
      this.link = link; // not allowed, or not a secure page
    }
  }

  private async try(answer: Promise<Refusal | null> | undefined): Promise<boolean> {
    [this.problem, this.done] = [null, ""];
    this.problem = (await answer) ?? null;
    return this.problem === null;
  }
}
