import { expect, it } from "vitest";
import { Fingers } from "../../../src/ui/plan/fingers.js";

it("presses where one finger comes and goes", () => {
  const fingers = new Fingers();
  fingers.press(1, [10, 10]);
  expect(fingers.move(1, [14, 12])).toBeNull();
  expect(fingers.lift(1)).toEqual([10, 10]);
  expect(fingers.lift(1)).toBeNull();
});

it("drags with one finger, and that is no press", () => {
  const fingers = new Fingers();
  fingers.press(1, [10, 10]);
  expect(fingers.move(1, [40, 10])).toMatchObject({ dx: 30, dy: 0, factor: 1 });
  expect(fingers.move(1, [41, 12])).toMatchObject({ dx: 1, dy: 2 });
  expect(fingers.lift(1)).toBeNull();
});

it("pinches with two around what is between them", () => {
  const fingers = new Fingers();
  fingers.press(1, [100, 100]);
  fingers.press(2, [200, 100]);
  expect(fingers.move(2, [300, 100])).toEqual({ dx: 50, dy: 0, factor: 2, at: [200, 100] });
  expect(fingers.lift(2)).toBeNull();
  expect(fingers.lift(1)).toBeNull();
});

it("forgets a finger that the browser took", () => {
  const fingers = new Fingers();
  fingers.press(1, [10, 10]);
  fingers.drop(1);
  expect(fingers.move(1, [90, 10])).toBeNull();
  expect(fingers.lift(1)).toBeNull();
});
