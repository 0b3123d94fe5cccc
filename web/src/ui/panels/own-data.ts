/** What is kept of the visitor, in the settings: whether it may be, all of it as a file, and its end. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { consentWords } from "../messages/consent.js";
import { blankView, type Intents, type View } from "../view.js";
import { saveFile } from "../visit/saving.js";
import { settingsLook } from "./settings-look.js";

@customElement("hall-own-data")
export class OwnData extends HallElement {
  static override styles = [
    look,
    settingsLook,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }
      .actions button {
        flex: 1 1 180px;
      }
      a {
        display: inline-block;
        padding: 8px 0;
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private sure = false;
  @state() private told: keyof Told | null = null;

  protected override render(): TemplateResult {
    const words = consentWords[language.value];
    const role = this.view.me?.role ?? "visitor";
    return html`${role === "visitor" ? this.choice() : html`<p>${role === "kiosk" ? words.kiosk : words.account}</p>`}
      <p><a href="/consent?lang=${language.value}" target="_blank" rel="noopener">${words.more}</a></p>
      ${role === "kiosk" ? nothing : this.sure ? this.asking(role !== "visitor") : this.actions()}
      <p role="status">${this.told ? words[this.told] : nothing}</p>`;
  }

  private choice(): TemplateResult {
    const words = consentWords[language.value];
    const { choice } = this.view.consent;
    const options = [[true, words.choices.yes], [false, words.choices.no]] as const;
    return html`<fieldset aria-describedby="consent-told">
      <legend>${words.choice}</legend>
      <div class="choices">
        ${options.map(([value, label]) => html`<label>
          <input type="radio" name="consent" .checked=${choice === value} @change=${() => this.intents?.consenting()?.decide(value)} />${label}
        </label>`)}
      </div>
      <p class="quiet" id="consent-told">${words.choiceHint}</p>
    </fieldset>`;
  }

  private actions(): TemplateResult {
    const words = consentWords[language.value];
    return html`<div class="actions">
      <button data-save @click=${() => void this.save()}>${words.save}</button>
      <button data-erase @click=${() => (this.sure = true)}>${words.erase}</button>
    </div>`;
  }

  private asking(account: boolean): TemplateResult {
    const words = consentWords[language.value];
    return html`<div role="group" aria-label=${words.erase}>
      <p>${words.eraseSure} ${account ? words.eraseAccount : nothing}</p>
      <div class="actions">
        <button data-no @click=${() => (this.sure = false)}>${words.eraseNo}</button>
        <button data-yes @click=${() => void this.erase()}>${words.eraseYes}</button>
      </div>
    </div>`;
  }

  private async save(): Promise<void> {
    const data = (await this.intents?.consenting()?.everything()) ?? null;
    if (data) saveFile("hallwright-my-data.json", "application/json", JSON.stringify(data, null, 2));
    this.told = data ? "saved" : "unreached";
  }

  private async erase(): Promise<void> {
    this.sure = false;
    const refused = await this.intents?.consenting()?.erase();
    this.told = refused === null ? "erased" : "unreached";
    if (refused && read(refused)) this.told = "unreached";
  }

  /** The focus follows the question and its answer. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get("sure") !== undefined) this.renderRoot.querySelector<HTMLElement>(this.sure ? "[data-no]" : "[data-erase]")?.focus();
  }
}

type Told = Pick<(typeof consentWords)["en"], "saved" | "erased" | "unreached">;
