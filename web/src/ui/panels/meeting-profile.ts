/** What a buyer needs, or a booth offers, and when they are free: a form, and for buyers a plain yes to what is kept. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Language } from "../../core/text.js";
import type { Refusal } from "../../protocol/events.js";
import type { Mine, Profile, Slot } from "../../protocol/meetings.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import type { MeetingIntents } from "../meetings-view.js";
import { meetingWords, SPOKEN } from "../messages/meetings.js";
import { dateOf, hoursIn } from "../programme/clock.js";
import { blankView, type View } from "../view.js";
import { boothName } from "./letters-badge.js";
import { fieldsLook } from "./fields-look.js";
import { meetingsLook } from "./meetings-look.js";

/** Letters that the server takes. */
const LONGEST = { name: 60, company: 80, text: 400 };

@customElement("hall-meeting-profile")
export class MeetingProfile extends HallElement {
  static override styles = [look, fieldsLook, meetingsLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) meetings: MeetingIntents | null = null;
  @state() private problem: Refusal | null = null;
  @state() private saving = false;
  /** Whether one was asked if everything is to go. */
  @state() private leaving = false;
  @query("form") private readonly form!: HTMLFormElement;

  private get words(): (typeof meetingWords)[Language] {
    return meetingWords[language.value];
  }

  protected override render(): TemplateResult {
    const { mine, booth, kept } = this.view.meetings;
    if (!mine) return html``;
    const { words } = this;
    return html`<form class="all" novalidate @submit=${(event: Event) => void this.sent(event)}>
        <p class="quiet">${booth ? words.boothHint : words.hint}</p>
        ${booth ? html`<h3>${boothName(this.view.hall, booth)}</h3>${this.boothFields(mine.profile)}` : this.buyerFields(mine)}
        ${this.spoken(mine.profile)} ${this.free(mine)} ${booth ? nothing : this.how(mine.profile)}
        ${booth || kept ? nothing : html`<label class="check"><input type="checkbox" name="consent" /><span>${words.consent}</span></label>`}
        <p id="problem" class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
        <div class="row"><button type="submit" class="main" data-save ?disabled=${this.saving}>${this.saving ? words.saving : words.save}</button></div>
      </form>
      ${kept && !booth ? this.forgetting() : nothing}`;
  }

  private area(name: string, label: string, value: string, hint = ""): TemplateResult {
    return html`<label>${label}
      <textarea name=${name} rows="3" maxlength=${LONGEST.text} .value=${value} aria-describedby=${hint ? `${name}-hint problem` : "problem"}></textarea></label>
      ${hint ? html`<p class="quiet" id="${name}-hint">${hint}</p>` : nothing}`;
  }

  private boothFields({ offers, needs }: Profile): TemplateResult {
    return html`${this.area("offers", this.words.boothOffers, offers)} ${this.area("needs", this.words.boothSeeks, needs)}`;
  }

  private buyerFields({ profile, industries }: Mine): TemplateResult {
    const { words } = this;
    return html`${this.area("needs", words.needs, profile.needs, words.needsHint)}
      <label>${words.name}<input name="name" maxlength=${LONGEST.name} autocomplete="name" .value=${profile.name} /></label>
      <label>${words.company}<input name="company" maxlength=${LONGEST.company} autocomplete="organization" .value=${profile.company} /></label>
      ${this.area("offers", words.offers, profile.offers)}
      ${industries.length === 0
        ? nothing
        : html`<fieldset><legend>${words.industries}</legend>
            <div class="chips">${industries.map(({ id, name }) => this.chip("industries", id, read(name), profile.industries.includes(id)))}</div></fieldset>`}`;
  }

  private chip(name: string, value: string, label: string, checked: boolean): TemplateResult {
    return html`<label class="chip"><input type="checkbox" name=${name} value=${value} .checked=${checked} /><span>${label}</span></label>`;
  }

  private spoken({ languages }: Profile): TemplateResult {
    const known = Object.entries(SPOKEN);
    return html`<fieldset><legend>${this.words.languages}</legend>
      <div class="chips">${known.map(([tag, label]) => html`<span lang=${tag}>${this.chip("languages", tag, label, languages.includes(tag))}</span>`)}</div></fieldset>`;
  }

  private free({ slots, profile }: Mine): TemplateResult {
    const now = this.meetings?.now() ?? 0;
    const { words } = this;
    const days = new Map<string, Slot[]>();
    for (const slot of slots.filter(({ ends }) => ends > now)) {
      const day = dateOf(slot.starts, this.view.hall?.programme?.timezone);
      days.set(day, [...(days.get(day) ?? []), slot]);
    }
    return html`<fieldset><legend>${words.free}</legend>
      ${days.size === 0 ? html`<p class="quiet">${words.freeNone}</p>` : nothing}
      ${[...days].map(([day, those]) => this.day(day, those, profile))}</fieldset>`;
  }

  private day(day: string, slots: readonly Slot[], { free }: Profile): TemplateResult {
    const zone = this.view.hall?.programme?.timezone;
    const { words } = this;
    return html`<div class="day" role="group" aria-label=${day}>
      <div class="row between"><b>${day}</b>
        <span class="row"><button type="button" aria-label=${`${words.all}: ${day}`} @click=${(event: Event) => this.tick(event, true)}>${words.all}</button>
        <button type="button" aria-label=${`${words.none}: ${day}`} @click=${(event: Event) => this.tick(event, false)}>${words.none}</button></span></div>
      <div class="chips">${slots.map(({ id, starts, ends }) => this.chip("free", id, hoursIn(starts, ends, zone), free.includes(id)))}</div>
    </div>`;
  }

  private tick({ target }: Event, on: boolean): void {
    const day = (target as HTMLElement).closest(".day");
    for (const box of day?.querySelectorAll<HTMLInputElement>("input") ?? []) box.checked = on;
  }

  private how({ remote }: Profile): TemplateResult {
    const choice = (value: string, label: string, checked: boolean): TemplateResult =>
      html`<label class="chip"><input type="radio" name="how" value=${value} .checked=${checked} /><span>${label}</span></label>`;
    return html`<fieldset><legend>${this.words.how}</legend>
      <div class="chips">${choice("here", this.words.here, !remote)} ${choice("remote", this.words.remote, remote)}</div></fieldset>`;
  }

  private forgetting(): TemplateResult {
    const { words } = this;
    const links = this.meetings?.links();
    return html`<div class="all end">
      ${links ? html`<p><a data-page href=${`${links.page}?lang=${language.value}`} target="_blank" rel="noopener">${words.page}</a><br /><span class="quiet">${words.privateLink}</span></p>` : nothing}
      ${this.leaving
        ? html`<p role="alert">${words.forgetSure}</p>
            <div class="row"><button data-forget-yes @click=${() => void this.forget()}>${words.yes}</button>
              <button @click=${() => (this.leaving = false)}>${words.no}</button></div>`
        : html`<div class="row"><button data-forget @click=${() => void this.askFirst()}>${words.forget}</button></div>`}
    </div>`;
  }

  private async askFirst(): Promise<void> {
    this.leaving = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[data-forget-yes]")?.focus();
  }

  private async forget(): Promise<void> {
    this.problem = (await this.meetings?.forget()) ?? null;
    this.leaving = false;
  }

  private async sent(event: Event): Promise<void> {
    event.preventDefault();
    const { mine, booth, kept } = this.view.meetings;
    if (this.saving || !this.meetings || !mine) return;
    const filled = new FormData(this.form);
    const value = (name: string): string => String(filled.get(name) ?? "").trim();
    const all = (name: string): readonly string[] => filled.getAll(name).map(String);
    [this.saving, this.problem] = [true, null];
    const profile: Profile = {
      needs: value("needs"),
      offers: value("offers"),
      languages: all("languages"),
      free: all("free"),
      ...(booth
        ? { name: mine.profile.name, company: mine.profile.company, industries: mine.profile.industries, remote: mine.profile.remote }
        : { name: value("name"), company: value("company"), industries: all("industries"), remote: filled.get("how") === "remote" }),
    };
    this.problem = await this.meetings.profile(profile, kept || filled.has("consent"));
    this.saving = false;
    if (!this.problem) this.dispatchEvent(new Event("saved"));
  }
}
