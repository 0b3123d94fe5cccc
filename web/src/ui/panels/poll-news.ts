/** Says that a poll was opened around one, with the way to it, and what came of one that is over. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Poll } from "../../protocol/polls.js";
import { shares } from "../../session/polls.js";
import { HallElement } from "../element.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { pollWords } from "../messages/polls.js";
import { noTalk, type PollAt, type TalkView } from "../talk-view.js";
import { percent } from "./talk-polls.js";

/** ms that an end is told, and a beginning: to do something about it takes longer. */
const SHOWN_FOR = 15_000;
const OFFERED_FOR = 45_000;

@customElement("hall-poll-news")
export class PollNews extends HallElement {
  static override styles = [
    look,
    css`
      div.panel {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding: 8px 8px 8px 16px;
        width: fit-content;
        max-width: min(520px, calc(100vw - var(--left) - var(--right)));
        pointer-events: auto;
      }
      p {
        flex: 1 1 160px;
        padding: 4px 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) talk: TalkView = noTalk;
  @state() private news: { readonly at: PollAt; readonly over: boolean } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("talk");
    if (!before || before.polls === this.talk.polls) return;
    const known = (stream: string, seq: number): Poll | undefined => before.polls.find((each) => each.stream === stream && each.poll.seq === seq)?.poll;
    const ended = this.talk.polls.find(({ stream, poll }) => poll.closed !== null && known(stream, poll.seq)?.closed === null);
    const opened = this.talk.polls.find(({ stream, poll }) => poll.closed === null && !known(stream, poll.seq));
    const told = opened ?? ended;
    if (told) this.tell(told, !opened);
    else if (this.news && !this.talk.polls.some(({ poll }) => poll.seq === this.news?.at.poll.seq)) this.news = null;
  }

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">${this.news ? this.told(this.news.at, this.news.over) : nothing}</div>`;
  }

  private told({ stream, poll }: PollAt, over: boolean): TemplateResult {
    const words = pollWords[language.value];
    const question = read(poll.question);
    const seen = this.talk.open && this.talk.at === stream;
    return html`<div class="panel" data-poll-news>
      <p>${over ? `${words.ended(question)} ${result(poll)}` : words.opened(question)}</p>
      ${over || seen ? nothing : html`<button class="main" @click=${() => this.go(stream)}>${words.vote}</button>`}
    </div>`;
  }

  private go(stream: string): void {
    this.news = null;
    this.dispatchEvent(new CustomEvent("vote", { detail: stream }));
  }

  private tell(at: PollAt, over: boolean): void {
    this.news = { at, over };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.news = null), over ? SHOWN_FOR : OFFERED_FOR);
  }
}

/** In a sentence, what came of it. */
function result(poll: Poll): string {
  const words = pollWords[language.value];
  const most = Math.max(...(poll.counts ?? [0]));
  if (most === 0) return words.noVotes;
  const first = (poll.counts ?? []).flatMap((count, choice) => (count === most ? [choice] : []));
  const [choice = 0] = first;
  return first.length > 1 ? words.tie : words.leads(read(poll.options[choice]), percent(shares(poll)[choice] ?? 0));
}
