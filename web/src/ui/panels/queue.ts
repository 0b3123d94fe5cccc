/** The line at an exhibit, on its card: how long one waits, one's place, and what the staff does. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { standingOf, type Standing, type Turns } from "../../session/queues.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { queueWords } from "../messages/queues.js";
import { lasting, left, type QueueIntents, serverTime, serves, turnsAt } from "../queue-view.js";
import { blankView, type Intents, type View } from "../view.js";

const TICK = 1_000; // ms
type Act = (intents: QueueIntents, queue: string) => Promise<Refusal | null>;

@customElement("hall-queue")
export class QueuePanel extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        gap: 8px;
        padding: 12px 14px;
        border: 1px solid var(--line);
        border-left: 6px solid var(--live);
        border-radius: var(--radius);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 17px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 6px 16px;
      }
      .now {
        font-weight: 600;
      }
      .bad:empty {
        display: none;
      }
      .bad {
        color: var(--bad);
      }
    `,
  ];

  @property() placement = "";
  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private refusal: Refusal | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;
  /** Whether what was pressed may be gone, and with it the focus. */
  private pressed = false;
  private shownAs = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("placement")) this.refusal = null;
  }

  protected override updated(): void {
    const state = this.renderRoot.querySelector("section")?.dataset["queue"] ?? "";
    if (state === this.shownAs) return;
    this.shownAs = state;
    if (this.pressed && !this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>("[data-line]")?.focus();
    this.pressed = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const turns = turnsAt(this.view.hall, this.placement);
    if (!turns) return nothing;
    const words = queueWords[language.value];
    const standing = this.standing(turns);
    return html`<section aria-labelledby="line" data-queue=${standing.state}>
      <h3 id="line">${icon("people")} ${words.line}</h3>
      <p class="now"><span role="status">${told(standing)}</span>
        ${"until" in standing ? html`<span role="timer" aria-live="off">${words.left(left(standing.until, serverTime(this.view.queues)))}</span>` : nothing}</p>
      <p class="quiet">${words.rule(turns.at_once, lasting(turns.minutes * 60))} ${standing.state === "waiting" ? words.missing : ""}</p>
      ${this.buttons(standing)} ${this.staff()}
      <p class="bad" role="alert">${this.refusal ? read(this.refusal.message) : nothing}</p>
    </section>`;
  }

  private standing(turns: Turns): Standing {
    const { queues, me } = this.view;
    return standingOf(queues.lines.get(this.placement), turns, me?.number ?? null, serverTime(queues));
  }

  private buttons(standing: Standing): TemplateResult | typeof nothing {
    const words = queueWords[language.value];
    if (this.view.me?.role === "kiosk") return html`<p>${words.kiosk}</p>`;
    if (standing.state === "outside") {
      return standing.closed ? nothing : html`<div class="buttons">${this.button("join", words.join, (intents, queue) => intents.join(queue), true)}</div>`;
    }
    const leave = { waiting: words.leave, called: words.pass, trying: words.done }[standing.state];
    return html`<div class="buttons">
      ${standing.state === "called" ? this.button("take", words.take, (intents, queue) => intents.take(queue), true) : nothing}
      ${this.button("leave", leave, (intents, queue) => intents.leave(queue))}
    </div>`;
  }

  private staff(): TemplateResult | typeof nothing {
    if (!serves(this.view.hall, this.placement, this.view.me)) return nothing;
    const words = queueWords[language.value];
    const closed = this.view.queues.lines.get(this.placement)?.closed ?? false;
    const direct = (action: "next" | "skip" | "open" | "close"): TemplateResult =>
      this.button(action, words[action], (intents, queue) => intents.direct(queue, action));
    return html`<div class="buttons" role="group" aria-label=${words.staff}>${direct("next")} ${direct("skip")} ${direct(closed ? "open" : "close")}</div>`;
  }

  private button(name: string, caption: string, act: Act, main = false): TemplateResult {
    return html`<button class=${main ? "main" : ""} data-line=${name} @click=${() => void this.act(act)}>${caption}</button>`;
  }

  private async act(act: Act): Promise<void> {
    const { placement } = this;
    const intents = this.intents?.queuing();
    this.refusal = null;
    this.pressed = true;
    const refusal = intents ? await act(intents, placement) : null;
    if (placement === this.placement) this.refusal = refusal;
  }
}

/** How it stands, in a sentence. */
function told(standing: Standing): string {
  const words = queueWords[language.value];
  if (standing.state === "waiting") return words.mine(standing.place, lasting(standing.wait));
  if (standing.state !== "outside") return words[standing.state];
  if (standing.closed) return words.closed;
  if (standing.waiting > 0) return words.waiting(standing.waiting, lasting(standing.wait));
  return standing.wait > 0 ? words.soon(lasting(standing.wait)) : words.free;
}
