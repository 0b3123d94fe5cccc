/** What one might like next, each with what speaks for it. Worked out here; nobody is told. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { subjectsOf } from "../../hall/subjects.js";
import { Interests } from "../../session/interest.js";
import { noVisit, type Visit } from "../../session/visit.js";
import { Crowded, crowdedAt, crowdedLook } from "../crowded.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { forYouWords } from "../messages/for-you.js";
import { placeById, placesOf, type Place } from "../places.js";
import { titleOf } from "./listing.js";

const MOST = 5;
const interests = new WeakMap<Manifest, Interests>();

interface Wanted {
  readonly place: Place;
  readonly because: string;
}

/** Places that one might like next, and the names of those that speak for them. */
export function wantedNext(hall: Manifest, visit: Visit): readonly Wanted[] {
  if (visit.things.size === 0) return [];
  const known = interests.get(hall) ?? new Interests(subjectsOf(hall));
  interests.set(hall, known);
  const places = placesOf(hall);
  return known.suggest(visit, MOST).flatMap(({ id, because }) => {
    const [place, reason] = [placeById(places, id), visit.things.get(because)];
    return place && reason ? [{ place, because: titleOf(placeById(places, because) ?? reason) }] : [];
  });
}

@customElement("hall-for-you")
export class ForYou extends HallElement {
  static override styles = [
    look,
    crowdedLook,
    css`
      h3 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 18px;
      }
      h3 svg {
        color: var(--accent);
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 4px 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      ul {
        margin-top: 8px;
      }
      b {
        display: block;
      }
      .tools {
        display: flex;
        flex: none;
      }
      .tools button {
        padding: 0 10px;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) visit: Visit = noVisit;
  protected readonly crowded = new Crowded(this);
  private wanted: readonly Wanted[] = [];

  protected override willUpdate(): void {
    this.wanted = this.hall ? wantedNext(this.hall, this.visit) : [];
  }

  protected override render(): TemplateResult {
    if (this.wanted.length === 0) return html``;
    const words = forYouWords[language.value];
    return html`<section aria-labelledby="for-you">
      <h3 id="for-you">${icon("star")} ${words.forYou}</h3>
      <p class="quiet">${words.hint}</p>
      <ul>${this.wanted.map((each) => this.line(each, words.because(each.because)))}</ul>
    </section>`;
  }

  private line({ place }: Wanted, because: string): TemplateResult {
    const title = titleOf(place);
    return html`<li data-suggested=${place.id}>
      <span><b>${title}</b> ${crowdedAt(place)} <span class="quiet">${because}${place.exhibitor && read(place.exhibitor) !== read(place.name) ? ` · ${read(place.exhibitor)}` : ""}</span></span>
      <span class="tools">
        <button class="bare" data-go aria-label=${say().goTo(title)} title=${say().goThere} @click=${() => this.wish("go", place)}>${icon("go")}</button>
        <button class="bare" data-lead aria-label=${`${say().leadThere}: ${title}`} title=${say().leadThere} @click=${() => this.wish("lead", place)}>${icon("way")}</button>
      </span>
    </li>`;
  }

  private wish(kind: "go" | "lead", place: Place): void {
    this.dispatchEvent(new CustomEvent(kind, { detail: place }));
  }
}
