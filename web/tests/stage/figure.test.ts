import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import { figure, HEIGHT, LIMB } from "../../src/stage/figure.js";

describe.each([["near", 9], ["far", 5], ["small", 3]] as const)("the %s figure", (_, sides) => {
  const shape = figure(sides);
  const position = shape.getAttribute("position");
  const normal = shape.getAttribute("normal");

  it("has an adult's size and stands on the floor", () => {
    shape.computeBoundingBox();
    const { min, max } = shape.boundingBox as NonNullable<typeof shape.boundingBox>;
    expect(min.y).toBeCloseTo(0, 2);
    expect(max.y).toBeCloseTo(HEIGHT, 2);
    expect(max.x - min.x).toBeLessThan(0.62);
    expect(max.x).toBeCloseTo(-min.x, 1);
  });

  it("has all limbs", () => {
    const wear = shape.getAttribute("wear");
    const limbs = new Set(Array.from({ length: wear.count }, (__, i) => wear.getY(i)));
    expect([...limbs].sort()).toEqual(Object.values(LIMB).sort());
  });

  it("has normals of length one that look out of its faces", () => {
    const index = shape.getIndex();
    if (!index) throw new Error("no index");
    const at = (source: typeof position, i: number): Vector3 => new Vector3().fromBufferAttribute(source as never, i);
    let outward = 0;
    for (let i = 0; i < index.count; i += 3) {
      const [a, b, c] = [index.getX(i), index.getX(i + 1), index.getX(i + 2)];
      const face = at(position, b).sub(at(position, a)).cross(at(position, c).sub(at(position, a)));
      if (face.length() < 1e-9) continue;
      outward += Math.sign(face.dot(at(normal, a).add(at(normal, b)).add(at(normal, c))));
    }
    expect(outward).toBeGreaterThan((index.count / 3) * 0.9);
    for (let i = 0; i < normal.count; i++) expect(at(normal, i).length()).toBeCloseTo(1, 4);
  });

  it("is small enough for sixty-four on a phone", () => {
    expect((shape.getIndex()?.count ?? 0) / 3).toBeLessThan(sides > 7 ? 1000 : 480);
  });
});
