import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Emitter } from "../src/core/emitter.js";
import { signal } from "../src/core/signal.js";
import { Letters } from "../src/letters.js";
import type { Person } from "../src/protocol/events.js";
import { type LetterNews, readLines, readNews, readOpened } from "../src/protocol/letters.js";
import type { TalkEvent, Wave } from "../src/protocol/talk.js";
import { freshSecret, LetterKeys } from "../src/session/letter-keys.js";
import { withLine, withNews } from "../src/session/letters.js";
import { nobody } from "../src/session/state.js";
import { type LettersView, noLetters } from "../src/ui/letters-view.js";

const line = (letter: string, seq: number, more: object = {}): object => ({
  letter, booth: "a1", placement: null, standing: "open", opened: 1, answered: null, last: 1_000 * seq, seq, unread: 0, name: "Ann", preview: "How", card: false, ...more,
});
const asked = { seq: 1, time: 1, kind: "inquired", name: "Ann", text: "How much?", booth: "a1", placement: null, card: { name: "Ann", other: "x" } };
const replied = { seq: 3, time: 2, kind: "replied", name: "Bo", text: "Ten." };
const told = (letter: string, seq: number, events: object[] = [], more: object = {}, side = "visitor"): object => ({ ok: true, letter, side, line: line(letter, seq, more), events });

class Server {
  readonly talk = new Emitter<{ events: readonly TalkEvent[]; wave: Wave; welcome: null }>();
  readonly letters = new Emitter<{ news: LetterNews }>();
  readonly state = signal(nobody);
  readonly calls: [name: string, payload: Record<string, unknown>][] = [];
  answers: Record<string, unknown[]> = {};

  call(name: string, payload: object): Promise<unknown> {
    this.calls.push([name, payload as Record<string, unknown>]);
    return Promise.resolve(this.answers[name]?.shift() ?? null);
  }

  tell(name: string, payload: object): void {
    this.calls.push([name, payload as Record<string, unknown>]);
  }

  push(value: object): void {
    const news = readNews("letter", value);
    if (!news) throw new Error("cannot be read");
    this.letters.emit("news", news);
  }

  last(name: string): Record<string, unknown> | undefined {
    return this.calls.filter(([each]) => each === name).at(-1)?.[1];
  }
}

class Shown {
  view: { letters: LettersView } = { letters: noLetters };
  show({ letters }: { letters: LettersView }): void {
    this.view = { letters };
  }
  write(): void {}
}

const drawer = (): Storage => {
  const items = new Map<string, string>();
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), removeItem: (key: string) => void items.delete(key) } as Storage;
};
const inquiry = { booth: "a1", placement: null, text: "How much?", card: {}, consent: true, cardConsent: false };

describe("letters", () => {
  let server: Server;
  let shown: Shown;
  let storage: Storage;
  const start = (): Letters => new Letters({ live: server, interface: shown, venue: () => "fair", shelf: () => storage, origin: "https://hall.example" });

  beforeEach(() => {
    vi.useFakeTimers();
    [server, shown, storage] = [new Server(), new Shown(), drawer()];
  });
  afterEach(() => void vi.useRealTimers());

  it("are sent again under the same secret until they have come, and found again by it", async () => {
    const letters = start();
    server.answers = { inquire: [null, { ok: false, code: "storing", message: { en: "x", zh: "x" } }, told("l1", 1, [asked])] };
    const sent = letters.intents.send(inquiry);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(await sent).toBeNull();
    const secrets = server.calls.filter(([name]) => name === "inquire").map(([, payload]) => payload["secret"]);
    expect(new Set(secrets).size).toBe(1);
    expect(secrets).toHaveLength(3);
    expect(shown.view.letters.open?.events[0]).toMatchObject({ kind: "written", side: "visitor", card: { name: "Ann" } });
    expect(letters.intents.link("l1")).toBe(`https://hall.example/text/fair/letters/${String(secrets[0])}`);

    [server, shown] = [new Server(), new Shown()]; // the next visit
    start();
    server.answers = { letters: [{ ok: true, letters: [line("l1", 3, { unread: 1, of: 0, standing: "answered" })] }] };
    server.talk.emit("welcome", null);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.last("letters")).toEqual({ secrets: [secrets[0]] });
    expect(shown.view.letters).toMatchObject({ unread: 1, inbox: null });
  });

  it("that were refused are not kept", async () => {
    server.answers = { inquire: [{ ok: false, code: "letter_consent", message: { en: "x", zh: "x" } }] };
    expect((await start().intents.send(inquiry))?.code).toBe("letter_consent");
    expect(storage.getItem("hallwright.letters.fair")).toBe("[]");
  });

  it("are read when they are open, and counted and told of when not", async () => {
    const letters = start();
    server.answers = { inquire: [told("l1", 1, [asked])], letter_see: [told("l1", 4, [], { standing: "answered" })] };
    await letters.intents.send(inquiry);
    server.push(told("l1", 3, [replied], { standing: "answered", unread: 1 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(server.last("letter_see")).toMatchObject({ secret: expect.any(String) as string });
    expect(shown.view.letters).toMatchObject({ unread: 0, news: null, open: { events: [{ text: "How much?" }, { text: "Ten." }] } });
    await letters.intents.open(null);
    server.push(told("l1", 5, [{ ...replied, seq: 5 }], { unread: 1 }));
    expect(shown.view.letters).toMatchObject({ unread: 1, news: { side: "visitor" } });
  });

  it("come to the inbox of staff, and leave a list that they do not belong to", async () => {
    const me: Person = { number: 7, nickname: "Bo", color: 0, area: "hall", role: "exhibitor", via: "hall", muted: false, booths: ["a1"] };
    server.state.set({ ...nobody, me: 7, people: new Map([[7, me]]) });
    const letters = start();
    server.answers = { inbox: [{ ok: true, letters: [] }, { ok: true, letters: [line("l1", 1, { unread: 1 })] }] };
    server.talk.emit("welcome", null);
    await vi.advanceTimersByTimeAsync(0);
    server.push(told("l1", 1, [asked], { unread: 1 }, "staff"));
    expect(shown.view.letters).toMatchObject({ inbox: [{ letter: "l1" }], unread: 1, news: { side: "staff" } });
    letters.intents.filter("open");
    await vi.advanceTimersByTimeAsync(0);
    expect(server.last("inbox")).toEqual({ standing: "open" });
    server.push(told("l1", 2, [], { standing: "closed" }, "staff"));
    expect(shown.view.letters.inbox).toEqual([]);
    server.push({ letter: "l1", events: [{ kind: "erased" }] });
    expect(shown.view.letters.unread).toBe(0);
  });
});

describe("what is known of letters", () => {
  const read = (value: object): Parameters<typeof withNews>[0] => {
    const opened = readOpened(value);
    if ("code" in opened) throw new Error(opened.code);
    return opened;
  };

  it("takes each event once, in order, and nothing older", () => {
    const before = read(told("l1", 3, [asked, replied]));
    const after = withNews(before, read(told("l1", 2, [{ ...replied, seq: 2 }, replied])));
    expect(after.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(after.line.seq).toBe(3);
    expect(withNews(before, read(told("l2", 9)))).toBe(before);
    const [newer] = readLines({ ok: true, letters: [line("l1", 3)] }) ?? [];
    const [older] = readLines({ ok: true, letters: [line("l1", 2)] }) ?? [];
    expect(withLine([newer!], older!)).toEqual([newer]);
  });

  it("is read with every field checked", () => {
    expect(readLines({ ok: true, letters: [line("l1", 1), line("l2", 1, { standing: "odd" }), 7] })).toHaveLength(1);
    expect(readLines({ ok: false })).toBeNull();
    expect(readNews("letter", { letter: "l1", side: "visitor", events: [] })).toBeNull();
    expect(readNews("typing", { letter: "l1", side: "king" })).toBeNull();
    expect("code" in readOpened({ ok: true })).toBe(true);
  });

  it("secrets are long, each another, and outlive nonsense in the storage", () => {
    expect(freshSecret()).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(freshSecret()).not.toBe(freshSecret());
    const storage = drawer();
    storage.setItem("hallwright.letters.fair", '{"no": 1}');
    const keys = new LetterKeys("fair", () => storage);
    expect(keys.secrets).toEqual([]);
    const [first, second] = [freshSecret(), freshSecret()];
    keys.keep(first);
    keys.keep(second);
    keys.forget(first);
    expect(new LetterKeys("fair", () => storage).secrets).toEqual([second]);
    const forbidden = new LetterKeys("fair", () => {
      throw new Error("forbidden");
    });
    forbidden.keep(first);
    expect(forbidden.secrets).toEqual([first]);
  });
});
