/** Says that a gamepad came or went, and what it does, for a few seconds, and to screen readers politely. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { say } from "../language.js";
import { look } from "../look.js";
import type { PadState } from "../view.js";

const SHOWN_FOR = 8_000;
/** What was told last: the interface is built anew around an inspection, and would say it again. */
let told: PadState = "none";

@customElement("hall-pad-note")
export class PadNote extends HallElement {
  static override styles = [
    look,
    css`
      p {
        padding: 10px 20px;
        max-width: min(520px, calc(100vw - 24px));
        overflow-wrap: anywhere;
        animation: arrive var(--quick);
      }
      b {
        display: block;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
    `,
  ];

  @property() state: PadState = "none";
  @state() private shown = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** After the place for it is there, for readers hear only what comes then. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("state") || this.state === told) return;
    told = this.state;
    clearTimeout(this.timer);
    requestAnimationFrame(() => (this.shown = true));
    this.timer = setTimeout(() => (this.shown = false), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    const words = say();
    const [title, more] = { none: [words.padGone, ""], ready: [words.padCame, words.padDoes], odd: [words.padCame, words.padOdd] }[this.state];
    return html`<div role="status" aria-live="polite">
      ${this.shown ? html`<p class="panel"><b>${title}</b>${more}</p>` : nothing}
    </div>`;
  }
}
