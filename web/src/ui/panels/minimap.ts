/** The plan of the area in a corner: a press on it goes there, the button below opens the large one. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Point, Pose } from "../../core/plan.js";
import type { Area } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { look } from "../look.js";
import { toPlan } from "../plan/looking.js";
import type { Dot } from "../view.js";
import { type Marked, markWords } from "../visit/listing.js";
import type { Plan } from "./plan.js";
import "./plan.js";

@customElement("hall-minimap")
export class Minimap extends HallElement {
  static override styles = [
    look,
    css`
      .panel {
        display: grid;
        width: clamp(140px, 17vw, 240px);
        overflow: hidden;
      }
      hall-plan {
        width: 100%;
        min-height: 60px;
        max-height: clamp(76px, 20vh, 150px);
        cursor: crosshair;
        touch-action: manipulation;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        background: transparent;
        border-radius: 0 0 var(--radius) var(--radius);
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      /* As low as a frame in an article, a plan would hide what one came to see: the button to the large one is left. */
      @media (max-width: 760px) and (max-height: 300px) {
        .panel {
          width: auto;
        }
        hall-plan {
          display: none;
        }
      }
      .note {
        padding: 8px 12px;
        font-size: 14px;
      }
      .note:empty {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) area: Area | undefined;
  @property({ attribute: false }) people: readonly number[] = [];
  @property({ attribute: false }) route: readonly Point[] | null = null;
  @property({ attribute: false }) pins: readonly Point[] = [];
  /** What was visited and bookmarked. */
  @property({ attribute: false }) marks: readonly Marked[] = [];
  /** Why the last press did nothing. */
  @property() note = "";
  @query("hall-plan") private readonly plan!: Plan | null;

  place(me: Pose, others: readonly Dot[]): void {
    this.plan?.place(me, others);
  }

  protected override render(): TemplateResult {
    return html`<div class="panel">
      <p role="status" class="note">${this.note}</p>
      <hall-plan .area=${this.area} .people=${this.people} .route=${this.route} .pins=${this.pins} .marks=${this.marks} shaped patient @click=${this.pressed}></hall-plan>
      <button aria-label=${[say().openPlan, markWords(this.marks)].filter(Boolean).join(". ")} aria-haspopup="dialog" @click=${() => this.dispatchEvent(new Event("open-map"))}>
        ${icon("map")} <span>${say().plan}</span>
      </button>
    </div>`;
  }

  private pressed(event: MouseEvent): void {
    const { plan, area } = this;
    if (!plan || !area) return;
    const box = plan.getBoundingClientRect();
    const [x, y] = toPlan(plan.fit, event.clientX - box.left, event.clientY - box.top);
    if (x < 0 || y < 0 || x > area.size[0] || y > area.size[1]) return;
    this.dispatchEvent(new CustomEvent<Point>("point", { detail: [x, y] }));
  }
}
