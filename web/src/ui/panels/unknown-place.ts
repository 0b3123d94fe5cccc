/** Says which words of the page's address mean no place of the hall, until one closes it. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, say } from "../language.js";
import { look } from "../look.js";
import { leadWords } from "../messages/leading.js";

const LONGEST = 40; // letters of a word that are shown
/** What was told and closed: the interface is built anew around an inspection, and would say it again. */
let closed: readonly string[] = [];

@customElement("hall-unknown-place")
export class UnknownPlace extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: 8px;
        width: min(440px, calc(100vw - 24px));
        padding: 10px 8px 12px 16px;
        overflow-wrap: anywhere;
        pointer-events: auto;
      }
    `,
  ];

  @property({ attribute: false }) words: readonly string[] = [];
  /** After the place for it is there: readers hear only what comes then. */
  @state() private shown: readonly string[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("words") && this.words !== closed) requestAnimationFrame(() => (this.shown = this.words));
  }

  protected override render(): TemplateResult {
    return html`<div role="status">${this.shown.length > 0 ? this.told() : nothing}</div>`;
  }

  private told(): TemplateResult {
    const { unknown, elsewhere } = leadWords[language.value];
    return html`<section class="panel" data-unknown>
      <div>${this.shown.map((word) => html`<p>${unknown(word.slice(0, LONGEST))}</p>`)}<p class="quiet">${elsewhere}</p></div>
      <button class="bare" @click=${this.close}>${icon("close")}<span class="unseen">${say().close}</span></button>
    </section>`;
  }

  private close(): void {
    closed = this.words;
    this.shown = [];
    this.dispatchEvent(new Event("close"));
  }
}
