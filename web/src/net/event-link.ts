/**
 * The ordered channel: Socket.IO, joined with `since` so that nothing is lost or told twice.
 *
 * The link knows how to reach the server and how to come back; what the events mean is the session's.
 */
import { io, type Socket } from "socket.io-client";
import {
  isRefusal, PROTOCOL, readEvent, readPeople, readRefusal, readWelcome,
  type LiveEvent, type Person, type Refusal, type Via, type Welcome,
} from "../protocol/events.js";
import { type CallNews, readCall, readSignal, type Signal } from "../protocol/calls.js";
import { readRemoval, readReports, type Removal, type Report } from "../protocol/moderation.js";
import { readTelemetry, type TelemetryMessage } from "../protocol/telemetry.js";
import { type CrowdingMessage, readCrowding } from "../protocol/queues.js";
import { readTwins, type TwinsMessage } from "../protocol/twins.js";
import { readNews, type LetterNews } from "../protocol/letters.js";
import { type MeetingNews, readMeetingNews } from "../protocol/meetings.js";
import { readTalk, readWave, type TalkEvent, type Wave } from "../protocol/talk.js";
import type { Payload, WishName } from "../protocol/wishes.js";
import { ServerClock } from "./clock.js";

/**
 * `offline`: this device has no network; `reconnecting`: it has, and the server does not answer yet;
 * `superseded`: another page speaks for this visitor now, and this one waits until it is told to take over;
 * `kicked`, `banned`: a moderator sent this visitor away, and this page does not come back by itself.
 */
export type LinkStatus = "connecting" | "online" | "reconnecting" | "offline" | "superseded" | "kicked" | "banned" | "closed";

/** What `join` says; asked for anew each time, because a cut changes it. */
export interface JoinRequest {
  readonly venue: string;
  readonly area: string;
  readonly nickname?: string;
  readonly session?: string;
  readonly since?: number;
  readonly via?: Via;
  /** Whether a name and words may be kept; as before where it is left out. */
  readonly consent?: boolean;
}

export interface EventLinkHandlers {
  request(): JoinRequest;
  welcomed(welcome: Welcome): void;
  event(event: LiveEvent): void;
  /** Figures for dashboards; no events. */
  telemetry(message: TelemetryMessage): void;
  /** What devices on site say; no events. */
  twins(message: TwinsMessage): void;
  crowding(message: CrowdingMessage): void;
  /** What was said where the visitor listens; numbered by place, not with the events. */
  talk(events: readonly TalkEvent[]): void;
  wave(wave: Wave): void;
  /** Something happened in a letter, or the other side of one writes. */
  letter(news: LetterNews): void;
  /** A meeting of this visitor, or of a booth whose staff they are, changed. */
  meeting(news: MeetingNews): void;
  /** A call rings here, was taken or is over; and what the other page tells. */
  call(news: CallNews): void;
  signal(signal: Signal): void;
  refused(refusal: Refusal): void;
  /** The server ended the connection on purpose. */
  turnedAway(): void;
  /** Another page took this visitor over; nothing more comes until `retry`. */
  superseded(): void;
  /** A moderator sent this visitor away; nothing more comes until `retry`. */
  removed(removal: Removal): void;
  /** Moderators are told of these. */
  reported(reports: readonly Report[]): void;
  status(status: LinkStatus): void;
}

const ANSWER_WITHIN = 10_000;
/** ms in which a server answers that still hears a page that slept. */
const AWAKE_WITHIN = 3_000;
/** ms by which a page is late that has no time for what comes. */
const BUSY = 250;
/** ms of doubt about the server's clock that are few enough, and how often to ask until then, and after. */
const CERTAIN = 8;
const CLOCK_QUESTIONS = 12;
const ASK_SOON = 250;
const ASK_LATER = 20_000;

export class EventLink {
  readonly clock = new ServerClock();
  private readonly socket: Socket;
  private joining = false;
  private joinAgain = false;
  private superseded = false;
  private rejoinTimer: ReturnType<typeof setTimeout> | undefined;
  private clockTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(origin: string, private readonly handlers: EventLinkHandlers) {
    this.socket = io(origin, {
      autoConnect: false,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
      randomizationFactor: 0.5,
      timeout: 20_000,
    });
    this.listen();
  }

  open(): void {
    this.handlers.status(onLine() ? "connecting" : "offline");
    this.socket.connect();
  }

  close(): void {
    globalThis.removeEventListener?.("online", this.found);
    globalThis.removeEventListener?.("offline", this.lost);
    this.hangUp();
    this.handlers.status("closed");
  }

  /** Tries at once instead of waiting for the next try; takes over from another page of the same visitor. */
  readonly retry = (): void => {
    if (this.socket.connected) return;
    this.superseded = false;
    this.handlers.status(onLine() ? "reconnecting" : "offline");
    this.socket.disconnect().connect();
  };

  /** The page slept: the connection may be dead though nobody said so, and clocks may have stood still. */
  awaken(): void {
    if (this.superseded) return;
    if (this.socket.connected) void this.probe();
    else this.retry();
  }

  /** Joins again on the same connection: after a gap, or for a new presence ticket. */
  rejoin(): void {
    if (this.joining) this.joinAgain = true;
    else if (this.socket.connected) void this.join();
  }

  /** Asks for another nickname; resolves to null, or to why not. */
  async rename(nickname: string): Promise<Refusal | null> {
    return refusal(await this.ask("nickname", { nickname }));
  }

  /** Says that the visitor went to another area; resolves to the people there, or to why not. */
  async enterArea(area: string): Promise<readonly Person[] | Refusal> {
    const answer = await this.ask("area", { area });
    return refusal(answer) ?? readPeople(answer);
  }

  /** Runs the show of an exhibit for everyone; resolves to null, or to why not. */
  async trigger(show: string): Promise<Refusal | null> {
    return refusal(await this.ask("trigger", { show }));
  }

  /** Asks for something else (docs/formats/live.md); resolves to null, or to why not. */
  async wish<Name extends WishName>(name: Name, payload: Payload<Name>): Promise<Refusal | null> {
    return refusal(await this.ask(name, payload));
  }

  /** The server's own answer, or null when none came in time. */
  call<Name extends WishName>(name: Name, payload: Payload<Name>): Promise<unknown> {
    return this.ask(name, payload);
  }

  /** Says something that needs no answer and may be lost. */
  tell<Name extends WishName>(name: Name, payload: Payload<Name>): void {
    if (this.socket.connected) this.socket.volatile.emit(name, payload);
  }

  /** Says goodbye, so that the others need not wait for the grace period. */
  leave(): void {
    if (this.socket.connected) this.socket.emit("leave", {});
  }

  private listen(): void {
    this.socket.on("connect", () => void this.join());
    this.socket.on("event", (value: unknown) => this.take(value));
    // Several that happened within a moment.
    this.socket.on("events", (values: unknown) => {
      if (Array.isArray(values)) for (const value of values) this.take(value);
    });
    this.socket.on("telemetry", (value: unknown) => {
      const message = readTelemetry(value);
      if (message) this.handlers.telemetry(message);
    });
    this.socket.on("twins", (value: unknown) => {
      const message = readTwins(value);
      if (message) this.handlers.twins(message);
    });
    this.socket.on("crowding", (value: unknown) => {
      const message = readCrowding(value);
      if (message) this.handlers.crowding(message);
    });
    this.socket.on("talk", (value: unknown) => this.handlers.talk(talkOf([value])));
    this.socket.on("talks", (values: unknown) => this.handlers.talk(talkOf(values)));
    this.socket.on("wave", (value: unknown) => {
      const wave = readWave(value);
      if (wave) this.handlers.wave(wave);
    });
    for (const name of ["letter", "typing"] as const) {
      this.socket.on(name, (value: unknown) => {
        const news = readNews(name, value);
        if (news) this.handlers.letter(news);
      });
    }
    this.socket.on("meeting", (value: unknown) => {
      const news = readMeetingNews(value);
      if (news) this.handlers.meeting(news);
    });
    this.socket.on("call", (value: unknown) => {
      const news = readCall(value);
      if (news) this.handlers.call(news);
    });
    this.socket.on("call_signal", (value: unknown) => {
      const signal = readSignal(value);
      if (signal) this.handlers.signal(signal);
    });
    this.socket.on("superseded", () => this.giveWay());
    this.socket.on("removed", (value: unknown) => this.goAway(readRemoval(value)));
    this.socket.on("reports", (value: unknown) => this.handlers.reported(readReports(value)));
    this.socket.on("disconnect", (reason) => {
      clearTimeout(this.clockTimer);
      if (reason === "io client disconnect") return;
      this.handlers.status(onLine() ? "reconnecting" : "offline");
      if (reason === "io server disconnect") this.comeBack();
    });
    this.socket.io.on("reconnect_attempt", () => this.handlers.status(onLine() ? "reconnecting" : "offline"));
    globalThis.addEventListener?.("online", this.found);
    globalThis.addEventListener?.("offline", this.lost);
  }

  /** The manager does not come back by itself when it was the server that hung up. */
  private comeBack(): void {
    this.handlers.turnedAway();
    clearTimeout(this.rejoinTimer);
    this.rejoinTimer = setTimeout(this.retry, 1_000 + 1_000 * Math.random());
  }

  /** Two pages that both came back by themselves would take turns for ever. */
  private giveWay(): void {
    this.superseded = true;
    this.hangUp();
    this.handlers.superseded();
    this.handlers.status("superseded");
  }

  private goAway(removal: Removal): void {
    this.superseded = true;
    this.hangUp();
    this.handlers.removed(removal);
    this.handlers.status(removal.how);
  }

  private hangUp(): void {
    clearTimeout(this.rejoinTimer);
    clearTimeout(this.clockTimer);
    this.socket.disconnect();
  }

  private take(value: unknown): void {
    const event = readEvent(value);
    if (event) this.handlers.event(event);
  }

  private readonly found = (): void => {
    if (!this.superseded) this.retry();
  };

  /** The device lost its network: say so now, not when the ping times out. */
  private readonly lost = (): void => {
    if (this.superseded) return;
    this.handlers.status("offline");
    this.socket.io.engine?.close();
  };

  private async join(): Promise<void> {
    this.joining = true;
    const asked = performance.now();
    const answer = readWelcome(await this.ask("join", { ...this.handlers.request(), protocol: PROTOCOL }));
    this.joining = false;
    if (!this.socket.connected) return;
    if (!answer || isRefusal(answer)) return this.joinLater(answer);
    this.clock.add(asked, answer.time, performance.now());
    this.handlers.welcomed(answer);
    this.handlers.status("online");
    if (this.joinAgain) {
      this.joinAgain = false;
      void this.join();
    } else this.setClock(CLOCK_QUESTIONS);
  }

  private joinLater(answer: Refusal | null): void {
    if (answer?.code === "banned") return this.goAway({ how: "banned", reason: "" });
    if (answer) this.handlers.refused(answer);
    clearTimeout(this.rejoinTimer);
    this.rejoinTimer = setTimeout(() => this.rejoin(), 2_000 + 2_000 * Math.random());
  }

  /** Asks for the time: a few times until little doubt is left, then now and then, because clocks drift and sleep. */
  private setClock(questions: number): void {
    clearTimeout(this.clockTimer);
    const soon = questions > 0 && this.clock.reach > CERTAIN;
    this.clockTimer = setTimeout(() => void this.askTime(questions - 1), soon ? ASK_SOON : ASK_LATER);
  }

  private async askTime(questions: number): Promise<void> {
    await this.hearTime();
    if (this.socket.connected) this.setClock(questions);
  }

  /** Returns whether the server told its time. */
  private async hearTime(within = ANSWER_WITHIN): Promise<boolean> {
    const t0 = performance.now();
    const answer = (await this.ask("clock", { t0 }, within)) as { t1?: unknown } | null;
    if (typeof answer?.t1 !== "number") return false;
    this.clock.add(t0, answer.t1, performance.now());
    return true;
  }

  /** Asks over the connection that there is; connects anew where nothing comes back. A page that was too busy to hear the
   *  answer, and seems to have slept for that, asks once more. */
  private async probe(): Promise<void> {
    const { id } = this.socket;
    const asked = performance.now();
    let heard = await this.hearTime(AWAKE_WITHIN);
    if (!heard && performance.now() - asked > AWAKE_WITHIN + BUSY) heard = await this.hearTime(AWAKE_WITHIN);
    if (heard) return this.setClock(CLOCK_QUESTIONS);
    if (this.superseded || this.socket.id !== id) return; // it ended by itself meanwhile
    this.handlers.status(onLine() ? "reconnecting" : "offline");
    this.socket.disconnect().connect();
  }

  /** The server's answer, or null when none came in time. */
  private async ask<Name extends WishName>(name: Name, payload: Payload<Name>, within = ANSWER_WITHIN): Promise<unknown> {
    if (!this.socket.connected) return null;
    return (this.socket.timeout(within).emitWithAck(name, payload) as Promise<unknown>).catch(() => null);
  }
}

function refusal(answer: unknown): Refusal | null {
  return (answer as { ok?: unknown } | null)?.ok === true ? null : readRefusal(answer);
}

const talkOf = (values: unknown): readonly TalkEvent[] => (Array.isArray(values) ? values.flatMap((value) => readTalk(value) ?? []) : []);

function onLine(): boolean {
  return globalThis.navigator?.onLine !== false;
}
