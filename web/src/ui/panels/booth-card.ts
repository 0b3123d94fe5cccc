/** What one looks at: a booth, an exhibit, a board, a stage. Stays beside the hall, so that one can walk on while reading. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Manifest, Zone } from "../../hall/manifest.js";
import { has } from "../../session/visit.js";
import { Crowded, crowdedAt, crowdedLook } from "../crowded.js";
import { HallElement } from "../element.js";
import { exhibitedAt, type Exhibited } from "../exhibited.js";
import { icon } from "../icons.js";
import { dayOf, language, read, say } from "../language.js";
import { look } from "../look.js";
import type { Place } from "../places.js";
import { zoneBadge } from "../zone-badge.js";
import { blankView, type Intents, type View } from "../view.js";
import { factsLook, factsOf } from "./facts.js";
import { liveWords } from "./live-words.js";
import { twinLines } from "./twin-lines.js";
import { staffHere, writing } from "./letters-badge.js";
import { meeting } from "./meetings-badge.js";
import type { Seats } from "./seats.js";
import { liveLook } from "./tables.js";
import { leadWords } from "../messages/leading.js";
import { placeLink } from "../place-link.js";
import { cardOf } from "../visit/cards.js";
import { contactOf } from "../visit/contact.js";
import { titleOf } from "../visit/listing.js";
import "./keeping.js";
import "./motions.js";
import "./seats.js";
import "./share-link.js";

/** What is said of something under a veil, which falls at a moment (s since 1970), or when somebody says so. */
const veilWords = (falls: number | null): TemplateResult =>
  html`<p data-veiled>${falls === null ? say().veiledOnCue : say().veiledUntil(dayOf(falls * 1000))}</p>`;

@customElement("hall-booth-card")
export class BoothCard extends HallElement {
  static override styles = [
    look,
    factsLook,
    crowdedLook,
    liveLook,
    css`
      aside {
        display: flex;
        flex-direction: column;
        max-height: 100%;
        animation: arrive var(--quick);
      }
      /* Where it is has the width below the buttons. */
      .head {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        align-items: center;
        padding: 16px 12px 8px 20px;
      }
      .head > svg {
        margin-right: 12px;
        grid-row: 1 / 3;
        align-self: start;
      }
      .head > p {
        grid-area: 2 / 2 / auto / -1;
      }
      h2 {
        grid-column: 2;
        font-size: 22px;
      }
      h2:focus {
        outline: none;
      }
      .body {
        padding: 4px 20px 4px;
        overflow: auto;
        display: grid;
        gap: 12px;
      }
      .words {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
      }
      dt {
        color: var(--ink-2);
      }
      .actions {
        padding: 12px 20px 20px;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .actions hall-share-link {
        flex: 1 1 auto;
      }
      .actions button {
        display: inline-flex;
        flex: 1 1 auto;
        padding: 0 12px;
        white-space: nowrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
      }
      .bare {
        padding: 0 10px;
      }
      .star[aria-pressed="true"] svg {
        color: var(--star);
        fill: currentColor;
      }
      dd a {
        color: var(--accent);
        overflow-wrap: anywhere;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) subject: Place | undefined;
  /** Whether the words should take the focus when they come: yes, unless somebody is walking. */
  @property({ type: Boolean }) focused = false;
  @property({ attribute: false }) intents: Intents | null = null;
  @property({ attribute: false }) view: View = blankView;
  protected readonly crowded = new Crowded(this);
  @query("h2") private readonly heading!: HTMLElement | null;
  @query("hall-seats") private readonly seats!: Seats | null;

  /** Takes the focus to the words. */
  read(): void {
    this.heading?.focus();
  }

  /** What one does first with what the card is about. */
  get main(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".actions .main");
  }

  /** Takes the focus to where an inspection began, or a sitting in a seat. */
  resume(seat: string | null): void {
    if (seat !== null) this.seats?.resume(seat);
    else this.renderRoot.querySelector<HTMLElement>("[data-inspect]")?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const came = changed.has("subject") && changed.get("subject")?.id !== this.subject?.id;
    if (came && this.subject && this.focused) this.heading?.focus();
  }

  protected override render(): TemplateResult {
    const place = this.subject;
    return html`<div role="status" class="unseen">${place ? read(place.name) : nothing}</div>
      ${place ? this.card(place) : nothing}`;
  }

  private card(place: Place): TemplateResult {
    const zone = this.zone(place);
    const veil = this.view.veils.get(place.id);
    const shown = veil === undefined ? exhibitedAt(this.hall, place.id) : undefined;
    return html`<aside class="panel" aria-labelledby="title">
      <div class="head">
        ${zone ? zoneBadge(zone, 44) : nothing}
        <h2 id="title" tabindex="-1">${read(place.name)}</h2>
        <p class="quiet">${this.whereabouts(place, zone)} ${crowdedAt(place)}</p>
        <button class="bare star" data-bookmark aria-label=${say().bookmark} title=${say().bookmark} aria-pressed=${this.starred(place)}
          @click=${() => this.intents?.keeping()?.bookmark(place.id, !this.starred(place))}>${icon("star")}</button>
        <button class="bare" aria-label=${say().close} @click=${this.closed}>${icon("close")}</button>
      </div>
      <div class="body" tabindex="0" role="group" aria-labelledby="title">${veil === undefined ? html`${this.words(place)} ${liveWords(this.view, place.id)} ${twinLines(this.view.twins, place.id)}` : veilWords(veil)} ${shown ? this.exhibit(shown) : nothing}
        <hall-keeping .hall=${this.hall} .place=${place} .visit=${this.view.visit} ?kept=${this.view.lasting} .intents=${this.intents}></hall-keeping></div>
      <div class="actions">
        ${shown?.model.near
          ? html`<button class="main" data-inspect @click=${() => this.intents?.inspect(place.id)}>${icon("inspect")} ${say().inspect}</button>`
          : nothing}
        <button class=${shown?.model.near ? "" : "main"} data-go @click=${this.going}>${icon("go")} ${say().goThere}</button>
        ${shown ? this.pointing(place.id) : nothing}
        <button data-lead @click=${this.leading}>${icon("way")} ${say().leadThere}</button>
        ${writing(this.view, place, () => this.writing())} ${meeting(this.view, place, (booth) => this.meeting(booth))}
        ${this.link(place)}
      </div>
    </aside>`;
  }

  /** Of another place it is another button: what it said of the one before is over. */
  private link(place: Place): TemplateResult {
    const [words, name] = [leadWords[language.value], titleOf(place)];
    return html`${keyed(place.id, html`<hall-share-link .address=${() => placeLink(location.href, place.id)} about=${name}
      copy=${words.copyLink} shared=${words.shareLink} copied=${words.linkCopied(name)}></hall-share-link>`)}`;
  }

  /** What a guide may do with an exhibit: show it to the group. */
  private pointing(placement: string): TemplateResult | typeof nothing {
    const { group } = this.view;
    if (group?.role !== "guide") return nothing;
    const pointed = group.highlight === placement;
    return html`<button data-point aria-pressed=${pointed} @click=${() => void this.intents?.grouping()?.highlight(pointed ? null : placement)}>
      ${icon("people")} ${pointed ? say().groupUnpoint : say().groupPoint}</button>`;
  }

  private starred(place: Place): boolean {
    return has(this.view.visit.things.get(place.id), "bookmark");
  }

  private words(place: Place): TemplateResult {
    const owner = place.exhibitor && read(place.exhibitor) !== read(place.name) ? place.exhibitor : null;
    return html`${place.summary ? html`<p>${read(place.summary)}</p>` : nothing}
      <dl class="words">
        ${owner ? html`<dt>${say().exhibitor}</dt><dd>${read(owner)}</dd>` : nothing}
        ${place.shows.length ? html`<dt>${say().exhibits}</dt><dd>${place.shows.map(read).join(" · ")}</dd>` : nothing}
        ${this.contact(place)} ${staffHere(this.view, place)}
        ${place.source ? html`<dt>${say().source}</dt><dd class="quiet">${place.source}</dd>` : nothing}
      </dl>
      ${this.hall?.sample_data && place.kind === "booth" ? html`<p class="quiet">${say().sampleData}</p>` : nothing}`;
  }

  private contact(place: Place): TemplateResult | typeof nothing {
    const card = cardOf(this.hall, place);
    return card ? contactOf(card) : nothing;
  }

  private exhibit({ model, placement }: Exhibited): TemplateResult {
    return html`<hall-queue placement=${placement.id} .view=${this.view} .intents=${this.intents}></hall-queue>
      <hall-motions .model=${model} placement=${placement.id} .intents=${this.intents}></hall-motions>
      <hall-seats .model=${model} placement=${placement.id} .intents=${this.intents}></hall-seats> ${factsOf(model.facts)}`;
  }

  private whereabouts(place: Place, zone: Zone | undefined): string {
    const area = this.hall?.areas.find((each) => each.id === place.area);
    const been = has(this.view.visit.things.get(place.id), "visited") ? say().visited : "";
    const parts = [place.number ? say().booth(place.number) : "", zone ? read(zone.name) : "", read(area?.name), been];
    return parts.filter(Boolean).join(" · ");
  }

  private zone(place: Place): Zone | undefined {
    const area = this.hall?.areas.find((each) => each.id === place.area);
    return area?.zones.find((zone) => zone.id === place.zone);
  }

  private closed(): void {
    this.dispatchEvent(new Event("close"));
  }

  private writing(): void {
    this.intents?.talking()?.letters.compose(this.subject?.id ?? null);
    this.dispatchEvent(new Event("letter"));
  }

  private meeting(booth: string): void {
    this.intents?.meeting()?.about(booth);
    this.dispatchEvent(new Event("meet"));
  }

  private leading(): void {
    this.dispatchEvent(new CustomEvent("lead", { detail: this.subject }));
  }

  private going(): void {
    this.dispatchEvent(new CustomEvent("go", { detail: this.subject }));
  }
}
