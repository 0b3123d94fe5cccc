import { describe, expect, it } from "vitest";
import { readGroupEvent, readGroups, type Groups } from "../../src/protocol/groups.js";
import { membershipOf, reduceGroups, standOf, whereaboutsOf } from "../../src/session/groups.js";

const groups: Groups = readGroups({
  ABCDE: { guide: 1, highlight: null, followers: { "2": true, "3": false } },
  broken: { guide: "one", highlight: null, followers: {} },
});

describe("groups", () => {
  it("are read as far as they can be", () => {
    expect([...groups.keys()]).toEqual(["ABCDE"]);
    expect(readGroups(null).size).toBe(0);
    expect(readGroupEvent({ kind: "followed", group: "ABCDE", number: -1, follows: true })).toBeNull();
    expect(readGroupEvent({ kind: "joined", group: "ABCDE" })).toBeNull();
  });

  it("know who is who in them", () => {
    expect(membershipOf(groups, 1)).toMatchObject({ code: "ABCDE", role: "guide", follows: false });
    expect(membershipOf(groups, 2)).toMatchObject({ role: "follower", follows: true });
    expect(membershipOf(groups, 3)).toMatchObject({ role: "follower", follows: false });
    expect(membershipOf(groups, 4)).toBeNull();
    expect(membershipOf(groups, null)).toBeNull();
  });

  it("leave alone what speaks of groups that are no more", () => {
    expect(reduceGroups(groups, { kind: "followed", group: "FGHJK", number: 2, follows: true })).toBe(groups);
  });

  it("tell who is lost", () => {
    expect([whereaboutsOf(true, "hall", "hall"), whereaboutsOf(false, "hall", "hall"), whereaboutsOf(false, "park", "hall")]).toEqual(["follows", "away", "lost"]);
  });

  it.each([0, 2.5])("give every follower a place of their own behind a guide who looks along %d", (facing) => {
    const places = Array.from({ length: 300 }, (_, i) => standOf(i, facing));
    const gaps = places.flatMap(([x, y], i) => places.slice(i + 1).map(([a, b]) => Math.hypot(x - a, y - b)));
    expect(Math.min(...gaps)).toBeGreaterThan(0.7);
    expect(Math.max(...places.map(([x, y]) => Math.hypot(x, y)))).toBeLessThan(18);
    expect(Math.max(...places.map(([x, y]) => x * Math.sin(facing) + y * Math.cos(facing)))).toBeLessThan(0);
  });
});
