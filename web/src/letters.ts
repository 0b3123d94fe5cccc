/** Letters to booths: one's own by the secrets that this device keeps, and those to the booths whose staff one is. */
import type { Live } from "./live.js";
import { readRefusal, type Refusal } from "./protocol/events.js";
import { type LetterNews, type Line, type Opened, readLines, readOpened } from "./protocol/letters.js";
import { moderates } from "./protocol/moderation.js";
import type { Payload } from "./protocol/wishes.js";
import type { Shelf } from "./session/keeping.js";
import { freshSecret, LetterKeys } from "./session/letter-keys.js";
import { unreadIn, withLine, withNews, withoutLetter } from "./session/letters.js";
import { myself } from "./session/state.js";
import type { Inquiry, LetterIntents, LettersView } from "./ui/letters-view.js";

/** The interface, as far as it matters here. */
interface Shown {
  readonly view: { readonly letters: LettersView };
  show(change: { readonly letters: LettersView }): void;
  write(letters: readonly string[]): void;
}

interface LettersOptions {
  readonly live: Pick<Live, "call" | "tell" | "talk" | "letters" | "state">;
  readonly interface: Shown;
  readonly venue: () => string;
  readonly shelf: () => Shelf;
  readonly origin: string;
}

/** ms until something is sent again whose answer never came; how often; how long "writes" is shown and not said again. */
const AGAIN = 3_000;
const TRIES = 20;
const TYPES_FOR = 4_000;
const PASSING = new Set(["storing", "not_joined"]);

/** What is done with a letter that is there. */
type Act = "letter_see" | "letter_write" | "letter_end" | "letter_report";

export class Letters {
  readonly intents: LetterIntents;
  private readonly keys: LetterKeys;
  private readonly secrets = new Map<string, string>();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private typedAt = -Infinity;
  /** The letter that was sent and not yet acknowledged: it is sent again under the same secret. */
  private fresh = freshSecret();

  constructor(private readonly options: LettersOptions) {
    const { live, venue, shelf } = options;
    this.keys = new LetterKeys(venue(), shelf);
    this.intents = this.made();
    live.talk.on("welcome", () => void this.refresh());
    live.letters.on("news", (news) => this.hear(news));
  }

  private get view(): LettersView {
    return this.options.interface.view.letters;
  }

  private show(change: Partial<LettersView>): void {
    const view = { ...this.view, ...change };
    const unread = unreadIn(view.mine) + unreadIn(view.inbox ?? []);
    this.options.interface.show({ letters: { ...view, unread } });
  }

  /** Asks for everything anew: after each join. */
  private async refresh(): Promise<void> {
    const { live } = this.options;
    const { secrets } = this.keys;
    if (secrets.length > 0) {
      const lines = readLines(await live.call("letters", { secrets }));
      lines?.forEach(({ letter, of }) => this.secrets.set(letter, secrets[of ?? -1] ?? ""));
      if (lines) this.list("mine", [...lines].sort((a, b) => b.last - a.last));
    }
    await this.fetchInbox();
    const { open } = this.view;
    if (open) await this.open(open.letter);
  }

  private async fetchInbox(): Promise<void> {
    const { live } = this.options;
    const me = myself(live.state.value);
    if (!me?.booths?.length && !moderates(me)) return this.show({ inbox: null });
    const { filter } = this.view;
    const lines = readLines(await live.call("inbox", filter ? { standing: filter } : {}));
    if (lines && this.view.filter === filter) this.list("inbox", lines);
  }

  private list(which: "mine" | "inbox", lines: readonly Line[]): void {
    this.options.interface.write(lines.flatMap(({ name, preview }) => [name, preview]));
    this.show(which === "mine" ? { mine: lines } : { inbox: lines });
  }

  private hear(news: LetterNews): void {
    const { open, mine, inbox } = this.view;
    if (news.kind === "typing") return this.hearTyping(news.letter);
    if (news.kind === "erased") {
      this.show({
        mine: withoutLetter(mine, news.letter),
        inbox: inbox && withoutLetter(inbox, news.letter),
        ...(open?.letter === news.letter ? { open: null } : {}),
      });
      return;
    }
    this.take(news);
    const theirs = news.events.some((event) => event.kind === "reported" || (event.kind === "written" && event.side !== news.side));
    if (open?.letter === news.letter) {
      if (theirs) this.show({ typing: false });
      if (news.line.unread > 0) void this.call("letter_see", news.letter);
    } else if (theirs) this.show({ news: { side: news.side, line: news.line } });
  }

  private hearTyping(letter: string): void {
    if (this.view.open?.letter !== letter) return;
    this.show({ typing: true });
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.show({ typing: false }), TYPES_FOR);
  }

  /** Takes in how a letter is now. */
  private take(news: Opened): void {
    const { open, mine, inbox, filter } = this.view;
    const { letter, side, line, events } = news;
    this.options.interface.write(events.flatMap((event) => (event.kind === "written" ? [event.text, event.name, ...Object.values(event.card)] : [])));
    const listed = side === "visitor" ? { mine: withLine(mine, line) } : { inbox: filtered(withLine(inbox ?? [], line), filter, letter) };
    this.show({ ...listed, ...(open ? { open: withNews(open, news) } : {}) });
  }

  /** How a letter is named to the server: by one's secret, else by its id. */
  private named(letter: string): object {
    const secret = this.secrets.get(letter);
    return secret ? { secret } : { letter };
  }

  private async call(name: Act, letter: string, payload: object = {}): Promise<Refusal | null> {
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.options.live.call(name, { ...this.named(letter), ...payload } as Payload<Act>);
      const told = readOpened(answer);
      if (!("code" in told)) {
        this.take(told);
        return null;
      }
      if (answer !== null && !PASSING.has(told.code)) return told;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    return readRefusal(null);
  }

  private async send(inquiry: Inquiry): Promise<Refusal | null> {
    const secret = this.fresh;
    this.keys.keep(secret); // before it is sent: what the server has and the answer to which is lost is found again
    const { cardConsent, ...rest } = inquiry;
    let unsure = false; // whether the server may have it
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await this.options.live.call("inquire", { secret, ...rest, card_consent: cardConsent });
      const told = readOpened(answer);
      if (!("code" in told)) {
        this.secrets.set(told.letter, secret);
        this.fresh = freshSecret();
        this.show({ compose: null, open: told });
        this.take(told);
        return null;
      }
      unsure ||= answer === null || told.code === "storing";
      if (answer !== null && !PASSING.has(told.code) && !(unsure && told.code === "too_fast")) {
        this.keys.forget(secret);
        return told;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    return readRefusal(null);
  }

  private async open(letter: string | null): Promise<Refusal | null> {
    if (letter === null) {
      this.show({ open: null, typing: false });
      return null;
    }
    const told = readOpened(await this.options.live.call("letter_open", this.named(letter)));
    if ("code" in told) return told;
    this.show({ open: told, compose: null, typing: false, news: null });
    this.take(told);
    if (told.line.unread > 0) void this.call("letter_see", letter);
    return null;
  }

  private async erase(letter: string): Promise<Refusal | null> {
    const answer = await this.options.live.call("letter_erase", this.named(letter));
    if ((answer as { ok?: unknown } | null)?.ok !== true) return readRefusal(answer);
    const secret = this.secrets.get(letter);
    if (secret) this.keys.forget(secret);
    this.show({ mine: withoutLetter(this.view.mine, letter), open: null });
    return null;
  }

  private type(): void {
    const now = performance.now();
    const { open } = this.view;
    if (!open || now - this.typedAt < TYPES_FOR / 2) return;
    this.typedAt = now;
    this.options.live.tell("letter_typing", this.named(open.letter));
  }

  private made(): LetterIntents {
    const opened = (act: (letter: string) => Promise<Refusal | null>): Promise<Refusal | null> =>
      this.view.open ? act(this.view.open.letter) : Promise.resolve(readRefusal(null));
    return {
      compose: (compose) => this.show({ compose, open: null }),
      send: (inquiry) => this.send(inquiry),
      open: (letter) => this.open(letter),
      filter: (filter) => {
        this.show({ filter });
        void this.fetchInbox();
      },
      write: (text) => opened((letter) => this.call("letter_write", letter, { text, key: freshSecret() })),
      typing: () => this.type(),
      end: () => opened((letter) => this.call("letter_end", letter)),
      report: (reason) => opened((letter) => this.call("letter_report", letter, { reason })),
      erase: () => opened((letter) => this.erase(letter)),
      link: (letter) => {
        const secret = this.secrets.get(letter);
        return secret ? `${this.options.origin}/text/${encodeURIComponent(this.options.venue())}/letters/${secret}` : null;
      },
    };
  }
}

/** A letter that has just changed leaves a list that it does not belong to. */
const filtered = (lines: readonly Line[], filter: LettersView["filter"], changed: string): readonly Line[] =>
  filter === null ? lines : lines.filter((line) => line.letter !== changed || line.standing === filter);
