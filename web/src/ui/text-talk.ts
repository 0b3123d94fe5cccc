/** What is said in the area of a page of the text tour, as those who walk see it too; and a line to write. */
import type { Message } from "../protocol/talk.js";
import { visitorColor } from "../session/palette.js";
import type { TalkState } from "../session/talk.js";
import type { TextWords } from "./text-words.js";

export interface TextTalkOptions {
  readonly words: TextWords;
  /** Both resolve to null, or to why not. */
  readonly say: (text: string) => Promise<string | null>;
  readonly withdraw: (message: number) => Promise<string | null>;
}

const MOST_SHOWN = 50;
/** Pixels from the end of the list within which it follows what is said. */
const NEAR = 60;

export class TextTalk {
  private readonly section: HTMLElement | null;
  private readonly list: HTMLElement | null;
  private told: TalkState | null = null;

  constructor(private readonly page: Document, private readonly options: TextTalkOptions) {
    this.section = page.getElementById("talk");
    this.list = this.section?.querySelector("ol") ?? null;
    this.offer();
  }

  /** Shows what is known; lines that stay are left alone, so that only new ones are read out. */
  show(state: TalkState): void {
    const { list, section } = this;
    if (!list || !section || state.seq === null || state === this.told) return;
    const first = this.told === null;
    this.told = state;
    section.hidden = false;
    const log = list.parentElement ?? list;
    const near = first || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    const shown = state.messages.slice(-MOST_SHOWN);
    const known = new Map([...list.children].map((line) => [(line as HTMLElement).dataset["message"], line]));
    const lines = shown.map((message) => known.get(String(message.seq)) ?? this.line(message, message.by === state.me));
    for (const line of [...list.children]) if (!lines.includes(line)) line.remove();
    for (const line of lines) if (!line.isConnected) list.append(line);
    if (near) log.scrollTop = log.scrollHeight;
  }

  private offer(): void {
    const form = this.section?.querySelector<HTMLFormElement>("form[data-say]");
    const field = form?.querySelector("input");
    if (!form || !field) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (!text) return;
      void this.options.say(text).then((problem) => {
        this.explain(problem);
        field.setAttribute("aria-invalid", String(problem !== null));
        if (problem === null && field.value.trim() === text) field.value = "";
      });
    });
  }

  private explain(problem: string | null): void {
    this.section?.querySelector("#unsaid")?.replaceChildren(problem ?? "");
  }

  private line(message: Message, own: boolean): HTMLElement {
    const line = this.page.createElement("li");
    line.dataset["message"] = String(message.seq);
    const dot = this.page.createElement("i");
    dot.style.background = visitorColor(message.color);
    const name = this.part("b", message.nickname || this.options.words.visitor(message.number));
    const time = this.part("time", new Date(message.time).toLocaleTimeString(this.page.documentElement.lang, { hour: "2-digit", minute: "2-digit" }));
    time.className = "quiet";
    line.append(dot, name, " ", time, " ", ...(own ? [this.withdrawing(message), " "] : []), this.part("span", message.text));
    return line;
  }

  private withdrawing({ seq, text }: Message): HTMLElement {
    const button = this.part("button", this.options.words.withdraw);
    button.setAttribute("aria-label", `${this.options.words.withdraw}: ${text}`);
    button.addEventListener("click", () => void this.options.withdraw(seq).then((problem) => this.explain(problem)));
    return button;
  }

  private part(tag: string, text: string): HTMLElement {
    const element = this.page.createElement(tag);
    element.textContent = text;
    return element;
  }
}
