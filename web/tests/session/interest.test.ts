import { describe, expect, it } from "vitest";
import type { Subject } from "../../src/hall/subjects.js";
import { Interests, weightOf } from "../../src/session/interest.js";
import { bookmarked, type Memo, noVisit, stayed, type Visit } from "../../src/session/visit.js";
import { compare } from "../../bench/parts/interested.js";

const memo = (id: string): Memo => ({ id, kind: "booth", area: "hall", number: id, name: { en: id, zh: id } });
const stays = (...all: readonly (readonly [string, number])[]): Visit =>
  all.reduce((visit, [id, seconds]) => stayed(visit, memo(id), seconds, 1), noVisit);

const SUBJECTS: readonly Subject[] = [
  { id: "lathe-1", features: ["product lathe", "zone a"] }, { id: "lathe-2", features: ["product lathe", "zone b"] },
  { id: "lathe-3", features: ["product lathe", "zone b"] }, { id: "mill-1", features: ["product mill", "zone d"] },
  { id: "mill-2", features: ["product mill", "zone b"] }, { id: "laser-1", features: ["product laser", "zone c"] },
];
const interests = new Interests(SUBJECTS);
const ids = (visit: Visit, most = 5): readonly string[] => interests.suggest(visit, most).map(({ id }) => id);

describe("what one might like", () => {
  it("is nothing while one did nothing", () => {
    expect(interests.suggest(noVisit, 5)).toEqual([]);
    expect(interests.suggest(stays(["elsewhere", 90]), 5)).toEqual([]);
  });

  it("is like what one stayed at, and not what one has seen", () => {
    expect(ids(stays(["lathe-1", 120]), 2)).toEqual(["lathe-2", "lathe-3"]);
    expect(ids(stays(["lathe-1", 120], ["lathe-2", 60]))[0]).toBe("lathe-3");
    expect(ids(stays(["lathe-1", 120]))).not.toContain("laser-1");
  });

  it("is what one bookmarked but has not seen yet, too", () => {
    expect(ids(bookmarked(noVisit, memo("laser-1"), 5))).toEqual(["laser-1"]);
  });

  it("follows the longer stay, and says what speaks for it", () => {
    const visit = stays(["lathe-1", 8], ["mill-1", 400]);
    const [first] = interests.suggest(visit, 5);
    expect(first).toMatchObject({ id: "mill-2", because: "mill-1" });
    expect(interests.suggest(visit, 5).find(({ id }) => id === "lathe-2")?.because).toBe("lathe-1");
  });

  it("is not one thing five times where there is something else that one likes as well", () => {
    const many = [...SUBJECTS, ...Array.from({ length: 20 }, (_, i) => ({ id: `lathe-${String(i + 9)}`, features: ["product lathe", "zone a"] }))];
    const first = new Interests(many).suggest(stays(["lathe-1", 120], ["mill-1", 110]), 5).map(({ id }) => id.split("-")[0]);
    expect(new Set(first)).toEqual(new Set(["lathe", "mill"]));
  });

  it("weighs deeds above a passing look, and a second minute less than the first", () => {
    const none = { visited: 1, bookmarked: null, seconds: 0, note: "", card: null };
    expect(weightOf({ ...none, bookmarked: 1 })).toBeGreaterThan(weightOf({ ...none, seconds: 60 }));
    const [a, b, c] = [0, 60, 120].map((seconds) => weightOf({ ...none, seconds })) as [number, number, number];
    expect(b - a).toBeGreaterThan(c - b);
  });
});

describe("visitors whose interests are known", () => {
  /** 25 families of products in six zones, as in the reference venue. */
  const fair = Array.from({ length: 400 }, (_, i): Subject => ({ id: `b${String(i)}`, features: [`product ${String(i % 25)}`, `zone ${String(Math.floor(i / 70))}`, `name ${String(i)}`] }));

  const served = new Interests(fair);

  it.each([1, 2, 3])("are served at least twice as well as by what is popular (seed %i)", (seed) => {
    const { hits, popular } = compare(fair, (visit, most) => served.suggest(visit, most), seed, 400);
    expect(popular).toBeGreaterThan(0);
    expect(hits).toBeGreaterThan(2 * popular);
  });
});
