/** The plan of the area, large, above the directory of the venue. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Pose } from "../../core/plan.js";
import { areaOf } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { blankView, type Dot, type Intents, type View } from "../view.js";
import type { Directory } from "./directory.js";
import type { Plan } from "./minimap.js";
import "../dialog-frame.js";
import "./directory.js";
import "./minimap.js";

@customElement("hall-map-dialog")
export class MapDialog extends HallElement {
  static override styles = [
    look,
    css`
      .plan {
        display: block;
        width: 100%;
        max-height: clamp(160px, 36vh, 380px);
        margin-bottom: 8px;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin-bottom: 16px;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .you {
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) ask: Intents["search"] | null = null;
  @query("hall-directory") private readonly directory!: Directory | null;
  @query("hall-plan") private readonly plan!: Plan | null;

  place(me: Pose, others: readonly Dot[]): void {
    this.plan?.place(me, others);
  }

  /** Takes the focus to the field where one looks things up. */
  async find(): Promise<void> {
    await this.updateComplete;
    await this.directory?.updateComplete;
    this.directory?.find();
  }

  protected override render(): TemplateResult {
    const { hall, area } = this.view;
    const here = hall ? areaOf(hall, area) : undefined;
    return html`<hall-dialog wide heading=${say().map} @close=${() => this.dispatchEvent(new Event("close"))}>
      <hall-plan class="plan" role="img" aria-label=${say().mapOf(read(here?.name))} .area=${here} .letters=${20} .margin=${6} people shaped></hall-plan>
      <p class="legend quiet">
        <span><svg class="you" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1l5 13-5-3-5 3z" fill="currentColor"></path></svg>${say().you}</span>
        <span><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="4" fill="currentColor"></circle></svg>${say().otherVisitors}</span>
      </p>
      <hall-directory .hall=${hall} .counts=${this.view.counts} here=${area} .ask=${this.ask} walkable @go=${this.going}></hall-directory>
    </hall-dialog>`;
  }

  private going(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent("go", { detail: event.detail as unknown }));
  }
}
