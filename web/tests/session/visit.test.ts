import { describe, expect, it } from "vitest";
import {
  bookmarked, countOf, has, LONGEST_NOTE, merged, MOST_THINGS, noted, noVisit, stayed, stayedOn, took, type Visit, walked, without,
} from "../../src/session/visit.js";
import { booth, card } from "./kept.js";

const everything = (): Visit => took(noted(bookmarked(stayed(noVisit, booth, 5, 1_000), booth, 2_000), booth, "Ask."), booth, card);

describe("a visit", () => {
  it("remembers the first moment and adds up the seconds", () => {
    const kept = stayed(stayed(noVisit, booth, 4, 1_000), booth, 6, 9_000).things.get("a1");
    expect([kept?.visited, kept?.seconds]).toEqual([1_000, 10]);
  });

  it("grows by more of a stay, but not where one has taken the mark out meanwhile, or all", () => {
    const before = everything();
    expect(stayedOn(before, booth, 6).things.get("a1")).toMatchObject({ visited: 1_000, seconds: 11 });
    const unmarked = without(before, "a1", "visited");
    expect(stayedOn(unmarked, booth, 6)).toBe(unmarked);
    expect(stayedOn(noVisit, booth, 6)).toBe(noVisit);
  });

  it("forgets a thing with the last part that is kept of it", () => {
    let visit = everything();
    for (const part of ["card", "bookmark", "note"] as const) {
      visit = without(visit, "a1", part);
      expect(has(visit.things.get("a1"), part)).toBe(false);
    }
    expect(countOf(visit, "visited")).toBe(1);
    expect(without(visit, "a1", "visited").things.size).toBe(0);
    expect(bookmarked(bookmarked(noVisit, booth, 5), booth, null).things.size).toBe(0);
    expect(without(visit, "nowhere", "note")).toBe(visit);
  });

  it("caps a note, and cuts no letter in two", () => {
    const note = noted(noVisit, booth, "x".repeat(LONGEST_NOTE - 1) + "🚀🚀").things.get("a1")?.note ?? "";
    expect(note).toBe("x".repeat(LONGEST_NOTE - 1));
    expect(noted(noVisit, booth, " \n ").things.size).toBe(0);
  });

  it("takes the newest name of a thing, and leaves what was there as it was", () => {
    const before = everything();
    const after = stayed(before, { ...booth, number: "B7" }, 1, 5_000);
    expect([after.things.get("a1")?.number, after.things.get("a1")?.note]).toEqual(["B7", "Ask."]);
    expect(before.things.get("a1")?.number).toBe("A1");
  });

  it("keeps no more than it may", () => {
    const things = new Map(Array.from({ length: MOST_THINGS }, (_, i) => [String(i), { ...stayed(noVisit, booth, 1, 1).things.get("a1")!, id: String(i) }]));
    const full: Visit = { ...noVisit, things };
    expect(stayed(full, booth, 1, 1)).toBe(full);
    expect(merged(full, everything()).things.size).toBe(MOST_THINGS);
    expect(stayed(full, { ...booth, id: "0" }, 1, 1).things.get("0")?.seconds).toBe(2);
  });

  it("is joined with another one, and with the same one for ever the same", () => {
    const mine = walked(noted(stayed(noVisit, booth, 9, 3_000), booth, "Mine."), 60, 100);
    const theirs = walked(bookmarked(noted(stayed(noVisit, booth, 4, 1_000), booth, "Theirs."), booth, 7), 90, 50);
    const both = merged(mine, theirs);
    expect(both.things.get("a1")).toMatchObject({ visited: 1_000, seconds: 9, bookmarked: 7, note: "Mine.\n\nTheirs." });
    expect([both.seconds, both.metres]).toEqual([90, 100]);
    expect(merged(both, theirs)).toEqual(both);
    expect(merged(both, both)).toEqual(both);
  });
});
