/** Says when the others cannot be reached, why, and when they are back. The hall itself goes on. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { LinkStatus } from "../../net/event-link.js";
import type { Removal } from "../../protocol/moderation.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { dayOf, say } from "../language.js";
import { look } from "../look.js";

const PATIENCE = 800; // ms: a short hiccup needs no words
const BACK_FOR = 3_000;

@customElement("hall-connection")
export class Connection extends HallElement {
  static override styles = [
    look,
    css`
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding: 10px 10px 10px 16px;
        width: fit-content;
        max-width: min(520px, calc(100vw - var(--left) - var(--right)));
        animation: arrive var(--quick);
      }
      .back {
        color: var(--good);
        font-weight: 600;
        padding: 10px 16px;
      }
      .words {
        flex: 1 1 220px;
      }
      button {
        flex: none;
        margin-inline-start: auto;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ];

  @property() status: LinkStatus = "connecting";
  /** Since when the hall that is shown was kept; null while it is as it is now. */
  @property({ attribute: false }) kept: number | null = null;
  /** Why a moderator sent the visitor away. */
  @property({ attribute: false }) removal: Removal | null = null;
  @state() private shown: "none" | "away" | "back" = "none";
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("status")) return;
    clearTimeout(this.timer);
    if (["offline", "superseded", "kicked", "banned"].includes(this.status)) this.shown = "away";
    else if (this.status === "reconnecting") this.timer = setTimeout(() => (this.shown = "away"), PATIENCE);
    else if (this.status === "online" && this.shown === "away") this.welcomeBack();
    else if (this.status !== "connecting") this.shown = "none";
  }

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">
      ${this.shown === "away" ? this.away() : nothing}
      ${this.shown === "back" ? html`<p class="panel state back">${say().backOnline}</p>` : nothing}
    </div>`;
  }

  private away(): TemplateResult {
    const { title, hint, button } = this.words();
    return html`<div class="panel state" data-connection=${this.status}>
      ${icon("offline")}
      <div class="words">
        <p><b>${title}</b></p>
        <p class="quiet">${hint}</p>
      </div>
      ${button ? html`<button @click=${() => this.dispatchEvent(new Event("retry"))}>${button}</button>` : nothing}
    </div>`;
  }

  private words(): { title: string; hint: string; button: string } {
    const words = say();
    if (this.status === "superseded") return { title: words.superseded, hint: words.supersededHint, button: words.takeBack };
    if (this.status === "kicked") return { title: words.kicked, hint: this.why(words.kickedHint), button: words.comeBackIn };
    if (this.status === "banned") return { title: words.banned, hint: this.why(words.bannedHint), button: "" };
    const kept = this.kept === null ? null : words.keptHint(dayOf(this.kept));
    if (this.status === "offline") return { title: words.offline, hint: kept ?? words.offlineHint, button: words.retry };
    return { title: words.reconnecting, hint: kept ?? words.reconnectingHint, button: words.retry };
  }

  private why(hint: string): string {
    return this.removal?.reason ? `${say().theReason(this.removal.reason)} ${hint}` : hint;
  }

  private welcomeBack(): void {
    this.shown = "back";
    this.timer = setTimeout(() => (this.shown = "none"), BACK_FOR);
  }
}
