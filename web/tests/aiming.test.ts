import { describe, expect, it } from "vitest";
import { Aim, type Surroundings } from "../src/aiming.js";
import type { Area } from "../src/hall/manifest.js";
import { sample } from "./hall/sample.js";
import { open } from "./movement/ground.js";
import type { HandRead } from "../src/stage/goggles.js";

const hall = sample();
const area = hall.areas[0] as Area;
const key = {};
let now = 0;

/** Somebody at (52, 12), before the exhibit at (60, 12); their room's front looks east. */
const around = (): Surroundings => ({
  hall, area, ground: open(160, 80), room: { x: 52, y: 12, facing: Math.PI / 2 }, at: [52, 12], now: (now += 100),
  runs: (id) => id === "p1",
  tells: (id) => [id ?? "hint"],
});
const hand = (rest: Partial<HandRead> = {}, up = 0, right = 0): HandRead => ({
  key, stick: [0, 0], pulled: false, points: { origin: [0, 0, 1.4], direction: [right, 1, up] }, ...rest,
});

describe("a hand that aims", () => {
  it("tells of what its ray meets, and of nothing else", () => {
    const aim = new Aim();
    aim.step(hand(), around());
    expect(aim.pointing).toMatchObject({ meets: true, plate: ["p1"], arc: null, spot: null });
    expect(aim.pointing?.ray).toBeLessThan(8);
    aim.step(hand({}, 1), around());
    expect(aim.pointing).toMatchObject({ meets: false, plate: ["hint"] });
  });

  it("runs the exhibit that its trigger was pulled on and let go of, and goes nowhere", () => {
    const aim = new Aim();
    expect(aim.step(hand({ pulled: true }), around())).toEqual({ turn: 0, go: null, run: null });
    expect(aim.pointing?.arc).toBeNull();
    expect(aim.step(hand(), around())).toEqual({ turn: 0, go: null, run: "p1" });
    expect(aim.step(hand(), around())).toEqual({ turn: 0, go: null, run: null });
  });

  it("does nothing where the trigger is let go beside the exhibit", () => {
    const aim = new Aim();
    aim.step(hand({ pulled: true }), around());
    expect(aim.step(hand({}, 0, -5), around())).toEqual({ turn: 0, go: null, run: null });
  });

  it("goes where the arc of the trigger landed, through no exhibit's air", () => {
    const aim = new Aim();
    aim.step(hand({ pulled: true }, 0, -1), around()); // to the north-east, beside it
    aim.step(hand({ pulled: true }, 0, -1), around());
    const spot = aim.pointing?.spot;
    expect(spot?.allowed).toBe(true);
    expect(spot?.at[0]).toBeGreaterThan(54);
    expect(spot?.at[1]).toBeGreaterThan(14);
    expect(aim.step(hand({}, 0, -1), around()).go).toEqual(spot?.at);
  });

  it("goes where a pinch was let go by a hand that is gone at once", () => {
    const aim = new Aim();
    const pinch = { stick: null, pulled: true };
    aim.step(hand(pinch, 0, -1), around());
    expect(aim.leave().go).not.toBeNull();
    expect(aim.leave().go).toBeNull();
  });

  it("forgets what it was about while it is not seen", () => {
    const aim = new Aim();
    aim.step(hand({ pulled: true }, 0, -1), around());
    expect(aim.step(hand({ points: null }), around())).toEqual({ turn: 0, go: null, run: null });
    expect(aim.pointing).toBeNull();
    expect(aim.step(hand({}, 0, -1), around()).go).toBeNull();
  });

  it("goes nowhere without ground", () => {
    const aim = new Aim();
    const air = { ...around(), ground: null };
    aim.step(hand({ stick: [0, 1] }, 0, -1), air);
    expect(aim.pointing?.spot?.allowed).toBe(false);
    expect(aim.step(hand({ stick: [0, 0] }, 0, -1), air).go).toBeNull();
  });
});
