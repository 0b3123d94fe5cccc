/** What the visitor keeps, part by part and area by area; each can be gone to and taken out again. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { countOf, noVisit, type Part, PARTS, type Visit } from "../../session/visit.js";
import { HallElement } from "../element.js";
import { icon, type IconName } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import type { Goal, LeadWish } from "../lead-view.js";
import { leadWords } from "../messages/leading.js";
import type { VisitIntents } from "../view.js";
import { contactOf } from "./contact.js";
import { type Entry, type Group, groupsOf, titleOf } from "./listing.js";
import { listsLook } from "./lists-look.js";

const SIGNS: Readonly<Record<Part, IconName>> = { card: "card", bookmark: "star", note: "note", visited: "tick" };

@customElement("hall-visit-lists")
export class VisitLists extends HallElement {
  static override styles = [look, listsLook];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) visit: Visit = noVisit;
  @property({ attribute: false }) intents: VisitIntents | null = null;
  /** Whether one is in the hall and walks there; else links lead into it. */
  @property({ type: Boolean }) walkable = false;

  protected override render(): TemplateResult {
    const { hall, visit } = this;
    if (!hall) return html``;
    if (visit.things.size === 0) return html`<p data-nothing tabindex="-1">${say().visitNothing}</p>`;
    return html`${PARTS.map((part) => this.section(hall, part))}`;
  }

  private section(hall: Manifest, part: Part): TemplateResult | typeof nothing {
    const groups = groupsOf(this.visit, hall, part);
    if (groups.length === 0) return nothing;
    return html`<section data-part=${part} aria-labelledby=${part}>
      <h3 id=${part} tabindex="-1">${icon(SIGNS[part])} ${say().visitParts[part]} <span class="quiet">${countOf(this.visit, part)}</span></h3>
      ${part === "bookmark" ? this.through(hall, groups) : nothing}
      ${groups.map((group) => this.group(group, part))}
    </section>`;
  }

  /** Over all bookmarks that the hall has, on the shortest way. */
  private through(hall: Manifest, groups: readonly Group[]): TemplateResult | typeof nothing {
    const [first, ...then] = groups.flatMap(({ entries }) => entries).flatMap(({ place }): readonly Goal[] => (place ? [place] : []));
    if (!first || then.length === 0) return nothing;
    const words = html`${icon("way")} ${leadWords[language.value].through}`;
    const asked = html`<p class="quiet" data-asked>${leadWords[language.value].asked}</p>`;
    if (!this.walkable) {
      const query = new URLSearchParams([["venue", hall.venue], ...[first, ...then].map(({ id }) => ["to", id])]);
      return html`<a class="button" data-through href=${`/?${query.toString()}`}>${words}</a>${asked}`;
    }
    const wish: LeadWish = { id: first.id, name: first.name, then, shortest: true };
    return html`<button data-through @click=${() => this.dispatchEvent(new CustomEvent("lead", { detail: wish }))}>${words}</button>${asked}`;
  }

  private group({ name, entries }: Group, part: Part): TemplateResult {
    return html`<h4>${name}</h4><ul>${entries.map((entry) => this.line(entry, part))}</ul>`;
  }

  private line(entry: Entry, part: Part): TemplateResult {
    const title = titleOf(entry);
    const more = this.more(entry, part);
    return html`<li data-kept=${entry.kept.id}>
      <b>${title}</b>
      ${more === nothing ? nothing : html`<div class="more">${more}</div>`}
      <div class="tools">
        ${this.ways(entry, title)}
        <button class="bare" data-remove aria-label=${say().visitRemove(say().visitParts[part], title)} title=${say().remove}
          @click=${() => void this.takeOut(entry.kept.id, part)}>${icon("bin")}</button>
      </div>
    </li>`;
  }

  private more({ kept, name }: Entry, part: Part): TemplateResult | typeof nothing {
    if (part === "note") return html`<p class="note">${kept.note}</p>`;
    if (part === "visited") return kept.seconds > 0 ? html`<p class="quiet">${say().visitStay(Math.round(kept.seconds / 60))}</p>` : nothing;
    if (part === "card" && kept.card) {
      const exhibitor = read(kept.card.exhibitor);
      return html`${exhibitor === read(name) ? nothing : html`<p>${exhibitor}</p>`}<dl>${contactOf(kept.card)}</dl>`;
    }
    return nothing;
  }

  private ways({ place }: Entry, title: string): TemplateResult | typeof nothing {
    if (!place) return nothing;
    if (!this.walkable) {
      const address = `/?venue=${encodeURIComponent(this.hall?.venue ?? "")}&to=${encodeURIComponent(place.id)}`;
      return html`<a class="button" data-lead href=${address} aria-label=${`${say().leadThere}: ${title}`} title=${say().leadThere}>${icon("way")}</a>`;
    }
    return html`<button class="bare" data-go aria-label=${say().goTo(title)} title=${say().goThere}
        @click=${() => this.dispatchEvent(new CustomEvent("go", { detail: place }))}>${icon("go")}</button>
      <button class="bare" data-lead aria-label=${`${say().leadThere}: ${title}`} title=${say().leadThere}
        @click=${() => this.dispatchEvent(new CustomEvent("lead", { detail: place }))}>${icon("way")}</button>`;
  }

  /** The focus goes to the heading: what had it is gone. Unless one has moved on meanwhile. */
  private async takeOut(id: string, part: Part): Promise<void> {
    this.intents?.remove(id, part);
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (activeElement && activeElement !== this && activeElement !== document.body) return;
    const next = [`#${part}`, "h3", "[data-nothing]"].flatMap((each) => this.renderRoot.querySelector<HTMLElement>(each) ?? []);
    next[0]?.focus();
  }
}
