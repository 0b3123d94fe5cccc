import { beforeAll, describe, expect, it } from "vitest";
import { readManifest, type Manifest } from "../../src/hall/manifest.js";
import { destinationOf, nearby, placeById, placesOf, search, type Place } from "../../src/ui/places.js";

const text = (en: string, zh = en): { en: string; zh: string } => ({ en, zh });
const file = { url: "x", bytes: 0 };

const published = {
  format: "hallwright/1", venue: "v", revision: "r", name: text("Fair"), theme: text(""), sample_data: true,
  start: { area: "hall", spawn: "door" }, files: { count: 0, bytes: 0, wire: 0 }, font: null,
  models: { rocket: { near: null, far: null, radius: 4 } },
  exhibits: [{ id: "rocket", name: text("Rocket", "火箭"), summary: text("Tall"), model: "rocket", source: "press" }],
  exhibitors: [{ id: "acme", name: text("Acme Bearings", "顶峰轴承"), country: "CN" }],
  areas: [
    {
      id: "hall", kind: "hall", name: text("Hall"), size: [40, 20], origin: [0, 0], height: 8,
      environment: { sky: "hall", exposure: 1, fog: ["#ffffff", 1, 2], sun: null },
      walkable: { ...file, step: 0.25, columns: 1, rows: 1 },
      zones: [{ id: "a", letter: "A", name: text("Makers"), color: "#123456", polygon: [[0, 0], [10, 0], [10, 10], [0, 10]] }],
      spawns: [], portals: [],
      booths: [
        {
          id: "a01", number: "A01", name: text("Acme"), zone: "a", exhibitor: "acme", at: [5, 15], size: [3, 3], height: 2.5,
          facing: Math.PI, exhibits: ["rocket"],
        },
        { id: "b01", number: "B01", name: text("Empty"), zone: "", exhibitor: "", at: [30, 5], size: [6, 4], height: 2.5, facing: 0, exhibits: [] },
      ],
      placements: [{ id: "big-rocket", exhibit: "rocket", model: "rocket", at: [20, 10], elevation: 0, facing: Math.PI / 2, scale: 2, cell: "c" }],
      stages: [], facilities: [{ id: "cafe", kind: "cafe", name: text("Café", "咖啡"), at: [1, 1] }], aisles: [], cells: [],
    },
  ],
};

let hall: Manifest;
let places: readonly Place[];

beforeAll(() => {
  const read = readManifest(published);
  if (!read.ok) throw new Error(read.error);
  hall = read.value;
  places = placesOf(hall);
});

const placed = (id: string): Place => {
  const place = placeById(places, id);
  if (!place) throw new Error(`no ${id}`);
  return place;
};

describe("placesOf", () => {
  it("gives a booth the words of its exhibitor and of what it shows", () => {
    expect(placed("a01")).toMatchObject({
      number: "A01", exhibitor: text("Acme Bearings", "顶峰轴承"), summary: text("Tall"), source: "press", shows: [text("Rocket", "火箭")],
    });
  });

  it("gives a placement the words of its exhibit", () => {
    expect(placed("big-rocket")).toMatchObject({ kind: "exhibit", name: text("Rocket", "火箭"), reach: 8 });
  });
});

describe("destinationOf", () => {
  it("stands in front and looks at it", () => {
    const { at, facing } = destinationOf(placed("a01"));
    expect(at[0]).toBeCloseTo(5);
    expect(at[1]).toBeCloseTo(15 - 1.5 - 1.8);
    expect(Math.cos(facing)).toBeCloseTo(1);
  });

  it("goes to the middle of a zone", () => {
    expect(destinationOf(placed("a"))).toMatchObject({ area: "hall", at: [5, 5] });
  });
});

describe("search", () => {
  it.each([
    ["a01", ["a01"]],
    ["轴承", ["a01"]],
    ["ROCKET", ["a01", "big-rocket"]],
    ["acme rocket", ["a01"]],
    ["咖", ["cafe"]],
    ["  ", []],
    ["nothing of the kind", []],
  ])("finds %j", (query, ids) => {
    expect(search(places, query).map((place) => place.id)).toEqual(ids);
  });
});

it("looks around, nearest first, within reach", () => {
  expect(nearby(places, "hall", [6, 12], 20, 8).map((place) => place.id)).toEqual(["a01", "big-rocket"]);
  expect(nearby(places, "hall", [6, 12], 20, 1).length).toBe(1);
  expect(nearby(places, "park", [6, 12], 20, 8)).toEqual([]);
});
