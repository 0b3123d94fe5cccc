/** Top left: where am I, and with how many. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { areaOf, type Zone } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { blankView, type View } from "../view.js";
import { coming, running } from "../../session/timetable.js";
import { hourIn } from "../programme/clock.js";
import { zoneBadge } from "../zone-badge.js";

/** ms before it begins from which a session is told of. */
const AHEAD = 12 * 3_600_000;

/** The zone that the visitor stands in, if any. */
export function zoneOf(view: View): Zone | undefined {
  const area = view.hall && areaOf(view.hall, view.area);
  return area?.zones.find((zone) => zone.id === view.zone);
}

/** Everybody in the visitor's area, the visitor among them. */
export function peopleHere(view: View): number {
  return 1 + view.people.filter((person) => person.area === view.area).length;
}

@customElement("hall-whereabouts")
export class Whereabouts extends HallElement {
  static override styles = [
    look,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 16px 8px 8px;
        min-height: 56px;
      }
      header.plain {
        padding-left: 16px;
      }
      .words {
        min-width: 0;
      }
      h1 {
        font-size: 14px;
        font-weight: 400;
        color: var(--ink-2);
      }
      .zone {
        font-size: 16px;
        font-weight: 700;
        line-height: 1.25;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .on {
        font-size: 14px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .words:has(.on) .zone {
        -webkit-line-clamp: 1;
      }
      .people {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;

  /** What is on, else what comes within half a day. */
  private programme(): TemplateResult | typeof nothing {
    const told = this.view.programme;
    if (!told) return nothing;
    const [on] = running(told.sessions, told.now);
    const [next] = coming(told.sessions, told.now);
    const session = on ?? (next && next.starts - told.now < AHEAD ? next : undefined);
    if (!session) return nothing;
    const when = on ? say().sessionNow : hourIn(session.starts, told.timezone);
    return html`<p class="on" data-on=${session.id}><b>${when}</b> ${read(session.title)}</p>`;
  }

  protected override render(): TemplateResult {
    const { hall, area, people } = this.view;
    const place = hall ? areaOf(hall, area) : undefined;
    const zone = zoneOf(this.view);
    const count = peopleHere(this.view);
    return html`<header class="panel ${zone ? "" : "plain"}">
      ${zone ? zoneBadge(zone) : nothing}
      <div class="words">
        <p class="zone">${zone ? read(zone.name) : read(place?.name)}</p>
        <h1>
          ${zone ? html`${read(place?.name)} · ` : nothing}<span class="people"
            >${people.length === 0 ? say().nobodyElse : say().people(count)}</span
          >
        </h1>
        ${this.programme()}
      </div>
    </header>`;
  }
}
