/** One line for newcomers about how one walks, until they have walked, or put it away. Said to screen readers once. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Point, Pose } from "../../core/plan.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, say } from "../language.js";
import { look } from "../look.js";
import { walkingWords } from "../messages/walking.js";
import { byTouch, knows, learn, mayBeTold } from "../newcomer.js";
import { blankView, type Intents, type View } from "../view.js";

/** ms, in which who knows their way begins to walk. */
const AFTER = 1_500;
/** Metres on foot after which one knows it. */
const ENOUGH = 1.5;
/** Metres between two looks at where one is, beyond which one did not walk there. */
const LEAP = 2.5;

@customElement("hall-walk-hint")
export class WalkHint extends HallElement {
  static override styles = [
    look,
    css`
      .panel {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 2px 2px 2px 16px;
        max-width: calc(100vw - var(--left) - var(--right));
        font-size: 15px;
        pointer-events: auto;
        animation: arrive var(--quick);
      }
      button {
        padding: 0 10px;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** Whether W A S D walk. */
  @property({ type: Boolean }) letters = false;
  @state() private due = false;
  @state() private learned = knows("walking");
  private at: Point | null = null;
  private walked = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  /** Where the visitor is now; what they walk by themselves is what they have learned. */
  place({ x, y }: Pose): void {
    const before = this.at;
    this.at = [x, y];
    if (this.learned || !before || !this.free) return;
    const step = Math.hypot(x - before[0], y - before[1]);
    if (step < LEAP) this.walked += step;
    if (this.walked > ENOUGH) this.learn();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("view") || this.learned || this.due || this.waiting !== undefined || !this.free) return;
    this.waiting = setTimeout(() => (this.due = true), AFTER);
  }

  protected override render(): TemplateResult {
    const shown = this.due && !this.learned && this.free;
    return html`<div role="status">
      ${shown
        ? html`<div class="panel"><p>${this.words}</p><button class="bare" data-known aria-label=${say().close} @click=${() => this.dismiss()}>${icon("close")}</button></div>`
        : nothing}
    </div>`;
  }

  private get free(): boolean {
    return mayBeTold(this.view);
  }

  private get words(): string {
    const words = walkingWords[language.value];
    if (byTouch()) return words.byTouch;
    return this.letters ? words.byKeys : words.byArrows;
  }

  private dismiss(): void {
    this.learn();
    this.intents?.walk();
  }

  private learn(): void {
    this.learned = true;
    learn("walking");
  }
}
