import { describe, expect, it } from "vitest";
import { packed } from "../../src/hall/packing.js";

const sizes = [[1.6, 0.9], [0.8, 2.4], [1.6, 0.9], [3.2, 1.8], [0.8, 0.6], [0.8, 0.6]].map(([width = 0, height = 0]) => ({ width, height }));

describe("packed", () => {
  const placed = packed(sizes, 1024, 420);

  it("keeps everything inside, in its proportions, and nothing over another", () => {
    placed.forEach((box, i) => {
      expect(box.x + box.width).toBeLessThanOrEqual(1024);
      expect(box.y + box.height).toBeLessThanOrEqual(1024);
      expect(box.width / box.height).toBeCloseTo((sizes[i]?.width ?? 1) / (sizes[i]?.height ?? 1), 1);
      for (const other of placed.slice(0, i)) {
        const apart = box.x >= other.x + other.width || other.x >= box.x + box.width || box.y >= other.y + other.height || other.y >= box.y + box.height;
        expect(apart).toBe(true);
      }
    });
  });

  it("uses the room it has", () => {
    const used = placed.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(used / 1024 ** 2).toBeGreaterThan(0.4);
  });

  it("is no finer than asked, and takes one that is wider than all", () => {
    expect(packed([{ width: 1, height: 0.5 }], 1024, 100)).toEqual([{ x: 0, y: 0, width: 100, height: 50 }]);
    expect(packed([{ width: 40, height: 1 }], 1024, 100)[0]?.width).toBeLessThanOrEqual(1024);
    expect(packed([], 1024, 100)).toEqual([]);
  });
});
