/** Booths around the visitor as buttons: hidden from the eye until Tab comes to them, always there for readers. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { distance, type Pose } from "../../core/plan.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { nearby, type Place } from "../places.js";

const RADIUS = 40;
const MOST = 8;
const EVERY = 700; // ms between two looks around

@customElement("hall-nearby")
export class Nearby extends HallElement {
  static override styles = [
    look,
    css`
      nav {
        width: min(340px, calc(100vw - 24px));
        padding: 12px;
      }
      nav:not(:focus-within) {
        position: absolute;
        width: 1px;
        height: 1px;
        padding: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      h2 {
        font-size: 16px;
        padding: 4px 8px 8px;
      }
      button {
        display: flex;
        width: 100%;
        gap: 10px;
        align-items: baseline;
        text-align: start;
        padding: 8px 12px;
        background: transparent;
        font-weight: 400;
      }
      b {
        flex: none;
        min-width: 44px;
      }
      .name {
        flex: 1;
        overflow-wrap: anywhere;
      }
      .quiet {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) places: readonly Place[] = [];
  @property() area = "";
  @state() private around: readonly Place[] = [];
  private me: Pose | null = null;
  private lookedAt = -Infinity;

  /** Looks around now and then; not while somebody is choosing, so that nothing moves under their finger. */
  place(me: Pose, now: number): void {
    if (now - this.lookedAt < EVERY || this.matches(":focus-within")) return;
    this.lookedAt = now;
    this.me = me;
    const around = nearby(this.places, this.area, [me.x, me.y], RADIUS, MOST);
    if (around.some((place, i) => place !== this.around[i]) || around.length !== this.around.length) this.around = around;
  }

  protected override render(): TemplateResult {
    if (this.around.length === 0) return html``;
    return html`<nav class="panel" aria-labelledby="heading">
      <h2 id="heading">${say().nearby}</h2>
      <ul>
        ${repeat(this.around, ({ id }) => id, (place) => html`<li>${this.line(place)}</li>`)}
      </ul>
    </nav>`;
  }

  private line(place: Place): TemplateResult {
    const far = this.me ? Math.round(distance(place.at, [this.me.x, this.me.y])) : 0;
    return html`<button data-place=${place.id} @click=${() => this.chosen(place)}>
      ${place.number ? html`<b>${place.number}</b>` : nothing}<span class="name">${read(place.name)}</span>
      <span class="quiet">${say().away(far)}</span>
    </button>`;
  }

  private chosen(place: Place): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: place.id }));
  }
}
