/** The hotspots of what is inspected as numbered buttons over the picture, and a line between the ends of a measure. */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, queryAll, query } from "lit/decorators.js";
import type { Hotspot } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { lengthOf } from "../exhibited.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import type { InspectView, Mark, Marks } from "../view.js";

const HALF = 22; // pixels of a button
const EDGE = 6;

@customElement("hall-hotspot-marks")
export class HotspotMarks extends HallElement {
  static override styles = [
    look,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: hidden;
        pointer-events: none;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        position: absolute;
        left: 0;
        top: 0;
        width: 44px;
        height: 44px;
        padding: 0;
        background: transparent;
        border: 0;
        pointer-events: auto;
        display: grid;
        place-items: center;
      }
      b {
        width: 30px;
        height: 30px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 15px;
        color: var(--on-accent);
        background: var(--accent);
        border: 2px solid var(--ground);
        box-shadow: var(--shade);
      }
      button.behind b {
        color: var(--ink);
        background: var(--ground);
        border-color: var(--ink-2);
      }
      button[aria-pressed="true"] b {
        width: 36px;
        height: 36px;
        outline: 3px solid var(--ink);
      }
      button:hover b {
        outline: 3px solid var(--ink);
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) spots: readonly Hotspot[] = [];
  @property({ attribute: false }) view: InspectView | null = null;
  /** CSS pixels at the right and the bottom that are covered by something else. */
  @property({ attribute: false }) covered: readonly [right: number, bottom: number] = [0, 0];
  @queryAll("button") private readonly buttons!: NodeListOf<HTMLButtonElement>;
  @query("svg") private readonly drawing!: SVGElement | null;

  /** Puts everything where it is now. */
  place({ spots, ends }: Marks): void {
    spots.forEach((mark, i) => this.put(this.buttons[i], mark));
    const [from, to] = ends;
    this.draw(from ?? null, to ?? null);
  }

  protected override render(): TemplateResult {
    return html`<svg aria-hidden="true" hidden>
        ${svg`<line stroke="#ffffff" stroke-width="6" stroke-opacity="0.85" stroke-linecap="round" />
        <line stroke="#12609f" stroke-width="2.5" stroke-dasharray="7 5" stroke-linecap="round" />
        <circle r="6" fill="#12609f" stroke="#ffffff" stroke-width="2.5" /><circle r="6" fill="#12609f" stroke="#ffffff" stroke-width="2.5" />
        <text text-anchor="middle" font-size="17" font-weight="700" fill="#182128" stroke="#ffffff" stroke-width="5" paint-order="stroke">${
          this.view?.metres === null || !this.view ? nothing : lengthOf(this.view.metres)}</text>`}
      </svg>
      <section aria-label=${say().details}><ol>
        ${this.spots.map((spot, i) => html`<li>
          <button data-spot=${spot.id} aria-pressed=${this.view?.spot === spot.id}
            aria-label=${say().detail(i + 1, read(spot.name))} @click=${() => this.chosen(spot)}><b aria-hidden="true">${i + 1}</b></button>
        </li>`)}
      </ol></section>`;
  }

  /** A button stays on the screen even where its hotspot is not: it can always be reached. */
  private put(button: HTMLButtonElement | undefined, { x, y, ahead, hidden }: Mark): void {
    if (!button) return;
    const [right, bottom] = this.covered;
    const [width, height] = [this.clientWidth - right - HALF - EDGE, this.clientHeight - bottom - HALF - EDGE];
    const [cx, cy] = ahead ? [x, y] : [width / 2, height];
    const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, HALF + EDGE), most) - HALF);
    const place = `translate(${String(within(cx, width))}px, ${String(within(cy, height))}px)`;
    if (button.style.transform !== place) button.style.transform = place;
    button.classList.toggle("behind", hidden === true || !ahead);
  }

  private draw(from: Mark | null, to: Mark | null): void {
    const { drawing } = this;
    if (!drawing) return;
    drawing.toggleAttribute("hidden", !from?.ahead && !to?.ahead);
    const both = from?.ahead && to?.ahead ? ([from, to] as const) : null;
    for (const line of drawing.querySelectorAll("line")) {
      line.toggleAttribute("hidden", !both);
      if (both) set(line, { x1: both[0].x, y1: both[0].y, x2: both[1].x, y2: both[1].y });
    }
    drawing.querySelectorAll("circle").forEach((circle, i) => {
      const end = i === 0 ? from : to;
      circle.toggleAttribute("hidden", !end?.ahead);
      if (end?.ahead) set(circle, { cx: end.x, cy: end.y });
    });
    const text = drawing.querySelector("text");
    text?.toggleAttribute("hidden", !both);
    if (text && both) set(text, { x: (both[0].x + both[1].x) / 2, y: (both[0].y + both[1].y) / 2 - 14 });
  }

  private chosen(spot: Hotspot): void {
    this.dispatchEvent(new CustomEvent("visit", { detail: spot.id }));
  }
}

function set(element: Element, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value.toFixed(1));
}
