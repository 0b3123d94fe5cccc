/** Letters to booths: one's own, the inbox of those whose staff one is, a new one, or the one that is read. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { STANDINGS, type Line } from "../../protocol/letters.js";
import { moderates } from "../../protocol/moderation.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { dayOf, language, read } from "../language.js";
import type { LetterIntents } from "../letters-view.js";
import { look } from "../look.js";
import { letterWords } from "../messages/letters.js";
import { blankView, type Intents, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { fieldsLook } from "./fields-look.js";
import { lettersLook } from "./letters-look.js";
import "../dialog-frame.js";
import "./letter-form.js";
import "./letter-thread.js";

@customElement("hall-letters-dialog")
export class LettersDialog extends HallElement {
  static override styles = [look, fieldsLook, lettersLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private problem: Refusal | null = null;

  private get letters(): LetterIntents | null {
    return this.intents?.talking()?.letters ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.letters?.compose(null);
  }

  /** Back from a letter: the focus goes to the list. */
  protected override updated(changed: PropertyValues<this>): void {
    const { open, compose } = this.view.letters;
    if (changed.get("view")?.letters.open && !open && compose === null) this.renderRoot.querySelector<HTMLElement>("[data-open], h3")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<hall-dialog heading=${letterWords[language.value].letters} @close=${() => this.dispatchEvent(new Event("close"))}>${this.inside()}</hall-dialog>`;
  }

  private inside(): TemplateResult {
    const { open, compose } = this.view.letters;
    if (open) return html`<hall-letter-thread .view=${this.view} .letters=${this.letters}></hall-letter-thread>`;
    if (compose !== null) return html`<hall-letter-form .view=${this.view} .letters=${this.letters}></hall-letter-form>`;
    const words = letterWords[language.value];
    const { mine, inbox } = this.view.letters;
    return html`<div class="all">
      <p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
      ${inbox ? this.inbox(inbox) : nothing}
      ${inbox && mine.length === 0
        ? nothing
        : html`<section aria-labelledby="mine">
            <h3 id="mine">${words.mine}</h3>
            ${mine.length === 0 ? html`<p>${words.mineNone}</p>` : this.list(mine, (line) => boothName(this.view.hall, line.booth))}
          </section>`}
    </div>`;
  }

  private inbox(lines: readonly Line[]): TemplateResult {
    const words = letterWords[language.value];
    const { filter } = this.view.letters;
    const { me, hall } = this.view;
    const staff = !moderates(me);
    const choice = (standing: (typeof STANDINGS)[number] | null): TemplateResult =>
      html`<button data-filter=${standing ?? "all"} aria-pressed=${filter === standing} @click=${() => this.letters?.filter(standing)}>${standing ? words.standing[standing] : words.all}</button>`;
    return html`<section class="all" aria-labelledby="inbox">
      <h3 id="inbox">${staff ? words.inbox : words.inboxReported}</h3>
      ${staff ? html`<div class="row" role="group" aria-label=${words.filter}>${[null, ...STANDINGS].map(choice)}</div>` : nothing}
      <div>${lines.length === 0 ? html`<p class="quiet">${words.inboxNone}</p>` : this.list(lines, (line) => `${line.name || words.someone} · ${boothName(hall, line.booth)}`)}</div>
      ${staff && hall
        ? html`<div class="row">
            <a class="button" href=${`/staff/${encodeURIComponent(hall.venue)}/cards.csv?lang=${language.value}`} download>${icon("save")} ${words.cards}</a>
            <a class="button" href=${`/staff/${encodeURIComponent(hall.venue)}?lang=${language.value}`} target="_blank" rel="noopener">${icon("out")} ${words.page}</a>
          </div>`
        : nothing}
    </section>`;
  }

  private list(lines: readonly Line[], name: (line: Line) => string): TemplateResult {
    const words = letterWords[language.value];
    return html`<ul>
      ${lines.map((line) => html`<li>
        <button class="line" data-open=${line.letter} @click=${() => void this.open(line.letter)}>
          <span class="first"><span>${name(line)}</span>${line.unread > 0 ? html`<span class="new">${words.unread(line.unread)}</span>` : nothing}</span>
          ${line.preview ? html`<span>${line.preview}</span>` : nothing}
          <span class="quiet">${words.standing[line.standing]}${line.card ? ` · ${words.withCard}` : ""} · ${dayOf(line.last)}</span>
        </button>
      </li>`)}
    </ul>`;
  }

  private async open(letter: string): Promise<void> {
    this.problem = (await this.letters?.open(letter)) ?? null;
  }
}
