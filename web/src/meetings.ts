/** Meetings: a buyer's own by the secret that this device keeps, or those of the booth whose staff one is. */
import type { Manifest } from "./hall/manifest.js";
import type { Live } from "./live.js";
import { readRefusal, type Refusal } from "./protocol/events.js";
import {
  isRefused, type Match, type Meeting, type MeetingNews, type Mine, type Profile, readChanged, readKept, readMatches, readMine, type Reason,
} from "./protocol/meetings.js";
import type { Payload } from "./protocol/wishes.js";
import type { Shelf } from "./session/keeping.js";
import { MeetingKey } from "./session/meeting-key.js";
import { MeetingReminders, type MeetingTurn, turned, withMeeting, withoutMeeting } from "./session/meetings.js";
import { myself } from "./session/state.js";
import { type MeetingIntents, type MeetingsView, noMeetings } from "./ui/meetings-view.js";

/** The interface, as far as it matters here. */
interface Shown {
  readonly view: { readonly meetings: MeetingsView };
  show(change: { readonly meetings: MeetingsView }): void;
  write(letters: readonly string[]): void;
}

interface MeetingsOptions {
  readonly live: Pick<Live, "call" | "talk" | "meetings" | "state" | "serverNow" | "consent">;
  readonly interface: Shown;
  readonly hall: () => Pick<Manifest, "venue" | "meetings">;
  readonly shelf: () => Shelf;
  readonly origin: string;
}

/** ms until something is asked again whose answer never came; how often; and between two looks at the clock. */
const AGAIN = 3_000;
const TRIES = 20;
const LOOK = 1_000;
const MOST_NOTICES = 3;
const PASSING = new Set(["storing", "not_joined"]);
/** What the server says to who asks once more for what has been done. */
const DONE = new Set(["met_already", "meeting_standing"]);

/** What is done with a meeting, or to come to one. */
type Act = "meeting_ask" | "meeting_answer" | "meeting_move" | "meeting_cancel" | "meeting_here" | "meeting_outcome";

export class Meetings {
  readonly intents: MeetingIntents;
  private readonly key: MeetingKey;
  private readonly reminders = new MeetingReminders();
  /** Meetings with which one does something just now: what comes of it is not told to who did it. */
  private readonly acting = new Set<string>();
  private wanted = false;
  private chosen: string | null = null;
  private told = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: MeetingsOptions) {
    const { live, hall, shelf } = options;
    this.key = new MeetingKey(hall().venue, shelf);
    this.intents = this.made();
    live.talk.on("welcome", () => void this.refresh());
    live.state.watch(() => this.follow());
    live.meetings.on("news", (news) => this.hear(news));
    live.consent?.gone.on("meetings", () => void this.forgotten());
    setInterval(() => this.remind(), LOOK);
  }

  private get view(): MeetingsView {
    return this.options.interface.view.meetings;
  }

  private show(change: Partial<MeetingsView>): void {
    this.options.interface.show({ meetings: { ...this.view, ...change } });
  }

  /** The booth for whose staff one speaks; null for a buyer. */
  private get booth(): string | null {
    const booths = myself(this.options.live.state.value)?.booths ?? [];
    return booths.find((each) => each === this.chosen) ?? booths[0] ?? null;
  }

  private get named(): { readonly booth: string } | { readonly secret: string } {
    return this.booth ? { booth: this.booth } : { secret: this.key.secret };
  }

  /** Who becomes staff of a booth, or is none any more, sees the other side. */
  private follow(): void {
    if (this.booth === this.view.booth) return;
    this.show({ ...noMeetings, booth: this.booth });
    void this.refresh();
  }

  /** Asks for everything anew: after each join. Nothing is asked for somebody who has nothing and looks at nothing. */
  private async refresh(): Promise<void> {
    clearTimeout(this.later);
    if (!this.options.hall().meetings || !(this.wanted || this.booth || this.key.kept)) return;
    const { booth } = this;
    const answer = await this.options.live.call("meeting_mine", this.named);
    if (booth !== this.booth) return;
    const mine = readMine(answer);
    if (!isRefused(mine)) return this.take(mine);
    if (answer === null || PASSING.has(mine.code)) this.later = setTimeout(() => void this.refresh(), AGAIN);
    else this.show({ refused: mine });
  }

  private take(mine: Mine): void {
    const before = this.view.mine;
    this.options.interface.write([...mine.meetings.flatMap(lettersOf), ...Object.values(mine.profile).flatMap((each) => (typeof each === "string" ? [each] : []))]);
    this.show({ mine, booth: this.booth, kept: this.booth !== null || this.key.kept !== null, refused: null });
    // What happened while the line was cut is told now.
    if (before) for (const meeting of mine.meetings) this.tell(before.meetings.find(({ id }) => id === meeting.id), meeting);
    if (this.view.matches) void this.match();
    this.remind();
  }

  private hear(news: MeetingNews): void {
    const { mine } = this.view;
    if (!mine) return;
    if (news.kind === "forgotten") return this.show({ mine: withoutMeeting(mine, news.id), matches: matched(this.view.matches, news.id, null) });
    const before = mine.meetings.find(({ id }) => id === news.meeting.id);
    this.put(news.meeting);
    if (!this.acting.has(news.meeting.id)) this.tell(before, news.meeting);
  }

  private put(meeting: Meeting): void {
    const { mine, matches } = this.view;
    if (!mine) return;
    this.options.interface.write(lettersOf(meeting));
    this.show({ mine: withMeeting(mine, meeting), matches: matched(matches, meeting.id, meeting) });
  }

  private tell(before: Meeting | undefined, after: Meeting): void {
    const turn = turned(before, after);
    if (turn) this.notice(turn, after);
  }

  private notice(turn: MeetingTurn, meeting: Meeting): void {
    this.show({ notices: [...this.view.notices, { number: ++this.told, turn, meeting }].slice(-MOST_NOTICES) });
  }

  private remind(): void {
    const due = this.reminders.due(this.view.mine?.meetings ?? [], this.now());
    for (const meeting of due) this.notice("soon", meeting);
  }

  /** The server's clock, ms; the device's until the server was heard. */
  private now(): number {
    const { live } = this.options;
    return live.state.value.seq === null ? Date.now() : live.serverNow() * 1000;
  }

  private async match(): Promise<Refusal | null> {
    const matches = readMatches(await this.options.live.call("meeting_matches", this.named));
    if (isRefused(matches)) return matches;
    this.options.interface.write(matches.flatMap(({ name, company, reasons }) => [name.en, name.zh, company, ...wordsOf(reasons)]));
    this.show({ matches });
    return null;
  }

  /** Asks until there is an answer; `unsure` whether one that got lost may have done it. */
  private async asked(ask: () => Promise<unknown>): Promise<{ readonly answer: unknown; readonly unsure: boolean }> {
    let unsure = false;
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await ask();
      if (answer !== null && !PASSING.has(readRefusal(answer).code)) return { answer, unsure };
      unsure = true;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    return { answer: null, unsure };
  }

  private async act<Name extends Act>(name: Name, payload: Omit<Payload<Name>, "secret" | "booth">): Promise<Refusal | null> {
    const meeting = "meeting" in payload ? String(payload.meeting) : "";
    this.acting.add(meeting);
    const { answer, unsure } = await this.asked(() => this.options.live.call(name, { ...this.named, ...payload } as Payload<Name>));
    this.acting.delete(meeting);
    const changed = readChanged(answer);
    if (!isRefused(changed)) {
      this.put(changed);
      return null;
    }
    void this.refresh(); // what one saw was not what is so
    return unsure && DONE.has(changed.code) ? null : changed;
  }

  private async profile(profile: Profile, consent: boolean): Promise<Refusal | null> {
    const { kept: before } = this.key;
    if (!this.booth) this.key.keep(); // before it is sent: what the server has and the answer to which is lost is found again
    const { answer } = await this.asked(() => this.options.live.call("meeting_profile", { ...this.named, profile, ...(this.booth ? {} : { consent }) } as Payload<"meeting_profile">));
    const kept = readKept(answer);
    if (isRefused(kept)) {
      if (before === null) this.key.release();
      return kept;
    }
    const { mine } = this.view;
    this.show({ kept: true, matches: null, ...(mine ? { mine: { ...mine, profile: kept } } : {}) });
    await this.refresh();
    return this.match();
  }

  private async forget(): Promise<Refusal | null> {
    const { answer } = await this.asked(() => this.options.live.call("meeting_forget", { secret: this.key.secret }));
    if ((answer as { ok?: unknown } | null)?.ok !== true) return readRefusal(answer);
    await this.forgotten();
    return null;
  }

  /** The server has nothing of the buyer any more. */
  private forgotten(): Promise<void> {
    this.key.forget();
    this.show({ ...noMeetings, booth: this.booth });
    return this.refresh();
  }

  private links(): ReturnType<MeetingIntents["links"]> {
    const venue = encodeURIComponent(this.options.hall().venue);
    const { origin } = this.options;
    if (this.booth) return { calendar: `${origin}/staff/${venue}/meetings.ics`, page: `${origin}/staff/${venue}/meetings` };
    const secret = this.key.kept;
    return secret ? { calendar: `${origin}/text/${venue}/meet/${secret}.ics`, page: `${origin}/text/${venue}/meet/${secret}` } : null;
  }

  private made(): MeetingIntents {
    return {
      open: () => {
        this.wanted = true;
        void this.refresh();
      },
      about: (about) => this.show({ about }),
      choose: (booth) => {
        this.chosen = booth;
        this.follow();
      },
      profile: (profile, consent) => this.profile(profile, consent),
      match: () => this.match(),
      ask: (other, slot, message) => this.act("meeting_ask", { other, ...(slot ? { slot } : {}), ...(message ? { message } : {}) }),
      answer: (meeting, accept, slot) => this.act("meeting_answer", { meeting, accept, ...(slot ? { slot } : {}) }),
      move: (meeting, slot) => this.act("meeting_move", { meeting, slot }),
      cancel: (meeting) => this.act("meeting_cancel", { meeting }),
      here: (meeting) => this.act("meeting_here", { meeting }),
      outcome: (meeting, outcome, note) => this.act("meeting_outcome", { meeting, outcome, ...(note ? { note } : {}) }),
      forget: () => this.forget(),
      links: () => this.links(),
      dismiss: (number) => this.show({ notices: this.view.notices.filter((notice) => notice.number !== number) }),
      now: () => this.now(),
    };
  }
}

/** Matches after a meeting has come to be with one of them, or is not any more. */
function matched(matches: readonly Match[] | null, id: string, meeting: Meeting | null): readonly Match[] | null {
  const other = meeting && (meeting.side === "buyer" ? meeting.booth : meeting.buyer);
  const open = meeting !== null && ["asked", "agreed", "booked"].includes(meeting.standing);
  return matches && matches.map((match) => (match.meeting === id || match.other === other ? { ...match, meeting: open ? id : null } : match));
}

const wordsOf = (reasons: readonly Reason[]): readonly string[] => reasons.flatMap(({ words }) => words);
const lettersOf = ({ name, company, message, note, reasons }: Meeting): readonly string[] => [name, company, message, note, ...wordsOf(reasons)];
