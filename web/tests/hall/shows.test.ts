import { describe, expect, it } from "vitest";
import { shows } from "../../src/hall/shows.js";

const common = { area: "park", name: { en: "Show", zh: "表演" }, duration: 180, loop: true, autostart: true };
const place = { at: [10, 20], size: [30, 40], facing: 3.14, height: 45, count: 300 };
const drones = { id: "sky", kind: "drones", ...common, ...place, file: { url: "sky.drones", bytes: 9, wire: 7 } };
const robots = { id: "dance", kind: "robots", ...common, ...place, model: "humanoid-robot", stage: null, routine: "dance" };
const route = { id: "ring", width: 8, lanes: [[[0, 0], [9, 0]]] };
const traffic = { id: "drive", kind: "traffic", ...common, duration: 0, loop: false, route, vehicles: [{ exhibit: "car", count: 1 }], pace: 9, fleet: [[0, 0]] };

describe("shows", () => {
  it("are read by their kind", () => {
    expect(shows([drones, robots, traffic], "shows")).toEqual([drones, robots, traffic]);
  });

  it("are none in a hall of an older version", () => {
    expect(shows(undefined, "shows")).toEqual([]);
  });

  it("may be of kinds that this viewer does not know", () => {
    expect(shows([{ id: "x", kind: "balloons", ...common, colour: 7 }], "shows")).toEqual([{ id: "x", kind: "other", ...common }]);
  });

  it("say where they are not what is expected", () => {
    expect(() => shows([drones, { ...traffic, route: { ...route, lanes: [[[0]]] } }], "shows")).toThrow("shows.1.route.lanes.0.0: expected two numbers");
  });
});
