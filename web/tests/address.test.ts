import { describe, expect, it } from "vitest";
import { beginning, unknownBeginning, viewAddress } from "../src/address.js";
import { readManifest, type Manifest } from "../src/hall/manifest.js";
import { stands, Walker } from "../src/movement/walker.js";
import { area, json } from "./hall/sample.js";
import { ground } from "./movement/ground.js";

const DEGREE = Math.PI / 180;
const name = { en: "Door", zh: "门" };

function hall(): Manifest {
  const doors = [{ id: "west", kind: "entrance", name, at: [0, 20], width: 4, facing: -Math.PI / 2 }];
  const read = readManifest({ ...json(), areas: [{ ...area("main", 4, 2), doors }, { ...area("other", 2, 2), booths: [], placements: [] }] });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const asked = (query: string) => beginning(new URLSearchParams(query), hall());
/** Area, metres and degrees, rounded; only the area where nothing else is said. */
const where = (query: string): unknown[] => {
  const { area: { id }, pose, pitch } = asked(query);
  return pose ? [id, pose.x, pose.y, Math.round(pose.facing / DEGREE), Math.round(pitch / DEGREE)] : [id];
};

describe("where a visit begins", () => {
  it.each([
    ["", ["main"]],
    ["area=other", ["other"]],
    ["area=other&at=12,30&facing=90", ["other", 12, 30, 90, 0]],
    ["at=12.5,30&facing=-90&pitch=-20", ["main", 12.5, 30, -90, -20]],
    ["at=1,2&pitch=89", ["main", 1, 2, 0, 72]],
  ])("is said by the address: %s", (query, there) => {
    expect(where(query)).toEqual(there);
  });

  it.each([
    ["area=nowhere", ["main"]],
    ["area=nowhere&at=3,4", ["main"]],
    ["at=x,y", ["main"]],
    ["at=3", ["main"]],
    ["at=,", ["main"]],
    ["at=1e9,2", ["main"]],
    ["at=NaN,NaN&facing=NaN", ["main"]],
    ["at=3,4&facing=north&pitch=up", ["main", 3, 4, 0, 0]],
    ["at=3,4&facing=Infinity", ["main", 3, 4, 0, 0]],
    ["at=-50,9999", ["main", 0, 50, 0, 0]],
    ["from=nothing", ["main"]],
    ["from=", ["main"]],
    ["from=%3Cscript%3E", ["main"]],
  ])("is where people appear, or the nearest there is, for nonsense: %s", (query, there) => {
    expect(where(query)).toEqual(there);
  });

  it.each([
    ["from=b1", ["main", 20, 13.8, 180, 0]],
    ["from=A01", ["main", 20, 13.8, 180, 0]],
    ["from=main/b1", ["main", 20, 13.8, 180, 0]],
    ["from=booth-b1", ["main", 20, 13.8, 180, 0]],
    ["from=booth-A01", ["main", 20, 13.8, 180, 0]],
    ["from=Booth%20A01", ["main", 20, 13.8, 180, 0]],
    ["from=x", ["main", 60, 17.8, 180, 0]],
    ["from=p1", ["main", 60, 17.8, 180, 0]],
    ["from=other", ["other", 5, 5, 0, 0]],
    ["from=back", ["main", 40, 10, 57, 0]],
    ["from=main/west", ["main", 1.5, 20, 90, 0]],
    ["from=b1&to=p1", ["main", 20, 13.8, 180, 0]],
  ])("is before a place, looking at it: %s", (query, there) => {
    expect(where(query)).toEqual(there);
  });

  it("is the exact point rather than a place where both are said", () => {
    expect(where("from=b1&at=3,4")).toEqual(["main", 3, 4, 0, 0]);
  });
});

describe("a word that no place is known by", () => {
  it.each([
    ["from=booth-a99", "booth-a99"], ["from=booth-p1", "booth-p1"], ["from=nothing&at=x", "nothing"],
    ["from=booth-a01", null], ["from=main/west", null], ["from=back", null], ["from=other", null], ["", null], ["from=+", null],
    ["from=nothing&at=3,4", null],
  ])("is told: %s", (query, word) => {
    expect(unknownBeginning(new URLSearchParams(query), hall())).toBe(word);
  });
});

describe("who was put where nobody can stand", () => {
  const room = ground(["....................", "....................", "########............", "########............"]);

  it("stands at the nearest point where one can", () => {
    const walker = new Walker();
    expect(stands(room, { x: 1, y: 0.5, facing: 0 })).toBe(true);
    walker.place(room, { x: 1, y: 0.5, facing: 1 });
    expect(Math.hypot(walker.x - 1, walker.y - 0.5)).toBeLessThan(1);
    expect(walker.facing).toBe(1);
  });

  it("is told apart from who is out of reach", () => {
    expect(stands(room, { x: 200, y: 0.5, facing: 0 })).toBe(false);
  });
});

describe("the address of a view", () => {
  const PAGE = "https://fair.example/?to=b1&group=AB12&lang=zh&tier=low#x";

  it("says where, and nothing else of its visitor's", () => {
    expect(viewAddress(PAGE, "main", { x: 12.345, y: 6, facing: -Math.PI / 2, pitch: 0 }))
      .toBe("https://fair.example/?area=main&at=12.35,6&facing=270");
    expect(viewAddress("https://fair.example/?venue=wmc", "a b", { x: 0, y: -0.001, facing: 7, pitch: 0.5 }))
      .toBe("https://fair.example/?venue=wmc&area=a%20b&at=0,0&facing=41.1&pitch=28.6");
  });

  it("leads back to within 0.1 m and 1°, whatever one looks at", () => {
    let seed = 7;
    const chance = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let i = 0; i < 500; i++) {
      const view = { x: chance() * 100, y: chance() * 50, facing: (chance() - 0.5) * 20, pitch: (chance() - 0.5) * 2.5 };
      const link = new URL(viewAddress(PAGE, i % 2 ? "main" : "other", { ...view, ...(i % 2 ? {} : { x: view.x / 2 }) }));
      const { area: { id }, pose, pitch } = beginning(link.searchParams, hall());
      expect(id).toBe(i % 2 ? "main" : "other");
      expect(Math.hypot((pose?.x ?? NaN) - (i % 2 ? view.x : view.x / 2), (pose?.y ?? NaN) - view.y)).toBeLessThan(0.1);
      expect(Math.cos((pose?.facing ?? NaN) - view.facing)).toBeGreaterThan(Math.cos(DEGREE));
      expect(Math.abs(pitch - view.pitch)).toBeLessThan(DEGREE);
    }
  });
});
