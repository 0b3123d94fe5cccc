/** Says to moderators that somebody was reported, and to whoever is muted that they are. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Person } from "../../protocol/events.js";
import type { Report } from "../../protocol/moderation.js";
import { HallElement } from "../element.js";
import { say } from "../language.js";
import { look } from "../look.js";

const SHOWN_FOR = 12_000; // ms

@customElement("hall-moderation-news")
export class ModerationNews extends HallElement {
  static override styles = [
    look,
    css`
      p {
        padding: 10px 16px;
        width: fit-content;
        max-width: min(520px, calc(100vw - var(--left) - var(--right)));
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) me: Person | null = null;
  @property({ attribute: false }) reports: readonly Report[] = [];
  /** Said when it is shown: the language may change meanwhile. */
  @state() private news: (() => string) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("me");
    const latest = this.reports.at(-1);
    if (changed.has("me") && before && this.me && before.number === this.me.number && before.muted !== this.me.muted) {
      const { muted } = this.me;
      this.tell(() => (muted ? say().youMuted : say().youUnmuted));
    } else if (changed.has("reports") && latest) {
      this.tell(() => say().reportNews(latest.nickname || say().visitor(latest.number), latest.reason));
    }
  }

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">${this.news ? html`<p class="panel" data-moderation>${this.news()}</p>` : nothing}</div>`;
  }

  private tell(news: () => string): void {
    this.news = news;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.news = null), SHOWN_FOR);
  }
}
