/** The polls of a place: what can be chosen, and the sums as bars. Hosts end them and take them away. */
import { css, html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Refusal } from "../../protocol/events.js";
import type { Poll } from "../../protocol/polls.js";
import { listed, shares } from "../../session/polls.js";
import { read, timeOf } from "../language.js";
import type { PollWords } from "../messages/polls.js";
import type { TalkIntents } from "../talk-view.js";

export interface PollOptions {
  readonly words: PollWords;
  readonly hosts: boolean;
  readonly try: (answer: Promise<Refusal | null> | undefined) => void;
  readonly asked: TalkIntents | null;
}

export const percent = (share: number): number => Math.round(share * 100);

/** Open ones in full, those that are over folded up but for the last one; nothing where there are none. */
export function pollList(polls: readonly Poll[], options: PollOptions): TemplateResult | typeof nothing {
  if (polls.length === 0) return nothing;
  const [open, over] = [true, false].map((want) => listed(polls, 0).filter(({ closed }) => (closed === null) === want)) as [Poll[], Poll[]];
  return html`<section class="polls" tabindex="0" aria-label=${options.words.polls}>
    ${repeat(open, ({ seq }) => seq, (each) => openPoll(each, options))}
    ${repeat(over, ({ seq }) => seq, (each, index) => overPoll(each, open.length === 0 && index === 0, options))}
  </section>`;
}

function openPoll(poll: Poll, options: PollOptions): TemplateResult {
  const { words, asked } = options;
  const notes = [poll.several ? words.severalChoices : words.oneChoice, words.voters(poll.voters), poll.ends === null ? "" : words.until(timeOf(poll.ends))];
  const choose = (choice: number): void => options.try(asked?.ballot(poll.seq, after(poll, choice)));
  return html`<div class="poll" role="group" aria-labelledby="poll-${poll.seq}" data-poll=${poll.seq}>
    <h3 id="poll-${poll.seq}">${read(poll.question)}</h3>
    <p class="quiet">${notes.filter(Boolean).join(" · ")}</p>
    <ul>${poll.options.map((_, choice) => html`<li><button class="option" data-choice=${choice} aria-pressed=${poll.mine.includes(choice)}
      aria-description=${labelOf(poll, choice, words)} @click=${() => choose(choice)}>${bar(poll, choice)}</button></li>`)}</ul>
    ${poll.counts ? nothing : html`<p class="quiet">${words.later}</p>`}
    ${options.hosts ? html`<div class="row">${order("close", words.close, poll, options)} ${order("discard", words.discard, poll, options)}</div>` : nothing}
  </div>`;
}

function overPoll(poll: Poll, open: boolean, options: PollOptions): TemplateResult {
  const { words } = options;
  return html`<details class="poll" ?open=${open} data-poll=${poll.seq}>
    <summary><b>${read(poll.question)}</b> <span class="quiet">${words.over} · ${words.voters(poll.voters)}</span></summary>
    <ul>${poll.options.map((_, choice) => html`<li class="option" data-choice=${choice}>${bar(poll, choice)}
      ${poll.mine.includes(choice) ? html`<span class="mine quiet">${words.chosen}</span>` : nothing}</li>`)}</ul>
    ${options.hosts ? html`<div class="row">${order("discard", words.discard, poll, options)}</div>` : nothing}
  </details>`;
}

/** What is chosen after a press: one instead of another, or one more, or one less. */
export function after({ several, mine }: Pick<Poll, "several" | "mine">, choice: number): readonly number[] {
  if (mine.includes(choice)) return mine.filter((each) => each !== choice);
  return several ? [...mine, choice].sort((a, b) => a - b) : [choice];
}

function labelOf(poll: Poll, choice: number, words: PollWords): string {
  const name = read(poll.options[choice]);
  return poll.counts ? words.result(name, poll.counts[choice] ?? 0, percent(shares(poll)[choice] ?? 0)) : name;
}

function bar(poll: Poll, choice: number): TemplateResult {
  const share = percent(shares(poll)[choice] ?? 0);
  return html`<i class="bar" style="width: ${share}%" aria-hidden="true"></i><span class="name">${read(poll.options[choice])}</span>
    ${poll.counts ? html`<span class="sum">${poll.counts[choice]} · ${share}%</span>` : nothing}`;
}

function order(kind: "close" | "discard", name: string, poll: Poll, options: PollOptions): TemplateResult {
  const act = (): Promise<Refusal | null> | undefined => (kind === "close" ? options.asked?.closePoll(poll.seq) : options.asked?.wish("remove", poll.seq));
  return html`<button class="small" data-order=${kind} aria-label="${name}: ${read(poll.question)}" @click=${() => options.try(act())}>${name}</button>`;
}

export const pollLook = css`
  .polls {
    flex: 0 1 auto;
    min-height: 52px;
    max-height: 72%;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 8px 16px 4px;
    border-bottom: 1px solid var(--line);
  }
  .polls + .log {
    min-height: 40px;
  }
  .polls:focus-visible {
    outline-offset: -3px;
  }
  .poll {
    padding: 4px 0 8px;
  }
  .poll + .poll {
    border-top: 1px solid var(--line);
  }
  .poll h3 {
    font-size: 16px;
  }
  .poll summary {
    min-height: 44px;
    padding: 8px 0;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .poll ul {
    padding-top: 4px;
  }
  .poll li {
    padding: 3px 0;
  }
  .option {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 44px;
    overflow: hidden;
    text-align: start;
    border-radius: var(--radius);
  }
  li.option {
    background: var(--ground-2);
    margin: 6px 0;
    padding: 0 16px;
  }
  .option .bar {
    position: absolute;
    inset: auto auto 0 0;
    height: 6px;
    background: var(--accent);
    transition: width 400ms ease-out;
  }
  :host([still]) .option .bar {
    transition: none;
  }
  .option .name {
    flex: 1;
    min-width: 0;
    max-width: none;
    padding: 8px 0;
    font-size: 16px;
    overflow: visible;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .option .sum {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .option[aria-pressed="true"] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .option[aria-pressed="true"] .name::before {
    content: "✓ ";
    color: var(--accent);
  }
`;
