import { describe, expect, it } from "vitest";
import { Searcher } from "../../src/hall/searching.js";

const marked = (en: string, zh = en) => ({ en, zh, marks: { en: [[0, 1]], zh: [] } });
const result = (id: string) => ({ kind: "booth", id, number: "A01", name: marked("Acme", "顶峰"), where: { area: "hall" }, snippet: null });
const question = { venue: "fair", query: "huo jian & 火", lang: "zh", area: "hall", limit: 21 } as const;

interface Call {
  readonly url: URL;
  readonly signal: AbortSignal;
  answer(response: Response): void;
}

/** A server that answers when the test says so. */
function server() {
  const calls: Call[] = [];
  const fetch = ((url: string, { signal }: { signal: AbortSignal }) =>
    new Promise<Response>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      calls.push({ url: new URL(url), signal, answer: resolve });
    })) as typeof globalThis.fetch;
  return { calls, fetch };
}

describe("a searcher", () => {
  it("asks for what was typed, whatever is in it, and reads what answers", async () => {
    const { calls, fetch } = server();
    const found = new Searcher({ origin: "http://h", fetch }).find(question);
    expect(calls[0]!.url.pathname).toBe("/api/v1/venues/fair/search");
    expect(Object.fromEntries(calls[0]!.url.searchParams)).toEqual({ q: "huo jian & 火", lang: "zh", area: "hall", limit: "21" });
    calls[0]!.answer(Response.json({ results: [result("b"), result("a")] }));
    expect((await found)?.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("lets go of an older question when there is a newer one", async () => {
    const { calls, fetch } = server();
    const searcher = new Searcher({ origin: "http://h", fetch });
    const [older, newer] = [searcher.find(question), searcher.find({ ...question, query: "b" })];
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    calls[1]!.answer(Response.json({ results: [result("b")] }));
    expect([await older, (await newer)?.length]).toEqual([null, 1]);
  });

  it.each([
    ["is indexing", new Response("{}", { status: 503 })],
    ["is in a rush", new Response("{}", { status: 429 })],
    ["says what we do not know", Response.json({ results: [{ kind: "booth" }] })],
    ["is something else", new Response("<html>")],
  ])("has no answer when the server %s", async (_, response) => {
    const searcher = new Searcher({ origin: "http://h", fetch: () => Promise.resolve(response) });
    expect(await searcher.find(question)).toBeNull();
  });

  it("has no answer without a network, nor from a server that is silent", async () => {
    expect(await new Searcher({ origin: "http://h", fetch: () => Promise.reject(new TypeError("offline")) }).find(question)).toBeNull();
    expect(await new Searcher({ origin: "http://h", fetch: server().fetch, patience: 5 }).find(question)).toBeNull();
  });
});
