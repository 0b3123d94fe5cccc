/** What is written to open a poll: a question and two to eight options, in one or two languages. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { pollWords } from "../messages/polls.js";
import type { NewPoll } from "../talk-view.js";
import { deskLook } from "./desk-look.js";
import { fieldsLook } from "./fields-look.js";
import { pairIn, word } from "./desk-part.js";

const [FEWEST, MOST] = [2, 8];
const LONGEST_ASKED = 160;
const LONGEST_OPTION = 80;
/** Minutes after which it may end by itself. */
const DURATIONS = [1, 2, 5, 10, 30] as const;

@customElement("hall-poll-form")
export class PollForm extends HallElement {
  static override styles = [look, fieldsLook, deskLook];

  @property({ attribute: false }) open: ((poll: NewPoll) => Promise<Refusal | null> | undefined) | null = null;
  @state() private options = FEWEST;
  @state() private problem: Refusal | null = null;

  protected override render(): TemplateResult {
    const words = pollWords[language.value];
    return html`<details>
      <summary>${words.newPoll}</summary>
      <form @submit=${(event: Event) => void this.send(event)}>
        <p class="quiet">${words.oneLanguage}</p>
        ${this.pair("question", words.question, LONGEST_ASKED)}
        ${Array.from({ length: this.options }, (_, i) => this.pair(`option${i}`, words.option(i + 1), LONGEST_OPTION))}
        <div class="row">
          ${this.options < MOST ? html`<button type="button" data-more @click=${() => void this.more()}>${words.more}</button>` : nothing}
          ${this.options > FEWEST ? html`<button type="button" data-fewer @click=${() => (this.options -= 1)}>${words.fewer}</button>` : nothing}
        </div>
        <label class="tick"><input type="checkbox" name="several" /> ${words.several}</label>
        <label class="tick"><input type="checkbox" name="hidden" /> ${words.hide}</label>
        <label>${words.duration}<select name="minutes">
          <option value="">${words.byHand}</option>
          ${DURATIONS.map((each) => html`<option value=${each}>${words.minutes(each)}</option>`)}</select></label>
        <p class="problem" role="alert">${this.problem ? read(this.problem.message) || words.unsent : ""}</p>
        <div class="row"><button class="main" type="submit" data-open-poll>${words.open}</button></div>
      </form>
    </details>`;
  }

  private pair(name: string, label: string, longest: number): TemplateResult {
    const words = pollWords[language.value];
    return html`<div class="pair">
      <label>${label} · ${words.chinese}<input name="${name}.zh" lang="zh-CN" maxlength=${longest} autocomplete="off" /></label>
      <label>${label} · ${words.english}<input name="${name}.en" lang="en" maxlength=${longest} autocomplete="off" /></label>
    </div>`;
  }

  private async more(): Promise<void> {
    this.options += 1;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(`[name="option${String(this.options - 1)}.zh"]`)?.focus();
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const written = new FormData(form);
    const minutes = Number(word(written, "minutes"));
    this.problem = null;
    const refusal = await this.open?.({
      question: pairIn(written, "question"),
      options: Array.from({ length: this.options }, (_, i) => pairIn(written, `option${i}`)),
      several: written.has("several"), hidden: written.has("hidden"), seconds: minutes ? minutes * 60 : null,
    });
    if (refusal === undefined) return;
    this.problem = refusal;
    if (refusal) return;
    form.reset();
    this.renderRoot.querySelector("details")?.removeAttribute("open");
  }
}
