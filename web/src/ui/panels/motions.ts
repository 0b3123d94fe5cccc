/** What an exhibit can do, as buttons; says what came of pressing one. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import type { Model } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { playable } from "../exhibited.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import type { Intents, Played } from "../view.js";

@customElement("hall-motions")
export class Motions extends HallElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 8px;
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
      p:empty {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) model: Model | null = null;
  @property() placement = "";
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private played: { readonly motion: string; readonly how: Played } | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("placement")) this.played = null;
  }

  protected override render(): TemplateResult {
    const motions = this.model ? playable(this.model) : [];
    if (motions.length === 0) return html``;
    return html`<div class="buttons" role="group" aria-label=${say().inMotion}>
        ${motions.map(([name, caption]) => html`<button data-motion=${name} @click=${() => void this.start(name)}>
          ${icon("play")} ${captionOf(caption)}
        </button>`)}
      </div>
      <p class="quiet" role="status">${this.told(motions)}</p>`;
  }

  private told(motions: ReturnType<typeof playable>): string | typeof nothing {
    if (!this.played) return nothing;
    const { motion, how } = this.played;
    if (how.kind === "refused") return read(how.message);
    const name = captionOf(motions.find(([each]) => each === motion)?.[1] ?? null);
    return how.kind === "everyone" ? say().playing(name) : say().playingAlone(name);
  }

  private async start(motion: string): Promise<void> {
    const { placement } = this;
    this.played = null;
    const how = await this.intents?.play(placement, motion);
    if (how && placement === this.placement) this.played = { motion, how };
  }
}

const captionOf = (caption: Text | null): string => (caption ? read(caption) : say().play);
