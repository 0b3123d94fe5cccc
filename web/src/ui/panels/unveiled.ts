/** Says that a veil has fallen, for all to read and for readers to hear; for a while. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import type { Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { exhibitedAt } from "../exhibited.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";

const SHOWN_FOR = 10_000;

type Veils = ReadonlyMap<string, number | null>;

@customElement("hall-unveiled")
export class Unveiled extends HallElement {
  static override styles = [
    look,
    css`
      .panel {
        display: flex;
        align-items: center;
        gap: 12px;
        width: fit-content;
        max-width: calc(100vw - 24px);
        margin: 0 auto;
        padding: 12px 18px;
        border-left: 6px solid var(--star);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property() area = "";
  @property({ attribute: false }) veils: Veils = new Map();
  @state() private shown: readonly Text[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("veils") || changed.has("area")) return;
    const fallen = [...(changed.get("veils") ?? new Map()).keys()].filter((id) => !this.veils.has(id));
    const here = fallen.map((id) => exhibitedAt(this.hall, id)).filter((each) => each?.area.id === this.area);
    if (here.length === 0) return;
    this.shown = here.flatMap((each) => (each ? [each.name] : []));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.shown = []), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    const names = this.shown.map(read).join(", ");
    return html`<div role="status" aria-live="polite">${names ? html`<p class="panel" data-unveiled>${icon("star")} ${say().unveiled(names)}</p>` : nothing}</div>`;
  }
}
