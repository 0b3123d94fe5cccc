import { describe, expect, it } from "vitest";
import { sample } from "../hall/sample.js";
import { destinationOf, type Place } from "../../src/ui/places.js";
import { filtered, findable, MOST, spansOf, told } from "../../src/ui/results.js";

const places = findable(sample());
const found = (kind: string, id: string) => ({ kind, id, name: { en: "Told", zh: "所述", marks: { en: [[0, 2] as const], zh: [] } }, snippet: null, when: null });
const booth = (index: number): Place => ({ ...places.find(({ kind }) => kind === "booth")!, id: `b${String(index)}`, number: `B${String(index)}` });

describe("what the server found", () => {
  it("is places of this hall in the server's order, with its marks; others are left out", () => {
    const { list, cut } = told(places, "x", [found("exhibit", "p1"), found("booth", "gone"), found("portal", "b1"), found("booth", "b1"), found("area", "other")]);
    expect(list.map(({ place }) => `${place.kind} ${place.id}`)).toEqual(["exhibit p1", "booth b1", "area other"]);
    expect(list[0]!.name).toEqual({ en: "Told", zh: "所述", marks: { en: [[0, 2]], zh: [] } });
    expect(cut).toBe(false);
  });

  it("goes to an area as newcomers come into it", () => {
    const { place } = told(places, "x", [found("area", "main")]).list[0]!;
    const { area, at, facing } = destinationOf(place);
    expect([area, at]).toEqual(["main", [5, 5]]);
    expect(facing).toBeCloseTo(0);
  });

  it("is cut to a list that one can read", () => {
    const many = Array.from({ length: MOST + 1 }, (_, index) => booth(index));
    const { list, cut } = told(many, "x", many.map(({ id }) => found("booth", id)));
    expect([list.length, cut]).toEqual([MOST, true]);
  });
});

describe("what letters find where the server cannot be asked", () => {
  it("is marked alike", () => {
    const { query, list } = filtered(places, "nAM a01");
    expect(query).toBe("nAM a01");
    expect(list.map(({ place }) => place.id)).toEqual(["b1", "b1"]);
    expect(list[0]!.name.marks).toEqual({ en: [[0, 3]], zh: [] });
    expect(filtered(places, "no such thing")).toEqual({ query: "no such thing", list: [], cut: false });
  });

  it("says what else of a booth answers", () => {
    const shows: Place = { ...booth(1), exhibitor: { en: "Acme Bearings", zh: "顶峰轴承" }, shows: [{ en: "Rocket", zh: "火箭" }] };
    const [{ more } = { more: null }] = filtered([shows], "轴承").list;
    expect(more).toEqual({ en: "Acme Bearings · Rocket", zh: "顶峰轴承 · 火箭", marks: { en: [], zh: [[2, 4]] } });
  });
});

it.each([
  ["Rocket rocket", ["rock"], [[0, 4], [7, 11]]],
  ["aaa", ["a", "aa"], [[0, 3]]],
  ["火箭 Rocket", ["rocket", "火"], [[0, 1], [3, 9]]],
  ["İstanbul", ["s"], []],
  ["none", ["x"], []],
])("marks in %j every %j", (text, words, spans) => {
  expect(spansOf(text, words)).toEqual(spans);
});
