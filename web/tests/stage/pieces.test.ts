import { BoxGeometry, BufferAttribute, BufferGeometry, InterleavedBuffer, InterleavedBufferAttribute, Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { packed } from "../../src/stage/pieces.js";

const corner = (geometry: BufferGeometry, index: number) => new Vector3().fromBufferAttribute(geometry.getAttribute("position"), index);

describe("packed", () => {
  it("brings any geometry into one layout and back where it was", () => {
    const box = new BoxGeometry(4, 2, 1).translate(10, 1, -3);
    const { geometry, unpack } = packed(box);
    for (let i = 0; i < box.getAttribute("position").count; i++) {
      expect(corner(geometry, i).applyMatrix4(unpack).distanceTo(corner(box, i))).toBeLessThan(1e-3);
    }
    const layout = Object.fromEntries(Object.entries(geometry.attributes).map(([name, a]) => [name, [a.array.constructor.name, a.itemSize, a.normalized]]));
    expect(layout).toEqual({ position: ["Int16Array", 4, true], normal: ["Int8Array", 4, true], color: ["Uint16Array", 4, true] });
  });

  it("takes padded quantised rows as they are", () => {
    const rows = new InterleavedBuffer(Int16Array.from([32767, 0, 0, 0, 0, 32767, 0, 0, 0, 0, -32767, 0]), 4);
    const source = new BufferGeometry();
    source.setAttribute("position", new InterleavedBufferAttribute(rows, 3, 0, true));
    const { geometry, unpack } = packed(source);
    expect(geometry.getAttribute("position").array.buffer).toBe(rows.array.buffer);
    expect(unpack.elements[0]).toBe(1);
    expect(corner(geometry, 2).toArray()).toEqual([0, 0, -1]);
  });

  it("keeps colours and their alpha, white without any", () => {
    const box = new BoxGeometry(1, 1, 1);
    expect(packed(box).geometry.getAttribute("color").getX(0)).toBe(1);
    const colors = new Uint8Array(24 * 4).fill(51);
    box.setAttribute("color", new BufferAttribute(colors, 4, true));
    const color = packed(box).geometry.getAttribute("color");
    expect(color.getX(5)).toBeCloseTo(0.2, 4);
    expect(color.getW(5)).toBeCloseTo(0.2, 4);
  });
});
