/** "My visit": what one kept, in the hall; the same is a page of its own at `/visit`. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { look } from "../look.js";
import { blankView, type Intents, type View } from "../view.js";
import { visitAddress } from "../visit/address.js";
import { told } from "../visit/listing.js";
import "../dialog-frame.js";
import "../visit/for-you.js";
import "../visit/lists.js";
import "../visit/tools.js";

/** In a frame of another site the browser keeps apart what it would show in a page by itself. */
const alone = window.parent === window;

@customElement("hall-visit-dialog")
export class VisitDialog extends HallElement {
  static override styles = [
    look,
    css`
      .all {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
      .bad {
        color: var(--bad);
      }
      a.button {
        justify-self: start;
        gap: 8px;
        padding-left: 10px;
      }
      hall-visit-tools {
        border-top: 1px solid var(--line);
        padding-top: 16px;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;

  protected override render(): TemplateResult {
    const { hall } = this.view;
    return html`<hall-dialog wide heading=${say().visit} @close=${() => this.dispatchEvent(new Event("close"))}>
      ${hall ? this.all(hall) : nothing}
    </hall-dialog>`;
  }

  private all(hall: Manifest): TemplateResult {
    const { visit, lasting } = this.view;
    const keeping = this.intents?.keeping() ?? null;
    return html`<div class="all">
      <p>${told(visit, hall).join(" · ")}</p>
      <p class=${lasting ? "quiet" : "bad"} data-private>${lasting ? say().visitPrivate : say().visitUnkept}</p>
      ${visit.things.size > 0 && alone ? html`<a class="button" data-page href=${visitAddress(hall.venue)} target="_blank">${icon("print")} ${say().visitSummary}</a>` : nothing}
      <hall-for-you .hall=${hall} .visit=${visit} @go=${this.passed} @lead=${this.passed}></hall-for-you>
      <hall-visit-lists .hall=${hall} .visit=${visit} .intents=${keeping} walkable
        @go=${this.passed} @lead=${this.passed}></hall-visit-lists>
      <hall-visit-tools .hall=${hall} .visit=${visit} .intents=${keeping}></hall-visit-tools>
    </div>`;
  }

  private passed(event: Event): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: (event as CustomEvent).detail as unknown }));
  }
}
