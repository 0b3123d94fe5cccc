/** The picture of an area's plan: what stays is drawn once and kept, what moves is drawn over it. */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { clamp } from "../../core/math.js";
import type { Point, Pose } from "../../core/plan.js";
import type { Area, Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { darkPlan, lightPlan, type PlanColors } from "../plan/colors.js";
import { drawGround } from "../plan/ground.js";
import type { Label } from "../plan/labels.js";
import { drawMarks } from "../plan/marks.js";
import { type Fit, fitLook, type Frame, type Look, toPixel, whole } from "../plan/looking.js";
import { drawHeat, drawPeople, drawPins, drawRoute } from "../plan/people.js";
import { labelsOf } from "../plan/wishes.js";
import { drawLetters, forget, measuring, writeLabels } from "../plan/writing.js";
import type { Dot } from "../view.js";
import type { Marked } from "../visit/listing.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const SHARPEST = 3;
const SOON = 300; // ms
/** Pixels of the visitor's arrowhead, far and near; the others are a third. */
const SMALLEST = 8;
const LARGEST = 11;

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
  /** With it, everything is named; else only zones have letters. */
  @property({ attribute: false }) hall: Manifest | null = null;
  /** What one looks at; null for the whole. */
  @property({ attribute: false }) looking: Look | null = null;
  /** People in each zone. */
  @property({ attribute: false }) people: readonly number[] = [];
  /** The way that is left. */
  @property({ attribute: false }) route: readonly Point[] | null = null;
  /** Places that are pointed out. */
  @property({ attribute: false }) pins: readonly Point[] = [];
  /** What was visited and bookmarked. */
  @property({ attribute: false }) marks: readonly Marked[] = [];
  /** Size of zone letters in pixels, where nothing is named. */
  @property({ type: Number }) letters = 13;
  @property({ type: Number }) margin = 4;
  /** Whether it is drawn a moment after it is there: what stands beside it is waited for. */
  @property({ type: Boolean }) patient = false;
  /** Whether it takes the shape of the area. */
  @property({ type: Boolean }) shaped = false;
  @query("canvas") private readonly canvas!: HTMLCanvasElement;
  /** What lies below what moves, and what is written over it. */
  private readonly still = document.createElement("canvas");
  private readonly written = document.createElement("canvas");
  private readonly watch = new ResizeObserver(() => {
    if (!this.waiting && this.drawn !== this.measure) this.resized(); // it also tells the first size
  });
  private drawn = "";
  private waiting = false;
  private me: Pose | null = null;
  private others: readonly Dot[] = [];
  private labels: { readonly key: string; readonly area: Area; readonly labels: readonly Label[] } | null = null;
  private readonly recolor = (): void => this.resized();

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

  /** How the plan lies in the picture now. */
  get fit(): Fit {
    return this.area ? fitLook(this.area.size, this.frame, this.looking ?? whole(this.area.size)) : { scale: 1, left: 0, top: 0 };
  }

  get frame(): Frame {
    return { width: Math.max(1, this.clientWidth), height: Math.max(1, this.clientHeight), margin: this.margin };
  }

  /** Draws the people anew, and the visitor unless they are elsewhere; the rest was kept. */
  place(me: Pose | null, others: readonly Dot[]): void {
    this.me = me;
    this.others = others;
    this.paint();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As wide as the place allows, as high as the area asks for.
    if (this.area && this.shaped) this.style.setProperty("aspect-ratio", `${String(this.area.size[0])} / ${String(this.area.size[1])}`);
    const moving = ["people", "route", "pins", "marks"] as const;
    const stays = changed.size > 0 && [...changed.keys()].every((key) => (moving as readonly PropertyKey[]).includes(key)) && this.drawn === this.measure;
    if (stays) this.paint();
    else if (this.patient && this.drawn === "") this.drawSoon();
    else this.draw();
  }

  private drawSoon(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.draw();
    }, SOON);
  }

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  private get colors(): PlanColors {
    return dark.matches ? darkPlan : lightPlan;
  }

  /** Other fonts write other widths. */
  private resized(): void {
    forget();
    this.labels = null;
    if (this.patient && this.drawn === "") this.drawSoon();
    else this.draw();
    this.dispatchEvent(new Event("resized"));
  }

  private draw(): void {
    if (!this.canvas || !this.area || this.clientWidth === 0) return;
    this.drawn = this.measure;
    for (const canvas of [this.canvas, this.still, this.written]) this.sized(canvas);
    const [below, above] = [this.still.getContext("2d"), this.written.getContext("2d")];
    if (!below || !above) return;
    const to = this.fit;
    const { width, height } = this.frame;
    drawGround(below, this.area, to, this.colors, { tint: this.hall ? 0.34 : 0.55, width, height });
    if (this.hall) writeLabels(above, this.labelled(above, to), this.colors, to.left, to.top, width, height);
    else if (this.letters > 0) {
      for (const portal of this.area.portals) drawPortal(above, toPixel(to, portal.at), this.letters, this.colors);
      drawLetters(above, this.area, to, this.letters);
    }
    this.paint();
  }

  /** Labels keep their places as long as the scale is the same: they move with the plan. */
  private labelled(pen: CanvasRenderingContext2D, to: Fit): readonly Label[] {
    const { hall, area } = this;
    if (!hall || !area) return [];
    const key = `${language.value} ${String(to.scale)}`;
    if (this.labels?.key !== key || this.labels.area !== area) {
      const labels = labelsOf(hall, area, { scale: to.scale, left: 0, top: 0 }, read, measuring(pen));
      this.labels = { key, area, labels };
    }
    return this.labels.labels;
  }

  private paint(): void {
    const pen = this.canvas?.getContext("2d");
    const { area, colors } = this;
    if (!pen || !area || this.clientWidth === 0 || this.still.width === 0 || this.canvas.width !== this.still.width) return;
    const to = this.fit;
    const near = this.hall !== null;
    this.sized(this.canvas);
    this.lay(pen, this.still);
    drawHeat(pen, area, to, colors, this.people);
    if (this.route) drawRoute(pen, this.route, to, colors, near ? 5 : 3);
    this.lay(pen, this.written);
    drawMarks(pen, this.marks, to, colors, near ? 8 : 4.5);
    drawPins(pen, this.pins, to, colors, near ? 13 : 9);
    drawPeople(pen, to, colors, this.me, this.others, near ? clamp(4 + to.scale, SMALLEST, LARGEST) : SMALLEST);
  }

  private lay(pen: CanvasRenderingContext2D, layer: HTMLCanvasElement): void {
    pen.save();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(layer, 0, 0);
    pen.restore();
  }

  /** For what it has to be drawn: its size, the light, and the language of what is written. */
  private get measure(): string {
    return `${String(this.clientWidth)} × ${String(this.clientHeight)} ${dark.matches ? "dark" : "light"} ${language.value}`;
  }

  private get ratio(): number {
    return Math.min(SHARPEST, devicePixelRatio);
  }

  /** As large as the place, empty, and drawn on in pixels of CSS. */
  private sized(canvas: HTMLCanvasElement): void {
    const { width, height } = this.frame;
    const pixels = { width: Math.round(width * this.ratio), height: Math.round(height * this.ratio) };
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
    const pen = canvas.getContext("2d");
    pen?.setTransform(1, 0, 0, 1, 0, 0);
    pen?.clearRect(0, 0, canvas.width, canvas.height);
    pen?.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }
}

function drawPortal(pen: CanvasRenderingContext2D, [x, y]: readonly [number, number], letters: number, colors: PlanColors): void {
  const size = Math.max(3, letters / 3.5);
  pen.beginPath();
  pen.rect(x - size, y - size, 2 * size, 2 * size);
  pen.fillStyle = colors.you;
  pen.fill();
  pen.strokeStyle = colors.halo;
  pen.lineWidth = Math.max(1, size / 3);
  pen.stroke();
}
