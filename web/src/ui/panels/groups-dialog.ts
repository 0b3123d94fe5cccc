/** Groups: those that can be joined here, a code to type, and for a guide who follows, who is lost, and a call to them. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { areaName, companionsOf, groupsHere, personOf, type Companion } from "../companions.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { blankView, type GroupIntents, type GroupView, type Intents, type View } from "../view.js";
import { fieldsLook } from "./fields-look.js";
import "../dialog-frame.js";

@customElement("hall-groups-dialog")
export class GroupsDialog extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    css`
      .all {
        display: grid;
        gap: 16px;
      }
      h3 {
        font-size: 16px;
        margin-bottom: 6px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 6px 12px;
        padding: 8px 0;
        border-bottom: 1px solid var(--line);
      }
      li > span {
        flex: 1 1 140px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }
      label {
        display: grid;
        gap: 4px;
        flex: 1 1 160px;
      }
      input {
        text-transform: uppercase;
      }
      .code {
        font-size: 32px;
        font-weight: 700;
        letter-spacing: 0.12em;
        line-height: 1.2;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      .row button,
      .lead {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .problem {
        color: var(--bad);
        font-weight: 600;
      }
      .problem:empty {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private problem: Refusal | null = null;
  @state() private done = "";
  @query("input") private readonly typed!: HTMLInputElement | null;

  protected override render(): TemplateResult {
    const { group } = this.view;
    const leads = group?.role === "guide";
    return html`<hall-dialog heading=${say().groups} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="all">
        ${leads ? this.led(group) : this.joining(group)}
        <p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
        <p class="quiet" role="status">${this.done}</p>
      </div>
    </hall-dialog>`;
  }

  private get asked(): GroupIntents | null {
    return this.intents?.grouping() ?? null;
  }

  private joining(group: GroupView | null): TemplateResult {
    const open = groupsHere(this.view);
    return html`<p>${say().groupsHint}</p>
      <div>
        <h3>${say().groupsHere}</h3>
        ${open.length === 0 ? html`<p class="quiet">${say().groupsNone}</p>` : nothing}
        <ul>
          ${open.map(([code, { guide, followers }]) => html`<li>
            <span>${personOf(this.view, guide)}<br /><small class="quiet">${say().groupSize(followers.size)}</small></span>
            <button class="main" data-join=${code} aria-label=${say().groupJoinOf(personOf(this.view, guide))} @click=${() => this.try(this.asked?.follow(code), true)}>${say().groupJoin}</button>
          </li>`)}
        </ul>
      </div>
      <form @submit=${this.entered}>
        <label>${say().groupCode}<input name="code" maxlength="16" autocomplete="off" autocapitalize="characters" spellcheck="false" /></label>
        <button type="submit">${say().groupJoin}</button>
      </form>
      ${group?.role === "follower" ? nothing : html`<button class="lead" data-lead @click=${() => this.try(this.asked?.start(), false)}>${icon("people")} ${say().groupStart}</button>`}`;
  }

  private led(group: GroupView): TemplateResult {
    const all = companionsOf(this.view, group);
    return html`<div>
        <p class="quiet">${say().groupCodeOf}</p>
        <p class="code" data-code>${group.code}</p>
        <div class="row">
          <button data-copy @click=${() => void this.copy(group.code)}>${say().groupCopy}</button>
          <button @click=${() => this.asked?.leave()}>${say().groupEnd}</button>
        </div>
      </div>
      <p>${say().groupPointHint}</p>
      ${group.highlight ? html`<div class="row"><span>${say().groupPointing(this.named(group.highlight))}</span>
        <button data-unpoint @click=${() => this.try(this.asked?.highlight(null), false)}>${say().groupUnpoint}</button></div>` : nothing}
      <div>
        <h3>${say().groupMembers} (${all.length})</h3>
        <ul>${all.map((each) => this.companion(each))}</ul>
      </div>
      ${all.some(({ how }) => how !== "follows") ? html`<button data-ring-all @click=${() => this.ring(null)}>${say().groupRingAll}</button>` : nothing}`;
  }

  private companion({ number, name, how, area }: Companion): TemplateResult {
    const where = how === "lost" ? say().groupLost(areaName(this.view.hall, area)) : how === "away" ? say().groupStrayed : say().groupWithYou;
    return html`<li data-member=${number} data-how=${how}>
      <span>${name}<br /><small class="quiet">${where}</small></span>
      ${how === "follows" ? nothing : html`<button data-ring aria-label=${say().groupRingOf(name)} @click=${() => this.ring(number)}>${say().groupRing}</button>`}
    </li>`;
  }

  private named(placement: string): string {
    for (const area of this.view.hall?.areas ?? []) {
      const found = area.placements.find(({ id }) => id === placement);
      if (found) return read(this.view.hall?.exhibits.find(({ id }) => id === found.exhibit)?.name);
    }
    return placement;
  }

  private readonly entered = (event: Event): void => {
    event.preventDefault();
    const code = this.typed?.value.trim() ?? "";
    if (code) this.try(this.asked?.follow(code), true);
  };

  private ring(number: number | null): void {
    this.try(this.asked?.ring(number), false, say().groupCalled);
  }

  private try(answer: Promise<Refusal | null> | undefined, leaves: boolean, done = ""): void {
    [this.problem, this.done] = [null, ""];
    void answer?.then((refusal) => {
      this.problem = refusal;
      if (!refusal) this.done = done;
      if (!refusal && leaves) this.dispatchEvent(new Event("joined"));
    });
  }

  private async copy(code: string): Promise<void> {
    const link = new URL(location.href);
    link.search = "";
    link.searchParams.set("group", code);
    try {
      await navigator.clipboard.writeText(link.href);
      this.done = say().groupCopied;
    } catch {
      this.done = link.href; // no clipboard: it can be read and typed
    }
  }
}
