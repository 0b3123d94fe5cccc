/** Every area, zone, stage and booth of the venue as a document: with "Go there" in the hall, without it where there is no 3D. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Area, Manifest, Zone } from "../../hall/manifest.js";
import type { CountsFrame } from "../../protocol/presence.js";
import { has, noVisit, type Visit } from "../../session/visit.js";
import { Crowded, crowdedAt, crowdedLook, crowding, quietFirst } from "../crowded.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { leadWords } from "../messages/leading.js";
import { queueWords } from "../messages/queues.js";
import { areaPlace, placeById, placesOf, type Place } from "../places.js";
import type { Intents } from "../view.js";
import { marksLook, marksOf } from "../visit/marks.js";
import { titleOf } from "../visit/listing.js";
import { zoneBadge } from "../zone-badge.js";
import { directoryLook } from "./directory-look.js";
import type { SearchBox } from "./search-box.js";
import "../visit/for-you.js";
import "./search-box.js";

@customElement("hall-directory")
export class Directory extends HallElement {
  static override styles = [
    look,
    marksLook,
    crowdedLook,
    directoryLook,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  /** Area to list first. */
  @property() here = "";
  /** How many stand in the zones of one area, when that is known. */
  @property({ attribute: false }) counts: CountsFrame | null = null;
  @property({ attribute: false }) visit: Visit = noVisit;
  /** Whether each place has a button that goes there. */
  @property({ type: Boolean }) walkable = false;
  /** Asks the server what answers a query. */
  @property({ attribute: false }) ask: Intents["search"] | null = null;
  @state() private looked = false;
  /** Whether what is quiet comes first. */
  @state() private quiet = false;
  protected readonly crowded = new Crowded(this);
  @query("hall-search") private readonly searching!: SearchBox | null;
  private places: readonly Place[] = [];
  private listed: Manifest | null = null;

  /** Takes the focus to the field where one looks things up. */
  find(): void {
    this.searching?.focus();
  }

  protected override willUpdate(): void {
    if (this.hall === this.listed) return;
    this.listed = this.hall;
    this.places = this.hall ? placesOf(this.hall) : [];
  }

  protected override render(): TemplateResult {
    if (!this.hall) return html``;
    const areas = [...this.hall.areas].sort((a, b) => Number(b.id === this.here) - Number(a.id === this.here));
    return html`<hall-search .hall=${this.hall} here=${this.here} .visit=${this.visit} .ask=${this.ask} ?walkable=${this.walkable}
        @look=${this.looking} @go=${this.passed} @lead=${this.passed} @read=${this.passed}></hall-search>
      ${this.looked || !this.walkable ? nothing : html`<hall-for-you .hall=${this.hall} .visit=${this.visit} @go=${this.passed} @lead=${this.passed}></hall-for-you>`}
      ${this.looked || !crowding.value ? nothing : html`<p class="order"><button data-quiet-first aria-pressed=${this.quiet} @click=${() => (this.quiet = !this.quiet)}>
        ${this.quiet ? icon("tick") : nothing} ${queueWords[language.value].quietFirst}</button></p>`}
      ${this.looked ? nothing : areas.map((area) => this.areaOf(area))}`;
  }

  private areaOf(area: Area): TemplateResult {
    const inArea = this.places.filter((place) => place.area === area.id && place.kind !== "zone");
    const elsewhere = inArea.filter((place) => place.kind !== "booth");
    const loose = inArea.filter((place) => place.kind === "booth" && !area.zones.some((zone) => zone.id === place.zone));
    return html`<section class="area" aria-labelledby=${`area-${area.id}`}>
      <div class="head ${area.id === this.here ? "" : "away"}">
        <h3 id=${`area-${area.id}`}>${read(area.name)}</h3> ${area.id === this.here ? nothing : this.acts(areaPlace(area))}
      </div>
      <p class="quiet">${say().squareMetres(area.size[0] * area.size[1])} · ${say().boothsIn(area.booths.length)}</p>
      ${this.ordered(area.zones, ({ id }) => ({ kind: "zone" as const, id })).map((zone) => this.zoneOf(zone, inArea, this.peopleIn(area, area.zones.indexOf(zone))))}
      ${elsewhere.length ? this.group(say().places, elsewhere) : nothing}
      ${loose.length ? this.group(say().booths, loose) : nothing}
    </section>`;
  }

  private ordered<T>(things: readonly T[], place: (thing: T) => Pick<Place, "kind" | "id">): readonly T[] {
    return this.quiet ? quietFirst(things, place) : things;
  }

  private peopleIn(area: Area, zone: number): number {
    const counts = this.hall?.areas[this.counts?.area ?? -1] === area ? this.counts : null;
    return counts?.zones.find((each) => each.zone === zone)?.people ?? 0;
  }

  private zoneOf(zone: Zone, inArea: readonly Place[], people: number): TemplateResult {
    const booths = inArea.filter((place) => place.zone === zone.id);
    const been = booths.filter(({ id }) => has(this.visit.things.get(id), "visited")).length;
    const facts = [say().zone(zone.letter), say().boothsIn(booths.length), been ? say().visitedIn(been) : "", people ? say().peopleInZone(people) : ""];
    const place = placeById(this.places, zone.id);
    return html`<div class="zone">${place ? this.acts(place) : nothing}<details class=${this.walkable ? "led" : ""}>
      <summary>
        ${zoneBadge(zone)}
        <span class="words">
          <b>${read(zone.name)}</b><span class="quiet">${facts.filter(Boolean).join(" · ")}</span>
          ${crowdedAt({ kind: "zone", id: zone.id })}
        </span>
      </summary>
      <ul>
        ${this.ordered(booths, (place) => place).map((place) => this.line(place))}
      </ul>
    </details></div>`;
  }

  private group(title: string, places: readonly Place[]): TemplateResult {
    return html`<details>
      <summary><span class="words"><b>${title}</b><span class="quiet">${places.length}</span></span></summary>
      <ul>
        ${this.ordered(places, (place) => place).map((place) => this.line(place))}
      </ul>
    </details>`;
  }

  private line(place: Place): TemplateResult {
    const more = [place.exhibitor, ...place.shows].map(read).filter((each) => each && each !== read(place.name));
    return html`<li>
      ${place.number ? html`<span class="number">${place.number}</span>` : nothing}
      <span class="words">
        <span class="name">${this.name(place)} ${marksOf(this.visit, place.id)} ${crowdedAt(place)}</span>${more.length ? html`<span class="quiet">${more.join(" · ")}</span>` : nothing}
      </span>
      ${this.acts(place)}
    </li>`;
  }

  /** In the hall one reads about it by its name. */
  private name(place: Place): TemplateResult {
    if (!this.walkable) return html`${read(place.name)}`;
    return html`<button class="link" data-read=${place.id} aria-label=${leadWords[language.value].read(titleOf(place))} @click=${() => this.wish("read", place)}>${read(place.name)}</button>`;
  }

  /** To go there, and to be led there. */
  private acts(place: Place): TemplateResult | typeof nothing {
    if (!this.walkable) return nothing;
    const title = titleOf(place);
    return html`<span class="acts">
      <button class="bare" data-go=${place.id} aria-label=${`${say().goThere}: ${title}`} title=${say().goThere} @click=${() => this.wish("go", place)}>${icon("go")}</button>
      <button class="bare" data-lead=${place.id} aria-label=${leadWords[language.value].leadTo(title)} title=${say().leadThere} @click=${() => this.wish("lead", place)}>${icon("way")}</button>
    </span>`;
  }

  private looking(event: CustomEvent<string>): void {
    this.looked = event.detail !== "";
  }

  private wish(kind: "go" | "lead" | "read", place: Place): void {
    this.dispatchEvent(new CustomEvent(kind, { detail: place }));
  }

  private passed(event: Event): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: (event as CustomEvent).detail as unknown }));
  }
}
