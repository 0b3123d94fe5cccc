/** The desk's part that keeps order where people ask and vote: questions are answered or hidden, polls opened and ended. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Refusal } from "../../protocol/events.js";
import type { Message } from "../../protocol/talk.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { pollWords } from "../messages/polls.js";
import { talkWords } from "../messages/talk.js";
import type { TalkIntents } from "../talk-view.js";
import { DeskPart } from "./desk-part.js";
import { deskLook } from "./desk-look.js";
import { fieldsLook } from "./fields-look.js";
import { talkLook } from "./talk-look.js";
import { pollList, pollLook } from "./talk-polls.js";
import { questionList } from "./talk-questions.js";
import "./poll-form.js";

@customElement("hall-desk-talk")
export class DeskTalk extends DeskPart {
  static override styles = [look, fieldsLook, talkLook, pollLook, deskLook];

  private get talk(): TalkIntents | null {
    return this.intents?.talking() ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.talk?.attend(true);
    // Questions are asked at stages: that is where a host begins.
    const stage = this.view.talk.places.find(({ kind }) => kind === "stage");
    if (stage) this.talk?.choose(stage.stream);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.talk?.attend(false);
  }

  protected override render(): TemplateResult {
    const { places, at, state } = this.view.talk;
    const asks = places.some(({ stream, kind }) => stream === at && kind === "stage");
    const options = { hosts: true, asked: this.talk, try: (answer: Promise<Refusal | null> | undefined) => void this.try(answer) };
    return html`<div class="part">
      <label>${this.words.place}<select data-place @change=${(event: Event) => this.talk?.choose((event.target as HTMLSelectElement).value)}>
        ${places.map(({ stream, name }) => html`<option value=${stream} ?selected=${stream === at}>${read(name)}</option>`)}</select></label>
      ${this.outcome()}
      ${pollList(state?.polls ?? [], { ...options, words: pollWords[language.value] })}
      <hall-poll-form .open=${(poll: Parameters<TalkIntents["openPoll"]>[0]) => this.talk?.openPoll(poll)}></hall-poll-form>
      ${asks && state ? html`<section><h3>${talkWords[language.value].questions}</h3>
        ${questionList(state, { ...options, words: talkWords[language.value], nameOf: (message) => this.nameOf(message) })}</section>` : nothing}
    </div>`;
  }

  private nameOf({ nickname, number }: Message): TemplateResult {
    return html`<b>${nickname || say().visitor(number)}</b>`;
  }
}
