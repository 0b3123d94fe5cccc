import {
  BatchedMesh, BoxGeometry, DataTexture, Group, HalfFloatType, InterleavedBuffer, InterleavedBufferAttribute, BufferGeometry, LinearFilter, LinearMipmapLinearFilter, Matrix4, Mesh,
  MeshBasicMaterial, RGBAFormat, ShaderMaterial,
} from "three";
import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/stage/pieces.js";
import { geometryBytes, piecesBytes, sceneBytes, textureBytes } from "../../src/stage/weighing.js";

const picture = (side: number): DataTexture => new DataTexture(new Uint8Array(side * side * 4), side, side, RGBAFormat);

describe("weighing", () => {
  it("counts the numbers of a shape, shared ones once", () => {
    const box = new BoxGeometry(1, 1, 1); // 24 vertices of 3 + 3 + 2 floats, 36 indices of two bytes
    expect(geometryBytes(box)).toBe(24 * 8 * 4 + 36 * 2);
    const mixed = new BufferGeometry();
    const buffer = new InterleavedBuffer(new Float32Array(60), 6);
    mixed.setAttribute("position", new InterleavedBufferAttribute(buffer, 3, 0));
    mixed.setAttribute("normal", new InterleavedBufferAttribute(buffer, 3, 3));
    expect(geometryBytes(mixed)).toBe(240);
  });

  it("counts a picture unpacked, with its smaller forms where it has them", () => {
    const plain = picture(64);
    plain.minFilter = LinearFilter;
    expect(textureBytes(plain)).toBe(64 * 64 * 4);
    const fine = picture(64);
    [fine.generateMipmaps, fine.minFilter] = [true, LinearMipmapLinearFilter];
    expect(textureBytes(fine)).toBeCloseTo((64 * 64 * 4 * 4) / 3, 5);
    const half = picture(64);
    half.type = HalfFloatType;
    expect(textureBytes(half)).toBe(64 * 64 * 8);
  });

  it("counts a picture that several pieces of a file share once, and instances by their matrices", () => {
    const [geometry, shared] = [new BoxGeometry(1, 1, 1), picture(32)];
    const piece = (texture: Piece["texture"], count = 1): Piece =>
      ({ material: "signs", geometry, matrices: Array.from({ length: count }, () => new Matrix4()), hero: null, joint: null, texture });
    const shape = geometryBytes(geometry);
    expect(piecesBytes([piece(shared), piece(shared)])).toBe(2 * shape + textureBytes(shared));
    expect(piecesBytes([piece(null, 5)])).toBe(shape + 36 * 2 + 5 * 68); // an index of four bytes in a batch
  });

  it("counts everything in a scene once, hidden or not", () => {
    const [scene, shape, shared] = [new Group(), new BoxGeometry(1, 1, 1), picture(16)];
    for (let i = 0; i < 3; i++) scene.add(new Mesh(shape, new MeshBasicMaterial({ map: shared })));
    scene.children[0]!.visible = false;
    const once = geometryBytes(shape) + textureBytes(shared);
    expect(sceneBytes(scene)).toBe(once);
    scene.add(new Mesh(shape, new ShaderMaterial({ uniforms: { names: { value: picture(8) } } })));
    expect(sceneBytes(scene)).toBe(once + 8 * 8 * 4);
    expect(sceneBytes(scene, [shared, picture(8), null])).toBe(once + 2 * 8 * 8 * 4);
    const batch = new BatchedMesh(10, 100, 200);
    batch.addGeometry(new BoxGeometry(1, 1, 1));
    expect(sceneBytes(batch)).toBe(geometryBytes(batch.geometry) + 10 * 68);
  });
});
