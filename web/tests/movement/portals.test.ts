import { describe, expect, it } from "vitest";
import { along, arrival, crossed, nearby } from "../../src/movement/portals.js";
import { sample } from "../hall/sample.js";

const hall = sample();
const portals = hall.areas[0]!.portals; // at [99, 12], facing east, 6 m wide
const pose = (x: number, y: number) => ({ x, y, facing: Math.PI / 2 });

describe("crossed", () => {
  it("notices a step out through a portal", () => {
    expect(crossed(portals, pose(98.3, 12), pose(98.7, 12))?.id).toBe("east");
  });

  it("lets pass who comes in, walks by or stays before it", () => {
    expect(crossed(portals, pose(99.5, 12), pose(98, 12))).toBeNull();
    expect(crossed(portals, pose(98.3, 16), pose(98.7, 16))).toBeNull();
    expect(crossed(portals, pose(97, 12), pose(98.2, 12))).toBeNull();
  });
});

describe("along a way that is not walked", () => {
  it("is at its end, looking as one would have come", () => {
    const { pose: end, portal } = along(portals, pose(10, 12), [[20, 12], [20, 30]]);
    expect([end.x, end.y, end.facing]).toEqual([20, 30, 0]);
    expect(portal).toBeNull();
  });

  it("goes through a portal that is on it, however long the leg is", () => {
    expect(along(portals, pose(10, 12), [[99.9, 12], [10, 12]]).portal?.id).toBe("east");
    expect(along(portals, pose(10, 30), [[99.9, 30]]).portal).toBeNull();
  });

  it("stays where one is when there is no way", () => {
    expect(along(portals, pose(10, 12), [])).toEqual({ pose: pose(10, 12), portal: null });
    expect(along(portals, pose(10, 12), [[10, 12]]).pose).toEqual(pose(10, 12));
  });
});

describe("arrival", () => {
  it("comes out inside the other area, looking into it", () => {
    const out = arrival(hall, portals[0]!);
    expect(out?.area.id).toBe("other");
    expect(out?.pose.x).toBeCloseTo(1 + 2.2, 5);
    expect(out?.pose.facing).toBeCloseTo(Math.PI / 2, 5);
  });

  it("does not go straight back", () => {
    const out = arrival(hall, portals[0]!)!;
    const step = { ...out.pose, x: out.pose.x + 0.1 };
    expect(crossed(hall.areas[1]!.portals, out.pose, step)).toBeNull();
  });

  it("is nowhere when the portal leads nowhere", () => {
    expect(arrival(hall, { ...portals[0]!, to: { area: "moon", portal: "x" } })).toBeNull();
    expect(arrival(hall, { ...portals[0]!, to: { area: "other", portal: "x" } })).toBeNull();
  });
});

describe("nearby", () => {
  it("finds the nearest portal within reach", () => {
    expect(nearby(portals, pose(90, 12))?.id).toBe("east");
    expect(nearby(portals, pose(60, 12))).toBeNull();
  });
});
