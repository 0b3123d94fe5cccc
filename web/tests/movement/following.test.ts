import { describe, expect, it } from "vitest";
import type { Route } from "../../src/hall/routing.js";
import { Following } from "../../src/movement/following.js";

type Followed = Pick<Route, "legs" | "hints">;

const say = (en: string): { en: string; zh: string } => ({ en, zh: en });

/** Ten metres east, ten north, through a gate, and five metres east in the park. */
const ROUTE: Followed = {
  legs: [
    { area: "hall", portal: "gate", line: [[0, 0], [10, 0], [10, 10]] },
    { area: "park", portal: null, line: [[50, 5], [55, 5]] },
  ],
  hints: [
    { kind: "left", leg: 0, at: [10, 0], distance: 10, text: say("left") },
    { kind: "portal", leg: 0, at: [10, 10], distance: 20, text: say("through the gate") },
    { kind: "arrive", leg: 1, at: [55, 5], distance: 25, text: say("there") },
  ],
};

describe("following a route", () => {
  it("tells what is left, from where one stands", () => {
    const { line, left, off, arrived } = new Following(ROUTE).at("hall", [4, 1]);
    expect(line).toEqual([[4, 0], [10, 0], [10, 10]]);
    expect(left).toBeCloseTo(21);
    expect(off).toBeCloseTo(1);
    expect(arrived).toBe(false);
  });

  it("tells the next thing to do", () => {
    const following = new Following(ROUTE);
    expect(following.at("hall", [0, 0]).hint?.text.en).toBe("left");
    expect(following.at("hall", [10, 1]).hint?.text.en).toBe("through the gate");
    expect(following.at("park", [50, 5]).hint?.text.en).toBe("there");
  });

  it("tells how far that is", () => {
    expect(new Following(ROUTE).at("hall", [4, 0]).ahead).toBeCloseTo(6);
  });

  it("goes on behind a portal, and is there at the end", () => {
    const following = new Following(ROUTE);
    expect(following.at("park", [52, 5]).left).toBeCloseTo(3);
    expect(following.at("park", [54, 5.5]).arrived).toBe(true);
  });

  it("does not end where the line passes its own end", () => {
    const loop: Followed = { legs: [{ area: "hall", portal: null, line: [[0, 0], [10, 0], [10, 5], [0, 5]] }], hints: [] };
    expect(new Following(loop).at("hall", [0, 0]).arrived).toBe(false);
  });

  it("is left where it does not come, and not taken up again behind", () => {
    const following = new Following(ROUTE);
    expect(following.at("market", [0, 0]).off).toBe(Infinity);
    following.at("park", [51, 5]);
    expect(following.at("hall", [4, 0]).off).toBe(Infinity);
  });

  it("takes the farther of two passes of the same spot", () => {
    const back: Followed = { legs: [{ area: "hall", portal: null, line: [[0, 0], [10, 0], [0, 0]] }], hints: [] };
    expect(new Following(back).at("hall", [5, 0]).left).toBeCloseTo(5);
  });
});
