/** The plan of the area in a corner; a press opens the map with everything listed. */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Pose } from "../../core/plan.js";
import type { Area } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { say } from "../language.js";
import { look } from "../look.js";
import { darkPlan, drawPeople, drawPlan, fit, lightPlan, type Fit, type PlanColors } from "../plan-drawing.js";
import { middle, type Dot } from "../view.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

@customElement("hall-plan")
export class Plan extends HallElement {
  static override styles = [
    look,
    css`
      :host {
        display: block;
      }
      canvas {
        display: block;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) area: Area | undefined;
  /** Size of zone letters in CSS pixels; 0 leaves them out. */
  @property({ type: Number }) letters = 13;
  @property({ type: Number }) margin = 4;
  /** Whether it takes the shape of the area. */
  @property({ type: Boolean }) shaped = false;
  /** Whether the visitor and the others are drawn. */
  @property({ type: Boolean }) people = false;
  @query("canvas") private readonly canvas!: HTMLCanvasElement;
  private readonly still = document.createElement("canvas");
  private readonly watch = new ResizeObserver(() => this.redraw());
  private me: Pose = middle;
  private others: readonly Dot[] = [];
  private to: Fit = { scale: 1, left: 0, top: 0 };
  private readonly recolor = (): void => this.redraw();

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
    dark.addEventListener("change", this.recolor);
    document.fonts.addEventListener("loadingdone", this.recolor);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
    dark.removeEventListener("change", this.recolor);
    document.fonts.removeEventListener("loadingdone", this.recolor);
  }

  /** Draws the people anew; the rest was kept. */
  place(me: Pose, others: readonly Dot[]): void {
    this.me = me;
    this.others = others;
    this.paint();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As wide as the place allows, as high as the area asks for.
    if (this.area && this.shaped) this.style.setProperty("aspect-ratio", `${String(this.area.size[0])} / ${String(this.area.size[1])}`);
    if (changed.has("area") || changed.has("letters")) this.redraw();
  }

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  private get colors(): PlanColors {
    return dark.matches ? darkPlan : lightPlan;
  }

  private redraw(): void {
    if (!this.canvas || !this.area || this.clientWidth === 0) return;
    const ratio = Math.min(3, devicePixelRatio);
    const width = Math.round(this.clientWidth * ratio);
    const height = Math.round(this.clientHeight * ratio);
    for (const canvas of [this.canvas, this.still]) Object.assign(canvas, { width, height });
    this.to = fit(this.area.size, width, height, this.margin * ratio);
    const pen = this.still.getContext("2d");
    if (pen) drawPlan(pen, this.area, this.to, this.colors, this.letters * ratio);
    this.paint();
  }

  private paint(): void {
    const pen = this.canvas?.getContext("2d");
    if (!pen || this.still.width === 0) return;
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.drawImage(this.still, 0, 0);
    const size = 8 * Math.min(3, devicePixelRatio);
    if (this.people) drawPeople(pen, this.to, this.colors, this.me, this.others, size);
  }
}

@customElement("hall-minimap")
export class Minimap extends HallElement {
  static override styles = [
    look,
    css`
      button {
        display: block;
        padding: 4px;
        background: var(--ground);
        box-shadow: var(--shade);
      }
      hall-plan {
        width: clamp(132px, 17vw, 232px);
        min-height: 60px;
        max-height: clamp(100px, 20vh, 150px);
      }
    `,
  ];

  @property({ attribute: false }) area: Area | undefined;
  @query("hall-plan") private readonly plan!: Plan | null;

  place(me: Pose, others: readonly Dot[]): void {
    this.plan?.place(me, others);
  }

  protected override render(): TemplateResult {
    return html`<button aria-label=${say().minimap} aria-haspopup="dialog" @click=${this.pressed}>
      <hall-plan .area=${this.area} people shaped></hall-plan>
    </button>`;
  }

  private pressed(): void {
    this.dispatchEvent(new Event("open-map"));
  }
}
