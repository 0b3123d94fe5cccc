/** Tells a visitor of their places in line, wherever they walk: how far they are, that it is their turn, and what became of it. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Refusal } from "../../protocol/events.js";
import type { Who } from "../../protocol/queues.js";
import { standingOf, type Standing } from "../../session/queues.js";
import { HallElement } from "../element.js";
import { exhibitedAt } from "../exhibited.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { queueWords } from "../messages/queues.js";
import { destinationOf, placeById, placesOf } from "../places.js";
import { lasting, left, serverTime, turnsAt } from "../queue-view.js";
import { blankView, type Intents, type View } from "../view.js";
import { Toasts } from "./toasts.js";

const TICK = 1_000; // ms
const SHOWN_FOR = 20_000; // ms
type Mine = Exclude<Standing, { readonly state: "outside" }>;
type Ending = "over" | "missed" | "passed";

@customElement("hall-queue-news")
export class QueueNews extends HallElement {
  static override styles = [
    look,
    Toasts.styles,
    css`
      .toast {
        flex-wrap: wrap;
      }
      .words {
        flex: 1 1 180px;
      }
      .waiting {
        padding: 2px 4px 2px 14px;
        border-left-width: 2px;
        font-size: 15px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .buttons button {
        padding: 0 12px;
      }
      [role="timer"] {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** The line at which it is the visitor's turn: to be said at once. */
  @state() private urgent: string | null = null;
  @state() private ended: { readonly queue: string; readonly how: Ending } | null = null;
  @state() private refusal: Refusal | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => {
      if (this.mine().length > 0) this.requestUpdate();
    }, TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    clearTimeout(this.fading);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("view");
    if (!before || before.queues === this.view.queues || before.me?.number !== this.view.me?.number) return;
    for (const queue of new Set([...before.queues.lines.keys(), ...this.view.queues.lines.keys()])) this.follow(queue, before);
  }

  /** Notes what has become of the visitor's place in a line. */
  private follow(queue: string, before: View): void {
    const me = this.view.me?.number ?? null;
    const [was, is] = [placeIn(before, queue, me), placeIn(this.view, queue, me)];
    if (is?.until && !is.taken && !was?.until) {
      this.refusal = null;
      this.urgent = queue;
      navigator.vibrate?.(200);
    } else if (was?.until && !is) this.end(queue, was.taken ? "over" : was.missed ? "missed" : null);
    else if (was?.until && is?.until === null) this.end(queue, "passed");
    else if (is?.taken && !was?.taken) this.urgent = null;
  }

  private end(queue: string, how: Ending | null): void {
    this.urgent = null;
    this.ended = how && { queue, how };
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.ended = null), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    const words = queueWords[language.value];
    const { ended } = this;
    const mine = this.mine();
    return html`<p class="unseen" role="alert">${this.urgent === null ? nothing : words.calledAt(this.name(this.urgent))}</p>
      ${mine.length > 0
        ? html`<section class="stack" aria-label=${words.news}>${repeat(mine, ([queue]) => queue, ([queue, standing]) => this.toast(queue, standing))}</section>`
        : nothing}
      <div class="stack" role="log" aria-live="polite" aria-label=${words.endings}>${ended
        ? html`<div class="panel toast" data-queue-ended=${ended.how}>${icon("people")}
            <p class="words">${words[ended.how](this.name(ended.queue))}</p>
            <button class="bare" data-dismiss @click=${() => (this.ended = null)}>${words.dismiss}</button></div>`
        : nothing}</div>`;
  }

  /** Lines in which the visitor stands, and how. */
  private mine(): readonly (readonly [string, Mine])[] {
    const { hall, queues, me } = this.view;
    if (!me) return [];
    return [...queues.lines].flatMap(([queue, line]) => {
      const turns = turnsAt(hall, queue);
      const standing = turns && standingOf(line, turns, me.number, serverTime(queues));
      return standing && standing.state !== "outside" ? [[queue, standing] as const] : [];
    });
  }

  private toast(queue: string, standing: Mine): TemplateResult {
    const words = queueWords[language.value];
    const name = this.name(queue);
    if (standing.state === "waiting") {
      return html`<div class="panel toast waiting" data-queue-news="waiting">
        <p class="words">${words.mineAt(standing.place, name, lasting(standing.wait))}</p>
        <button class="bare" data-show @click=${() => this.intents?.select(queue)}>${words.show}</button></div>`;
    }
    const called = standing.state === "called";
    return html`<div class="panel toast" data-queue-news=${standing.state}>
      ${icon(called ? "bell" : "people")}
      <div class="words"><p><b>${called ? words.calledAt(name) : words.tryingAt(name)}</b></p>
        <p class="quiet" role="timer" aria-live="off">${words.left(left(standing.until, serverTime(this.view.queues)))}</p>
        ${this.refusal ? html`<p role="alert">${read(this.refusal.message)}</p>` : nothing}</div>
      <div class="buttons">
        ${called ? html`<button class="main" data-take @click=${() => void this.take(queue)}>${words.take}</button>` : nothing}
        <button data-go @click=${() => this.go(queue)}>${words.goThere}</button>
        <button class="bare" data-leave @click=${() => void this.leave(queue)}>${called ? words.pass : words.done}</button>
      </div>
    </div>`;
  }

  private async take(queue: string): Promise<void> {
    this.refusal = (await this.intents?.queuing()?.take(queue)) ?? null;
    if (!this.refusal) this.intents?.walk(); // what was pressed is gone: the hall has the keys again
  }

  private async leave(queue: string): Promise<void> {
    await this.intents?.queuing()?.leave(queue);
    this.intents?.walk();
  }

  private go(queue: string): void {
    const { hall } = this.view;
    const place = hall && placeById(placesOf(hall), queue);
    if (!place) return;
    this.intents?.go(destinationOf(place));
    this.intents?.walk();
  }

  private name(queue: string): string {
    return read(exhibitedAt(this.view.hall, queue)?.name);
  }
}

const placeIn = ({ queues }: View, queue: string, who: Who | null) => queues.lines.get(queue)?.places.find((place) => place.who === who);
