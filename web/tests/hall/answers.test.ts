import { describe, expect, it, vi } from "vitest";
import { askGuide, type AnswerWish } from "../../src/hall/answers.js";

const WISH: AnswerWish = { venue: "my fair", wanted: { question: "where is A1?" }, lang: "en", area: "hall", at: [1, 2.345] };
const SAID = { en: "Ask again.", zh: "请重试。" };
const TITLE = { en: "A1 Lathes", zh: "A1 车床" };
const ANSWER = {
  revision: "1", lang: "en", known: true, text: "A1 Lathes is in Hall.",
  citations: [{ key: "booth/a1", kind: "booth", id: "a1", area: "hall", title: TITLE, quote: "A1 Lathes is in Hall.", link: "/text/x" }],
  actions: [{ do: "go", key: "booth/a1", to: "hall/a1", title: TITLE }, { do: "plan", minutes: 30, metres: 12, stops: [] }],
};

const answering = (status: number, body: unknown): typeof fetch =>
  vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));

describe("asking the guide", () => {
  it("says what is asked, in which language and from where", async () => {
    const ask = answering(200, ANSWER);
    await askGuide(WISH, ask);
    expect(ask).toHaveBeenLastCalledWith("/api/v1/venues/my%20fair/answers?q=where+is+A1%3F&lang=en&area=hall&at=1.00%2C2.35");
    await askGuide({ ...WISH, wanted: { about: "booth/a1" }, at: null, lang: "zh" }, ask);
    expect(ask).toHaveBeenLastCalledWith("/api/v1/venues/my%20fair/answers?about=booth%2Fa1&lang=zh&area=hall");
  });

  it("reads what the answer rests on, and what may be done next", async () => {
    const told = await askGuide(WISH, answering(200, ANSWER));
    expect(told).toMatchObject({ ok: true, value: { known: true, citations: [{ key: "booth/a1" }], actions: [{ do: "go", to: "hall/a1" }, { minutes: 30 }] } });
  });

  it("tells why there is none", async () => {
    expect(await askGuide(WISH, answering(429, { error: { message: SAID } }))).toEqual({ ok: false, error: SAID });
  });

  it("takes nonsense and silence for no answer", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const silent: typeof fetch = () => Promise.reject(new TypeError("no network"));
    for (const ask of [answering(200, { text: 7 }), answering(502, "<html>"), silent]) expect(await askGuide(WISH, ask)).toMatchObject({ ok: false });
    quiet.mockRestore();
  });
});
