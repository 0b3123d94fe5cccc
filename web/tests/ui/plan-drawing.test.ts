import { expect, it } from "vitest";
import { fit, toPixel, toPlan } from "../../src/ui/plan-drawing.js";

it("fits an area into a picture, north up, in the middle", () => {
  const to = fit([200, 100], 220, 220, 10);
  expect(to.scale).toBe(1);
  expect(toPixel(to, [0, 0])).toEqual([10, 160]);
  expect(toPixel(to, [200, 100])).toEqual([210, 60]);
});

it("finds the plan under a pixel", () => {
  const to = fit([40, 60], 300, 200, 4);
  const [x, y] = toPixel(to, [12.5, 41]);
  const [px, py] = toPlan(to, x, y);
  expect(px).toBeCloseTo(12.5);
  expect(py).toBeCloseTo(41);
});
