/** Switches to the other language; its label is in that language. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { otherLanguage, say, speak, tags } from "../language.js";
import { look } from "../look.js";

@customElement("hall-language-button")
export class LanguageButton extends HallElement {
  static override styles = [
    look,
    css`
      button {
        background: var(--ground);
        border-color: var(--line);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const other = otherLanguage();
    return html`<button data-language lang=${tags[other]} @click=${() => speak(other)}>${say().otherLanguage}</button>`;
  }
}
