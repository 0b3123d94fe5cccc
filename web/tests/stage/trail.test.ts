import type { BufferGeometry } from "three";
import { describe, expect, it } from "vitest";
import { Trail } from "../../src/stage/trail.js";

const line = [[0, 0], [4, 0], [4, 6]] as const;

describe("Trail", () => {
  it("changes nothing while nobody is led, so that the hall need not be drawn", () => {
    const trail = new Trail();
    expect([trail.lay([]), trail.lay([]), trail.run(0.1)]).toEqual([false, false, false]);
  });

  it("is laid once, runs ahead, and is taken up once", () => {
    const trail = new Trail();
    expect([trail.lay(line), trail.lay(line)]).toEqual([true, false]);
    expect(trail.mesh.visible).toBe(true);
    expect((trail.mesh.geometry as BufferGeometry).getAttribute("position").count).toBe(2 * line.length);
    expect([trail.run(0.1), trail.run(0)]).toEqual([true, false]);
    expect([trail.lay([]), trail.lay([])]).toEqual([true, false]);
    expect(trail.mesh.visible).toBe(false);
    expect(trail.lay(line)).toBe(true);
  });
});
