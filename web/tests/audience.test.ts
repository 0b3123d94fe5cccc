/** Seats before stages: where they are, who sits on them, and whose eyes look from one. */
import { describe, expect, it, vi } from "vitest";
import { Audience, placed, seatOf } from "../src/audience.js";
import { signal } from "../src/core/signal.js";
import type { Guide } from "../src/guide.js";
import type { Area } from "../src/hall/manifest.js";
import { seatPose } from "../src/hall/reels.js";
import type { SeatsTaken } from "../src/protocol/stages.js";
import { nobody } from "../src/session/state.js";

vi.mock("../src/ui/interface.js", () => ({ tagOf: ({ nickname }: { nickname: string }) => nickname }));

const seating = { rows: 2, first: 5, step: 1, across: [-0.5, 0.5] };
/** It looks south: the audience is south of it, and looks north. */
const stage = { id: "main", at: [20, 30] as const, facing: Math.PI, seating };
const area = { id: "hall", stages: [stage] } as unknown as Area;
const seats = (seat: number): SeatsTaken => new Map([[7, { area: "hall", stage: "main", seat }]]);

describe("a seat", () => {
  it("is before the stage, row by row, and looks at it", () => {
    const [first, second, behind] = [0, 1, 2].map((seat) => seatPose(stage, seating, seat)!);
    expect(first!.y).toBeCloseTo(25);
    expect(behind!.y).toBeCloseTo(24);
    expect(behind!.x).toBeCloseTo(first!.x);
    expect(Math.abs(first!.x - second!.x)).toBeCloseTo(1);
    expect(Math.cos(first!.facing)).toBeCloseTo(1);
    expect(seatPose(stage, seating, 4)).toBeNull();
  });

  it("is where its person is drawn, whatever their position says", () => {
    const pose = { number: 7, x: 1, y: 2, facing: 3, walking: false };
    const [sitting] = placed([pose as never], { ...nobody, seats: seats(0) }, area);
    expect([sitting!.seated, Math.round(sitting!.y)]).toEqual([true, 25]);
    const [standing] = placed([pose as never], nobody, area);
    expect([standing!.seated, standing!.x]).toEqual([false, 1]);
    expect(seatOf(7, seats(0), { ...area, id: "park" })).toBeNull();
  });
});

describe("the audience", () => {
  it("lends the eyes to the seat, gives them back, and gets up when somebody else takes them", () => {
    const state = signal({ ...nobody, me: 7, seats: new Map() as SeatsTaken });
    const wishes: string[] = [];
    const world = {
      guided: null as Guide | null, area: signal(area),
      lend: (guide: Guide | null) => (world.guided = guide),
      regain: (guide: Guide) => (world.guided = world.guided === guide ? null : world.guided),
    };
    const audience = new Audience(world, { state, wish: (name: string) => (wishes.push(name), Promise.resolve(null)) } as never);
    audience.frame();
    expect(world.guided).toBeNull();
    state.set({ ...state.value, seats: seats(1) });
    audience.frame();
    expect(world.guided!.eye.height).toBeLessThan(1.4);
    expect(world.guided!.eye.y).toBeCloseTo(25);
    state.set({ ...state.value, seats: new Map() });
    audience.frame();
    expect(world.guided).toBeNull();
    state.set({ ...state.value, seats: seats(0) });
    audience.frame();
    world.guided = { step: () => undefined, eye: world.guided!.eye };
    audience.frame();
    expect(wishes).toEqual(["stand"]);
  });
});
