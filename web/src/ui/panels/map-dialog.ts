/** The plan over the whole screen, the areas as tabs, the zones as its legend; beside or below it everything as a list. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Point, Pose } from "../../core/plan.js";
import { type Area, areaOf } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import type { Goal } from "../lead-view.js";
import { look } from "../look.js";
import { leadWords } from "../messages/leading.js";
import { hasCard, type Place } from "../places.js";
import { peopleIn } from "../plan/people.js";
import { indexOf } from "../plan/under.js";
import { blankView, type Dot, type Intents, type View } from "../view.js";
import { titleOf } from "../visit/listing.js";
import { marksLook, starMark, tickMark } from "../visit/marks.js";
import { zoneBadge } from "../zone-badge.js";
import type { Directory } from "./directory.js";
import { mapLook } from "./map-look.js";
import type { PlanView, Pressed } from "./plan-view.js";
import "../dialog-frame.js";
import "./directory.js";
import "./plan-view.js";

@customElement("hall-map-dialog")
export class MapDialog extends HallElement {
  static override styles = [look, mapLook, marksLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) ask: Intents["search"] | null = null;
  @property({ attribute: false }) places: readonly Place[] = [];
  @property({ attribute: false }) pins: readonly Point[] = [];
  /** Goes to a point; resolves to whether somebody can stand there. */
  @property({ attribute: false }) goTo: ((area: string, at: Point) => Promise<boolean>) | null = null;
  /** Id of the area whose plan is shown; empty for the one here. */
  @state() private chosen = "";
  @state() private note = "";
  /** Where the plan was pressed: one says there what is to be done. */
  @state() private pressed: Pressed | null = null;
  @query("hall-plan-view") private readonly plan!: PlanView | null;
  @query("hall-directory") private readonly directory!: Directory | null;

  place(me: Pose, others: readonly Dot[]): void {
    this.plan?.place(me, others);
  }

  /** Takes the focus to the field where one looks things up. */
  async find(): Promise<void> {
    await this.updateComplete;
    await this.directory?.updateComplete;
    this.directory?.find();
  }

  protected override render(): TemplateResult {
    const { hall } = this.view;
    const area = this.area;
    return html`<hall-dialog full heading=${say().map} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="sheet">
        <div class="picture">
          ${hall && hall.areas.length > 1 ? this.tabs(hall.areas) : nothing}
          ${this.drawn(area)} ${area ? this.legend(area) : nothing}
          <button class="down" @click=${this.listed}>${icon("menu")} ${say().asList}</button>
        </div>
        ${area ? this.keys(area) : nothing}
        <hall-directory .hall=${hall} .visit=${this.view.visit} .counts=${this.view.counts} here=${this.view.area} .ask=${this.ask} walkable
          @go=${this.passed} @lead=${this.passed} @read=${this.passed}></hall-directory>
      </div>
    </hall-dialog>`;
  }

  private get area(): Area | undefined {
    const { hall, area } = this.view;
    return hall ? (areaOf(hall, this.chosen) ?? areaOf(hall, area)) : undefined;
  }

  private tabs(areas: readonly Area[]): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${say().areas} @keydown=${this.turned}>
      ${areas.map((area) => {
        const open = area === this.area;
        return html`<button role="tab" id=${`tab-${area.id}`} aria-selected=${open ? "true" : "false"} aria-controls="plan" tabindex=${open ? 0 : -1}
          @click=${() => this.choose(area.id)}>${read(area.name)}</button>`;
      })}
    </div>`;
  }

  private drawn(area: Area | undefined): TemplateResult {
    const { hall, route, counts } = this.view;
    const present = area?.id === this.view.area;
    const tabbed = (hall?.areas.length ?? 0) > 1;
    return html`<div class="plan" id="plan" role=${tabbed ? "tabpanel" : nothing} aria-labelledby=${tabbed && area ? `tab-${area.id}` : nothing}>
      <hall-plan-view
        .hall=${hall}
        .area=${area}
        .places=${this.places}
        .people=${area ? peopleIn(counts, area, indexOf(hall, area)) : []}
        .route=${present ? route : null}
        .pins=${[...(present ? this.pins : []), ...(this.pressed ? [this.pressed.at] : [])]}
        .visit=${this.view.visit}
        ?present=${present}
        note=${this.note}
        @choose=${(event: CustomEvent<Pressed>) => void this.press(event.detail)}
        @looked=${() => (this.note = "")}
      ></hall-plan-view>
      ${this.pressed ? this.choices(this.pressed) : nothing}
    </div>`;
  }

  /** What one may do with where the plan was pressed. */
  private choices({ under: { place } }: Pressed): TemplateResult {
    const [words, title] = [leadWords[language.value], this.heading];
    return html`<div class="choices" role="group" aria-label=${`${words.pressed}: ${title}`}>
      <b>${title}</b>
      <button class="bare" data-dismiss aria-label=${say().close} title=${say().close} @click=${() => this.dismiss()}>${icon("close")}</button>
      <div class="acts">
        <button class="main" data-go @click=${() => void this.goThere()}>${icon("go")} ${say().goThere}</button>
        <button data-lead @click=${() => this.leadThere()}>${icon("way")} ${say().leadThere}</button>
        ${place && hasCard(place) ? html`<button data-read @click=${() => this.tell("read", place)}>${icon("text")} ${words.about}</button>` : nothing}
      </div>
    </div>`;
  }

  /** What is where the plan was pressed. */
  private get heading(): string {
    const place = this.pressed?.under.place;
    return place ? titleOf(place) : leadWords[language.value].spot;
  }

  /** What the colours mean; a zone's button looks at it. */
  private legend(area: Area): TemplateResult {
    const { hall, counts } = this.view;
    const people = peopleIn(counts, area, indexOf(hall, area));
    return html`<div class="legend" role="group" aria-label=${say().zonesLegend}>
      ${area.zones.map((zone, index) => html`<button title=${read(zone.name)} @click=${() => this.plan?.show(zone)}>
        ${zoneBadge(zone, 26)} <span class="name">${read(zone.name)}</span>
        ${people[index] ? html`<span class="quiet">${say().peopleInZone(people[index])}</span>` : nothing}
      </button>`)}
    </div>`;
  }

  /** What the marks mean, and the plan to take away. */
  private keys(area: Area): TemplateResult {
    const { hall } = this.view;
    return html`<div class="keys">
      <span>${youMark} ${say().you}</span>
      <span>${otherMark} ${say().otherVisitors}</span>
      <span class="marks">${tickMark("")} ${say().visited}</span>
      <span class="marks">${starMark("")} ${say().bookmarked}</span>
      <span><span class="ramp" aria-hidden="true"></span> ${say().crowdLegend}</span>
      ${hall ? html`<a href=${planFile(hall.venue, area.id)} download=${`${area.id}-${language.value}.svg`}>${say().planFile}</a>` : nothing}
    </div>`;
  }

  private choose(area: string): void {
    this.chosen = area;
    this.note = "";
    this.pressed = null;
  }

  private turned(event: KeyboardEvent): void {
    const areas = this.view.hall?.areas ?? [];
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined || areas.length === 0) return;
    event.preventDefault();
    const next = areas[(areas.findIndex((area) => area === this.area) + step + areas.length) % areas.length];
    if (!next) return;
    this.choose(next.id);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${CSS.escape(next.id)}`)?.focus());
  }

  private async press(pressed: Pressed): Promise<void> {
    this.note = "";
    this.pressed = pressed;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".choices .main")?.focus({ preventScroll: true });
  }

  private dismiss(): void {
    this.pressed = null;
    this.plan?.focus();
  }

  private async goThere(): Promise<void> {
    const { area, pressed } = this;
    if (!area || !pressed) return;
    if (pressed.under.place) return this.tell("go", pressed.under.place);
    if (await this.goTo?.(area.id, pressed.at)) return;
    this.note = say().nobodyStands;
    this.dismiss();
  }

  private leadThere(): void {
    const { area, pressed } = this;
    if (!area || !pressed) return;
    const { at: [x, y], under: { place } } = pressed;
    const { en, zh } = leadWords;
    this.tell("lead", place ?? { id: `${area.id}:${x.toFixed(2)},${y.toFixed(2)}`, name: { en: en.spot, zh: zh.spot } });
  }

  private readonly listed = (): void => {
    const list = this.renderRoot.querySelector("hall-directory");
    list?.scrollIntoView();
    list?.shadowRoot?.querySelector("input")?.focus({ preventScroll: true });
  };

  private tell(kind: "go" | "lead" | "read", detail: Goal): void {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  private passed(event: Event): void {
    this.tell(event.type as "go" | "lead" | "read", (event as CustomEvent<Place>).detail);
  }
}

const planFile = (venue: string, area: string): string =>
  `/api/v1/venues/${encodeURIComponent(venue)}/plan/${encodeURIComponent(area)}.svg?lang=${language.value}`;

const youMark = html`<svg class="you" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1l5 13-5-3-5 3z" fill="currentColor"></path></svg>`;
const otherMark = html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="4" fill="currentColor"></circle></svg>`;
