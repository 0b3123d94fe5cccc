/** The talks that the visitor listens to, and what is sent to them: heard without a gap, and sent until it is known to have come. */
import { Emitter } from "./core/emitter.js";
import { signal, type Signal } from "./core/signal.js";
import type { Live } from "./live.js";
import type { Payload, WishName } from "./protocol/wishes.js";
import { readRefusal, type Refusal } from "./protocol/events.js";
import { readHistory, readListening, type Reaction, type TalkEvent, type Wave } from "./protocol/talk.js";
import { balloted, listened, recalled, reduceTalk, silent, type TalkState, voted } from "./session/talk.js";

type Line = Pick<Live, "talk" | "call" | "tell">;

/** Messages that are asked for at once. */
export const PAGE = 50;
/** ms until something is sent again whose answer never came; how often it is. */
const AGAIN = 3_000;
const TRIES = 40;
/** The server does not know yet whether it happened. */
const UNSURE = "storing";
/** Refusals that pass by themselves. */
const PASSING = new Set([UNSURE, "too_fast", "not_joined"]);

export class Talks {
  /** By the names of their streams. */
  readonly states: Signal<ReadonlyMap<string, TalkState>> = signal<ReadonlyMap<string, TalkState>>(new Map());
  readonly waves = new Emitter<{ wave: Wave }>();
  private readonly wanted = new Map<string, number>();
  private readonly later = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly line: Line) {
    line.talk.on("events", (events) => events.forEach((event) => this.hear(event)));
    line.talk.on("wave", (wave) => this.waves.emit("wave", wave));
    line.talk.on("welcome", () => [...this.wanted.keys()].forEach((stream) => void this.fetch(stream)));
  }

  of(stream: string): TalkState {
    return this.states.value.get(stream) ?? silent(stream);
  }

  /** Listens from now on, and fetches the last `most` messages unless it listens already. */
  async listen(stream: string, most = PAGE): Promise<void> {
    const before = this.wanted.get(stream);
    this.wanted.set(stream, Math.max(most, before ?? 0));
    if (before === undefined) await this.fetch(stream);
    else if (before < most) await this.earlier(stream);
  }

  /** Listens no more. */
  unlisten(stream: string): void {
    if (!this.wanted.delete(stream)) return;
    void this.line.call("unlisten", { stream });
    const rest = new Map(this.states.value);
    rest.delete(stream);
    this.states.set(rest);
  }

  /** Fetches messages from before those that are known. */
  async earlier(stream: string): Promise<void> {
    const state = this.of(stream);
    if (state.seq === null) return;
    const before = state.messages[0]?.seq ?? state.seq + 1;
    const answer = await this.line.call("earlier", { stream, before, most: PAGE });
    if (answer !== null && !refusalOf(answer)) this.keep(recalled(this.of(stream), readHistory(answer), PAGE));
  }

  /** Says or asks something; sent again until it is known to have come. Resolves to null, or to why not. */
  write(name: "say" | "ask", stream: string, text: string): Promise<Refusal | null> {
    return this.send(name, stream, { text });
  }

  /** Sends something under a key of its own, again and again until it is known to have come. */
  async send<Name extends "say" | "ask" | "poll">(name: Name, stream: string, payload: Omit<Payload<Name>, "stream" | "key">): Promise<Refusal | null> {
    const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.line.call(name, { stream, ...payload, key } as Payload<Name>);
      const refusal = refusalOf(answer);
      if (answer !== null && refusal?.code !== UNSURE) return refusal;
      await this.soon();
    }
    return readRefusal(null);
  }

  /** Asks for something else; resolves to null, or to why not. */
  async wish<Name extends WishName>(name: Name, stream: string, payload: Omit<Payload<Name>, "stream">): Promise<Refusal | null> {
    return refusalOf(await this.line.call(name, { stream, ...payload } as Payload<Name>));
  }

  /** Votes for a question, or takes the vote back. */
  async vote(stream: string, question: number, on: boolean): Promise<Refusal | null> {
    const refusal = await this.wish("vote", stream, { question, on });
    if (!refusal) this.keep(voted(this.of(stream), question, on));
    return refusal;
  }

  /** Chooses in a poll, instead of what was chosen before. */
  async ballot(stream: string, poll: number, choices: readonly number[]): Promise<Refusal | null> {
    const refusal = await this.wish("ballot", stream, { poll, choices });
    if (!refusal) this.keep(balloted(this.of(stream), poll, choices));
    return refusal;
  }

  react(stream: string, reaction: Reaction): void {
    this.line.tell("react", { stream, reaction });
  }

  private hear(event: TalkEvent): void {
    if (!this.wanted.has(event.stream)) return;
    const before = this.of(event.stream);
    const after = reduceTalk(before, event);
    this.keep(after);
    if (after.gap && !before.gap) void this.fetch(event.stream);
  }

  private async fetch(stream: string): Promise<void> {
    const { seq } = this.of(stream);
    const most = this.wanted.get(stream) ?? 0;
    const told = await this.line.call("listen", { stream, most, ...(seq === null ? {} : { since: seq }) });
    const answer = readListening(told);
    if (!this.wanted.has(stream)) return;
    if (answer) this.keep(listened(this.of(stream), answer, most));
    else if (told === null || PASSING.has(readRefusal(told).code)) this.fetchLater(stream);
  }

  private fetchLater(stream: string): void {
    clearTimeout(this.later.get(stream));
    const again = (): void => {
      if (this.wanted.has(stream)) void this.fetch(stream);
    };
    this.later.set(stream, setTimeout(again, AGAIN));
  }

  private keep(state: TalkState): void {
    this.states.set(new Map(this.states.value).set(state.stream, state));
  }

  /** When the connection is back, or after a while. */
  private soon(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const stop = this.line.talk.on("welcome", done);
      const timer = setTimeout(done, AGAIN);
    });
  }
}

function refusalOf(answer: unknown): Refusal | null {
  return (answer as { ok?: unknown } | null)?.ok === true ? null : readRefusal(answer);
}
