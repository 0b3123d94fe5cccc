/** The hall in a frame: hears the page around it and tells it what happens, if the server lets that page embed it. */
import { newsOf } from "./news.js";
import { decodeCommand, type EmbedCommand, eventMessage } from "./protocol/embedding.js";
import type { View } from "./ui/interface.js";

export interface EmbeddedOptions {
  /** The page around; messages of anybody else are not read. */
  readonly parent: Pick<Window, "postMessage">;
  /** The hall's own origin. */
  readonly own: string;
  /** Resolves to the origins that may embed the hall, as soon as the server says so. */
  readonly allowed: Promise<readonly string[]>;
  readonly obey: (command: Exclude<EmbedCommand, { command: "hello" }>) => void;
  /** What is shown now. */
  readonly view: () => View;
  /** What a page is told that comes late: the news since then. */
  readonly blank: View;
  /** ms of a steady clock. */
  readonly now: () => number;
}

/** Messages that are read in a second, whatever more come. */
const MOST = 20;

export class Embedded {
  /** Origin of the page around, once it said hello and may listen. */
  private listener: string | null = null;
  private recent: number[] = [];

  constructor(private readonly options: EmbeddedOptions) {}

  /** Takes a message that came to the window; resolves when it was dealt with. */
  async hear({ source, origin, data }: Pick<MessageEvent, "source" | "origin" | "data">): Promise<void> {
    const { parent, allowed, obey } = this.options;
    if (source !== parent || this.crowded()) return;
    const command = decodeCommand(data);
    if (!command || !this.mayEmbed(origin, await allowed)) return;
    if (command.command === "hello") this.welcome(origin);
    else obey(command);
  }

  /** Something else is shown. */
  shown(view: View, before: View): void {
    if (this.listener !== null) for (const news of newsOf(view, before)) this.say(news);
  }

  /** Something that was asked for cannot be. */
  refuse(code: "unknown_place" | "nobody_stands", id: string): void {
    this.say(eventMessage("error", { code, id }));
  }

  /** Tells a page that may listen all that was before it did. */
  private welcome(origin: string): void {
    const { view, blank } = this.options;
    this.listener = origin;
    this.say(eventMessage("hello", {}));
    this.shown(view(), blank);
  }

  private say(message: object): void {
    if (this.listener !== null) this.options.parent.postMessage(message, this.listener);
  }

  /** A page without an origin of its own, such as a file, is `null`: it could be anybody's. */
  private mayEmbed(origin: string, allowed: readonly string[]): boolean {
    return origin !== "null" && (origin === this.options.own || allowed.includes("*") || allowed.includes(origin));
  }

  private crowded(): boolean {
    const now = this.options.now();
    this.recent = this.recent.filter((each) => each > now - 1000);
    return this.recent.push(now) > MOST;
  }
}
