/** Every area, zone, stage and booth of the venue as a document: with "Go there" in the hall, without it where there is no 3D. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Area, Manifest, Zone } from "../../hall/manifest.js";
import type { CountsFrame } from "../../protocol/presence.js";
import { has, noVisit, type Visit } from "../../session/visit.js";
import { Crowded, crowdedAt, crowdedLook, crowding, quietFirst } from "../crowded.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { queueWords } from "../messages/queues.js";
import { placesOf, type Place } from "../places.js";
import type { Intents } from "../view.js";
import { marksLook, marksOf } from "../visit/marks.js";
import { zoneBadge } from "../zone-badge.js";
import type { SearchBox } from "./search-box.js";
import "../visit/for-you.js";
import "./search-box.js";

@customElement("hall-directory")
export class Directory extends HallElement {
  static override styles = [
    look,
    marksLook,
    crowdedLook,
    css`
      :host {
        display: block;
      }
      .area {
        margin-top: 24px;
      }
      .area > h3 {
        font-size: 18px;
        margin-bottom: 8px;
      }
      details {
        border-top: 1px solid var(--line);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 4px;
        min-height: 56px;
        cursor: pointer;
        list-style: none;
        border-radius: var(--radius);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::after {
        content: "";
        flex: none;
        margin-left: auto;
        margin-right: 8px;
        width: 9px;
        height: 9px;
        border: solid var(--ink-2);
        border-width: 0 2px 2px 0;
        transform: rotate(45deg);
        transition: transform var(--quick);
      }
      details[open] > summary::after {
        transform: rotate(225deg);
      }
      .words {
        flex: 1;
        min-width: 0;
        display: block;
      }
      .words b {
        display: block;
        overflow-wrap: anywhere;
      }
      .words .quiet {
        display: block;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 4px 4px 4px 8px;
        min-height: 52px;
        border-top: 1px solid var(--line);
      }
      .order {
        margin-top: 16px;
      }
      .order button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 0 16px;
      }
      .number {
        flex: none;
        min-width: 48px;
        font-weight: 700;
      }
      li button {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        flex: none;
        font-size: 14px;
        padding: 0 12px;
      }
      li button svg {
        width: 18px;
        height: 18px;
      }
    `,
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
        @look=${this.looking} @go=${(event: CustomEvent<Place>) => this.go(event.detail)}></hall-search>
      ${this.looked || !this.walkable ? nothing : html`<hall-for-you .hall=${this.hall} .visit=${this.visit}
        @go=${(event: CustomEvent<Place>) => this.go(event.detail)} @lead=${(event: CustomEvent<Place>) => this.dispatchEvent(new CustomEvent("lead", { detail: event.detail }))}></hall-for-you>`}
      ${this.looked || !crowding.value ? nothing : html`<p class="order"><button data-quiet-first aria-pressed=${this.quiet} @click=${() => (this.quiet = !this.quiet)}>
        ${this.quiet ? icon("tick") : nothing} ${queueWords[language.value].quietFirst}</button></p>`}
      ${this.looked ? nothing : areas.map((area) => this.areaOf(area))}`;
  }

  private areaOf(area: Area): TemplateResult {
    const inArea = this.places.filter((place) => place.area === area.id && place.kind !== "zone");
    const elsewhere = inArea.filter((place) => place.kind !== "booth");
    const loose = inArea.filter((place) => place.kind === "booth" && !area.zones.some((zone) => zone.id === place.zone));
    return html`<section class="area" aria-labelledby=${`area-${area.id}`}>
      <h3 id=${`area-${area.id}`}>${read(area.name)}</h3>
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
    return html`<details>
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
    </details>`;
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
        <span>${read(place.name)} ${marksOf(this.visit, place.id)} ${crowdedAt(place)}</span>${more.length ? html`<span class="quiet">${more.join(" · ")}</span>` : nothing}
      </span>
      ${this.walkable
        ? html`<button data-go=${place.id} aria-label=${`${say().goThere}: ${`${place.number} ${read(place.name)}`.trim()}`} @click=${() => this.go(place)}>
            ${icon("go")} ${say().goThere}
          </button>`
        : nothing}
    </li>`;
  }

  private looking(event: CustomEvent<string>): void {
    this.looked = event.detail !== "";
  }

  private go(place: Place): void {
    this.dispatchEvent(new CustomEvent("go", { detail: place }));
  }
}
