/** Who is in this area, with what role; anybody can be reported, and moderators quiet people or send them away. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Person, Refusal } from "../../protocol/events.js";
import { mayActOn, moderates, type Ban, type Report, type Review } from "../../protocol/moderation.js";
import { badges, badgeLook } from "../badges.js";
import { personOf } from "../companions.js";
import { HallElement } from "../element.js";
import { language, read, say, timeOf } from "../language.js";
import { look } from "../look.js";
import type { ModerationIntents } from "../moderation-view.js";
import { callWords } from "../messages/calls.js";
import { nameOf } from "../naming.js";
import { blankView, type Intents, type View } from "../view.js";
import { fieldsLook } from "./fields-look.js";
import { peopleLook } from "./people-look.js";
import "../dialog-frame.js";

const MOST_NAMED = 100;
const LONGEST = 200;

/** What is confirmed with a reason before it is done. */
type Act = "report" | "kick" | "ban";

@customElement("hall-people-dialog")
export class PeopleDialog extends HallElement {
  static override styles = [look, badgeLook, fieldsLook, peopleLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** What is about to be done, and to whom. */
  @state() private asked: { readonly act: Act; readonly number: number } | null = null;
  @state() private problem: Refusal | null = null;
  @state() private done = "";
  @state() private review: Review | null = null;
  @query("input") private readonly reason!: HTMLInputElement | null;
  @query(".done") private readonly result!: HTMLElement;

  protected override firstUpdated(): void {
    void this.look();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("view") as View | undefined;
    if (before && (before.reports !== this.view.reports || before.me?.role !== this.view.me?.role)) void this.look();
  }

  protected override render(): TemplateResult {
    const words = say();
    return html`<hall-dialog heading=${words.peopleHere} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="all">
        <p>${words.peopleHint} ${callWords[language.value].callsAsked}</p>
        <p class="problem" role="alert">${this.problem ? read(this.problem.message) : ""}</p>
        <p class="quiet done" role="status" tabindex="-1">${this.done}</p>
        ${this.people()} ${this.review && moderates(this.view.me) ? html`${this.reports(this.review.reports)} ${this.bans(this.review.bans)}` : nothing}
      </div>
    </hall-dialog>`;
  }

  private get moderation(): ModerationIntents | null {
    return this.intents?.moderating() ?? null;
  }

  private people(): TemplateResult {
    const { me, area } = this.view;
    const here = this.view.people.filter((person) => person.area === area);
    const rank = (person: Person): number => (person.role === "visitor" ? 1 : 0);
    const shown = [...here].sort((a, b) => rank(a) - rank(b) || a.number - b.number).slice(0, MOST_NAMED);
    return html`<ul>
        ${me ? html`<li data-me><span>${nameOf(me)}${badges(me)} <span class="quiet">${say().peopleYou}</span></span></li>` : nothing}
        ${shown.map((person) => this.person(person))}
      </ul>
      ${me?.role === "organizer" ? html`<p><a data-accounts href="/people?lang=${language.value}" target="_blank" rel="noopener">${say().peopleAccounts}</a></p>` : nothing}
      ${here.length === 0 ? html`<p class="quiet">${say().peopleNobody}</p>` : nothing}
      ${here.length > shown.length ? html`<p class="quiet">${say().peopleMore(here.length - shown.length)}</p>` : nothing}`;
  }

  private person(person: Person): TemplateResult {
    const { me } = this.view;
    const may = mayActOn(me, person);
    return html`<li data-person=${person.number}>
      <span>${nameOf(person)}${badges(person)}</span>
      <span class="row">
        ${me?.role === "kiosk" || person.role === "kiosk" || person.via === "text" ? nothing : this.ring(person)}
        ${me?.role === "kiosk" ? nothing : this.button("report", person)}
        ${may ? html`${this.mute(person)} ${this.button("kick", person)} ${this.button("ban", person)}` : nothing}
      </span>
      ${this.asked?.number === person.number ? this.question(this.asked.act, person) : nothing}
    </li>`;
  }

  private button(act: Act, person: Person): TemplateResult {
    const label = say().acts[act];
    const open = this.asked?.number === person.number && this.asked.act === act;
    return html`<button data-act=${act} aria-expanded=${open} aria-label=${say().actOn(label, nameOf(person))} @click=${() => void this.ask(act, person)}>${label}</button>`;
  }

  /** The dialog gives way to the call once it rings. */
  private ring(person: Person): TemplateResult {
    const words = callWords[language.value];
    const ring = async (): Promise<void> => {
      this.problem = (await this.intents?.calling()?.ring(person.number, true)) ?? null;
      if (!this.problem) this.dispatchEvent(new Event("close"));
    };
    return html`<button data-ring aria-label=${words.callOf(nameOf(person))} @click=${() => void ring()}>${words.call}</button>`;
  }

  private mute(person: Person): TemplateResult {
    const label = person.muted ? say().acts.unmute : say().acts.mute;
    return html`<button data-act=${person.muted ? "unmute" : "mute"} aria-label=${say().actOn(label, nameOf(person))}
      @click=${() => void this.try(this.moderation?.mute(person.number, !person.muted), say().actDone)}>${label}</button>`;
  }

  private question(act: Act, person: Person): TemplateResult {
    const label = say().acts[act];
    return html`<form data-ask=${act} @submit=${(event: Event) => void this.confirmed(event, act, person)}
      @keydown=${(event: KeyboardEvent) => this.keyed(event)}>
      <label for="reason">${say().askWhy(label, nameOf(person))}</label>
      <input id="reason" name="reason" maxlength=${LONGEST} autocomplete="off" ?required=${act === "report"} aria-describedby="hint" />
      <p id="hint" class="quiet">${act === "report" ? say().askReport : say().askOptional}</p>
      <div class="row">
        <button type="submit" class="main" data-confirm>${say().confirmOn(label, nameOf(person))}</button>
        <button type="button" @click=${() => void this.put(null, person, act)}>${say().cancel}</button>
      </div>
    </form>`;
  }

  private async ask(act: Act, person: Person): Promise<void> {
    const open = this.asked?.number === person.number && this.asked.act === act;
    await this.put(open ? null : { act, number: person.number }, person, act);
  }

  /** Opens or closes the question; the focus goes into it, or back to what opened it. */
  private async put(asked: PeopleDialog["asked"], { number }: Person, act: Act): Promise<void> {
    [this.asked, this.problem, this.done] = [asked, null, ""];
    await this.updateComplete;
    this.renderRoot.querySelector("form")?.scrollIntoView({ block: "nearest" });
    (asked ? this.reason : this.renderRoot.querySelector<HTMLElement>(`[data-person="${String(number)}"] [data-act=${act}]`))?.focus();
  }

  /** Escape leaves the question first, then the dialog. */
  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.asked) return;
    event.preventDefault();
    event.stopPropagation();
    const { act, number } = this.asked;
    const person = this.view.people.find((each) => each.number === number);
    if (person) void this.put(null, person, act);
  }

  private async confirmed(event: Event, act: Act, { number }: Person): Promise<void> {
    event.preventDefault();
    const reason = this.reason?.value.trim() ?? "";
    if (await this.try(this.moderation?.[act](number, reason), act === "report" ? say().reportSent : say().actDone)) {
      this.asked = null;
      await this.updateComplete;
      this.result.focus();
    }
  }

  private async try(answer: Promise<Refusal | null> | undefined, done: string): Promise<boolean> {
    [this.problem, this.done] = [null, ""];
    this.problem = (await answer) ?? null;
    if (this.problem) return false;
    this.done = done;
    await this.look();
    return true;
  }

  /** Asks what a moderator may see. */
  private async look(): Promise<void> {
    if (!moderates(this.view.me)) return;
    const seen = await this.moderation?.review();
    if (seen && "bans" in seen) this.review = seen;
  }

  private reports(reports: readonly Report[]): TemplateResult {
    return html`<section aria-labelledby="reports">
      <h3 id="reports">${say().reports} (${reports.length})</h3>
      ${reports.length === 0 ? html`<p class="quiet">${say().reportsNone}</p>` : nothing}
      <ul>
        ${reports.map(({ id, number, nickname, by, reason, time }) => html`<li data-report=${id}>
          <span><time class="quiet">${timeOf(time)}</time> ${say().reportLine(nickname || say().visitor(number), personOf(this.view, by), reason)}</span>
        </li>`)}
      </ul>
    </section>`;
  }

  private bans(bans: readonly Ban[]): TemplateResult {
    return html`<section aria-labelledby="bans">
      <h3 id="bans">${say().bans} (${bans.length})</h3>
      ${bans.length === 0 ? html`<p class="quiet">${say().bansNone}</p>` : nothing}
      <ul>${bans.map((ban) => this.ban(ban))}</ul>
    </section>`;
  }

  private ban({ id, nickname, reason, by, time }: Ban): TemplateResult {
    const name = nickname || say().nameless;
    return html`<li data-ban=${id}>
      <span><time class="quiet">${timeOf(time)}</time> ${say().banLine(name, by)}${reason ? html`<br /><small class="quiet">${say().banReason(reason)}</small>` : nothing}</span>
      <button data-unban aria-label=${say().unbanOf(name)} @click=${() => void this.lift(id)}>${say().unban}</button>
    </li>`;
  }

  private async lift(ban: number): Promise<void> {
    if (await this.try(this.moderation?.unban(ban), say().actDone)) this.result.focus();
  }
}
