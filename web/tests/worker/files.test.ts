import { describe, expect, it } from "vitest";
import { Files } from "../../src/worker/files.js";
import { Ledger } from "../../src/worker/ledger.js";
import { MemoryStorage, ORIGIN } from "./storage.js";

const url = (name: string): string => `${ORIGIN}/venues/demo/files/${name}-0123456789abcdef.glb`;
const body = (size: number): Response => new Response(new Uint8Array(size));
const names = (storage: MemoryStorage): string[] =>
  storage.paths.filter((path) => path.startsWith("/venues")).map((path) => /(\w+)-[0-9a-f]{16}/.exec(path)?.[1] ?? path);

describe("kept files", () => {
  it("stay within the budget: what was not used for longest goes", async () => {
    const storage = new MemoryStorage();
    const files = new Files(storage.asCaches, 100, 1);
    for (const name of ["a", "b"]) await files.keep(url(name), body(40));
    await new Promise((later) => setTimeout(later, 5));
    expect(await files.find(url("a"))).toBeDefined();
    await files.keep(url("c"), body(40));
    expect(names(storage)).toEqual(["a", "c"]);
  }, 20_000);

  it("are counted by a worker that was started again, also those that nobody wrote down", async () => {
    const storage = new MemoryStorage();
    await new Files(storage.asCaches, 100, 1).keep(url("a"), body(40));
    await (await storage.open([...storage.caches.keys()][0]!)).put(url("b"), body(40)); // ended before it was noted
    await new Files(storage.asCaches, 100, 1).keep(url("c"), body(40));
    expect(names(storage)).toEqual(["a", "c"]);
  }, 20_000);

  it("are not those that would fill the budget alone", async () => {
    const storage = new MemoryStorage();
    await new Files(storage.asCaches, 100, 1).keep(url("a"), body(101));
    expect(names(storage)).toEqual([]);
  });
});

describe("the ledger", () => {
  it.each(["", "{", "null", "3", '[["x"]]', '[[1,2,3]]'])("takes nonsense for nothing: %s", (written) => {
    expect(new Ledger(written).bytes).toBe(0);
  });

  it("is what it was once it is read again", () => {
    const ledger = new Ledger();
    ledger.note("a", 10, 2);
    ledger.note("b", 20, 1);
    const again = new Ledger(String(ledger));
    expect(again.bytes).toBe(30);
    expect(again.beyond(15)).toEqual(["b"]);
  });
});
