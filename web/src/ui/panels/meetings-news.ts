/** Says what the other side of a meeting did, and that one begins soon. */
import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Manifest } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, say } from "../language.js";
import { look } from "../look.js";
import { type MeetingIntents, type MeetingNotice, type MeetingsView, noMeetings } from "../meetings-view.js";
import { meetingNewsWords } from "../messages/meeting-news.js";
import { otherOf, whenOf } from "./meetings-badge.js";
import { Toasts } from "./toasts.js";

const SHOWN_FOR = 60_000; // ms

@customElement("hall-meetings-news")
export class MeetingsNews extends HallElement {
  static override styles = [look, Toasts.styles];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) meetings: MeetingsView = noMeetings;
  @property({ attribute: false }) intents: MeetingIntents | null = null;
  private readonly timed = new Set<number>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("meetings")) return;
    for (const { number } of this.meetings.notices) {
      if (this.timed.has(number)) continue;
      this.timed.add(number);
      setTimeout(() => this.intents?.dismiss(number), SHOWN_FOR);
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="stack" role="log" aria-live="polite" aria-label=${meetingNewsWords[language.value].news}>
      ${repeat(this.meetings.notices, ({ number }) => number, (notice) => this.toast(notice))}
    </div>`;
  }

  private toast({ number, turn, meeting }: MeetingNotice): TemplateResult {
    const words = meetingNewsWords[language.value];
    const who = otherOf(this.hall, meeting);
    return html`<div class="panel toast" data-meeting-news=${turn}>
      ${icon(turn === "soon" ? "bell" : "handshake")}
      <div class="words"><p>${words.told[turn](who, whenOf(this.hall, meeting.slot))}</p></div>
      <button class="bare" data-show @click=${() => this.open(number)}>${words.show}</button>
      <button class="bare" data-dismiss @click=${() => this.intents?.dismiss(number)}>${say().dismiss}</button>
    </div>`;
  }

  private open(number: number): void {
    this.intents?.dismiss(number);
    this.dispatchEvent(new Event("open-meetings"));
  }
}
