/** Being here together: ties the two channels to the session. The app tells it where one is and reads who else is. */
import type { Consent } from "./consent.js";
import { Emitter } from "./core/emitter.js";
import { signal, type Signal } from "./core/signal.js";
import type { Text } from "./core/text.js";
import { phase, runs } from "./core/timeline.js";
import { EventLink, type JoinRequest, type LinkStatus } from "./net/event-link.js";
import { PositionLink } from "./net/position-link.js";
import { type LiveEvent, readRefusal, type Refusal, type Via, type Welcome } from "./protocol/events.js";
import type { CallNews, Signal as CallSignal } from "./protocol/calls.js";
import type { LetterNews } from "./protocol/letters.js";
import type { MeetingNews } from "./protocol/meetings.js";
import type { Removal, Report } from "./protocol/moderation.js";
import type { CountsFrame, GazeFrame, Position, PresenceFrame, TrafficFrame } from "./protocol/presence.js";
import type { TalkEvent, Wave } from "./protocol/talk.js";
import type { Payload, WishName } from "./protocol/wishes.js";
import { Crowd, type CrowdPose } from "./session/crowd.js";
import { type Crowding, hearCrowding } from "./session/queues.js";
import { hear, silence, type TelemetryState } from "./session/telemetry.js";
import { hearTwins, type TwinsState, unheard } from "./session/twins.js";
import { nobody, reduce, welcome, type SessionState } from "./session/state.js";

/** Somewhere that survives a reload of this tab: `sessionStorage`. */
export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface LiveOptions {
  /** `https://host` of the server. */
  readonly origin: string;
  readonly venue: string;
  /** Ids in the manifest's order. */
  readonly areas: readonly string[];
  readonly area: string;
  readonly nickname?: string;
  /** How the visitor is here; walking in the hall when left out. */
  readonly via?: Via;
  readonly keep: Keep;
  /** Whether a name and words of the visitor may be kept. */
  readonly consent?: Consent;
  /** Somewhere that all tabs share; left out, a ban holds in this one. */
  readonly shared?: Keep;
  /** Told when positions of others came. */
  readonly stirred?: () => void;
}

export interface ShowNow {
  /** Seconds. */
  readonly phase: number;
  readonly rate: number;
}

/** Key of the secret that a ban knows this browser by, in every tab: whoever opens another one is the same visitor. */
const BANNED = "hallwright.banned";
const REPORTS_KEPT = 20;
const SESSION = "hallwright.session";

export class Live {
  readonly state: Signal<SessionState> = signal(nobody);
  readonly status: Signal<LinkStatus> = signal<LinkStatus>("connecting");
  readonly counts: Signal<CountsFrame | null> = signal<CountsFrame | null>(null);
  /** Frames of vehicles, and when they came (`performance.now()`). */
  readonly traffic = new Emitter<{ frame: { readonly frame: TrafficFrame; readonly arrived: number } }>();
  /** Where the guide whom one follows stands and looks. */
  readonly gaze = new Emitter<{ frame: GazeFrame }>();
  /** The guide asks the visitor to come back. */
  readonly rung = new Emitter<{ group: string }>();
  /** What is said where the visitor listens; `welcome` after each join, when one has to listen anew. */
  readonly talk = new Emitter<{ events: readonly TalkEvent[]; wave: Wave; welcome: null }>();
  readonly letters = new Emitter<{ news: LetterNews }>();
  readonly meetings = new Emitter<{ news: MeetingNews }>();
  /** Calls with somebody else, and what the other page tells to connect. */
  readonly calls = new Emitter<{ news: CallNews; signal: CallSignal }>();
  readonly refusal: Signal<Text | null> = signal<Text | null>(null);
  /** Why a moderator sent this visitor away; null while they are welcome. */
  readonly removal: Signal<Removal | null> = signal<Removal | null>(null);
  /** What moderators were told since the page opened, the newest last. */
  readonly reports: Signal<readonly Report[]> = signal<readonly Report[]>([]);
  /** The last minute of the simulated factory, where its dashboards stand. */
  readonly telemetry: Signal<TelemetryState> = signal(silence);
  /** What devices on site said last, in the area where one is. */
  readonly twins: Signal<TwinsState> = signal(unheard);
  /** Where it is quiet and where busy; null while nobody says. */
  readonly crowding: Signal<Crowding | null> = signal<Crowding | null>(null);
  private readonly crowd = new Crowd();
  private readonly events: EventLink;
  private readonly positions: PositionLink;
  private area: string;
  private nickname: string | undefined;

  constructor(private readonly options: LiveOptions) {
    this.area = options.area;
    options.consent?.bind(this);
    options.consent?.view.watch(({ choice }) => {
      if (choice === false) this.nickname = undefined;
    });
    this.nickname = options.nickname;
    this.crowd.enter(options.areas.indexOf(options.area));
    this.events = new EventLink(options.origin, {
      request: () => this.request(),
      welcomed: (answer) => this.welcomed(answer),
      event: (event) => this.heard(event),
      telemetry: (message) => this.telemetry.set(hear(this.telemetry.value, message)),
      twins: (message) => {
        this.twins.set(hearTwins(this.twins.value, message));
        options.stirred?.();
      },
      crowding: (message) => this.crowding.set(hearCrowding(this.crowding.value, message)),
      talk: (events) => this.talk.emit("events", events),
      letter: (news) => this.letters.emit("news", news),
      meeting: (news) => this.meetings.emit("news", news),
      wave: (wave) => this.talk.emit("wave", wave),
      call: (news) => this.calls.emit("news", news),
      signal: (signal) => this.calls.emit("signal", signal),
      refused: (refusal) => this.refusal.set(refusal.message),
      turnedAway: () => this.options.keep.removeItem(SESSION),
      superseded: () => this.positions.close(),
      removed: (removal) => this.removed(removal),
      reported: (reports) => this.reports.set([...this.reports.value, ...reports].slice(-REPORTS_KEPT)),
      status: (status) => this.status.set(status),
    });
    const address = (ticket: string): string =>
      `${options.origin.replace(/^http/, "ws")}/presence?ticket=${encodeURIComponent(ticket)}`;
    const handlers = { frame: (frame: PresenceFrame, at: number) => this.frame(frame, at), lost: () => this.events.rejoin() };
    this.positions = new PositionLink(address, handlers, () => performance.now());
  }

  get consent(): Consent | null {
    return this.options.consent ?? null;
  }

  connect(): void {
    this.events.open();
  }

  /** Tries now instead of at the next turn; takes over from another page of this visitor. */
  retry(): void {
    this.events.retry();
  }

  /** The page was away for long: finds out at once whether the server still hears it, and what time it is. */
  awaken(): void {
    this.events.awaken();
    this.positions.hurry();
  }

  close(): void {
    this.events.leave();
    this.events.close();
    this.positions.close();
  }

  /** Seconds of the server's clock, as well as can be told from here. */
  serverNow(): number {
    return (performance.now() + this.events.clock.lead) / 1000;
  }

  /** Where a show stands now, seconds from its beginning; null for one that the server does not have. */
  phaseOf(show: string): number | null {
    const timeline = this.state.value.shows.get(show);
    return timeline ? phase(timeline, this.serverNow()) : null;
  }

  /** Where every show stands now, and how many seconds it goes on each second: 0 when it is paused or over. */
  shows(): Readonly<Record<string, ShowNow>> {
    const now = this.serverNow();
    const all = [...this.state.value.shows].map(([show, timeline]) => {
      return [show, { phase: phase(timeline, now), rate: runs(timeline, now) ? timeline.rate : 0 }] as const;
    });
    return Object.fromEntries(all);
  }

  /** Runs the show of a placement for everyone; resolves to null, or to why not. */
  trigger(placement: string): Promise<Refusal | null> {
    return this.events.trigger(`exhibit/${placement}`);
  }

  /** Asks for something of groups: `follow`, `stray`, …; resolves to null, or to why not. */
  wish<Name extends WishName>(name: Name, payload: Payload<Name>): Promise<Refusal | null> {
    return this.agreed(() => this.events.wish(name, payload));
  }

  /** Asks for something of talk; resolves to the server's answer, or to null when none came in time. */
  call<Name extends WishName>(name: Name, payload: Payload<Name>): Promise<unknown> {
    return this.agreed(() => this.events.call(name, payload));
  }

  /** Says something that may be lost. */
  tell<Name extends WishName>(name: Name, payload: Payload<Name>): void {
    this.events.tell(name, payload);
  }

  /** Where the visitor is now; call it every frame. */
  report(position: Position, leads = false): void {
    this.positions.report(position, leads);
  }

  /** Where the others around are at `now` (`performance.now()`). */
  poses(now: number): readonly CrowdPose[] {
    const { me } = this.state.value;
    return this.crowd.poses(now).filter((pose) => pose.number !== me);
  }

  /** Moves to another area of the venue. */
  async enterArea(area: string): Promise<void> {
    if (area === this.area) return;
    this.area = area;
    this.crowd.enter(this.options.areas.indexOf(area));
    this.counts.set(null);
    // Without an answer the next join says it again.
    await this.events.enterArea(area);
  }

  /** Takes a nickname; resolves to null, or to why not. */
  async rename(nickname: string): Promise<Refusal | null> {
    const refusal = await this.agreed(() => this.events.rename(nickname));
    if (!refusal) this.nickname = nickname;
    return refusal;
  }

  /** Does something; where that needs consent, once more when the visitor gave it. */
  private async agreed<T>(act: () => Promise<T>): Promise<T> {
    const answer = await act();
    const { consent } = this.options;
    if (!consent || readRefusal(answer).code !== "consent_needed" || !(await consent.ask())) return answer;
    return act();
  }

  private request(): JoinRequest {
    const session = this.options.keep.getItem(SESSION) ?? this.options.shared?.getItem(BANNED);
    const seq = this.state.value.seq;
    const given = this.options.consent?.given;
    return {
      venue: this.options.venue,
      area: this.area,
      ...(this.options.via ? { via: this.options.via } : {}),
      ...(typeof given === "boolean" ? { consent: given } : {}),
      ...(this.nickname && given ? { nickname: this.nickname } : {}),
      ...(session ? { session } : {}),
      ...(seq === null ? {} : { since: seq }),
    };
  }

  private welcomed(answer: Welcome): void {
    this.options.keep.setItem(SESSION, answer.session);
    this.options.consent?.remember(answer.session);
    this.options.shared?.removeItem(BANNED);
    this.removal.set(null);
    this.refusal.set(null);
    this.state.set(welcome(this.state.value, answer));
    this.positions.open(answer.presence);
    this.talk.emit("welcome", null);
  }

  private removed(removal: Removal): void {
    this.positions.close();
    const session = this.options.keep.getItem(SESSION);
    if (removal.how === "kicked") this.options.keep.removeItem(SESSION);
    else if (session) this.options.shared?.setItem(BANNED, session);
    this.removal.set(removal.reason ? removal : (this.removal.value ?? removal));
  }

  private heard(event: LiveEvent): void {
    const before = this.state.value;
    const after = reduce(before, event);
    if (after.gap && !before.gap) this.events.rejoin();
    if (after !== before) this.follow(event);
    this.state.set(after);
  }

  /** Whoever left this area stops being drawn at once. */
  private follow(event: LiveEvent): void {
    const { me } = this.state.value;
    if (event.kind === "rung" && me !== null && event.numbers.includes(me)) this.rung.emit("group", event.group);
    if (event.kind === "left" || (event.kind === "moved" && event.area !== this.area)) this.crowd.forget(event.number);
  }

  private frame(frame: PresenceFrame, arrived: number): void {
    if (frame.type === "people") this.crowd.receive(frame, arrived);
    else if (frame.type === "gaze") this.gaze.emit("frame", frame);
    else if (frame.type === "traffic") this.traffic.emit("frame", { frame, arrived });
    else if (frame.area === this.options.areas.indexOf(this.area)) this.counts.set(frame);
    this.options.stirred?.();
  }
}
