/** The desk's part that tells everyone something, in both languages, once it was seen as they will see it. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import { DeskPart, pairIn } from "./desk-part.js";

const LONGEST = 280;

@customElement("hall-desk-announce")
export class DeskAnnounce extends DeskPart {
  @state() private text: Text = { en: "", zh: "" };

  protected override render(): TemplateResult {
    const { words, text } = this;
    const field = (lang: "zh" | "en", tag: string, label: string): TemplateResult => html`<label>${label}
      <textarea name="text.${lang}" lang=${tag} rows="2" maxlength=${LONGEST} required .value=${text[lang]}></textarea></label>`;
    return html`<form @input=${(event: InputEvent) => this.take(event)} @submit=${(event: Event) => void this.send(event)}>
      ${field("zh", "zh-CN", words.chinese)} ${field("en", "en", words.english)}
      ${text.en.trim() || text.zh.trim() ? html`<section class="preview" aria-label=${words.preview}>
        <p class="quiet">${words.previewHint}</p>
        <p lang="zh-CN">${text.zh}</p>
        <p lang="en">${text.en}</p>
      </section>` : nothing}
      ${this.outcome()}
      <div class="row"><button class="main" type="submit" data-announce>${words.send}</button></div>
    </form>`;
  }

  private take({ currentTarget }: InputEvent): void {
    this.text = pairIn(new FormData(currentTarget as HTMLFormElement), "text");
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const said = pairIn(new FormData(event.currentTarget as HTMLFormElement), "text");
    if (await this.try(this.asked?.announce(said), this.words.sent)) {
      this.text = { en: "", zh: "" };
      (this.renderRoot.querySelector("form") as HTMLFormElement).reset();
    }
  }
}
