/** A new letter to a booth: a question, a card, and a plain yes to what is kept. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { CARD, type Card } from "../../protocol/letters.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import type { LetterIntents } from "../letters-view.js";
import { look } from "../look.js";
import { letterWords } from "../messages/letters.js";
import { blankView, type View } from "../view.js";
import { boothName, boothOf, staffOf } from "./letters-badge.js";
import { fieldsLook } from "./fields-look.js";
import { lettersLook } from "./letters-look.js";

const LONGEST = 1_000;
const FIELDS: Readonly<Record<keyof Card, { readonly longest: number; readonly type: string; readonly fill: string }>> = {
  name: { longest: 60, type: "text", fill: "name" },
  company: { longest: 80, type: "text", fill: "organization" },
  email: { longest: 120, type: "email", fill: "email" },
  phone: { longest: 40, type: "tel", fill: "tel" },
  note: { longest: 200, type: "text", fill: "off" },
};

@customElement("hall-letter-form")
export class LetterForm extends HallElement {
  static override styles = [look, fieldsLook, lettersLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) letters: LetterIntents | null = null;
  @state() private problem: Refusal | null = null;
  @state() private sending = false;
  @query("textarea") private readonly question!: HTMLTextAreaElement | null;
  @query("form") private readonly form!: HTMLFormElement;

  protected override firstUpdated(): void {
    this.question?.focus();
  }

  private get subject(): string {
    return this.view.letters.compose ?? "";
  }

  protected override render(): TemplateResult {
    const words = letterWords[language.value];
    const booth = boothOf(this.view.hall, this.subject);
    if (!booth) return html``;
    const name = boothName(this.view.hall, booth.id);
    return html`<form class="all" novalidate @submit=${(event: Event) => void this.sent(event)}>
      <h3>${words.newTo(name)}${this.about(booth.id)}</h3>
      <p>${words.newHint}</p>
      ${staffOf(this.view, booth.id).length > 0 ? html`<p data-here-now><b>${words.hereNow}</b></p>` : nothing}
      <label>${words.question}<textarea name="text" rows="4" maxlength=${LONGEST} aria-describedby="problem"></textarea></label>
      <details>
        <summary>${words.leaveCard}</summary>
        <div class="inside">
          <p class="quiet">${words.cardHint}</p>
          ${CARD.map((field) => html`<label>${words.card[field]}<input name=${field} type=${FIELDS[field].type} maxlength=${FIELDS[field].longest} autocomplete=${FIELDS[field].fill} /></label>`)}
          <label class="check"><input type="checkbox" name="card-consent" /><span>${words.cardConsent}</span></label>
        </div>
      </details>
      <label class="check"><input type="checkbox" name="consent" /><span>${words.consent}</span></label>
      <p id="problem" class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
      <div class="row"><button type="submit" class="main" data-send ?disabled=${this.sending}>${this.sending ? words.sending : words.send}</button></div>
    </form>`;
  }

  /** The exhibit that it is about, where one was looked at. */
  private about(booth: string): string {
    if (this.subject === booth) return "";
    const placement = this.view.hall?.areas.flatMap(({ placements }) => placements).find(({ id }) => id === this.subject);
    const exhibit = this.view.hall?.exhibits.find(({ id }) => id === placement?.exhibit);
    return exhibit ? `: ${read(exhibit.name)}` : "";
  }

  private async sent(event: Event): Promise<void> {
    event.preventDefault();
    const booth = boothOf(this.view.hall, this.subject);
    if (!booth || this.sending || !this.letters) return;
    const filled = new FormData(this.form);
    const value = (name: string): string => String(filled.get(name) ?? "").trim();
    const card = Object.fromEntries(CARD.flatMap((field) => (value(field) ? [[field, value(field)]] : []))) as Card;
    this.sending = true;
    this.problem = null;
    this.problem = await this.letters.send({
      booth: booth.id,
      placement: this.subject === booth.id ? null : this.subject,
      text: value("text"),
      card,
      consent: filled.has("consent"),
      cardConsent: filled.has("card-consent"),
    });
    this.sending = false;
  }
}
