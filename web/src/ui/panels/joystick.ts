/** The look of the thumb's joystick, and where it is for who has not found it yet; the movement itself is the input's. */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { look } from "../look.js";
import { asked, byTouch, knows, learn, walksFreely } from "../newcomer.js";
import { blankView, type View } from "../view.js";

const RADIUS = 56;
const KNOB = 26;
const CHEVRONS = ["M53 22l7-7 7 7", "M53 98l7 7 7-7", "M22 53l-7 7 7 7", "M98 53l7 7-7 7"];

@customElement("hall-joystick")
export class JoystickLook extends HallElement {
  static override styles = [
    look,
    css`
      svg {
        position: fixed;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      .ring {
        inset: auto;
        left: calc(var(--left) + 20px);
        bottom: calc(var(--bottom) + 20px);
        width: 120px;
        height: 120px;
      }
      :host([left-handed]) .ring {
        left: auto;
        right: calc(var(--right) + 20px);
      }
      /* The question of what may be kept stands there. */
      @media (min-width: 761px) {
        :host([asked]) .ring {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @state() private found = knows("stick");

  protected override willUpdate(): void {
    this.toggleAttribute("asked", asked(this.view));
    if (!this.view.joystick || this.found) return;
    this.found = true;
    learn("stick");
  }

  protected override render(): TemplateResult | typeof nothing {
    const { joystick } = this.view;
    if (!joystick) return !this.found && byTouch() && walksFreely(this.view) ? this.ring() : nothing;
    const { x, y, dx, dy } = joystick;
    const reach = RADIUS - KNOB / 2;
    return html`<svg aria-hidden="true">
      ${svg`<circle cx=${x} cy=${y} r=${RADIUS} fill="#ffffff" fill-opacity="0.35" stroke="#182128" stroke-opacity="0.45" stroke-width="2" />
        <circle cx=${x + dx * reach} cy=${y + dy * reach} r=${KNOB} fill="#ffffff" fill-opacity="0.92" stroke="#182128" stroke-opacity="0.55" stroke-width="2" />`}
    </svg>`;
  }

  private ring(): TemplateResult {
    return html`<svg class="ring" viewBox="0 0 120 120" aria-hidden="true">
      ${svg`<g fill="none" stroke-linecap="round" stroke-linejoin="round">
        <circle cx="60" cy="60" r=${RADIUS} fill="#ffffff" fill-opacity="0.16" stroke="#182128" stroke-opacity="0.4" stroke-width="4" />
        <circle cx="60" cy="60" r=${RADIUS} stroke="#ffffff" stroke-opacity="0.8" stroke-width="2" />
        ${CHEVRONS.map((d) => svg`<path d=${d} stroke="#182128" stroke-opacity="0.4" stroke-width="6" /><path d=${d} stroke="#ffffff" stroke-opacity="0.9" stroke-width="3" />`)}
      </g>
      <circle cx="60" cy="60" r=${KNOB - 6} fill="#ffffff" fill-opacity="0.55" stroke="#182128" stroke-opacity="0.3" stroke-width="2" />`}
    </svg>`;
  }
}
