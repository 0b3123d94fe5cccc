/** One's own visit as a page: totals, plans with what one saw, lists, and what can be done with all of it. It prints. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import type { Manifest } from "../../hall/manifest.js";
import { noVisit, type Visit } from "../../session/visit.js";
import { calm } from "../calm.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look, tokens } from "../look.js";
import type { VisitIntents } from "../view.js";
import { marksIn, markWords, told } from "../visit/listing.js";
import { pictureOf } from "../visit/picture.js";
import { visitPageLook } from "./visit-page-look.js";
import "../visit/lists.js";
import "../visit/tools.js";
import "./language-button.js";

interface Drawn {
  readonly area: string;
  readonly words: string;
  readonly address: string;
}

@customElement("hall-visit-page")
export class VisitPage extends HallElement {
  static override styles = [look, tokens, visitPageLook];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) visit: Visit = noVisit;
  @property({ attribute: false }) intents: VisitIntents | null = null;
  /** Whether what is kept outlives the page. */
  @property({ type: Boolean }) kept = true;
  /** Why there is no hall yet. */
  @property({ attribute: false }) reason: Text | null = null;
  @state() private plans: readonly Drawn[] = [];
  private planned = "";
  private stopCalm: (() => void) | undefined;
  private readonly redraw = (): void => {
    this.planned = "";
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCalm = calm.watch((on) => this.toggleAttribute("calm", on));
    document.fonts.addEventListener("loadingdone", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopCalm?.();
    document.fonts.removeEventListener("loadingdone", this.redraw);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { hall, visit } = this;
    if (!hall) return;
    const areas = hall.areas.map((area) => ({ area, marks: marksIn(visit, hall, area) })).filter(({ marks }) => marks.length > 0);
    // Drawn anew only for other marks: seconds that pass in the hall change nothing on a plan.
    const key = language.value + JSON.stringify(areas.map(({ area, marks }) => [area.id, marks]));
    if (key === this.planned) return;
    this.planned = key;
    this.plans = areas.map(({ area, marks }) => ({
      area: read(area.name), address: pictureOf(hall, area, marks), words: `${say().visitPlan(read(area.name))} · ${markWords(marks)}`,
    }));
  }

  protected override render(): TemplateResult {
    const { hall } = this;
    return html`<main>
      <header>
        <div class="words">${hall ? this.heading(hall) : this.waiting()}</div>
        <div class="actions">
          <button data-print ?disabled=${!hall} @click=${() => window.print()}>${icon("print")} ${say().print}</button>
          ${hall ? html`<a class="button" href=${`/?venue=${encodeURIComponent(hall.venue)}`}>${icon("back")} ${say().backToHall}</a>` : nothing}
          <hall-language-button></hall-language-button>
        </div>
      </header>
      ${hall ? this.all(hall) : nothing}
    </main>`;
  }

  private heading(hall: Manifest): TemplateResult {
    return html`<h1>${say().visit}</h1><h2>${read(hall.name)}</h2>`;
  }

  private waiting(): TemplateResult {
    if (!this.reason) return html`<h1>${say().visit}</h1><p role="status">${say().loadingPlan}</p>`;
    return html`<div role="status"><h1>${say().failed}</h1><p>${read(this.reason)}</p></div>
      <button class="main" data-retry @click=${() => this.dispatchEvent(new Event("retry"))}>${say().retry}</button>`;
  }

  private all(hall: Manifest): TemplateResult {
    const { visit, intents, kept } = this;
    return html`<ul class="totals">${told(visit, hall).map((each) => html`<li>${each}</li>`)}</ul>
      <p class=${kept ? "quiet" : "bad"} data-private>${kept ? say().visitPrivate : say().visitUnkept}</p>
      <div class="plans">${this.plans.map(({ area, words, address }) => html`<figure><img src=${address} alt=${words} /><figcaption>${area}</figcaption></figure>`)}</div>
      <hall-visit-lists .hall=${hall} .visit=${visit} .intents=${intents}></hall-visit-lists>
      <hall-visit-tools .hall=${hall} .visit=${visit} .intents=${intents}></hall-visit-tools>
      ${hall.sample_data ? html`<p class="quiet">${say().sampleData}</p>` : nothing}`;
  }
}
