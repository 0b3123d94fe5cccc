/** The group that one follows or leads: whose eyes one sees with, and buttons to break away, come back and leave. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { blankView, type GroupIntents, type GroupView, type Intents, type View } from "../view.js";
import { countsOf, personOf } from "../companions.js";

/** Milliseconds that a notice of a group that is no more stays. */
const SHOWN_FOR = 10_000;

@customElement("hall-group-bar")
export class GroupBar extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
        padding: 10px 10px 10px 16px;
        width: min(470px, calc(100vw - 24px));
        border-left: 6px solid var(--live);
        pointer-events: auto;
      }
      .words {
        flex: 1 1 200px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      h2 {
        font-size: 16px;
      }
      .buttons {
        display: flex;
        gap: 8px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        white-space: nowrap;
      }
      .rung {
        flex-basis: 100%;
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @query("button") private readonly first!: HTMLElement | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override focus(): void {
    this.first?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("view")?.group?.notice;
    const { group } = this.view;
    if (!changed.has("view") || before === group?.notice) return;
    clearTimeout(this.timer);
    if (group?.notice && group.notice.kind !== "rung") this.timer = setTimeout(() => this.asked?.read(), SHOWN_FOR);
  }

  protected override render(): TemplateResult {
    const { group } = this.view;
    return html`<div role="status" class="unseen">${group ? this.spoken(group) : nothing}</div>
      ${group ? (group.role === "none" ? this.farewell(group) : this.bar(group)) : nothing}`;
  }

  private get asked(): GroupIntents | null {
    return this.intents?.grouping() ?? null;
  }

  private farewell(group: GroupView): TemplateResult {
    return html`<section class="panel" aria-label=${say().groups} data-group="none">
      <p class="words">${this.notice(group)}</p>
      <button @click=${() => this.asked?.read()}>${say().dismiss}</button>
    </section>`;
  }

  private bar(group: GroupView): TemplateResult {
    const leads = group.role === "guide";
    return html`<section class="panel" aria-label=${say().groups} data-group=${leads ? "guide" : group.follows ? "follows" : "away"}>
      <div class="words">
        <h2>${leads ? say().leadsGroup(group.code) : say().followsGuide(personOf(this.view, group.guide))}</h2>
        <p class="quiet">${this.figures(group)}</p>
      </div>
      <div class="buttons">${leads ? this.guiding() : this.followed(group)}</div>
      ${group.notice ? html`<p class="rung">${this.notice(group)}</p>` : nothing}
    </section>`;
  }

  private guiding(): TemplateResult {
    return html`<button data-act="members" aria-haspopup="dialog" @click=${() => this.dispatchEvent(new Event("members"))}>${icon("people")} ${say().groupMembers}</button>
      <button data-act="end" @click=${() => this.asked?.leave()}>${say().groupEnd}</button>`;
  }

  private followed(group: GroupView): TemplateResult {
    return html`${group.follows
        ? html`<button data-act="stray" @click=${() => this.asked?.stray()}>${say().groupStray}</button>`
        : html`<button class="main" data-act="rejoin" @click=${() => void this.asked?.follow(group.code)}>${say().groupRejoin}</button>`}
      <button data-act="leave" @click=${() => this.asked?.leave()}>${say().groupLeave}</button>`;
  }

  private figures(group: GroupView): string {
    if (group.role === "guide") return say().groupCounts(...countsOf(this.view, group));
    if (group.quiet) return say().guideQuiet;
    return group.follows ? say().groupFollows : say().groupAway;
  }

  private notice({ notice }: GroupView): string {
    if (notice?.kind === "rung") return say().groupRung;
    if (notice?.kind === "ended") return say().groupEnded;
    return notice?.kind === "refused" ? read(notice.text) : "";
  }

  /** What readers hear: how one is with the group, not how many come and go. */
  private spoken(group: GroupView): string {
    if (group.notice) return this.notice(group);
    if (group.role === "guide") return say().leadsGroup(group.code);
    return `${say().followsGuide(personOf(this.view, group.guide))}: ${this.figures(group)}`;
  }
}
