/** Says the zone that one walks into: letter, colour and word, for a few seconds, and to screen readers politely. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Zone } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { zoneBadge } from "../zone-badge.js";

const SHOWN_FOR = 3_500;

@customElement("hall-zone-banner")
export class ZoneBanner extends HallElement {
  static override styles = [
    look,
    css`
      .banner {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 10px 22px 10px 10px;
        max-width: min(520px, calc(100vw - 24px));
        animation: arrive var(--quick);
      }
      .letter {
        font-size: 14px;
        color: var(--ink-2);
      }
      .name {
        font-size: 20px;
        font-weight: 700;
        line-height: 1.2;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
    `,
  ];

  @property({ attribute: false }) zone: Zone | undefined;
  @state() private shown = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("zone") || changed.get("zone")?.id === this.zone?.id) return;
    clearTimeout(this.timer);
    this.shown = this.zone !== undefined;
    this.timer = setTimeout(() => (this.shown = false), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    const zone = this.shown ? this.zone : undefined;
    return html`<div role="status" aria-live="polite">
      ${zone
        ? html`<div class="panel banner">
            ${zoneBadge(zone, 52)}
            <div>
              <p class="letter">${say().zone(zone.letter)}</p>
              <p class="name">${read(zone.name)}</p>
            </div>
          </div>`
        : nothing}
    </div>`;
  }
}
