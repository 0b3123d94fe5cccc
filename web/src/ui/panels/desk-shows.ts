/** The desk's part that directs shows and lets veils fall, at once or after a countdown. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { countdown } from "../../core/release.js";
import type { Directed } from "../hosting-view.js";
import { read } from "../language.js";
import { DeskPart } from "./desk-part.js";

/** ms between two looks at how the shows stand. */
const EVERY = 1_000;
const COUNTDOWNS = [10, 30, 60, 180, 300, 600] as const;

@customElement("hall-desk-shows")
export class DeskShows extends DeskPart {
  private looking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.looking = setInterval(() => this.requestUpdate(), EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.looking);
  }

  protected override render(): TemplateResult {
    const shows = this.asked?.shows() ?? [];
    return html`<div class="part">
      ${this.outcome()}
      ${shows.length === 0 ? html`<p class="quiet">${this.words.noShows}</p>` : nothing}
      <ul>${repeat(shows, ({ id }) => id, (show) => this.item(show))}</ul>
    </div>`;
  }

  private item(show: Directed): TemplateResult {
    return html`<li class="item" data-show=${show.id}>
      <span><b>${read(show.name)}</b> <span class="quiet" data-state>${this.stateOf(show)}</span></span>
      <div class="row">${this.orders(show).map(([action, label, value]) => this.order(show, action, label, value))}</div>
      ${show.kind === "release" && show.state === "resting" ? this.countdown(show) : nothing}
    </li>`;
  }

  /** What can be asked of it as it stands. */
  private orders({ kind, state }: Directed): readonly (readonly [action: string, label: string, value?: number])[] {
    const { words } = this;
    if (kind === "release") {
      if (state === "running" || state === "over" || state === "paused") return [["seek", words.veil, 0]];
      return [["start", words.unveil], ...(state === "waiting" ? [["pause", words.stop] as const] : [])];
    }
    if (state === "running" || state === "waiting") return [["pause", state === "waiting" ? words.stop : words.pause], ["seek", words.rewind, 0]];
    return [["start", words.start], ...(state === "paused" ? [["seek", words.rewind, 0] as const] : [])];
  }

  private order({ id, name }: Directed, action: string, label: string, value?: number): TemplateResult {
    return html`<button class=${action === "start" ? "main" : ""} data-direct=${action} aria-label=${this.words.of(label, read(name))}
      @click=${() => void this.try(this.asked?.direct(id, action, value))}>${label}</button>`;
  }

  private countdown({ id, name }: Directed): TemplateResult {
    const { words } = this;
    return html`<form class="row" @submit=${(event: Event) => this.count(event, id)}>
      <select name="seconds" aria-label=${words.of(words.countdown, read(name))}>
        ${COUNTDOWNS.map((each) => html`<option value=${each} ?selected=${each === 60}>${countdown(each)}</option>`)}
      </select>
      <button type="submit" data-count aria-label=${words.of(words.count, read(name))}>${words.count}</button>
    </form>`;
  }

  private count(event: Event, show: string): void {
    event.preventDefault();
    const seconds = Number(new FormData(event.currentTarget as HTMLFormElement).get("seconds"));
    void this.try(this.asked?.direct(show, "countdown", seconds));
  }

  private stateOf({ kind, state, seconds }: Directed): string {
    const { words } = this;
    switch (state) {
      case "resting":
        return kind === "release" ? words.veiled : words.resting;
      case "waiting":
        return words.waiting(countdown(seconds));
      case "running":
        return words.running(countdown(seconds));
      case "paused":
        return kind === "release" ? words.unveiled : words.paused(countdown(seconds));
      case "over":
        return kind === "release" ? words.unveiled : words.over;
    }
  }
}
