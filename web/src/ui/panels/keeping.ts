/** On a card: the note one writes on it, and taking the exhibitor's business card. What is typed is saved as it is typed. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { countOf, has, LONGEST_NOTE, noVisit, type Visit } from "../../session/visit.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { look } from "../look.js";
import type { Place } from "../places.js";
import type { Intents } from "../view.js";
import { cardOf } from "../visit/cards.js";
import { fieldsLook } from "./fields-look.js";

const PAUSE = 400; // ms without a key after which it is saved

@customElement("hall-keeping")
export class KeepingPanel extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    css`
      :host {
        display: grid;
        gap: 10px;
        padding-bottom: 4px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 14px;
        color: var(--ink-2);
      }
      textarea {
        min-height: 72px;
      }
      .taking {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 0 14px 0 10px;
      }
      button[aria-pressed="true"] {
        border-color: var(--good);
      }
      button[aria-pressed="true"] svg {
        color: var(--good);
      }
      .told {
        min-height: 20px;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) place: Place | undefined;
  @property({ attribute: false }) visit: Visit = noVisit;
  /** Whether it outlives the page. */
  @property({ type: Boolean }) kept = false;
  @property({ attribute: false }) intents: Intents | null = null;
  /** What is typed and not saved yet. */
  @state() private draft: { readonly id: string; readonly text: string } | null = null;
  @state() private saved = false;
  private saving: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("pagehide", this.save);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pagehide", this.save);
    this.save();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("place") || (changed.get("place") as Place | undefined)?.id === this.place?.id) return;
    this.save();
    this.saved = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { place } = this;
    if (!place) return nothing;
    const written = this.draft?.text ?? this.visit.things.get(place.id)?.note ?? "";
    return html`${this.taking(place)}
      <label>${say().note}<textarea data-note rows="2" maxlength=${LONGEST_NOTE} aria-describedby="told" .value=${written} @input=${this.typed} @blur=${this.save}></textarea></label>
      <p id="told" role="status" class="quiet told">${this.told()}</p>`;
  }

  private taking(place: Place): TemplateResult | typeof nothing {
    if (!cardOf(this.hall, place)) return nothing;
    const taken = has(this.visit.things.get(place.id), "card");
    const basket = countOf(this.visit, "card");
    return html`<div class="taking">
      <button data-card aria-pressed=${taken} @click=${() => this.intents?.keeping()?.card(place.id, !taken)}>
        ${icon(taken ? "tick" : "card")} ${taken ? say().cardTaken : say().takeCard}</button>
      <span role="status" class="quiet" data-basket>${basket > 0 ? say().basket(basket) : nothing}</span>
    </div>`;
  }

  private told(): string {
    if (!this.kept) return say().visitUnkept;
    return this.saved ? say().noteSaved : say().visitPrivate;
  }

  private typed(event: Event): void {
    if (!this.place) return;
    this.draft = { id: this.place.id, text: (event.target as HTMLTextAreaElement).value };
    this.saved = false;
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), PAUSE);
  }

  private readonly save = (): void => {
    clearTimeout(this.saving);
    const { draft } = this;
    if (!draft) return;
    this.draft = null;
    this.intents?.keeping()?.note(draft.id, draft.text);
    this.saved = draft.id === this.place?.id;
  };
}
