import { describe, expect, it } from "vitest";
import { TourClock } from "../../src/session/tour-clock.js";

describe("TourClock", () => {
  const clock = (): TourClock => new TourClock([10, 20, 30]);

  it("stays at the end of a stop until it is told to go on", () => {
    const tour = clock();
    tour.advance(7);
    expect([tour.stop, tour.into, tour.position, tour.over]).toEqual([0, 7, 7, false]);
    tour.advance(7);
    expect([tour.stop, tour.into, tour.over, tour.last]).toEqual([0, 10, true, false]);
    tour.go(1);
    expect([tour.stop, tour.position, tour.over]).toEqual([1, 10, false]);
  });

  it("knows its whole length, and where each stop begins", () => {
    expect(clock().total).toBe(60);
    expect([0, 1, 2].map((stop) => clock().startOf(stop))).toEqual([0, 10, 30]);
  });

  it.each([
    [0, 0, 0],
    [9.5, 0, 9.5],
    [10, 1, 0],
    [29, 1, 19],
    [30, 2, 0],
    [60, 2, 30],
    [900, 2, 30],
    [-4, 0, 0],
  ])("at second %d is at stop %d, %d s into it", (position, stop, into) => {
    const tour = clock();
    tour.seek(position);
    expect([tour.stop, tour.into]).toEqual([stop, into]);
  });

  it("does not go beyond its first and last stop", () => {
    const tour = clock();
    tour.go(7, 99);
    expect([tour.stop, tour.into, tour.last, tour.over]).toEqual([2, 30, true, true]);
    tour.go(-1);
    expect(tour.stop).toBe(0);
  });
});
