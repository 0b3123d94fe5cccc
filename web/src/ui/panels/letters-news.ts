/** Says that somebody answered, or that a visitor wrote to one's booth. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language } from "../language.js";
import { noLetters, type LettersView } from "../letters-view.js";
import { look } from "../look.js";
import { letterWords } from "../messages/letters.js";
import { boothName } from "./letters-badge.js";

const SHOWN_FOR = 12_000; // ms

@customElement("hall-letters-news")
export class LettersNews extends HallElement {
  static override styles = [
    look,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 10px 16px;
        width: fit-content;
        max-width: min(520px, calc(100vw - var(--left) - var(--right)));
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) letters: LettersView = noLetters;
  @state() private news: LettersView["news"] = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("letters");
    if (!before || before.news === this.letters.news) return;
    this.news = this.letters.news;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.news = null), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">${this.news ? html`<p class="panel" data-letter-news>${icon("letter")} ${this.told(this.news)}</p>` : nothing}</div>`;
  }

  private told({ side, line }: NonNullable<LettersView["news"]>): string {
    const words = letterWords[language.value];
    const booth = boothName(this.hall, line.booth);
    if (side === "staff") return words.newsStaff(line.name || words.someone, booth);
    return side === "visitor" ? words.newsVisitor(booth) : words.newsModerator(booth);
  }
}
