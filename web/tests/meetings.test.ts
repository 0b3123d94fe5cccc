import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Consent } from "../src/consent.js";
import { Emitter } from "../src/core/emitter.js";
import { signal } from "../src/core/signal.js";
import { Meetings } from "../src/meetings.js";
import type { Person } from "../src/protocol/events.js";
import { type MeetingNews, readMeetingNews } from "../src/protocol/meetings.js";
import type { TalkEvent, Wave } from "../src/protocol/talk.js";
import { nobody } from "../src/session/state.js";
import { type MeetingIntents, type MeetingsView, noMeetings } from "../src/ui/meetings-view.js";
import { programme } from "./session/hours.js";

const NOW = 1_000_000_000;
const slot = { id: "m/1", starts: NOW + 10 * 60_000, ends: NOW + 25 * 60_000, taken: false };
const profile = { name: "魏", company: "", needs: "压铸件", offers: "", industries: [], languages: ["zh"], free: ["m/1"], remote: true };
const told = (more: object = {}): object => ({
  id: "k1", side: "buyer", booth: "a01", buyer: "b1", name: "魏", company: "", remote: true, standing: "asked", asked_by: "buyer", asked: 1, message: "",
  reasons: [], slot: null, place: { kind: "booth", id: "a01" }, here: { buyer: false, booth: false }, outcome: null, note: "", callable: null, seq: 1, ...more,
});
const mine = (meetings: object[] = [], side = "buyer"): object => ({ ok: true, id: "b1", side, profile, slots: [slot], meetings, industries: [] });
const match = { other: "a01", name: { en: "Acme", zh: "艾克" }, company: "", score: 0.8, reasons: [{ kind: "need", words: ["压铸"], count: 1 }], common: ["m/1"], meeting: null };
const no = (code: string): object => ({ ok: false, code, message: { en: "x", zh: "x" } });

class Server {
  readonly talk = new Emitter<{ events: readonly TalkEvent[]; wave: Wave; welcome: null }>();
  readonly meetings = new Emitter<{ news: MeetingNews }>();
  readonly state = signal({ ...nobody, seq: 1 });
  consent: Consent | null = null;
  readonly calls: [name: string, payload: Record<string, unknown>][] = [];
  answers: Record<string, unknown[]> = {};
  now = NOW / 1000;

  call(name: string, payload: object): Promise<unknown> {
    this.calls.push([name, payload as Record<string, unknown>]);
    return Promise.resolve(this.answers[name]?.shift() ?? null);
  }

  serverNow(): number {
    return this.now;
  }

  push(meeting: object): void {
    const news = readMeetingNews({ meeting });
    if (!news) throw new Error("cannot be read");
    this.meetings.emit("news", news);
  }

  all(name: string): readonly Record<string, unknown>[] {
    return this.calls.filter(([each]) => each === name).map(([, payload]) => payload);
  }
}

class Shown {
  view: { meetings: MeetingsView } = { meetings: noMeetings };
  show({ meetings }: { meetings: MeetingsView }): void {
    this.view = { meetings };
  }
  write(): void {}
}

describe("meetings", () => {
  let server: Server;
  let shown: Shown;
  let shelf: Map<string, string>;
  const storage = { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, value: string) => void shelf.set(key, value), removeItem: (key: string) => void shelf.delete(key) } as Storage;
  const start = (meets = true): MeetingIntents => {
    const hall = { venue: "fair", programme: programme(), meetings: meets ? { minutes: 15, tracks: [], rooms: [] } : null };
    return new Meetings({ live: server, interface: shown, hall: () => hall, shelf: () => storage, origin: "https://hall.example" }).intents;
  };
  const soon = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  const kept = (): string => shelf.get("hallwright.meetings.fair") ?? "";

  beforeEach(() => {
    vi.useFakeTimers();
    [server, shown, shelf] = [new Server(), new Shown(), new Map()];
  });
  afterEach(() => void vi.useRealTimers());

  it("ask the server nothing before somebody wants to meet, or where there are none", async () => {
    start();
    server.talk.emit("welcome", null);
    start(false).open();
    await soon();
    expect(server.calls).toEqual([]);
  });

  it("keep the secret of a profile that the server keeps, and of no other", async () => {
    const meetings = start();
    server.answers = {
      meeting_mine: [mine(), mine()], meeting_matches: [{ ok: true, matches: [match] }],
      meeting_profile: [no("meeting_consent"), null, { ok: true, profile, complete: true }],
    };
    meetings.open();
    await soon();
    expect(shown.view.meetings).toMatchObject({ kept: false, mine: { side: "buyer" } });
    expect((await meetings.profile(profile, false))?.code).toBe("meeting_consent");
    expect(kept()).toBe("");
    expect(meetings.links()).toBeNull();
    const sent = meetings.profile(profile, true);
    await soon(4_000);
    expect(await sent).toBeNull();
    const secrets = new Set(server.all("meeting_profile").map(({ secret }) => secret));
    expect([...secrets]).toEqual([kept()]);
    expect(shown.view.meetings).toMatchObject({ kept: true, matches: [{ other: "a01", score: 0.8 }] });
    expect(meetings.links()?.calendar).toBe(`https://hall.example/text/fair/meet/${kept()}.ics`);
  });

  it("are asked for again after a cut, and tell what happened meanwhile", async () => {
    shelf.set("hallwright.meetings.fair", "s".repeat(32));
    start();
    server.answers = { meeting_mine: [mine([told()]), null, mine([told({ standing: "booked", slot, seq: 2 })])] };
    server.talk.emit("welcome", null);
    await soon();
    server.talk.emit("welcome", null);
    await soon(3_100);
    expect(server.all("meeting_mine")).toHaveLength(3);
    expect(shown.view.meetings.mine?.meetings).toMatchObject([{ standing: "booked" }]);
    expect(shown.view.meetings.notices).toMatchObject([{ turn: "booked" }]);
  });

  it("are told of as the other side acts, and reminded of", async () => {
    const meetings = start();
    server.answers = { meeting_mine: [mine()], meeting_matches: [{ ok: true, matches: [match] }], meeting_ask: [{ ok: true, meeting: told() }] };
    meetings.open();
    await soon();
    await meetings.match();
    expect(await meetings.ask("a01", "m/1", "你好")).toBeNull();
    expect(server.all("meeting_ask")).toMatchObject([{ other: "a01", slot: "m/1", message: "你好" }]);
    expect(shown.view.meetings.matches).toMatchObject([{ meeting: "k1" }]);
    server.push(told({ standing: "booked", slot, seq: 2 }));
    expect(shown.view.meetings.notices).toMatchObject([{ turn: "booked" }]);
    meetings.dismiss(shown.view.meetings.notices[0]?.number ?? -1);
    server.now += 6 * 60;
    await soon(2_000);
    expect(shown.view.meetings.notices).toMatchObject([{ turn: "soon" }]);
    server.push({ id: "k1", standing: "forgotten" });
    expect(shown.view.meetings).toMatchObject({ mine: { meetings: [] }, matches: [{ meeting: null }] });
  });

  it("are sent again when the answer was lost, and done when they had been", async () => {
    const meetings = start();
    server.answers = { meeting_mine: [mine([told({ asked_by: "booth" })]), mine([told({ asked_by: "booth", standing: "booked", slot, seq: 2 })])], meeting_answer: [null, no("meeting_standing"), no("meeting_standing")] };
    meetings.open();
    await soon();
    const answered = meetings.answer("k1", true, null);
    await soon(4_000);
    expect(await answered).toBeNull();
    expect(shown.view.meetings.mine?.meetings).toMatchObject([{ standing: "booked" }]);
    expect((await meetings.answer("k1", true, null))?.code).toBe("meeting_standing"); // nothing was lost this time
  });

  it("are those of the booth for its staff", async () => {
    const me: Person = { number: 7, nickname: "Bo", color: 0, area: "hall", role: "exhibitor", via: "hall", muted: false, booths: ["a01", "a02"] };
    const meetings = start();
    server.answers = { meeting_mine: [mine([told({ side: "booth" })], "booth"), mine([], "booth")] };
    server.state.set({ ...nobody, seq: 1, me: 7, people: new Map([[7, me]]) });
    await soon();
    expect(server.all("meeting_mine")).toEqual([{ booth: "a01" }]);
    expect(shown.view.meetings).toMatchObject({ booth: "a01", kept: true, mine: { side: "booth" } });
    expect(meetings.links()?.calendar).toBe("https://hall.example/staff/fair/meetings.ics");
    meetings.choose("a02");
    await soon();
    expect(server.all("meeting_mine").at(-1)).toEqual({ booth: "a02" });
  });

  it("go when a buyer wants it, with the secret", async () => {
    shelf.set("hallwright.meetings.fair", "s".repeat(32));
    const meetings = start();
    server.answers = { meeting_forget: [{ ok: true }], meeting_mine: [mine()] };
    expect(await meetings.forget()).toBeNull();
    expect(server.all("meeting_forget")).toEqual([{ secret: "s".repeat(32) }]);
    expect(kept()).toBe("");
  });

  it("go with everything else that was kept of the visitor", async () => {
    shelf.set("hallwright.meetings.fair", "s".repeat(32));
    server.consent = new Consent("fair", { cookie: "" }, () => undefined);
    start();
    server.answers = { meeting_mine: [mine([told()]), mine()] };
    server.talk.emit("welcome", null);
    await soon();
    expect(shown.view.meetings).toMatchObject({ kept: true, mine: { meetings: [{ id: "k1" }] } });
    server.consent.gone.emit("meetings", null);
    await soon();
    expect([shown.view.meetings.kept, shown.view.meetings.mine, kept()]).toEqual([false, null, ""]);
  });
});
