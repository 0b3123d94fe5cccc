import { type BatchedMesh, Group, Matrix4, PerspectiveCamera, Vector3 } from "three";
import { beforeEach, describe, expect, it } from "vitest";
import { Batches } from "../../src/stage/batches.js";
import { Mirror } from "../../src/stage/mirror.js";
import { type Cues, Moving } from "../../src/stage/moving.js";
import type { Playing } from "../../src/stage/rig.js";
import { Slots } from "../../src/stage/slots.js";
import { Surfaces } from "../../src/stage/surfaces.js";
import { machine, pieces } from "./machine.js";

const file = { url: "x", bytes: 1, wire: 1, triangles: 12, draws: 1 };
// Looks south, so that the model's own axes are the scene's.
const placement = { id: "p1", exhibit: "x", model: "m", at: [10, 0], elevation: 0, facing: Math.PI, scale: 2, cell: "c1", screen: null, release: null } as const;
const PARTS = ["frame", "arm", "hand", "lid", "flame"];

describe("Moving", () => {
  let slots: Slots;
  let batches: Batches;
  let moving: Moving;
  let camera: PerspectiveCamera;
  let now = 0;

  beforeEach(() => {
    const noise = { grainNoise: { value: null }, grainTime: { value: 0 }, grainLamps: { value: [0, 0] as const }, ...new Mirror().uniforms };
    const surfaces = new Surfaces(noise);
    batches = new Batches(surfaces);
    slots = new Slots(batches, surfaces, new Group(), () => 1);
    const rig = machine();
    slots.fill({ slot: "a/hero/p1", detail: "hero", file, urgency: 0, away: 0, focused: false, cell: "c1", placement }, pieces(rig), rig);
    moving = new Moving(() => slots.mechanisms());
    camera = new PerspectiveCamera(60, 1, 0.1, 500);
    camera.position.set(10, 3, 30);
  });

  const update = (playing: readonly Playing[], clock: number | null = null, opened: Parameters<Moving["update"]>[3] = null): boolean => {
    const cues: Cues = { clock, playing: () => playing };
    return moving.update((now += 1000), cues, camera, opened);
  };
  const mesh = (): BatchedMesh => batches.group.children[0] as BatchedMesh;
  const at = (part: string): number[] => {
    const matrix = new Matrix4();
    mesh().getMatrixAt(PARTS.indexOf(part), matrix);
    return new Vector3().setFromMatrixPosition(matrix).toArray().map((value) => Math.round(value * 100) / 100 + 0);
  };
  const seen = (part: string): boolean => mesh().getVisibleAt(PARTS.indexOf(part));

  it("moves the parts of a model within the one batch of their material", () => {
    expect(at("hand")).toEqual([16, 4, 0]);
    expect(update([{ motion: "run", time: 1 }])).toBe(true);
    expect(at("hand")).toEqual([10, 10, 0]);
    expect(at("frame")).toEqual([10, 0, 0]);
    expect(batches.group.children).toHaveLength(1);
  });

  it("says that nothing changed where nothing moves", () => {
    expect(update([])).toBe(false);
    update([{ motion: "run", time: 1 }]);
    expect(update([{ motion: "run", time: 1 }])).toBe(false);
    expect(update([])).toBe(true);
    expect(at("hand")).toEqual([16, 4, 0]);
    expect(update([])).toBe(false);
  });

  it("goes round with the clock, and stands where motion is reduced", () => {
    update([], 1_700_000_000 * 4 + 1);
    expect(at("hand")).toEqual([16, 4, 2]);
    update([], null);
    expect(at("hand")).toEqual([16, 4, 0]);
  });

  it("lets loops take smaller steps than every frame", () => {
    const cues = (clock: number): Cues => ({ clock, playing: () => [] });
    expect(moving.update(now += 1000, cues(1), camera, null)).toBe(true);
    expect(moving.update(now += 8, cues(1.008), camera, null)).toBe(false);
    expect(moving.update(now += 30, cues(1.038), camera, null)).toBe(true);
  });

  it("leaves alone what is behind the eyes, and shows it as it is once it is seen", () => {
    camera.rotation.set(0, Math.PI, 0);
    expect(update([{ motion: "run", time: 1 }])).toBe(false);
    expect(at("hand")).toEqual([16, 4, 0]);
    camera.rotation.set(0, 0, 0);
    expect(update([{ motion: "run", time: 1 }])).toBe(true);
    expect(at("hand")).toEqual([10, 10, 0]);
  });

  it("does not draw what is scaled to nothing", () => {
    expect(seen("flame")).toBe(false);
    update([{ motion: "run", time: 1 }]);
    expect(seen("flame")).toBe(true);
    update([{ motion: "run", time: 1.9 }]);
    expect(seen("flame")).toBe(false);
  });

  it("takes apart and cuts open the one that is inspected, and puts it together again", () => {
    update([], null, { placement: "p1", explode: 0.5, cut: true });
    expect(at("hand")).toEqual([17, 4, 0]);
    expect(PARTS.filter(seen)).toEqual(["frame", "arm", "hand"]);
    update([], null, { placement: "p2", explode: 1, cut: true });
    expect(at("hand")).toEqual([16, 4, 0]);
    expect(PARTS.filter(seen)).toEqual(["frame", "arm", "hand", "lid"]);
  });
});
