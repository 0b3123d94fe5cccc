/** A tour while it is taken: its captions, its stops on a slider, and buttons to play, pause, skip, hear and end it. */
import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import type { Stop, Tour } from "../../hall/tours.js";
import { captionAt, type Caption, captionsOf } from "../../session/captions.js";
import { HallElement } from "../element.js";
import { icon, type IconName } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import type { Intents, TourIntents, TourView } from "../view.js";
import { tourLook } from "./tour-look.js";

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

@customElement("hall-tour-bar")
export class TourBar extends HallElement {
  static override styles = [look, tourLook];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) view: TourView | null = null;
  @property({ attribute: false }) intents: Intents | null = null;
  /** Whether talk is open: the bar stands higher or beside it then. */
  @property({ type: Boolean }) talking = false;
  /** Where the slider is held, seconds of the tour. */
  @state() private held: number | null = null;
  @query("[data-play]") private readonly playing!: HTMLElement | null;
  private captions: readonly Caption[] = [];
  private captioned = "";

  private readonly measuring = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.measuring.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.measuring.disconnect();
    this.asked?.cover(0);
  }

  /** Takes the focus to the button that plays. */
  override focus(): void {
    this.playing?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [stop, key] = [this.stop, `${this.view?.tour ?? ""}/${String(this.view?.stop)}/${language.value}`];
    if (!stop || (key === this.captioned && !changed.has("hall"))) return;
    this.captioned = key;
    this.captions = captionsOf(read(stop.text), stop.duration);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("talking")) this.measure();
  }

  protected override render(): TemplateResult {
    const { tour, stop, view } = this;
    if (!tour || !stop || !view) return html``;
    const title = say().tourStop(view.stop + 1, tour.stops.length, read(stop.name));
    return html`<section class="panel" aria-label=${say().tourOf(read(tour.name))}>
      <div role="status" class="unseen">${view.state === "ready" ? nothing : title}</div>
      <div class="head">
        <h2>${title}</h2>
        <span class="quiet time">${clock(this.held ?? view.position)} / ${clock(tour.seconds)}</span>
      </div>
      <p class="caption" data-caption aria-hidden="true">${this.caption(tour, stop, view)}</p>
      <p class="unseen">${read(stop.text)}</p>
      ${this.slider(tour, view)} ${this.buttons(view)}
    </section>`;
  }

  private get tour(): Tour | undefined {
    return this.hall?.tours.find(({ id }) => id === this.view?.tour);
  }

  private get stop(): Stop | undefined {
    return this.tour?.stops[this.view?.stop ?? 0];
  }

  private get asked(): TourIntents | null {
    return this.intents?.touring() ?? null;
  }

  /** What is above the bar is where the picture's middle should be. */
  private measure(): void {
    const { top, height } = this.getBoundingClientRect();
    if (height > 0) this.asked?.cover(Math.max(0, Math.round(window.innerHeight - top)));
  }

  private caption(tour: Tour, stop: Stop, view: TourView): string {
    if (view.state === "ready") return say().tourReady(read(tour.name));
    if (view.state === "over") return say().tourOver;
    if (view.walking) return say().tourOnWay(read(stop.name));
    return this.captions[captionAt(this.captions, view.into)]?.text ?? "";
  }

  private slider(tour: Tour, view: TourView): TemplateResult {
    const now = Math.round(this.held ?? view.position);
    const told = `${say().tourStop(view.stop + 1, tour.stops.length, read(tour.stops[view.stop]?.name))}, ${say().tourAt(clock(now), clock(tour.seconds))}`;
    let start = 0;
    const marks = tour.stops.map(({ duration }) => (start += duration) - duration);
    return html`<div class="track">
      <svg class="marks" viewBox="0 0 ${tour.seconds} 28" preserveAspectRatio="none" aria-hidden="true">
        ${marks.map((at) => svg`<line x1=${at} x2=${at} y1="4" y2="24" />`)}
      </svg>
      <input type="range" min="0" max=${Math.floor(tour.seconds)} step="1" .value=${String(now)}
        aria-label=${say().tourSeek} aria-valuetext=${told} @input=${this.hold} @change=${this.drop} />
    </div>`;
  }

  private buttons(view: TourView): TemplateResult {
    const words = say();
    const plays = view.state === "playing";
    const label = { ready: words.tourPlay, playing: words.tourPause, paused: words.tourResume, over: words.tourAgain }[view.state];
    return html`<div class="buttons">
      ${this.button("previous", words.tourPrevious, () => this.asked?.skip(-1))}
      <button class="main" data-play @click=${() => (plays ? this.asked?.pause() : this.asked?.play())}>${icon(plays ? "pause" : "play")} ${label}</button>
      ${this.button("next", words.tourNext, () => this.asked?.skip(1))}
      <span class="gap"></span>
      ${view.speaks
        ? html`<button data-voice aria-pressed=${view.voice} aria-label=${words.tourVoice} @click=${() => this.asked?.voice(!view.voice)}>
            ${icon(view.voice ? "voice" : "mute")} <span class="wide">${words.tourVoice}</span></button>`
        : nothing}
      ${this.button("close", words.tourEnd, () => this.ended())}
    </div>`;
  }

  private button(picture: IconName, label: string, act: () => void): TemplateResult {
    return html`<button class="bare" data-act=${picture} aria-label=${label} title=${label} @click=${act}>${icon(picture)}</button>`;
  }

  private readonly hold = (event: Event): void => {
    this.held = Number((event.target as HTMLInputElement).value);
  };

  private readonly drop = (event: Event): void => {
    this.held = null;
    this.asked?.seek(Number((event.target as HTMLInputElement).value));
  };

  private ended(): void {
    this.asked?.end();
    this.dispatchEvent(new Event("close"));
  }
}
