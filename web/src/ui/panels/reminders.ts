/** Reminders of sessions as they come due; each stays until it is read or a while has passed. */
import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { hourIn, minutesUntil } from "../programme/clock.js";
import type { Notice, ProgrammeIntents, ProgrammeView } from "../programme/view.js";
import { Toasts } from "./toasts.js";

const SHOWN_FOR = 60_000;
const MOST = 2;

@customElement("hall-reminders")
export class RemindersPanel extends HallElement {
  static override styles = [look, Toasts.styles];

  @property({ attribute: false }) view: ProgrammeView | null = null;
  @property({ attribute: false }) intents: ProgrammeIntents | null = null;
  private readonly timed = new Set<number>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("view")) return;
    for (const { number } of this.view?.notices ?? []) {
      if (this.timed.has(number)) continue;
      this.timed.add(number);
      setTimeout(() => this.intents?.dismiss(number), SHOWN_FOR);
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="stack" role="log" aria-live="polite" aria-label=${say().reminder}>
      ${repeat((this.view?.notices ?? []).slice(-MOST), ({ number }) => number, (notice) => this.toast(notice))}
    </div>`;
  }

  private toast(notice: Notice): TemplateResult {
    return html`<div class="panel toast" data-reminder=${notice.session.id} data-kind=${notice.kind}>
      ${icon("bell")}
      <div class="words">
        <p class="kind">${this.kind(notice)}</p>
        <p>${read(notice.session.title)}</p>
      </div>
      <button data-seat class="bare" @click=${() => this.go(notice)}>${say().goThere}</button>
      <button class="bare" @click=${() => this.intents?.dismiss(notice.number)}>${say().dismiss}</button>
    </div>`;
  }

  private kind({ kind, session }: Notice): string {
    if (kind === "soon") return say().startsIn(minutesUntil(session.starts, this.view?.now ?? session.starts));
    if (kind === "start") return say().startsNow;
    return kind === "moved" ? say().movedTo(hourIn(session.starts, this.view?.timezone)) : say().sessionCancelled;
  }

  private go({ number, session }: Notice): void {
    this.intents?.dismiss(number);
    this.dispatchEvent(new CustomEvent("visit", { detail: session }));
  }
}
