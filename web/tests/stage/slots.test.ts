import type { Mesh} from "three";
import { type BatchedMesh, BoxGeometry, Group, Matrix4, Texture } from "three";
import { describe, expect, it } from "vitest";
import { Batches } from "../../src/stage/batches.js";
import { Mirror } from "../../src/stage/mirror.js";
import { packed, type Piece } from "../../src/stage/pieces.js";
import { Slots } from "../../src/stage/slots.js";
import { Surfaces } from "../../src/stage/surfaces.js";
import { sceneBytes } from "../../src/stage/weighing.js";
import type { Detail, Want } from "../../src/hall/wanting.js";

const file = { url: "x", bytes: 1, wire: 1, triangles: 12, draws: 1 };
const placement = { id: "p1", exhibit: "x", model: "m", at: [3, 4], elevation: 0.5, facing: 0, scale: 2, cell: "c1", screen: null, release: null } as const;
const want = (detail: Detail, id: string): Want => ({
  slot: `a/${detail}/${id}`, detail, file, urgency: 0, away: 0, focused: false, cell: "c1", placement: detail === "hero" ? placement : null,
});

function piece(material: string, count = 1, hero: string | null = null): Piece {
  const { geometry, unpack } = packed(new BoxGeometry(1, 1, 1));
  const matrices = Array.from({ length: count }, (_, i) => new Matrix4().makeTranslation(i, 0, 0).multiply(unpack));
  return { material, geometry, matrices, hero, joint: null, texture: null };
}

const pictured = (): Piece => ({ material: "signs", geometry: new BoxGeometry(1, 1, 0), matrices: [new Matrix4()], hero: null, joint: null, texture: new Texture() });

function setting() {
  const noise = { grainNoise: { value: null }, grainTime: { value: 0 }, grainLamps: { value: [0, 0] as const }, ...new Mirror().uniforms };
  const surfaces = new Surfaces(noise);
  const batches = new Batches(surfaces);
  const pictures = new Group();
  const slots = new Slots(batches, surfaces, pictures, () => 1);
  const mesh = (name: string) => batches.group.children.find((each) => each.name === name) as BatchedMesh;
  const visible = (name: string) => {
    const batch = mesh(name);
    let sum = 0;
    for (let i = 0; i < batch.maxInstanceCount; i++) {
      try {
        if (batch.getVisibleAt(i)) sum += 1;
      } catch {
        break; // no instance of that number
      }
    }
    return sum;
  };
  return { slots, batches, pictures, mesh, visible };
}

describe("Slots", () => {
  it("draws all cells' parts of a material in one mesh", () => {
    const { slots, batches, mesh } = setting();
    slots.fill(want("far", "c1"), [piece("matte", 3), piece("concrete")]);
    slots.fill({ ...want("far", "c2"), cell: "c2" }, [piece("matte", 2)]);
    expect(batches.group.children.map((each) => each.name).sort()).toEqual(["concrete", "matte"]);
    expect(mesh("matte").instanceCount).toBe(5);
  });

  it("shows the near form in place of the far one, and the far one again", () => {
    const { slots, visible, pictures } = setting();
    slots.fill(want("far", "c1"), [piece("matte", 3), pictured()]);
    slots.fill(want("near", "c1"), [piece("satin", 4)]);
    expect(visible("matte")).toBe(0);
    expect(pictures.children.filter((each) => each.visible)).toHaveLength(0);
    slots.empty("a/near/c1");
    expect(visible("matte")).toBe(3);
    expect((pictures.children[0] as Mesh).visible).toBe(true);
  });

  it("keeps a far hero beside the near cell until its model is there", () => {
    const { slots, visible } = setting();
    slots.fill(want("far", "c1"), [piece("matte", 3), piece("paint", 1, "p1")]);
    slots.fill(want("near", "c1"), [piece("satin")]);
    expect(visible("paint")).toBe(1);
    slots.fill(want("hero", "p1"), [piece("metal")]);
    expect(visible("paint")).toBe(0);
    slots.empty("a/hero/p1");
    expect(visible("paint")).toBe(1);
  });

  it("puts a model where its placement says", () => {
    const { slots, mesh } = setting();
    slots.fill(want("hero", "p1"), [piece("metal")]);
    const matrix = new Matrix4();
    mesh("metal").getMatrixAt(0, matrix);
    expect(matrix.elements.slice(12, 15)).toEqual([3, 0.5, -4]);
    expect(Math.hypot(matrix.elements[0], matrix.elements[1], matrix.elements[2])).toBeCloseTo(2 * 0.5, 4);
  });

  it("replaces a slot without leaving the old parts", () => {
    const { slots, mesh } = setting();
    slots.fill(want("far", "c1"), [piece("matte", 3)]);
    slots.fill(want("far", "c1"), [piece("matte", 2)]);
    expect(mesh("matte").instanceCount).toBe(2);
  });

  it("grows beyond its first size and gives room back", () => {
    const { slots, mesh } = setting();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 30; i++) slots.fill({ ...want("near", `c${String(i)}`), cell: `c${String(i)}` }, [piece("matte", 40)]);
      expect(mesh("matte").instanceCount).toBe(1200);
      for (let i = 0; i < 30; i++) slots.empty(`a/near/c${String(i)}`);
      expect(mesh("matte").instanceCount).toBe(0);
    }
  });

  it("takes no more room after many came and went than while they were there", () => {
    const { slots, batches } = setting();
    const big = (): Piece => ({ ...piece("matte"), geometry: packed(new BoxGeometry(1, 1, 1, 14, 14, 14)).geometry });
    const fill = (i: number) => slots.fill({ ...want("near", `c${String(i)}`), cell: `c${String(i)}` }, [big()]);
    const cost = fill(0);
    expect(cost).toBeGreaterThan(20 * 1_000);
    const alone = sceneBytes(batches.group);
    for (let i = 1; i < 40; i++) fill(i);
    const full = sceneBytes(batches.group);
    expect(full).toBeGreaterThan(40 * cost);
    expect(full).toBeLessThan(40 * cost * 1.8);
    for (let round = 0; round < 3; round++) {
      for (let i = 1; i < 40; i++) slots.empty(`a/near/c${String(i)}`);
      expect(sceneBytes(batches.group)).toBeLessThan(3 * alone);
      for (let i = 1; i < 40; i++) fill(i);
      expect(sceneBytes(batches.group)).toBeLessThan(full * 1.3);
    }
  });

  it("draws what is left as before when room is given back", () => {
    const { slots, mesh } = setting();
    const cube = (side: number): Piece => {
      const { geometry, unpack } = packed(new BoxGeometry(side, side, side, 20, 20, 20));
      return { ...piece("matte"), geometry, matrices: [unpack] };
    };
    for (let i = 0; i < 30; i++) slots.fill({ ...want("near", `c${String(i)}`), cell: `c${String(i)}` }, [cube(1 + i)]);
    for (let i = 0; i < 29; i++) slots.empty(`a/near/c${String(i)}`);
    const { geometry } = mesh("matte");
    const id = mesh("matte").getGeometryIdAt(29);
    const { start, count, vertexStart } = mesh("matte").getGeometryRangeAt(id)!;
    const wanted = cube(30).geometry;
    expect(count).toBe(wanted.getIndex()!.count);
    const [index, position] = [geometry.getIndex()!, geometry.getAttribute("position")];
    for (let i = 0; i < count; i += 97) {
      const vertex = wanted.getIndex()!.getX(i);
      expect(index.getX(start + i)).toBe(vertexStart + vertex);
      expect(position.getX(index.getX(start + i))).toBe(wanted.getAttribute("position").getX(vertex));
    }
  });

  it("leaves nothing when an area is left", () => {
    const { slots, batches, pictures } = setting();
    slots.fill(want("far", "c1"), [piece("matte"), pictured()]);
    slots.clear();
    expect(batches.group.children).toHaveLength(0);
    expect(pictures.children).toHaveLength(0);
    expect(slots.count).toBe(0);
  });
});
