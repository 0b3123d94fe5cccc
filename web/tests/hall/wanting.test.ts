import { describe, expect, it } from "vitest";
import type { Area } from "../../src/hall/manifest.js";
import { distanceToCell, FIRST_SIGHT, firstSight, wants } from "../../src/hall/wanting.js";
import { sample } from "./sample.js";

const hall = sample();
const main = hall.areas[0] as Area;
const reach = { near: 14, hero: 12 };
const none = new Set<string>();
const slots = (x: number, y: number, facing = Math.PI / 2, shown: ReadonlySet<string> = none) =>
  wants(hall, main, { x, y, facing }, reach, shown).map((want) => want.slot);

describe("wants", () => {
  it("asks for every far cell first, the nearest ahead of all", () => {
    const list = slots(5, 5);
    expect(list.slice(0, 8).every((slot) => slot.startsWith("main/far/"))).toBe(true);
    expect(list[0]).toBe("main/far/c00-00");
  });

  it("asks for near cells within reach only", () => {
    const near = slots(5, 5).filter((slot) => slot.includes("/near/"));
    expect(near).toEqual(["main/near/c00-00"]);
    expect(slots(26, 24).filter((slot) => slot.includes("/near/"))).toHaveLength(4);
  });

  it("prefers what lies ahead", () => {
    const east = slots(50, 12, Math.PI / 2).filter((slot) => slot.includes("/far/"));
    expect(east.indexOf("main/far/c03-00")).toBeLessThan(east.indexOf("main/far/c00-00"));
    const west = slots(50, 12, -Math.PI / 2).filter((slot) => slot.includes("/far/"));
    expect(west.indexOf("main/far/c00-00")).toBeLessThan(west.indexOf("main/far/c03-00"));
  });

  it("keeps what is shown a little longer than it takes to call for it", () => {
    const at = 25 + 16; // 16 m east of the first cell: beyond 14, within 17.5
    expect(slots(at, 5)).not.toContain("main/near/c00-00");
    expect(slots(at, 5, 0, new Set(["main/near/c00-00"]))).toContain("main/near/c00-00");
    expect(slots(at + 5, 5, 0, new Set(["main/near/c00-00"]))).not.toContain("main/near/c00-00");
  });

  it("asks for heroes from further away the larger they are", () => {
    expect(slots(40, 12)).toContain("main/hero/p1"); // 20 m away, radius 4
    expect(slots(5, 12)).not.toContain("main/hero/p1");
  });
});

describe("what must be there before one enters", () => {
  const [x, y] = [75, 12];
  const needed = firstSight(main, { x, y, facing: 0 });

  it("is the ground, and the far form of cells around, the nearest first", () => {
    expect(needed[0]).toBe(main.walkable.url);
    const away = needed.slice(1).map((url) => distanceToCell(main.cells.find(({ far }) => far?.url === url) as Area["cells"][number], { x, y, facing: 0 }));
    expect(away.every((metres) => metres < FIRST_SIGHT)).toBe(true);
    expect(away).toEqual([...away].sort((a, b) => a - b));
  });

  it("comes before the rest, whichever way one looks", () => {
    const far = wants(hall, main, { x: 100, y: 12, facing: -Math.PI / 2 }, reach, none).filter(({ detail }) => detail === "far");
    const within = far.map(({ cell }) => distanceToCell(main.cells.find(({ id }) => id === cell) as Area["cells"][number], { x: 100, y: 12, facing: 0 }) < FIRST_SIGHT);
    expect(within.lastIndexOf(true)).toBeLessThan(within.indexOf(false));
  });
});

describe("distanceToCell", () => {
  it("is zero inside and counts from the edge outside, in the plan's frame", () => {
    const [first] = main.cells;
    if (!first) throw new Error("no cell");
    expect(distanceToCell(first, { x: 3, y: 20, facing: 0 })).toBe(0);
    expect(distanceToCell(first, { x: 28, y: 29, facing: 0 })).toBe(5);
  });
});
