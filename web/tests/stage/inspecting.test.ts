import { type BatchedMesh, Group, PerspectiveCamera } from "three";
import { beforeEach, describe, expect, it } from "vitest";
import { Batches } from "../../src/stage/batches.js";
import { anchorOf, boundsOf, hidden, onScreen, outward, pick, sightOf, whereIs } from "../../src/stage/inspecting.js";
import type { Mechanism } from "../../src/stage/mechanism.js";
import { Mirror } from "../../src/stage/mirror.js";
import { Slots } from "../../src/stage/slots.js";
import { Surfaces } from "../../src/stage/surfaces.js";
import { machine, pieces } from "./machine.js";

const file = { url: "x", bytes: 1, wire: 1, triangles: 12, draws: 1 };
// 10 m east, 5 m north, half a metre up, twice as large; it looks south, so that its own axes are the scene's.
const placement = { id: "p1", exhibit: "x", model: "m", at: [10, 5], elevation: 0.5, facing: Math.PI, scale: 2, cell: "c1", screen: null, release: null } as const;
const rounded = (values: readonly number[] | undefined): number[] => (values ?? []).map((value) => Math.round(value * 100) / 100 + 0);

describe("inspecting", () => {
  let slots: Slots;
  let batches: Batches;
  let model: Mechanism;
  let camera: PerspectiveCamera;

  beforeEach(() => {
    const noise = {
      grainNoise: { value: null }, grainTime: { value: 0 }, grainLamps: { value: [0, 0] as const },
      ...new Mirror().uniforms,
    };
    const surfaces = new Surfaces(noise);
    batches = new Batches(surfaces);
    slots = new Slots(batches, surfaces, new Group(), () => 1);
    for (const id of ["p1", "p2"]) {
      const rig = machine();
      slots.fill({ slot: `a/hero/${id}`, detail: "hero", file, urgency: 0, away: 0, focused: false, cell: "c1", placement: { ...placement, id } }, pieces(rig), rig);
    }
    model = [...slots.mechanisms()].find(([id]) => id === "p1")![1];
    // In the scene the hand is at (16, 4.5, -5): the eye is 10 m before it, looking north.
    camera = new PerspectiveCamera(60, 1, 0.1, 100);
    camera.position.set(16, 4.5, 5);
    camera.updateMatrixWorld();
  });

  it("knows what a model fills", () => {
    // Model: from x -0.1 to 3.1, y -0.1 to 2.1, z -0.6 to 0.1, twice as large.
    const { centre, half, floor } = boundsOf(model, 0);
    expect(floor).toBe(0.5);
    expect(rounded(centre)).toEqual([13, 5.5, 2.5]);
    expect(rounded(half)).toEqual([3.2, 2.2, 0.7]);
    expect(rounded(boundsOf(model, 1).half)).toEqual([4.2, 2.2, 0.7]);
  });

  it("knows the way out of it", () => {
    const train = { ...boundsOf(model, 0), centre: [10, 5, 1], half: [14, 2, 1.8] } as const;
    const out = (x: number, y: number): number | null => outward(train, [10 + x, 5 + y, 1]);
    expect(train.axes.map(rounded)).toEqual([[1, 0], [0, -1]]);
    expect(out(0, 1.8)).toBeCloseTo(0); // north
    expect(out(9, -1.75)).toBeCloseTo(Math.PI, 0); // a door near the end: from the side
    expect(out(13.9, 0)).toBeCloseTo(Math.PI / 2); // the nose
    expect(out(5, 0.1)).toBeNull();
    const turned = { ...train, axes: [[0, 1], [1, 0]] } as const;
    expect(outward(turned, [11.75, 14, 1])).toBeCloseTo(Math.PI / 2, 0);
  });

  it("holds on to a part, wherever that goes", () => {
    const anchor = anchorOf(model, "hand", [3.1, 2, 0]);
    expect(rounded(whereIs(model, anchor))).toEqual([16.2, 5, 4.5]);
    model.pose([{ motion: "run", time: 1 }]);
    expect(rounded(whereIs(model, anchor))).toEqual([10, 5, 10.7]);
  });

  it("holds on to the whole where a part is not there, or not at rest", () => {
    for (const part of ["wing", "flame"]) expect(rounded(whereIs(model, anchorOf(model, part, [1, 1, 1])))).toEqual([12, 3, 2.5]);
  });

  it("picks the point that is seen, and holds on to its part", () => {
    const anchor = pick(model, batches, sightOf(camera, 0, 0))!;
    expect(rounded(whereIs(model, anchor))).toEqual([16, 4.8, 4.5]);
    expect(anchor.joint).toBe(model.rig.named("hand"));
    model.pose([{ motion: "explode", time: 1 }]);
    expect(rounded(whereIs(model, anchor))).toEqual([18, 4.8, 4.5]);
    expect(pick(model, batches, sightOf(camera, 0, 0))).toBeNull();
  });

  it("says where a place is on the screen, and whether it lies ahead", () => {
    expect(onScreen([16, 5, 4.5], camera, 400, 400)).toEqual({ x: 200, y: 200, ahead: true });
    expect(onScreen([18, 5, 4.5], camera, 400, 400).x).toBeGreaterThan(200);
    expect(onScreen([16, 5, 6], camera, 400, 400).y).toBeLessThan(200);
    expect(onScreen([16, -20, 4.5], camera, 400, 400).ahead).toBe(false);
  });

  it("knows what the model itself hides", () => {
    expect(hidden(model, batches, [16, 4.8, 4.5], camera.position)).toBe(false);
    expect(hidden(model, batches, [16, 6, 4.5], camera.position)).toBe(true);
  });

  it("shows one model alone, and everything again", () => {
    slots.alone = "p1";
    slots.fill({ slot: "a/near/c1", detail: "near", file, urgency: 0, away: 0, focused: false, cell: "c1", placement: null }, pieces(machine()).map((each) => ({ ...each, joint: null })));
    const mesh = batches.group.children[0] as BatchedMesh;
    const seen = (): number => Array.from({ length: 15 }, (_, i) => mesh.getVisibleAt(i)).filter(Boolean).length;
    expect(seen()).toBe(4); // all parts but the flame
    slots.alone = null;
    expect(seen()).toBe(4 + 4 + 5);
  });
});
