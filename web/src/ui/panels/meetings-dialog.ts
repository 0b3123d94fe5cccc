/** The frame of meetings. What is in it comes when it is opened for the first time: few need it to enter. */
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import type { LeadWish } from "../lead-view.js";
import { language } from "../language.js";
import { look } from "../look.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { blankView, type Intents, type View } from "../view.js";
import "../dialog-frame.js";

@customElement("hall-meetings-dialog")
export class MeetingsDialog extends HallElement {
  static override styles = [look];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private fetched: "coming" | "here" | "failed" = "coming";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    this.fetched = "coming";
    this.fetched = await import("./meetings.js").then(() => "here" as const, () => "failed" as const);
  }

  protected override render(): TemplateResult {
    return html`<hall-dialog heading=${meetingNewsWords[language.value].meetings} @close=${() => this.dispatchEvent(new Event("close"))}>${this.inside()}</hall-dialog>`;
  }

  private inside(): TemplateResult {
    const words = meetingNewsWords[language.value];
    if (this.fetched === "coming") return html`<p role="status">${words.loading}</p>`;
    if (this.fetched === "failed") return html`<p role="alert">${words.failed}</p><button class="main" @click=${() => void this.fetch()}>${words.again}</button>`;
    return html`<hall-meetings .view=${this.view} .intents=${this.intents} @called=${() => this.dispatchEvent(new Event("close"))}
      @lead=${(event: CustomEvent<LeadWish>) => this.dispatchEvent(new CustomEvent("lead", { detail: event.detail }))}></hall-meetings>`;
  }
}
