/** The questions for a stage: those that most want answered first; hosts answer and hide them. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Refusal } from "../../protocol/events.js";
import type { Message, Question } from "../../protocol/talk.js";
import { ranked, type TalkState } from "../../session/talk.js";
import type { TalkWords } from "../messages/talk.js";
import type { TalkIntents } from "../talk-view.js";

export interface QuestionOptions {
  readonly words: TalkWords;
  readonly hosts: boolean;
  readonly nameOf: (message: Message) => TemplateResult;
  readonly try: (answer: Promise<Refusal | null> | undefined) => void;
  readonly asked: TalkIntents | null;
}

export function questionList(state: TalkState, options: QuestionOptions): TemplateResult {
  const shown = ranked(state.questions).filter(({ hidden }) => options.hosts || !hidden);
  if (shown.length === 0) return html`<p class="quiet">${options.words.nothingAsked}</p>`;
  return html`<ul>${repeat(shown, ({ seq }) => seq, (each) => question(each, state.me, options))}</ul>`;
}

function question(each: Question, me: string, options: QuestionOptions): TemplateResult {
  const { words, asked } = options;
  const state = each.hidden ? words.hidden : each.answered ? words.answered : "";
  const label = `${words.of(words.vote, each.text)}, ${words.votes(each.votes)}`;
  return html`<li class="question" data-question=${each.seq}>
    <div class="line">${options.nameOf(each)} ${state ? html`<b class="quiet">${state}</b>` : nothing} <span class="text">${each.text}</span></div>
    <div class="row">
      ${each.answered
        ? html`<span class="quiet">${words.votes(each.votes)}</span>`
        : html`<button class="vote" data-vote aria-pressed=${each.mine} aria-label=${label} @click=${() => options.try(asked?.vote(each.seq, !each.mine))}>▲ ${each.votes}</button>`}
      ${each.by === me ? order(words.withdraw, each, options, () => asked?.wish("withdraw", each.seq)) : nothing}
      ${options.hosts ? hosting(each, me, options) : nothing}
    </div>
  </li>`;
}

function hosting(each: Question, me: string, options: QuestionOptions): TemplateResult {
  const { words, asked } = options;
  return html`${order(each.answered ? words.reopen : words.answer, each, options, () => asked?.answer(each.seq, !each.answered))}
    ${order(each.hidden ? words.unhide : words.hide, each, options, () => asked?.hide(each.seq, !each.hidden))}
    ${each.by === me ? nothing : order(words.remove, each, options, () => asked?.wish("remove", each.seq))}`;
}

function order(name: string, { text }: Question, options: QuestionOptions, act: () => Promise<Refusal | null> | undefined): TemplateResult {
  return html`<button class="small" aria-label=${options.words.of(name, text)} @click=${() => options.try(act())}>${name}</button>`;
}
