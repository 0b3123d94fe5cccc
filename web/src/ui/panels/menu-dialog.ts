/** What the menu button opens: the map, one's name, help, settings, installing, the other language, who is here. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Pose } from "../../core/plan.js";
import type { Person } from "../../protocol/events.js";
import { hosts } from "../../protocol/moderation.js";
import { badges, badgeLook } from "../badges.js";
import { HallElement } from "../element.js";
import { wantsTelling } from "../home-screen.js";
import { icon, type IconName } from "../icons.js";
import { language, otherLanguage, read, say, speak, tags, timeOf } from "../language.js";
import { look } from "../look.js";
import { deskWords } from "../messages/desk.js";
import { guideWords } from "../messages/guide.js";
import { letterWords } from "../messages/letters.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { talkWords } from "../messages/talk.js";
import { walkingWords } from "../messages/walking.js";
import { nameOf } from "../naming.js";
import type { PanelName } from "../panel-names.js";
import { fullAddress, textAddress } from "../text-address.js";
import { unreadLetters } from "./letters-badge.js";
import { canMeet, toAnswer } from "./meetings-badge.js";
import { blankView, type Intents, type View } from "../view.js";
import { nowWords } from "../visit/listing.js";
import "../dialog-frame.js";
import "./share-link.js";

const MOST_NAMED = 100;

@customElement("hall-menu-dialog")
export class MenuDialog extends HallElement {
  static override styles = [
    look,
    badgeLook,
    css`
      .entries {
        display: grid;
        gap: 8px;
      }
      .entries button,
      .entries a {
        display: flex;
        width: 100%;
        align-items: center;
        gap: 14px;
        min-height: 52px;
        text-align: start;
      }
      .told {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 6px 17px;
      }
      .told svg {
        flex: none;
      }
      .entries p:empty {
        display: none;
      }
      .entries p {
        margin: 6px 0 0;
      }
      .now {
        margin-left: auto;
        font-weight: 400;
        color: var(--ink-2);
        max-width: 45%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h3 {
        font-size: 16px;
        margin: 20px 0 4px;
      }
      .announced li {
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .people li {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
      }
      .people span:first-child {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private refused = false;
  /** Where the visitor stands. */
  @property({ attribute: false }) pose: Pose | null = null;

  protected override render(): TemplateResult {
    const words = say();
    const talk = talkWords[language.value];
    return html`<hall-dialog heading=${words.menu} @close=${() => this.dispatchEvent(new Event("close"))}>
      <ul class="entries">
        ${this.view.embedded ? html`<li>${this.wayOut()}</li>` : nothing}
        <li>${this.entry("map", "map", words.map)}</li>
        <li>${this.entry("guide", "guide", guideWords[language.value].guide)}</li>
        ${this.view.programme ? html`<li>${this.entry("programme", "calendar", words.programme)}</li>` : nothing}
        ${this.view.hall?.tours.length ? html`<li>${this.entry("tours", "tour", words.tours)}</li>` : nothing}
        <li>${this.entry("talk", "talk", talk.talk, this.view.talk.unread > 0 ? talk.unread(this.view.talk.unread) : "")}</li>
        ${this.view.me?.role === "kiosk" ? nothing : html`<li>${this.entry("letters", "letter", letterWords[language.value].letters, unreadLetters(this.view.letters))}</li>`}
        ${canMeet(this.view) ? html`<li>${this.entry("meetings", "handshake", meetingNewsWords[language.value].meetings, toAnswer(this.view.meetings))}</li>` : nothing}
        <li>${this.entry("groups", "people", words.groups)}</li>
        <li>${this.entry("people", "people", words.peopleHere, this.view.reports.length ? words.peopleReported(this.view.reports.length) : "")}</li>
        ${hosts(this.view.me) ? html`<li>${this.entry("desk", "desk", deskWords[language.value].desk)}</li>` : nothing}
        <li>${this.entry("visit", "star", words.visit, nowWords(this.view.visit))}</li>
        <li>${this.entry("name", "person", words.profile, this.view.me ? nameOf(this.view.me) : "")}</li>
        <li>${this.entry("help", "help", words.help)}</li>
        <li>${this.entry("settings", "settings", words.settings)}</li>
        ${this.headset()}
        <li>${this.sharing()}</li>
        ${this.installing()}
        <li><a class="button" data-text-tour href=${textAddress(this.view)}>${icon("text")} ${words.textTour}</a></li>
        <li>
          <button data-language lang=${tags[otherLanguage()]} @click=${() => speak(otherLanguage())}>
            ${icon("language")} ${words.otherLanguage}
          </button>
        </li>
      </ul>
      ${this.announced()} ${this.roster()}
    </hall-dialog>`;
  }

  /** Out of the frame, to the same spot. */
  private wayOut(): TemplateResult {
    return html`<a class="button" data-full href=${fullAddress(this.view, this.pose)} target="_blank" rel="noopener">${icon("out")} ${say().openFull}</a>`;
  }

  private entry(panel: PanelName, picture: IconName, label: string, now = ""): TemplateResult {
    return html`<button data-panel=${panel} @click=${() => this.dispatchEvent(new CustomEvent("panel", { detail: panel }))}>
      ${icon(picture)} ${label} ${now ? html`<span class="now">${now}</span>` : nothing}
    </button>`;
  }

  private headset(): TemplateResult | typeof nothing {
    const { headset } = this.view;
    if (headset === "none") return nothing;
    return html`<li>
      <button data-headset @click=${() => void this.wear()}>${icon("headset")} ${headset === "worn" ? say().vrLeave : say().vrEnter}</button>
      <p class="quiet" role="status">${this.refused ? say().vrFailed : nothing}</p>
    </li>`;
  }

  private async wear(): Promise<void> {
    this.refused = false;
    this.refused = !(await this.intents?.wear());
    if (!this.refused) this.dispatchEvent(new Event("close"));
  }

  private sharing(): TemplateResult {
    return html`<hall-share-link wide .address=${() => this.intents?.viewLink() ?? location.href} about=${read(this.view.hall?.name)}
      copy=${say().viewCopy} shared=${say().viewShare} copied=${say().viewCopied}></hall-share-link>`;
  }

  private installing(): TemplateResult | typeof nothing {
    const { installable, embedded } = this.view;
    if (installable) return html`<li><button data-install @click=${() => this.dispatchEvent(new Event("install"))}>${icon("install")} ${say().install}</button></li>`;
    return wantsTelling() && !embedded ? html`<li class="told" data-home-screen>${icon("install")} ${walkingWords[language.value].homeScreen}</li>` : nothing;
  }

  private announced(): TemplateResult {
    const latest = [...this.view.announcements].reverse();
    if (latest.length === 0) return html``;
    return html`<h3>${say().announcements}</h3>
      <ul class="announced">
        ${latest.map((each) => html`<li><time class="quiet">${timeOf(each.time)}</time> ${read(each.text)}</li>`)}
      </ul>`;
  }

  private whereabouts(person: Person, area: string): string {
    return person.via === "text" ? say().readsText(area) : area;
  }

  private roster(): TemplateResult {
    const { people, hall } = this.view;
    const areas = new Map(hall?.areas.map((area) => [area.id, area.name]));
    return html`<h3>${say().visitorsHere} (${people.length + 1})</h3>
      <ul class="people">
        ${people.slice(0, MOST_NAMED).map(
          (person) => html`<li data-person=${person.number}>
            <span>${nameOf(person)}${badges(person)}</span><span class="quiet">${this.whereabouts(person, read(areas.get(person.area)))}</span>
          </li>`,
        )}
      </ul>`;
  }
}
