/** At a stage: what is said on its screen as text, what one hears and reads of it, a seat, and for hosts what it shows. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../core/text.js";
import type { Refusal } from "../../protocol/events.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { stageWords, type StageWords } from "../messages/stages.js";
import type { StageIntents, StageView, StreamView } from "../stage-view.js";
import { blankView, type Intents, type View } from "../view.js";
import { stageLook } from "./stage-look.js";

const HOSTS: ReadonlySet<string> = new Set(["host", "moderator", "organizer"]);
const LONGEST = 280;

@customElement("hall-stage-bar")
export class StageBar extends HallElement {
  static override styles = [look, stageLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  /** What lies open below the buttons. */
  @state() private open: "sound" | "screen" | null = null;
  @state() private problem: Refusal | null = null;

  private get words(): StageWords {
    return stageWords[language.value];
  }

  private get asked(): StageIntents | null {
    return this.intents?.staging() ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { stage } = this.view;
    if (!stage) return nothing;
    const { stream } = stage;
    return html`<section aria-label=${this.words.stage(read(stage.name))}>
      ${this.told(stage)}
      <div class="panel">
        <p class="told quiet" role="status" ?hidden=${this.status(stage) === ""}>${this.status(stage)}</p>
        <div class="acts">
          ${stream && stream.state !== "over" ? this.playing(stream) : nothing} ${this.seat(stage)} ${this.hosts && stage.reels.length > 0 ? this.opener("screen", "screen", this.words.screen) : nothing}
        </div>
        ${this.open === "sound" && stream?.sound ? this.sound(stream) : nothing} ${this.open === "screen" && this.hosts ? this.screen(stage) : nothing}
      </div>
    </section>`;
  }

  private get hosts(): boolean {
    return HOSTS.has(this.view.me?.role ?? "");
  }

  /** What readers are told of what is on the screen; of a stream, what is said there. */
  private told({ reel, slide, words, stream }: StageView): TemplateResult {
    const shown = reel?.kind === "slides" ? reel.slides[slide] : undefined;
    const count = reel?.slides.length ?? 0;
    return html`<p class="caption" data-caption lang=${stream?.language ?? nothing} ?hidden=${!stream?.caption}>${stream?.caption}</p>
      <div class="unseen" aria-live="polite">${shown ? `${this.words.slide(slide + 1, count)}: ${read(shown.alt)}` : words ? read(words) : nothing}</div>`;
  }

  private status({ stream }: StageView): string {
    if (this.problem) return read(this.problem.message);
    return stream?.state === "lost" || stream?.state === "loading" || stream?.state === "over" ? this.words[stream.state] : "";
  }

  private playing(stream: StreamView): TemplateResult {
    const { words } = this;
    const wanted = stream.state !== "asks" && stream.state !== "paused";
    return html`<button data-play @click=${() => this.asked?.play(!wanted)}>${icon(wanted ? "pause" : "play")} <span>${wanted ? words.pause : words.play}</span></button>
      <button data-sound aria-pressed=${stream.sound} @click=${() => this.hear(!stream.sound)}>${icon(stream.sound ? "voice" : "mute")} <span>${words.sound}</span></button>
      ${stream.sound ? this.opener("sound", "settings", words.volume) : nothing}
      ${stream.languages.length > 0 && stream.state !== "asks" ? this.captions(stream) : nothing}`;
  }

  private opener(what: "sound" | "screen", name: "settings" | "screen", label: string): TemplateResult {
    return html`<button data-open=${what} aria-expanded=${this.open === what} @click=${() => (this.open = this.open === what ? null : what)}>${icon(name)} <span>${label}</span></button>`;
  }

  private captions({ languages, language: chosen }: StreamView): TemplateResult {
    const { words } = this;
    return html`<label data-captions>${icon("captions")} <span class="unseen">${words.captions}</span>
      <select @change=${(event: Event) => this.asked?.captions(((event.target as HTMLSelectElement).value || null) as Language | null)}>
        <option value="" ?selected=${chosen === null}>${words.captions}: ${words.off}</option>
        ${languages.map((each) => html`<option value=${each} ?selected=${chosen === each}>${words.captions}: ${words[each]}</option>`)}
      </select></label>`;
  }

  private sound({ volume, positional }: StreamView): TemplateResult {
    const { words } = this;
    return html`<div class="more">
      <label>${words.volume} <input type="range" min="0" max="1" step="0.05" .value=${String(volume)} @input=${(event: Event) => this.asked?.volume(Number((event.target as HTMLInputElement).value))} /></label>
      <label><input type="checkbox" data-positional .checked=${positional} @change=${(event: Event) => this.asked?.positional((event.target as HTMLInputElement).checked)} /> ${words.positional}</label>
    </div>`;
  }

  private seat({ seats }: StageView): TemplateResult | typeof nothing {
    if (!seats) return nothing;
    const { words } = this;
    const label = seats.mine ? words.getUp : words.sit;
    return html`<button data-seat title=${words.sitting(seats.taken, seats.all)} @click=${() => void this.try(this.asked?.sit(!seats.mine))}>${icon("seat")} <span>${label}</span></button>`;
  }

  private screen({ reels, reel, chosen, slide }: StageView): TemplateResult {
    const { words } = this;
    const choose = (id: string): void => void this.try(this.asked?.show(id || null));
    const turn = (to: number): void => void this.try(this.asked?.show(reel?.id ?? null, { slide: to }));
    const last = (reel?.slides.length ?? 0) - 1;
    return html`<div class="more">
      <label>${words.onScreen} <select data-reel @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${!chosen}>${words.asPlanned}</option>
        ${reels.map(({ id, name }) => html`<option value=${id} ?selected=${chosen && reel?.id === id}>${read(name)}</option>`)}
      </select></label>
      ${reel?.kind === "slides" ? html`<button data-previous ?disabled=${slide <= 0} @click=${() => turn(slide - 1)}>${icon("previous")} ${words.previous}</button>
        <button data-next ?disabled=${slide >= last} @click=${() => turn(slide + 1)}>${icon("next")} ${words.next}</button>` : nothing}
      ${reel?.kind === "text" ? html`<form @submit=${this.put}>
        <input name="words" maxlength=${LONGEST} aria-label=${words.words} placeholder=${words.words} autocomplete="off" />
        <button class="main">${words.put}</button>
      </form>` : nothing}
    </div>`;
  }

  private readonly put = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector("input");
    const text = field?.value.trim() ?? "";
    const reel = this.view.stage?.reel;
    if (!field || !reel || !text) return;
    field.value = "";
    void this.try(this.asked?.show(reel.id, { text: { en: text, zh: text } }));
  };

  private hear(on: boolean): void {
    this.asked?.sound(on);
    if (!on && this.open === "sound") this.open = null;
  }

  private async try(answer: Promise<Refusal | null> | undefined): Promise<void> {
    this.problem = (await answer) ?? null;
  }
}
