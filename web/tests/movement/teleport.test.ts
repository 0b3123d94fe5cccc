import { describe, expect, it } from "vitest";
import { arcFrom, directionInHall, FARTHEST, inHall, landing, placeInHall, roomFor, SNAP, Thumb } from "../../src/movement/teleport.js";
import { ground, open, walled } from "./ground.js";

const EAST = Math.PI / 2;

describe("a room in the hall", () => {
  it("lies so that who is somewhere in it stands where they should, looking there", () => {
    const local = { x: 0.7, y: -0.4, facing: 2 };
    const pose = { x: 12, y: 30, facing: -1.2 };
    const back = inHall(roomFor(local, pose), local);
    expect(back.x).toBeCloseTo(12);
    expect(back.y).toBeCloseTo(30);
    expect(back.facing).toBeCloseTo(-1.2);
  });

  it("turns with its front: a step to the front of a room that looks east leads east", () => {
    const room = { x: 10, y: 10, facing: EAST };
    const { x, y, facing } = inHall(room, { x: 0, y: 1, facing: 0 });
    expect([x, y]).toEqual([expect.closeTo(11), expect.closeTo(10)]);
    expect(facing).toBeCloseTo(EAST);
    expect(placeInHall(room, [1, 0, 1.4])).toEqual([expect.closeTo(10), expect.closeTo(9), 1.4]);
    expect(directionInHall(room, [0, 1, -0.5])).toEqual([expect.closeTo(1), expect.closeTo(0), -0.5]);
  });

  it("turns about the head, not about its own middle", () => {
    const local = { x: 1.5, y: 0.5, facing: 0.3 };
    const before = inHall({ x: 4, y: 5, facing: 0 }, local);
    const after = inHall(roomFor(local, { ...before, facing: before.facing + SNAP }), local);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeCloseTo(0);
    expect(after.facing - before.facing).toBeCloseTo(Math.PI / 6);
  });
});

describe("an arc", () => {
  it("starts at the hand and ends on the floor, as something thrown does", () => {
    const arc = arcFrom([3, 4, 1.4], [0, 2, 0]);
    const last = arc.at(-1)!;
    expect(arc[0]).toEqual([3, 4, 1.4]);
    expect(last[2]).toBe(0);
    expect(last[0]).toBeCloseTo(3);
    expect(last[1]).toBeCloseTo(4 + 9.5 * Math.sqrt((2 * 1.4) / 9.8), 5);
    expect(arc.every(([, , z], i) => i === 0 || z <= arc[i - 1]![2])).toBe(true);
  });

  it("reaches farther up to half a right angle, and comes down at one's feet when thrown straight up", () => {
    const reach = (up: number): number => arcFrom([0, 0, 1.4], [0, Math.cos(up), Math.sin(up)]).at(-1)![1];
    expect(reach(0.6)).toBeGreaterThan(reach(0));
    expect(reach(0.6)).toBeLessThan(FARTHEST);
    expect(reach(Math.PI / 2)).toBeCloseTo(0);
  });

  it("never takes more points than can be drawn, wherever it points", () => {
    for (const z of [1, 0, -1]) expect(arcFrom([0, 0, 2.2], [0, 0.01, z]).length).toBeLessThanOrEqual(61);
  });
});

describe("a landing", () => {
  it("is where the floor is free, or right next to it", () => {
    expect(landing(open(40, 40), [5, 5], [9, 9])).toEqual([9, 9]);
    const narrow = ground(["....", "....", "..##", "...."]);
    expect(landing(narrow, [0.3, 0.3], [1.1, 0.55])).toEqual([expect.closeTo(1.25), expect.closeTo(0.25)]);
  });

  it("is none outside, none too far, and none in the midst of what stands there", () => {
    expect(landing(open(40, 40), [5, 5], [25, 5])).toBeNull();
    expect(landing(open(80, 80), [2, 2], [2, 2 + FARTHEST + 0.1])).toBeNull();
    expect(landing(walled(), [5, 5], [5, 9.5])).not.toEqual([5, 9.5]);
  });

  it("is none behind a wall whose gap is far, and is one behind a wall whose gap is near", () => {
    const shut = ground([...Array<string>(8).fill("........"), "########", ...Array<string>(8).fill("........")]);
    expect(landing(shut, [2, 2], [2, 6])).toBeNull();
    const ajar = ground([...Array<string>(8).fill("........"), "#####..#", ...Array<string>(8).fill("........")]);
    expect(landing(ajar, [1, 2], [1, 6])).toEqual([1, 6]);
  });
});

describe("a thumb", () => {
  it("turns once for each push aside", () => {
    const thumb = new Thumb();
    expect([0, 0.5, 0.9, 1, 1].map((right) => thumb.read(right, 0).turn)).toEqual([0, 0, 1, 0, 0]);
    expect([0.5, 0.2, -0.8].map((right) => thumb.read(right, 0).turn)).toEqual([0, 0, -1]);
  });

  it("aims while it is pushed forward and goes when it is let go", () => {
    const thumb = new Thumb();
    expect(thumb.read(0, 0.9)).toEqual({ turn: 0, aims: true, goes: false });
    expect(thumb.read(0.8, 0.5)).toEqual({ turn: 0, aims: true, goes: false }); // a thumb that slips does not turn
    expect(thumb.read(0, 0.1)).toEqual({ turn: 0, aims: false, goes: true });
    expect(thumb.read(0, 0)).toEqual({ turn: 0, aims: false, goes: false });
  });

  it("means nothing when pulled back", () => {
    expect(new Thumb().read(0, -1)).toEqual({ turn: 0, aims: false, goes: false });
  });
});
