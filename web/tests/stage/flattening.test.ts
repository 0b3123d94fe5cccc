import { BoxGeometry, Matrix4, Texture, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { flattened } from "../../src/stage/flattening.js";
import { packed, type Piece } from "../../src/stage/pieces.js";

function piece(material: string, places: readonly Matrix4[], more: Partial<Piece> = {}): Piece {
  const { geometry, unpack } = packed(new BoxGeometry(2, 2, 2));
  return { material, geometry, matrices: places.map((place) => place.clone().multiply(unpack)), hero: null, joint: null, texture: null, ...more };
}

const at = (x: number, y = 0, z = 0): Matrix4 => new Matrix4().makeTranslation(x, y, z);
const triangles = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { geometry, matrices }) => sum + ((geometry.getIndex()?.count ?? 0) / 3) * matrices.length, 0);

describe("flattened", () => {
  it("keeps every triangle in one piece a material", () => {
    const pieces = [piece("matte", [at(0), at(9)]), piece("matte", [at(-5, 2)]), piece("metal", [at(1)])];
    const flat = flattened(pieces);
    expect(flat.map(({ material, matrices }) => [material, matrices.length])).toEqual([["matte", 1], ["metal", 1]]);
    expect(triangles(flat)).toBe(triangles(pieces));
  });

  it("leaves every corner where it was, and turns what it turns", () => {
    const turned = at(10, 1, -4).multiply(new Matrix4().makeRotationY(Math.PI / 2));
    const [flat] = flattened([piece("matte", [turned])]);
    const box = new BoxGeometry(2, 2, 2);
    for (let i = 0; i < 24; i++) {
      const wanted = new Vector3().fromBufferAttribute(box.getAttribute("position"), i).applyMatrix4(turned);
      const got = new Vector3().fromBufferAttribute(flat!.geometry.getAttribute("position"), i).applyMatrix4(flat!.matrices[0]!);
      expect(got.distanceTo(wanted)).toBeLessThan(1e-3);
      const face = new Vector3().fromBufferAttribute(box.getAttribute("normal"), i).transformDirection(turned);
      expect(new Vector3().fromBufferAttribute(flat!.geometry.getAttribute("normal"), i).distanceTo(face)).toBeLessThan(0.02);
    }
  });

  it("leaves pictures and far heroes alone, because they come and go by themselves", () => {
    const kept = [piece("signs", [at(0)], { texture: new Texture() }), piece("paint", [at(0)], { hero: "rocket" })];
    expect(flattened(kept)).toEqual(kept);
  });
});
