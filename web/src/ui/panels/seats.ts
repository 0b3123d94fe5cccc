/** Where one may sit in an exhibit: a button, or one for each seat. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Model, Seat } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import type { Intents } from "../view.js";

@customElement("hall-seats")
export class Seats extends HallElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      h3 {
        font-size: 16px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        text-align: start;
        padding: 6px 16px 6px 12px;
      }
    `,
  ];

  @property({ attribute: false }) model: Model | null = null;
  @property() placement = "";
  @property({ attribute: false }) intents: Intents | null = null;

  /** Takes the focus to the button of a seat. */
  resume(seat: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-seat="${seat}"]`)?.focus());
  }

  protected override willUpdate(): void {
    this.hidden = !this.model?.seats.length;
  }

  protected override render(): TemplateResult {
    const seats = this.model?.seats ?? [];
    const [only, ...more] = seats;
    if (!only) return html``;
    if (more.length === 0) return html`<div class="buttons">${this.button(only, say().takeSeat)}</div>`;
    return html`<h3 id="seats">${say().takeSeat}</h3>
      <div class="buttons" role="group" aria-labelledby="seats">${seats.map((seat) => this.button(seat, read(seat.name)))}</div>`;
  }

  private button({ id }: Seat, caption: string): TemplateResult {
    return html`<button data-seat=${id} @click=${() => this.intents?.sit(this.placement, id)}>${icon("seat")} ${caption}</button>`;
  }
}
