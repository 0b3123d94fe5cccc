import { expect, it } from "vitest";
import { between, closest, fit, fitLook, type Frame, kept, moved, toPixel, toPlan, whole, zoomed } from "../../../src/ui/plan/looking.js";

const SIZE = [200, 100] as const;
const FRAME: Frame = { width: 420, height: 440, margin: 10 };

it("fits an area into a picture, north up, in the middle", () => {
  const to = fit(SIZE, 220, 220, 10);
  expect(to.scale).toBe(1);
  expect(toPixel(to, [0, 0])).toEqual([10, 160]);
  expect(toPixel(to, [200, 100])).toEqual([210, 60]);
  expect(fitLook(SIZE, { width: 220, height: 220, margin: 10 }, whole(SIZE))).toEqual(to);
});

it("finds the plan under a pixel", () => {
  const to = fit([40, 60], 300, 200, 4);
  const [x, y] = toPixel(to, [12.5, 41]);
  const [px, py] = toPlan(to, x, y);
  expect(px).toBeCloseTo(12.5);
  expect(py).toBeCloseTo(41);
});

it("zooms around a pixel: what is under it stays", () => {
  const look = zoomed(SIZE, FRAME, whole(SIZE), 4);
  const before = toPlan(fitLook(SIZE, FRAME, look), 200, 180);
  const nearer = zoomed(SIZE, FRAME, look, 1.7, 200, 180);
  const after = toPlan(fitLook(SIZE, FRAME, nearer), 200, 180);
  expect(nearer.zoom).toBeCloseTo(6.8);
  expect(after[0]).toBeCloseTo(before[0]);
  expect(after[1]).toBeCloseTo(before[1]);
});

it("never shows less than the whole, nor more of one metre than can be read", () => {
  expect(zoomed(SIZE, FRAME, whole(SIZE), 0.1)).toEqual(whole(SIZE));
  const nearest = zoomed(SIZE, FRAME, whole(SIZE), 1e6);
  expect(fitLook(SIZE, FRAME, nearest).scale).toBeCloseTo(64);
  expect(nearest.zoom).toBe(closest(SIZE, FRAME));
});

it("brings every point into the middle once it is near, and never one beside the plan", () => {
  const near = zoomed(SIZE, FRAME, whole(SIZE), 8);
  expect(moved(SIZE, FRAME, near, -1e5, 0).centre[0]).toBe(200);
  expect(moved(SIZE, FRAME, near, 1e5, -1e5).centre).toEqual([0, 0]);
  expect(moved(SIZE, FRAME, whole(SIZE), 50, 50)).toEqual(whole(SIZE));
  expect(kept(SIZE, FRAME, { centre: [-9, 50], zoom: 1 })).toEqual(whole(SIZE));
  expect(kept(SIZE, FRAME, { centre: [-9, 50], zoom: 1.25 }).centre).toEqual([50, 50]);
});

it("goes from one look to another and ends there", () => {
  const to = { centre: [150, 20], zoom: 9 } as const;
  expect(between(whole(SIZE), to, 0)).toEqual(whole(SIZE));
  const end = between(whole(SIZE), to, 1);
  expect(end.zoom).toBeCloseTo(9);
  expect(end.centre[0]).toBeCloseTo(150);
  const aside = between({ centre: [20, 20], zoom: 4 }, { centre: [60, 20], zoom: 4 }, 0.5);
  expect(aside).toEqual({ centre: [40, 20], zoom: 4 });
});
