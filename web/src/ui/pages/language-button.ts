/** Switches to the other language; its label is in that language. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { otherLanguage, say, speak, tags } from "../language.js";

@customElement("hall-language-button")
export class LanguageButton extends HallElement {
  protected override render(): TemplateResult {
    const other = otherLanguage();
    return html`<button data-language lang=${tags[other]} @click=${() => speak(other)}>${say().otherLanguage}</button>`;
  }
}
