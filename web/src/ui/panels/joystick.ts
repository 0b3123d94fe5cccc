/** The look of the thumb's joystick; the movement itself is the input's. */
import { css, html, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { look } from "../look.js";
import type { Joystick } from "../view.js";

const RADIUS = 56;
const KNOB = 26;

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
    `,
  ];

  @property({ attribute: false }) stick: Joystick | null = null;

  protected override render(): TemplateResult {
    if (!this.stick) return html``;
    const { x, y, dx, dy } = this.stick;
    const reach = RADIUS - KNOB / 2;
    return html`<svg aria-hidden="true">
      ${svg`<circle cx=${x} cy=${y} r=${RADIUS} fill="#ffffff" fill-opacity="0.35" stroke="#182128" stroke-opacity="0.45" stroke-width="2" />
        <circle cx=${x + dx * reach} cy=${y + dy * reach} r=${KNOB} fill="#ffffff" fill-opacity="0.92" stroke="#182128" stroke-opacity="0.55" stroke-width="2" />`}
    </svg>`;
  }
}
