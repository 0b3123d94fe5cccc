import { describe, expect, it } from "vitest";
import { Keeping, type Shelf } from "../../src/session/keeping.js";
import { bookmarked, noted, noVisit, stayed, took, type Visit } from "../../src/session/visit.js";
import { LARGEST, opened, VERSION, written } from "../../src/session/visit-file.js";
import { booth, card } from "./kept.js";

const VENUE = "fair";
const KEY = "hallwright.visit.fair";
const note = (text: string) => (visit: Visit): Visit => noted(visit, booth, text);
const noteIn = (keeping: Keeping): string | undefined => keeping.visit.value.things.get("a1")?.note;

/** Storage as browsers have it, with so much room. */
class Drawer implements Shelf {
  readonly items = new Map<string, string>();
  constructor(public room = Infinity) {}
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

describe("keeping a visit", () => {
  it("is there again in the next page, for this venue only", () => {
    const drawer = new Drawer();
    new Keeping(VENUE, () => drawer).change(note("Ask."));
    expect(noteIn(new Keeping(VENUE, () => drawer))).toBe("Ask.");
    expect(new Keeping("other", () => drawer).visit.value).toBe(noVisit);
  });

  it.each(["", "{", "null", "[]", "7", '"x"', '{"format":"hallwright-visit"}', '{"format":"hallwright-visit","version":1,"venue":"fair","things":{}}', "\u0000"])(
    "begins anew where storage holds %j", (nonsense) => {
      const drawer = new Drawer();
      drawer.items.set(KEY, nonsense);
      const keeping = new Keeping(VENUE, () => drawer);
      expect(keeping.visit.value.things.size).toBe(0);
      keeping.change(note("Ask."));
      expect([keeping.kept.value, noteIn(new Keeping(VENUE, () => drawer))]).toEqual([true, "Ask."]);
    },
  );

  it("takes what is whole out of what is half nonsense", () => {
    const drawer = new Drawer();
    const text = written(note("Ask.")(noVisit), VENUE);
    drawer.items.set(KEY, text.replace('"things":[', '"things":[7,null,{"id":"x"},{"id":"__proto__"},'));
    expect([...new Keeping(VENUE, () => drawer).visit.value.things.keys()]).toEqual(["a1"]);
  });

  it("lasts as long as the page where storage is forbidden, and says so", () => {
    const keeping = new Keeping(VENUE, () => {
      throw new DOMException("no", "SecurityError");
    });
    expect(keeping.kept.value).toBe(false);
    keeping.change(note("Ask."));
    keeping.change((visit) => stayed(visit, booth, 4, 1));
    expect(keeping.visit.value.things.get("a1")).toMatchObject({ note: "Ask.", seconds: 4 });
    keeping.clear();
    expect(keeping.visit.value.things.size).toBe(0);
  });

  it("says so when storage is full, loses nothing meanwhile, and writes again when there is room", () => {
    const drawer = new Drawer(300);
    const keeping = new Keeping(VENUE, () => drawer);
    keeping.change(note("x".repeat(400)));
    expect([keeping.kept.value, noteIn(keeping)?.length]).toEqual([false, 400]);
    drawer.room = Infinity;
    keeping.change((visit) => bookmarked(visit, booth, 5));
    expect([keeping.kept.value, noteIn(new Keeping(VENUE, () => drawer))?.length]).toEqual([true, 400]);
  });

  it("adds to what another page of the browser wrote, and forgets with it", () => {
    const drawer = new Drawer();
    const [one, two] = [new Keeping(VENUE, () => drawer), new Keeping(VENUE, () => drawer)];
    one.change(note("Ask."));
    two.change((visit) => bookmarked(visit, booth, 5));
    expect(two.visit.value.things.get("a1")).toMatchObject({ note: "Ask.", bookmarked: 5 });
    one.reread();
    expect(one.visit.value.things.get("a1")?.bookmarked).toBe(5);
    one.clear();
    expect(drawer.items.size).toBe(0);
    two.reread();
    expect(two.visit.value.things.size).toBe(0);
  });

  it("never writes over what a newer version keeps, unless everything is to be deleted", () => {
    const drawer = new Drawer();
    const newer = JSON.stringify({ format: "hallwright-visit", version: VERSION + 1, venue: VENUE, visits: [] });
    drawer.items.set(KEY, newer);
    const keeping = new Keeping(VENUE, () => drawer);
    keeping.change(note("Ask."));
    expect([keeping.kept.value, drawer.items.get(KEY), noteIn(keeping)]).toEqual([false, newer, "Ask."]);
    keeping.clear();
    expect([drawer.items.size, keeping.kept.value]).toEqual([0, true]);
  });
});

describe("a saved visit", () => {
  const visit = took(note("“Ask”\n=1+1 🚀")(bookmarked(noVisit, booth, 5)), booth, card);

  it("comes back as it was", () => {
    expect(opened(written(visit, VENUE), VENUE)).toEqual({ ok: true, value: { visit, lost: 0 } });
  });

  it.each([
    ["x".repeat(LARGEST + 1), "size"],
    ["<html>", "json"],
    ['{"format":"other","version":1,"venue":"fair"}', "format"],
    ["[]", "format"],
    [written(visit, VENUE).replace('"version":1', '"version":2'), "version"],
    [written(visit, "park"), "venue"],
    [written(visit, VENUE).replace('"things":[', '"things":{"a":[').replace(/\]\}$/, "]}}"), "damaged"],
  ])("is refused with the reason (%#)", (text, reason) => {
    expect(opened(text, VENUE)).toEqual({ ok: false, error: reason });
  });

  it("has its lengths capped and its links tamed", () => {
    const bad = { ...card, url: "javascript:alert(1)", email: "a@b.c?bcc=x", phone: "call <b>me</b>" };
    const text = written(took(noVisit, booth, bad), VENUE).replace('"note":""', `"note":"${"y".repeat(9_000)}"`);
    const read = opened(text, VENUE);
    const kept = read.ok ? read.value.visit.things.get("a1") : undefined;
    expect([kept?.card?.url, kept?.card?.email, kept?.card?.phone, kept?.note.length]).toEqual(["", "", "", 2_000]);
  });
});
