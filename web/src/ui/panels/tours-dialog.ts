/** The tours of the venue: what each shows, how long it takes, and a button that starts it. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import type { Tour } from "../../hall/tours.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import "../dialog-frame.js";

/** Seconds on the way between two stops, as a guess that is told in minutes. */
const BETWEEN = 12;

@customElement("hall-tours-dialog")
export class ToursDialog extends HallElement {
  static override styles = [
    look,
    css`
      .tours {
        display: grid;
        gap: 16px;
      }
      li {
        display: grid;
        gap: 6px;
        padding-bottom: 16px;
        border-bottom: 1px solid var(--line);
      }
      li:last-child {
        border: 0;
        padding: 0;
      }
      h3 {
        font-size: 18px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        justify-self: start;
        margin-top: 6px;
        padding-left: 12px;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;

  protected override render(): TemplateResult {
    return html`<hall-dialog heading=${say().tours} @close=${() => this.dispatchEvent(new Event("close"))}>
      <ul class="tours">
        ${(this.hall?.tours ?? []).map((tour) => html`<li>${this.entry(tour)}</li>`)}
      </ul>
    </hall-dialog>`;
  }

  private entry(tour: Tour): TemplateResult {
    const minutes = Math.max(1, Math.round((tour.seconds + BETWEEN * (tour.stops.length - 1)) / 60));
    const summary = read(tour.summary);
    return html`<h3>${read(tour.name)}</h3>
      <p class="quiet">${say().tourLength(minutes, tour.stops.length)}</p>
      ${summary ? html`<p>${summary}</p>` : nothing}
      <button class="main" data-tour=${tour.id} aria-label=${say().tourStartOf(read(tour.name))}
        @click=${() => this.dispatchEvent(new CustomEvent("take", { detail: tour.id }))}>${icon("play")} ${say().tourStart}</button>`;
  }
}
