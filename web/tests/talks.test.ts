import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Emitter } from "../src/core/emitter.js";
import type { TalkEvent, Wave } from "../src/protocol/talk.js";
import { Talks } from "../src/talks.js";

const HALL = "talk/area/hall";
type Call = [name: string, payload: Record<string, unknown>];

/** A server that answers what a test wants; null: nothing comes. */
class Line {
  readonly talk = new Emitter<{ events: readonly TalkEvent[]; wave: Wave; welcome: null }>();
  readonly calls: Call[] = [];
  readonly told: Call[] = [];
  answers: unknown[] = [];

  call(name: string, payload: object): Promise<unknown> {
    this.calls.push([name, payload as Record<string, unknown>]);
    return Promise.resolve(this.answers.length > 0 ? this.answers.shift() : null);
  }

  tell(name: string, payload: object): void {
    this.told.push([name, payload as Record<string, unknown>]);
  }
}

const listening = (seq: number, more: object = {}): object => ({ ok: true, stream: HALL, seq, me: "me", pace: 0, snapshot: true, missed: [], history: [], questions: [], ...more });
const said = (seq: number): TalkEvent => ({
  stream: HALL, first: seq, seq, kind: "said", message: { seq, time: 0, by: "a", number: 1, nickname: "", color: 0, role: "visitor", text: `word ${seq}` },
});

describe("talks", () => {
  let line: Line;
  let talks: Talks;

  beforeEach(() => {
    vi.useFakeTimers();
    line = new Line();
    talks = new Talks(line);
  });

  afterEach(() => void vi.useRealTimers());

  it("listen from where they were when the connection is back", async () => {
    line.answers = [listening(4)];
    await talks.listen(HALL);
    line.talk.emit("events", [said(5)]);
    line.answers = [listening(6, { snapshot: false, missed: [{ ...said(6), ...(said(6) as { message: object }).message }] })];
    line.talk.emit("welcome", null);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.calls).toEqual([["listen", { stream: HALL, most: 50 }], ["listen", { stream: HALL, most: 50, since: 5 }]]);
    expect(talks.of(HALL).messages.map(({ text }) => text)).toEqual(["word 5", "word 6"]);
  });

  it("listen anew, once, when something was missed", async () => {
    line.answers = [listening(4)];
    await talks.listen(HALL);
    line.talk.emit("events", [said(7), said(8)]);
    expect(line.calls.at(-1)).toEqual(["listen", { stream: HALL, most: 50, since: 4 }]);
    expect(line.calls).toHaveLength(2);
  });

  it("ask again where listening failed for a moment, and not where it cannot be", async () => {
    line.answers = [{ ok: false, code: "too_fast", message: { en: "", zh: "" } }, listening(4)];
    await talks.listen(HALL);
    await vi.advanceTimersByTimeAsync(3_100);
    expect(talks.of(HALL).seq).toBe(4);
    line.answers = [{ ok: false, code: "unknown_stream", message: { en: "", zh: "" } }];
    await talks.listen("talk/booth/gone");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(line.calls.filter(([, { stream }]) => stream === "talk/booth/gone")).toHaveLength(1);
  });

  it("send again under the same key what nobody acknowledged", async () => {
    line.answers = [null, { ok: false, code: "storing", message: { en: "", zh: "" } }, { ok: true, seq: 5 }];
    const written = talks.write("say", HALL, "hello");
    await vi.advanceTimersByTimeAsync(0);
    line.talk.emit("welcome", null);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await written).toBeNull();
    const keys = new Set(line.calls.map(([, { key }]) => key));
    expect(line.calls).toHaveLength(3);
    expect(keys.size).toBe(1);
    line.answers = [{ ok: true, seq: 6 }];
    await talks.write("say", HALL, "hello");
    expect(line.calls.at(-1)?.[1]["key"]).not.toBe([...keys][0]);
  });

  it("do not send again what was refused", async () => {
    line.answers = [{ ok: false, code: "slow_mode", message: { en: "Wait", zh: "稍候" }, wait: 7 }];
    expect(await talks.write("say", HALL, "hello")).toMatchObject({ code: "slow_mode", wait: 7 });
    expect(line.calls).toHaveLength(1);
  });

  it("tell reactions without waiting, and note one's own votes", async () => {
    line.answers = [listening(4, { questions: [{ ...(said(2) as { message: object }).message, votes: 1 }] }), { ok: true, seq: 5 }];
    await talks.listen(HALL);
    talks.react(HALL, "clap");
    expect(line.told).toEqual([["react", { stream: HALL, reaction: "clap" }]]);
    expect(await talks.vote(HALL, 2, true)).toBeNull();
    expect(talks.of(HALL).questions[0]?.mine).toBe(true);
  });

  it("forget what nobody listens to", async () => {
    line.answers = [listening(4)];
    await talks.listen(HALL);
    talks.unlisten(HALL);
    line.talk.emit("events", [said(5)]);
    expect(talks.states.value.size).toBe(0);
    expect(line.calls.at(-1)).toEqual(["unlisten", { stream: HALL }]);
  });
});
