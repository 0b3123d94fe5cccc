import { BoxGeometry, BufferAttribute } from "three";
import { mergeGeometries } from "three/addons/utils/BufferGeometryUtils.js";
import { describe, expect, it } from "vitest";
import { packed } from "../../src/stage/pieces.js";
import { split } from "../../src/stage/splitting.js";

describe("split", () => {
  it("takes a skin of two boxes apart by the joint that they follow, every corner once", () => {
    const boxes = [new BoxGeometry(1, 1, 1), new BoxGeometry(1, 1, 1).translate(5, 0, 0)];
    const whole = packed(mergeGeometries(boxes)).geometry;
    const joints = new Uint8Array(48 * 4).map((_, i) => (i < 24 * 4 ? 7 : 3));
    const limbs = split(whole, new BufferAttribute(joints, 4));
    expect(limbs.map(({ bone }) => bone)).toEqual([3, 7]);
    for (const { geometry } of limbs) {
      expect(geometry.getIndex()?.count).toBe(36);
      expect(geometry.getAttribute("position").count).toBe(24);
      expect(geometry.getAttribute("color").normalized).toBe(true);
    }
    const [right, left] = limbs.map(({ geometry }) => geometry.boundingBox!);
    expect(left!.max.x).toBeLessThan(right!.min.x);
  });
});
