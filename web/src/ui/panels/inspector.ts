/** Beside an exhibit that is looked at by itself: its details, what can be done with it, its facts, and the way back. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Hotspot, Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { exhibitedAt, type Exhibited, lengthOf } from "../exhibited.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import type { InspectView, Intents, Marks } from "../view.js";
import { factsLook, factsOf } from "./facts.js";
import { fieldsLook } from "./fields-look.js";
import type { HotspotMarks } from "./hotspot-marks.js";
import { inspectorLook } from "./inspector-look.js";
import "./hotspot-marks.js";
import "./motions.js";
import "./seats.js";

@customElement("hall-inspector")
export class Inspector extends HallElement {
  static override styles = [look, factsLook, fieldsLook, inspectorLook];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) view: InspectView | null = null;
  @property({ attribute: false }) intents: Intents | null = null;
  @query("aside") private readonly panel!: HTMLElement | null;
  @query("h2") private readonly heading!: HTMLElement | null;
  @query("hall-hotspot-marks") private readonly overlay!: HotspotMarks | null;
  private readonly sizes = new ResizeObserver(() => this.measured());
  private spoken = { of: "", text: "" };
  private covered: readonly [right: number, bottom: number] = [0, 0];

  /** Puts what lies over the picture where it belongs now. */
  mark(marks: Marks): void {
    this.overlay?.place(marks);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.intents?.inspecting()?.cover(0, 0);
  }

  protected override firstUpdated(): void {
    if (this.panel) this.sizes.observe(this.panel);
    this.sizes.observe(this);
    this.heading?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("view");
    const chosen = this.view?.spot;
    if (!changed.has("view") || !chosen || before?.spot === chosen) return;
    this.renderRoot.querySelector(`[data-detail="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const shown = view ? exhibitedAt(this.hall, view.placement) : undefined;
    if (!view || !shown) return html``;
    const { model } = shown;
    return html`<hall-hotspot-marks .spots=${model.hotspots} .view=${view} .covered=${this.covered}
        @visit=${(event: CustomEvent<string>) => this.touched(view, event.detail)}></hall-hotspot-marks>
      <aside class="panel" aria-labelledby="title">
        <div class="head">
          <button data-back @click=${() => this.intents?.comeBack()}>${icon("back")} ${say().backToHall}</button>
          <h2 id="title" tabindex="-1"><span class="unseen">${say().inspecting("")}</span>${read(shown.name)}</h2>
        </div>
        <div class="body" tabindex="0" role="group" aria-labelledby="title">${this.body(view, shown)}</div>
        <div role="status" class="unseen">${this.told(view, shown)}</div>
      </aside>`;
  }

  private body(view: InspectView, { model, placement }: Exhibited): TemplateResult {
    return html`${model.hotspots.length ? this.details(view, model.hotspots) : html`<p>${read(model.summary)}</p>`}
      ${model.explode ? this.apart(view) : nothing}
      ${model.cut ? toggle("cut", say().cutaway, view.cut, (cut) => this.intents?.inspecting()?.cutOpen(cut)) : nothing}
      <hall-motions .model=${model} placement=${placement.id} .intents=${this.intents}></hall-motions>
      <hall-seats .model=${model} placement=${placement.id} .intents=${this.intents}></hall-seats>
      ${this.ruler(view, model.hotspots)} ${factsOf(model.facts)}`;
  }

  private details(view: InspectView, spots: readonly Hotspot[]): TemplateResult {
    return html`<div>
      <h3>${say().details}</h3>
      <ol>
        ${repeat(spots, ({ id }) => id, (spot, i) => html`<li data-detail=${spot.id}>
          <button aria-expanded=${view.spot === spot.id} @click=${() => this.visit(view.spot === spot.id ? null : spot.id)}>
            <b aria-hidden="true">${i + 1}</b> ${read(spot.name)}
          </button>
          ${view.spot === spot.id ? html`<p>${read(spot.text)}</p>` : nothing}
        </li>`)}
      </ol>
      ${view.spot ? html`<button class="bare" data-whole @click=${() => this.visit(null)}>${say().wholeExhibit}</button>` : nothing}
    </div>`;
  }

  private apart(view: InspectView): TemplateResult {
    const percent = Math.round(view.explode * 100);
    const moved = (event: Event): void => this.intents?.inspecting()?.takeApart(Number((event.target as HTMLInputElement).value) / 100);
    return html`<label class="apart"><span>${say().takeApart}</span>
      <input type="range" min="0" max="100" step="5" data-explode .value=${String(percent)} aria-valuetext=${say().apart(percent)} @input=${moved} />
    </label>`;
  }

  private ruler(view: InspectView, spots: readonly Hotspot[]): TemplateResult {
    const end = (which: 0 | 1, label: string): TemplateResult => {
      const chosen = view.ends[which];
      const pick = (event: Event): void => this.intents?.inspecting()?.end(which, (event.target as HTMLSelectElement).value || null);
      return html`<label><span>${label}</span><select data-end=${which} @change=${pick}>
        <option value="" ?selected=${chosen === null}>${say().measurePick}</option>
        ${chosen === "point" ? html`<option value="point" selected>${say().measurePoint}</option>` : nothing}
        ${spots.map(({ id, name }, i) => html`<option value=${id} ?selected=${chosen === id}>${i + 1} ${read(name)}</option>`)}
      </select></label>`;
    };
    return html`<div class="ruler" role="group" aria-label=${say().measure}>
      ${toggle("measure", say().measure, view.measuring, (on) => this.intents?.inspecting()?.measure(on))}
      ${view.measuring
        ? html`<p class="quiet">${say().measureHint}</p>
          <div class="ends">${end(0, say().measureFrom)} ${end(1, say().measureTo)}</div>
          <p class="metres" data-metres>${view.metres === null ? nothing : lengthOf(view.metres)}</p>`
        : nothing}
    </div>`;
  }

  /** What a screen reader should hear: said anew when something else is looked at or measured, not when that moves. */
  private told(view: InspectView, shown: Exhibited): string {
    const of = [language.value, view.spot, view.measuring && view.metres !== null, ...view.ends].join();
    if (of !== this.spoken.of) this.spoken = { of, text: this.words(view, shown) };
    return this.spoken.text;
  }

  private words(view: InspectView, { model }: Exhibited): string {
    if (view.measuring && view.metres !== null) {
      const [from, to] = view.ends.map((end) => read(model.hotspots.find(({ id }) => id === end)?.name) || say().measurePoint);
      return say().measured(from ?? "", to ?? "", lengthOf(view.metres));
    }
    const spot = model.hotspots.find(({ id }) => id === view.spot);
    return spot ? `${read(spot.name)}. ${read(spot.text)}` : "";
  }

  /** A mark on the picture: something to go to, or while measuring the next end. */
  private touched({ measuring, ends: [from, to] }: InspectView, spot: string): void {
    if (!measuring) return this.visit(spot);
    const asked = this.intents?.inspecting();
    if (from && to) asked?.end(1, null);
    asked?.end(from && !to ? 1 : 0, spot);
  }

  private visit(spot: string | null): void {
    this.intents?.inspecting()?.visit(spot);
  }

  /** Tells how much of the picture the panel covers: a column at the right, or a sheet at the bottom. */
  private measured(): void {
    const panel = this.panel?.getBoundingClientRect();
    if (!panel || panel.width === 0) return;
    const sheet = panel.width > this.clientWidth * 0.75;
    this.covered = sheet ? [0, this.clientHeight - panel.top] : [this.clientWidth - panel.left, 0];
    this.intents?.inspecting()?.cover(...this.covered);
    this.requestUpdate();
  }
}

function toggle(name: string, label: string, on: boolean, change: (on: boolean) => void): TemplateResult {
  return html`<button class="toggle" data-toggle=${name} role="switch" aria-checked=${on} @click=${() => change(!on)}>
    <span>${label}</span><i aria-hidden="true"></i>
  </button>`;
}
