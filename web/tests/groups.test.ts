import { beforeEach, describe, expect, it } from "vitest";
import { Emitter } from "../src/core/emitter.js";
import { signal } from "../src/core/signal.js";
import { Groups } from "../src/groups.js";
import type { Live } from "../src/live.js";
import type { Groups as Told } from "../src/protocol/groups.js";
import type { GazeFrame } from "../src/protocol/presence.js";
import { nobody, type SessionState } from "../src/session/state.js";
import type { Eye } from "../src/stage/stage.js";
import type { GroupView, View } from "../src/ui/interface.js";
import type { Guide, World } from "../src/world.js";
import { sample } from "./hall/sample.js";

const ME = 2;
const told = (follows: boolean, highlight: string | null = null): Told => new Map([["ABCDE", { guide: 1, highlight, followers: new Map([[ME, follows]]) }]]);
const frame = (change: Partial<GazeFrame> = {}): GazeFrame => ({ type: "gaze", area: 0, time: 0, number: 1, x: 20, y: 10, facing: 1, pitch: 0.2, ...change });

describe("somebody who follows a guide", () => {
  const hall = sample();
  let asked: [string, object][];
  let shown: Partial<View>;
  let pointed: unknown;
  let line: { state: ReturnType<typeof signal<SessionState>>; gaze: Emitter<{ frame: GazeFrame }>; rung: Emitter<{ group: string }> };
  let world: ReturnType<typeof fakeWorld>;
  let groups: Groups;
  let still: boolean;

  const fakeWorld = () => {
    const walker = { x: 20, y: 8, facing: 0, pitch: 0, footing: null, goal: null, stop: () => undefined, place: (_: null, at: { x: number; y: number }) => Object.assign(walker, at) };
    const fake = {
      walker, walkable: true, area: { value: hall.areas[0] as { readonly id: string; readonly placements: readonly unknown[] } }, lent: null as Guide | null,
      get own(): Eye { return { x: walker.x, y: walker.y, height: 1.65, facing: walker.facing, pitch: 0 }; },
      blinks: 0, blink: (change: () => void) => ((fake.blinks += 1), change(), Promise.resolve(true)),
      lend: (guide: Guide) => (fake.lent = guide), regain: () => (fake.lent = null), turnToView: () => undefined, walkTo: () => false, arrived: () => Promise.resolve(),
      travel: (area: string, _: object, landed: () => void) => {
        fake.area.value = hall.areas.find(({ id }) => id === area) as (typeof fake)["area"]["value"];
        landed();
        return Promise.resolve();
      },
    };
    return fake;
  };
  const hear = (change: Partial<SessionState>): void => line.state.set({ ...line.state.value, ...change });
  const group = (): GroupView | null => shown.group ?? null;
  const look = (seconds = 2): Eye => {
    for (let i = 0; i < 20; i++) world.lent?.step(seconds / 20, null);
    return world.lent?.eye ?? world.own;
  };

  beforeEach(() => {
    [asked, shown, pointed, still] = [[], {}, null, false];
    world = fakeWorld();
    line = { state: signal<SessionState>({ ...nobody, me: ME }), gaze: new Emitter(), rung: new Emitter() };
    groups = new Groups({
      world: world as unknown as World, hall: () => hall, still: () => still, follows: () => undefined,
      stage: { point: (at) => (pointed = at) },
      interface: { show: (change) => Object.assign(shown, change), get view() { return { selected: null, ...shown } as View; } },
    });
    groups.listen({ ...line, wish: (name: string, payload: object) => (asked.push([name, payload]), Promise.resolve(null)) } as unknown as Live, null);
    hear({ groups: told(true) });
  });

  it("sees through the guide's eyes, and stands close by", () => {
    line.gaze.emit("frame", frame());
    expect(look()).toMatchObject({ x: 20, y: 10, facing: 1, pitch: 0.2 });
    expect(groups.hides(1)).toBe(true);
    line.gaze.emit("frame", frame({ x: 40 }));
    groups.frame(1);
    expect(Math.hypot(world.walker.x - 40, world.walker.y - 10)).toBeLessThan(2);
  });

  it("is not moved along where motion is reduced: looks again behind a fade, once the guide rests", async () => {
    still = true;
    line.gaze.emit("frame", frame());
    expect(look()).toMatchObject({ x: 20, facing: 1 });
    for (let i = 1; i <= 10; i++) {
      line.gaze.emit("frame", frame({ x: 20 + i / 10 }));
      groups.frame(0.1);
      expect(world.lent?.eye.x).toBe(20);
    }
    expect(world.blinks).toBe(0);
    for (let i = 0; i < 10; i++) {
      groups.frame(0.1);
      await Promise.resolve();
    }
    expect(look().x).toBe(21);
    expect(world.blinks).toBe(1);
  });

  it("hears nothing of others, and nothing before there is a group", () => {
    line.gaze.emit("frame", frame({ number: 9 }));
    hear({ groups: new Map() });
    line.gaze.emit("frame", frame());
    expect(world.lent).toBeNull();
  });

  it("breaks away by hand at once, hears no more, and may come back", () => {
    line.gaze.emit("frame", frame());
    look();
    groups.takeOver();
    expect(asked).toEqual([["stray", {}]]);
    expect(group()).toMatchObject({ follows: false });
    line.gaze.emit("frame", frame({ x: 30 })); // sent before the server knew
    expect(look()).toMatchObject({ x: world.walker.x });
    expect(world.lent).toBeNull();
    hear({ groups: told(false) });
    void groups.intents.follow("ABCDE");
    hear({ groups: told(true) });
    line.gaze.emit("frame", frame({ x: 30 }));
    expect(look().x).toBe(30);
  });

  it("goes along into other areas", async () => {
    line.gaze.emit("frame", frame({ area: 1, x: 5 }));
    for (let i = 0; i < 5; i++) await Promise.resolve();
    expect(world.area.value.id).toBe("other");
    expect(look().x).toBe(5);
  });

  it("is free with a word when the group is no more, and told when the guide is silent", () => {
    line.gaze.emit("frame", frame());
    groups.frame(5);
    expect(group()).toMatchObject({ quiet: true });
    hear({ groups: new Map() });
    expect(group()).toMatchObject({ role: "none", notice: { kind: "ended" } });
    look();
    expect(world.lent).toBeNull();
    groups.intents.read();
    expect(group()).toBeNull();
  });

  it("is shown what the guide points at, and called back, never made to", () => {
    hear({ groups: told(true, "p1") });
    expect(shown.selected).toBe("p1");
    expect(pointed).toMatchObject({ at: [60, 12] });
    hear({ groups: told(false, "p1") });
    line.rung.emit("group", "ABCDE");
    expect(group()).toMatchObject({ follows: false, notice: { kind: "rung" } });
    hear({ groups: told(false, null) });
    expect([shown.selected, pointed]).toEqual([null, null]);
  });

  it("comes in by the code of the address, once the server knows the visitor", async () => {
    const other = new Groups({
      world: world as unknown as World, hall: () => hall, still: () => true, follows: () => undefined, stage: { point: () => undefined },
      interface: { show: (change) => Object.assign(shown, change), view: {} as View },
    });
    const state = signal<SessionState>(nobody);
    const refusal = { code: "unknown_group", message: { en: "No", zh: "否" } };
    other.listen({ ...line, state, wish: (name: string, payload: object) => (asked.push([name, payload]), Promise.resolve(refusal)) } as unknown as Live, "FGHJK");
    expect(asked).toEqual([]);
    state.set({ ...nobody, me: 7 });
    state.set({ ...nobody, me: 7 });
    expect(asked).toEqual([["follow", { group: "FGHJK" }]]);
    for (let i = 0; i < 3; i++) await Promise.resolve();
    expect(group()).toMatchObject({ role: "none", notice: { kind: "refused", text: refusal.message } });
  });
});
