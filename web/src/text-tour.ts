/** The optional script of the text tour: the reader is here with everyone else, and what changes is told in words. */
import { Consent } from "./consent.js";
import { end } from "./core/timeline.js";
import { keepingOf, sharedKeeping } from "./keeping.js";
import { type Keep, Live } from "./live.js";
import type { Person } from "./protocol/events.js";
import { nobody, type SessionState } from "./session/state.js";
import { readPreferences, writePreferences } from "./ui/preferences.js";
import type { Refusal } from "./protocol/events.js";
import { Talks } from "./talks.js";
import { TextConsent } from "./ui/text-consent.js";
import { TextPage } from "./ui/text-page.js";
import { TextTalk } from "./ui/text-talk.js";

/** ms between two words of where one is; the link leaves out what is known. */
const REPORT_EVERY = 500;
/** ms within which live parts are asked for again: not all readers at the same moment, nor one all the time. */
const FRESH_SOONEST = 400;
const FRESH_LATEST = 2_000;
/** ms between two looks at what devices on site say, where the page tells of any. */
const DEVICES_EVERY = 10_000;
/** ms between two looks at how soon sessions begin, and within which all readers look when one does. */
const MINUTE = 60_000;
const TURN_LATEST = 8_000;
/** ms that a timer of a page can wait at most. */
const LONGEST_WAIT = 2 ** 31 - 1;
const PLACE = "hallwright.text.place";

class TextTour {
  private readonly text = new TextPage(document);
  private readonly live: Live;
  private readonly keep: Keep = keepingOf(window);
  private known: SessionState = nobody;
  private settled = false;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const { venue, areas, area } = this.text;
    const { nickname } = readPreferences();
    const consent = new Consent(venue, document, () => writePreferences({ ...readPreferences(), nickname: "" }));
    new TextConsent(document, this.text.language, consent);
    this.live = new Live({ consent, origin: location.origin, venue, areas, area, nickname, via: "text", keep: this.keep, shared: sharedKeeping() });
  }

  start(): void {
    const { live, text } = this;
    text.letter();
    live.state.watch((state) => this.take(state));
    live.status.watch((status) => {
      if (status === "superseded" || status === "kicked" || status === "banned") text.tell(text.words[status], "stays");
    });
    text.offerName(readPreferences().nickname, (nickname) => this.rename(nickname));
    this.converse();
    live.connect();
    setInterval(() => {
      if (text.tellsDevices && !document.hidden) this.refreshSoon();
    }, DEVICES_EVERY);
    setInterval(() => {
      if (text.countsDown && !document.hidden) this.refreshSoon();
    }, MINUTE);
    setInterval(() => live.report({ ...text.pose, walking: false }), REPORT_EVERY);
  }

  private converse(): void {
    const stream = `talk/area/${this.text.area}`;
    const talks = new Talks(this.live);
    const told = (answer: Promise<Refusal | null>): Promise<string | null> =>
      answer.then((refusal) => refusal && (refusal.message[this.text.language] || this.text.words.unsaid));
    const shown = new TextTalk(document, {
      words: this.text.words,
      say: (text) => told(talks.write("say", stream, text)),
      withdraw: (message) => told(talks.wish("withdraw", stream, { message })),
    });
    talks.states.watch(() => shown.show(talks.of(stream)));
    void talks.listen(stream);
  }

  private take(state: SessionState): void {
    if (state.me === null || state.gap) return;
    const before = this.known;
    this.known = state;
    if (state.people !== before.people) this.count(state);
    if (!this.settled) return this.settle(state);
    if (state.announcements !== before.announcements) this.announce(state);
    if (state.revision !== before.revision) this.text.tell(this.text.words.rebuilt, "stays");
    const changed = (kind: "show" | "board", map: "shows" | "boards"): boolean =>
      this.text.tells(kind).some((id) => state[map].get(id) !== before[map].get(id));
    const moved = this.text.tellsSessions && state.sessions !== before.sessions;
    if (moved || changed("show", "shows") || changed("board", "boards")) this.refreshSoon();
  }

  /** The first that is known: the page was written a moment ago, so only a new place is worth telling. */
  private settle(state: SessionState): void {
    this.settled = true;
    this.refreshAtEnd();
    const { place, here, words } = this.text;
    if (this.keep.getItem(PLACE) === place) return;
    this.keep.setItem(PLACE, place);
    this.text.tell(words.nowIn(here, words.people(this.inArea(state).length)), "heard");
  }

  private inArea(state: SessionState): Person[] {
    return [...state.people.values()].filter(({ area }) => area === this.text.area);
  }

  private count(state: SessionState): void {
    const here = this.inArea(state).map((person) => ({ ...person, me: person.number === state.me }));
    this.text.list(here.sort((a, b) => Number(b.me) - Number(a.me) || a.number - b.number));
    const people = [...state.people.values()];
    this.text.count("", people.length);
    for (const area of this.text.areas) this.text.count(area, people.filter((person) => person.area === area).length);
  }

  private announce({ announcements }: SessionState): void {
    const texts = announcements.map(({ text }) => text[this.text.language] || text.en || text.zh).reverse();
    this.text.announced(texts);
    if (texts[0]) this.text.tell(this.text.words.announcement(texts[0]));
  }

  private async rename(nickname: string): Promise<string | null> {
    const refusal = await this.live.rename(nickname);
    if (refusal) return refusal.message[this.text.language] || this.text.words.unsaved;
    writePreferences({ ...readPreferences(), nickname });
    this.text.tell(this.text.words.named(nickname));
    return null;
  }

  private refreshSoon(latest = FRESH_LATEST): void {
    this.refreshing ??= setTimeout(() => void this.refresh(), FRESH_SOONEST + Math.random() * (latest - FRESH_SOONEST));
  }

  private async refresh(): Promise<void> {
    this.refreshing = undefined;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const news = this.text.refresh(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (news.length > 0) this.text.tell(this.text.words.allNews(news));
    this.refreshAtEnd();
  }

  /** Nobody says when a show is over, or when a session begins or ends: that is arithmetic. */
  private refreshAtEnd(): void {
    clearTimeout(this.ending);
    const now = this.live.serverNow();
    const ends = this.text.tells("show").flatMap((id) => this.known.shows.get(id) ?? []).map(end);
    const turn = this.text.turn;
    const next = Math.min(turn, ...ends.filter((at) => at > now));
    const wait = Math.max(0, next - now) * 1000;
    if (wait < LONGEST_WAIT) this.ending = setTimeout(() => this.refreshSoon(next === turn ? TURN_LATEST : FRESH_LATEST), wait);
  }
}

new TextTour().start();
