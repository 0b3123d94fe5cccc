/** A modal panel: native dialog (focus stays inside, Escape closes, focus goes back), heading, close button, scrolling body. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { HallElement } from "./element.js";
import { icon } from "./icons.js";
import { say } from "./language.js";
import { look } from "./look.js";

@customElement("hall-dialog")
export class DialogFrame extends HallElement {
  static override styles = [
    look,
    css`
      dialog {
        border: 0;
        padding: 0;
        color: var(--ink);
        background: var(--ground);
        border-radius: var(--radius);
        box-shadow: var(--shade);
        inset: var(--top) var(--right) var(--bottom) var(--left);
        width: min(520px, calc(100vw - var(--left) - var(--right)));
        max-width: none;
        max-height: min(760px, calc(100dvh - var(--top) - var(--bottom)));
        overflow: clip; /* where it is only hidden, a field below that gets the focus scrolls the heading away */
        pointer-events: auto;
      }
      :host([wide]) dialog {
        width: min(880px, calc(100vw - var(--left) - var(--right)));
      }
      :host([full]) dialog {
        inset: 0;
        width: 100vw;
        height: 100dvh;
        max-height: none;
        border-radius: 0;
        padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      }
      :host([full]) .bar {
        padding-block: 6px;
      }
      :host([full]) .body {
        flex: 1;
        min-height: 0;
        padding: 0;
        container-type: size;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
        animation: rise var(--quick);
      }
      dialog::backdrop {
        background: rgb(10 18 24 / 45%);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 12px 12px 12px 20px;
        border-bottom: 1px solid var(--line);
      }
      h2 {
        flex: 1;
        font-size: 20px;
      }
      .body {
        padding: 20px;
        overflow: auto;
        overscroll-behavior: contain;
      }
      .body:focus-visible {
        outline-offset: -3px;
      }
      .bare {
        padding: 0 10px;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
    `,
  ];

  @property() heading = "";
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.closed} @click=${this.clicked}>
      <div class="bar">
        <h2 id="heading">${this.heading}</h2>
        <button class="bare" aria-label=${say().close} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </div>
      <div class="body" tabindex="0" role="group" aria-labelledby="heading"><slot></slot></div>
    </dialog>`;
  }

  /** The browser says so late on a busy page: what was taken away meanwhile must not close what came after it. */
  private closed(): void {
    if (this.isConnected) this.dispatchEvent(new Event("close"));
  }

  /** A click beside the panel closes it. */
  private clicked(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}
