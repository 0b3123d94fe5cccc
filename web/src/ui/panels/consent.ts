/** Asks what may be kept of the visitor: once beside the hall, while one walks on; and again where something waits for it. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language } from "../language.js";
import { look } from "../look.js";
import { consentWords } from "../messages/consent.js";
import { asked } from "../newcomer.js";
import { blankView, type Intents, type View } from "../view.js";
import "../dialog-frame.js";

@customElement("hall-consent")
export class ConsentNote extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        gap: 6px;
        padding: 12px 14px;
        width: min(400px, calc(100vw - 24px));
        font-size: 15px;
      }
      /* Out of the way where there is room, and neither a stage nor a tour has its bar in the middle below. */
      @media (min-width: 761px) {
        :host([aside]) section {
          position: fixed;
          left: var(--left);
          bottom: var(--bottom);
        }
      }
      .body {
        display: grid;
        gap: 12px;
      }
      h2 {
        font-size: 16px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .actions button {
        flex: 1 1 140px;
      }
      a {
        display: inline-block;
        padding: 4px 0;
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;

  protected override willUpdate(): void {
    this.toggleAttribute("aside", this.view.stage === null && this.view.tour === null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { consent } = this.view;
    const words = consentWords[language.value];
    if (consent.asking) {
      return html`<hall-dialog heading=${words.ask} @close=${() => this.intents?.consenting()?.dismiss()}>
        <div class="body" data-consent>
          <p>${words.named}</p>
          <p>${words.free}</p>
          ${this.choices(words)}
        </div>
      </hall-dialog>`;
    }
    if (!asked(this.view)) return nothing;
    return html`<section class="panel" aria-labelledby="title" data-consent>
      <h2 id="title">${words.title}</h2>
      <p>${words.short}</p>
      ${this.choices(words)}
    </section>`;
  }

  private choices(words: (typeof consentWords)["en"]): TemplateResult {
    const decide = (given: boolean): void => {
      const { asking } = this.view.consent;
      this.intents?.consenting()?.decide(given);
      if (!asking) this.intents?.walk();
    };
    return html`<p><a href="/consent?lang=${language.value}" target="_blank" rel="noopener">${words.more}</a></p>
      <div class="actions">
        <button @click=${() => decide(false)}>${words.decline}</button>
        <button @click=${() => decide(true)}>${words.agree}</button>
      </div>`;
  }
}
