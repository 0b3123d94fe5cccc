/** The talk around one: what is said in this area, at a booth and at the stage, and the questions for the stage. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import type { Refusal } from "../../protocol/events.js";
import { REACTIONS, type Message } from "../../protocol/talk.js";
import { calm } from "../calm.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say, timeOf } from "../language.js";
import { look } from "../look.js";
import { talkWords, type TalkWords } from "../messages/talk.js";
import { pollWords } from "../messages/polls.js";
import { noTalk, type TalkIntents, type TalkPlace } from "../talk-view.js";
import { blankView, type Intents, type View } from "../view.js";
import { questionList } from "./talk-questions.js";
import { fieldsLook } from "./fields-look.js";
import { talkLook } from "./talk-look.js";
import { pollList, pollLook } from "./talk-polls.js";

const COLORS = 12;
const LONGEST = 500;
const PACES = [0, 5, 10, 30, 60] as const;
/** Pixels from the end of the log within which it follows what is said. */
const NEAR = 60;
const HOSTS: ReadonlySet<string> = new Set(["host", "moderator", "organizer"]);

@customElement("hall-talk-panel")
export class TalkPanel extends HallElement {
  static override styles = [look, fieldsLook, talkLook, pollLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** Whether the questions of the place are read rather than its messages. */
  @state() private asking = false;
  @state() private problem: Refusal | null = null;
  @state() private sending = false;
  /** When (ms) one may write again, and what is left of it (s). */
  @state() private left = 0;
  @query("form input") private readonly field!: HTMLInputElement | null;
  @query(".log") private readonly log!: HTMLElement | null;
  private until = 0;
  private counting: ReturnType<typeof setInterval> | undefined;
  private stopCalm: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCalm = calm.watch((on) => this.toggleAttribute("still", on));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopCalm?.();
    clearInterval(this.counting);
  }

  override focus(): void {
    this.field?.focus({ preventScroll: true });
  }

  private get words(): TalkWords {
    return talkWords[language.value];
  }

  private get asked(): TalkIntents | null {
    return this.intents?.talking() ?? null;
  }

  private get place(): TalkPlace | undefined {
    return this.view.talk.places.find(({ stream }) => stream === this.view.talk.at);
  }

  private get hosts(): boolean {
    const { me, talk } = this.view;
    return HOSTS.has(me?.role ?? "") || (me?.booths ?? []).some((booth) => talk.at === `talk/booth/${booth}`);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("view");
    if (before && before.talk.at !== this.view.talk.at) [this.problem, this.asking] = [null, this.asking && this.place?.kind === "stage"];
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`<section class="panel" aria-labelledby="heading">
      <header>
        <h2 id="heading">${words.talk}</h2>
        <button class="bare" data-close aria-label=${say().close} @click=${() => this.dispatchEvent(new Event("close"))}>${icon("close")}</button>
      </header>
      ${this.tabs()}
      <div role="tabpanel" id="panel" aria-labelledby=${this.current}>
        ${this.polls()} ${keyed(this.current, this.log_())} ${this.moderation()} ${this.composer()} ${this.reactions()}
      </div>
    </section>`;
  }

  private polls(): TemplateResult | typeof nothing {
    if (this.asking) return nothing;
    const { hosts, asked } = this;
    return pollList(this.view.talk.state?.polls ?? [], { words: pollWords[language.value], hosts, asked, try: (answer) => this.try(answer) });
  }

  private get current(): string {
    return `tab-${this.asking ? "questions" : (this.place?.kind ?? "area")}`;
  }

  private tabs(): TemplateResult {
    const { places, at } = this.view.talk;
    const tabs = places.flatMap((place) => [
      { id: `tab-${place.kind}`, label: this.nameOf(place), on: place.stream === at && !this.asking, choose: () => this.choose(place, false) },
      ...(place.kind === "stage" ? [{ id: "tab-questions", label: this.words.questions, on: place.stream === at && this.asking, choose: () => this.choose(place, true) }] : []),
    ]);
    return html`<div role="tablist" aria-label=${this.words.places} @keydown=${this.steps}>
      ${tabs.map(({ id, label, on, choose }) => html`<button role="tab" id=${id} aria-selected=${on} aria-controls="panel" tabindex=${on ? 0 : -1} title=${label} @click=${choose}>${label}</button>`)}
    </div>`;
  }

  private nameOf({ kind, name }: TalkPlace): string {
    if (kind === "booth") return this.words.booth(read(name));
    return kind === "stage" ? this.words.stage(read(name)) : read(name);
  }

  private choose(place: TalkPlace, asking: boolean): void {
    this.asking = asking;
    if (place.stream !== this.view.talk.at) this.asked?.choose(place.stream);
  }

  private readonly steps = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]")];
    const here = tabs.findIndex((tab) => tab === event.target);
    if (!step || here < 0) return;
    event.preventDefault();
    event.stopPropagation(); // it would turn the visitor round
    const next = tabs[(here + step + tabs.length) % tabs.length];
    next?.click();
    next?.focus();
  };

  private log_(): TemplateResult {
    const { state } = this.view.talk;
    const { words } = this;
    const label = words.log(this.place ? this.nameOf(this.place) : "");
    if (!state) return html`<div class="log" role="log" tabindex="0" aria-label=${label}><p class="quiet">${words.waiting}</p></div>`;
    if (this.asking) {
      return html`<div class="log" role="log" tabindex="0" aria-label=${words.questions}>
        ${questionList(state, { words, hosts: this.hosts, nameOf: (message) => this.signed(message), try: (answer) => this.try(answer), asked: this.asked })}
      </div>`;
    }
    const { messages, more } = state;
    return html`<div class="log" role="log" aria-live="polite" tabindex="0" aria-label=${label}>
      ${more && messages.length > 0 ? html`<button class="bare" data-earlier @click=${() => void this.asked?.earlier()}>${words.earlier}</button>` : nothing}
      ${messages.length === 0 ? html`<p class="quiet">${words.nothingSaid}</p>` : nothing}
      <ul>${repeat(messages, ({ seq }) => seq, (message) => this.message(message))}</ul>
    </div>`;
  }

  private message(message: Message): TemplateResult {
    const { words } = this;
    const own = message.by === this.view.talk.state?.me;
    const order = own ? ("withdraw" as const) : ("remove" as const);
    return html`<li class="line" data-message=${message.seq}>
      ${this.signed(message)} <time class="quiet">${timeOf(message.time)}</time>
      ${own || this.hosts ? html`<button class="bare" data-order=${order} aria-label=${words.of(words[order], message.text)} @click=${() => this.try(this.asked?.wish(order, message.seq))}>${words[order]}</button>` : nothing}
      <span class="text">${message.text}</span>
    </li>`;
  }

  private signed({ nickname, number, color, role, by }: Message): TemplateResult {
    const own = by === this.view.talk.state?.me ? ` (${this.words.you})` : "";
    return html`<span class="name c${color % COLORS}">${nickname || say().visitor(number)}${own}</span>
      ${HOSTS.has(role) ? html`<span class="quiet">${this.words.hosts}</span>` : nothing}`;
  }

  private moderation(): TemplateResult | typeof nothing {
    if (!this.hosts || this.asking) return nothing;
    const { words } = this;
    const pace = this.view.talk.state?.pace ?? 0;
    return html`<label class="row said">${words.pace}
      <select data-pace @change=${(event: Event) => this.try(this.asked?.pace(Number((event.target as HTMLSelectElement).value)))}>
        ${[...new Set([...PACES, pace])].sort((a, b) => a - b).map((each) => html`<option value=${each} ?selected=${each === pace}>${each ? words.seconds(each) : words.paceOff}</option>`)}
      </select></label>`;
  }

  private composer(): TemplateResult {
    const { words } = this;
    const label = this.asking ? words.ask(read(this.place?.name)) : words.write(this.place ? this.nameOf(this.place) : "");
    const pace = this.view.talk.state?.pace ?? 0;
    const note = this.sending ? words.sending : this.left > 0 ? words.wait(this.left) : pace > 0 && !this.hosts ? words.paced(pace) : "";
    return html`<p class="said problem" role="alert">${this.problem ? read(this.problem.message) || words.unsent : ""}</p>
      <p class="said quiet" role="status">${note}</p>
      <form @submit=${this.entered}>
        <input name="message" maxlength=${LONGEST} autocomplete="off" enterkeyhint="send" aria-label=${label} placeholder=${label} />
        <button class="main" type="submit" ?disabled=${this.sending || this.left > 0}>${icon("send")} ${this.asking ? words.sendQuestion : words.send}</button>
      </form>`;
  }

  private reactions(): TemplateResult {
    const { wave } = this.view.talk;
    return html`<div class="reactions" role="group" aria-label=${this.words.react}>
      ${REACTIONS.map((each) => keyed(wave[each] ? wave : null, html`<button data-react=${each} class=${wave[each] ? "risen" : ""} aria-label=${wave[each] ? `${this.words[each]} ${String(wave[each])}` : this.words[each]} title=${this.words[each]} @click=${() => this.asked?.react(each)}>
        ${icon(each)} ${wave[each] ? html`<span data-count>${wave[each]}</span>` : nothing}</button>`))}
    </div>`;
  }

  private readonly entered = (event: Event): void => {
    event.preventDefault();
    const text = this.field?.value.trim() ?? "";
    if (text && !this.sending && this.left <= 0) void this.send(text);
  };

  private async send(text: string): Promise<void> {
    const kind = this.asking ? "ask" : "say";
    [this.sending, this.problem] = [true, null];
    const refusal = await this.asked?.write(kind, text);
    this.sending = false;
    const pace = this.hosts ? 0 : (this.view.talk.state?.pace ?? 0);
    this.hold(refusal ? (refusal.wait ?? 0) : pace);
    if (refusal) this.problem = refusal;
    else if (this.field?.value.trim() === text) this.field.value = "";
    this.focus();
  }

  /** So many seconds one has to wait. */
  private hold(seconds: number): void {
    clearInterval(this.counting);
    this.until = Date.now() + seconds * 1000;
    const count = (): void => {
      this.left = Math.max(0, Math.ceil((this.until - Date.now()) / 1000));
      if (this.left === 0) clearInterval(this.counting);
    };
    count();
    if (this.left > 0) this.counting = setInterval(count, 250);
  }

  private try(answer: Promise<Refusal | null> | undefined): void {
    this.problem = null;
    void answer?.then((refusal) => (this.problem = refusal));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("view")?.talk ?? noTalk;
    const { state, at } = this.view.talk;
    const { log } = this;
    if (!log || this.asking || !state) return;
    const grew = (state.messages.at(-1)?.seq ?? 0) !== (before.state?.messages.at(-1)?.seq ?? 0);
    const first = before.at !== at || before.state === null;
    const own = state.messages.at(-1)?.by === state.me;
    if (first || (grew && (own || this.near))) log.scrollTop = log.scrollHeight;
    this.near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    log.onscroll = () => (this.near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR);
  }

  private near = true;
}
