import { describe, expect, it } from "vitest";
import { Orbit } from "../../src/movement/orbit.js";

const orbit = (): Orbit =>
  new Orbit({ centre: [10, 20, 1], bearing: 0, tilt: 0, distance: 4 }, { nearest: 1, furthest: 8, floor: 0 });

describe("Orbit", () => {
  it("looks at its middle from where it is", () => {
    const { eye } = orbit();
    expect([eye.x, eye.y, eye.height]).toEqual([10, 24, 1]);
    expect([eye.facing, eye.pitch]).toEqual([Math.PI, -0]);
  });

  it("goes round and up, and keeps its distance", () => {
    const around = orbit();
    around.turn({ round: Math.PI / 2, up: 0.5, zoom: 1 });
    around.step(0, true);
    const { x, y, height } = around.eye;
    expect(x).toBeCloseTo(10 + 4 * Math.cos(0.5));
    expect(y).toBeCloseTo(20);
    expect(height).toBeCloseTo(1 + 4 * Math.sin(0.5));
  });

  it("neither goes through the floor nor over the top, nor too near nor too far", () => {
    const around = orbit();
    around.turn({ round: 0, up: -9, zoom: 0.001 });
    around.step(0, true);
    expect(around.aim.distance).toBe(1);
    expect(around.eye.height).toBeGreaterThan(0.1);
    around.turn({ round: 0, up: 9, zoom: 1e6 });
    expect(around.aim.distance).toBe(8);
    expect(around.aim.tilt).toBeLessThan(Math.PI / 2);
  });

  it("flies to another aspect the short way round, and arrives", () => {
    const around = orbit();
    around.aimAt({ bearing: -0.4, centre: [11, 20, 1] });
    around.step(0.05, false);
    expect(around.eye.x).toBeLessThan(10.7);
    for (let i = 0; i < 60; i++) around.step(0.05, false);
    expect(around.eye.x).toBeCloseTo(11 - 4 * Math.sin(0.4), 2);
  });

  it("cuts where motion is reduced", () => {
    const around = orbit();
    around.aimAt({ bearing: 2 });
    around.step(0.001, true);
    expect(around.eye.facing).toBeCloseTo(2 + Math.PI);
  });
});
