import { describe, expect, it } from "vitest";
import { FetchError, Library } from "../../src/hall/fetching.js";

type Answer = (url: string) => Response | Promise<Response>;
const library = (answer: Answer, budget = 1000) =>
  new Library({ base: "/f/", budget, fetch: ((url: string) => Promise.resolve(answer(url))) as typeof fetch });
const body = (size: number) => new Response(new Uint8Array(size).fill(7));

describe("Library", () => {
  it("gives whole bodies and counts their bytes", async () => {
    const files = library(() => body(300));
    expect(new Uint8Array(await files.get("a"))).toEqual(new Uint8Array(300).fill(7));
    expect(files.counts).toEqual({ bytes: 300, requests: 1 });
  });

  it("asks once for what is wanted twice at once, and never again while it is kept", async () => {
    const files = library(() => body(10));
    const [a, b] = await Promise.all([files.get("a"), files.get("a")]);
    expect(a).toBe(b);
    await files.get("a");
    expect(files.counts.requests).toBe(1);
  });

  it("forgets the files used longest ago beyond its budget", async () => {
    const files = library(() => body(400), 1000);
    await files.get("a");
    await files.get("b");
    await files.get("a");
    await files.get("c"); // b goes, a was used since
    expect(files.held).toBe(800);
    await files.get("a");
    expect(files.counts.requests).toBe(3);
    await files.get("b");
    expect(files.counts.requests).toBe(4);
  });

  it("tries again when nothing answers, but not when the server says there is none", async () => {
    let asked = 0;
    const shaky = library(() => (++asked < 2 ? Promise.reject(new TypeError("down")) : body(5)));
    expect((await shaky.get("a")).byteLength).toBe(5);
    const none = library(() => new Response(null, { status: 404 }));
    await expect(none.get("a")).rejects.toThrow(FetchError);
    expect(none.counts.requests).toBe(1);
  });
});
