/** Announcements as they come; each stays until it is read or a while has passed. */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Announcement } from "../../session/state.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import "./unveiled.js";

const SHOWN_FOR = 15_000;
const MOST = 2;

@customElement("hall-toasts")
export class Toasts extends HallElement {
  static override styles = [
    look,
    css`
      .stack {
        display: grid;
        gap: 8px;
        justify-items: center;
      }
      .stack:not(:has(> *)) {
        display: block; /* its margins collapse while it says nothing */
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 8px 8px 16px;
        width: min(560px, calc(100vw - var(--left) - var(--right)));
        border-left: 6px solid var(--live);
        animation: arrive var(--quick);
      }
      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      @media (max-width: 480px) {
        .toast {
          flex-wrap: wrap;
          gap: 4px 12px;
          padding: 10px 8px 4px 12px;
        }
        .words {
          flex-basis: 70%; /* the icon beside it, the buttons below */
        }
        .words + button {
          margin-left: auto;
        }
        /* The menu is at the thumb: what would cover it waits until one of the others is read. */
        .toast:nth-last-child(n + 3) {
          display: none;
        }
      }
      @media (max-width: 480px) and (max-height: 680px) {
        .toast:nth-last-child(n + 2) {
          display: none;
        }
      }
      .kind {
        font-size: 14px;
        color: var(--ink-2);
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
    `,
  ];

  @property({ attribute: false }) announcements: readonly Announcement[] = [];
  @state() private dismissed = new Set<number>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("announcements")) return;
    const known = new Set((changed.get("announcements") ?? []).map((each) => each.seq));
    for (const each of this.announcements) {
      if (!known.has(each.seq)) setTimeout(() => this.dismiss(each.seq), SHOWN_FOR);
    }
  }

  protected override render(): TemplateResult {
    const waiting = this.announcements.filter((each) => !this.dismissed.has(each.seq)).slice(-MOST);
    return html`<div class="stack" role="log" aria-live="polite" aria-label=${say().announcement}>
      ${repeat(waiting, (each) => each.seq, (each) => this.toast(each))}
    </div>`;
  }

  private toast(announcement: Announcement): TemplateResult {
    return html`<div class="panel toast" data-seq=${announcement.seq}>
      ${icon("announcement")}
      <div class="words">
        <p class="kind">${say().announcement}</p>
        <p>${read(announcement.text)}</p>
      </div>
      <button class="bare" @click=${() => this.dismiss(announcement.seq)}>${say().dismiss}</button>
    </div>`;
  }

  private dismiss(seq: number): void {
    this.dismissed = new Set(this.dismissed).add(seq);
  }
}
