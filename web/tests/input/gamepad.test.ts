import { describe, expect, it } from "vitest";
import { Gamepads, IDLE, stirs } from "../../src/input/gamepad.js";

const pad = (axes: number[] = [0, 0, 0, 0], down: number[] = [], more: object = {}): Gamepad =>
  ({
    connected: true, mapping: "standard", axes,
    buttons: Array.from({ length: 17 }, (_, i) => ({ pressed: down.includes(i), touched: false, value: down.includes(i) ? 1 : 0 })), ...more,
  }) as unknown as Gamepad;
const reading = (first: readonly (Gamepad | null)[] = []) => {
  let now = first;
  const pads = new Gamepads(() => now);
  return { pads, read: (...next: (Gamepad | null)[]) => ((now = next), pads.read()) };
};

describe("a gamepad", () => {
  it("is told of when it comes and goes, wherever it is plugged in", () => {
    const { pads, read } = reading();
    expect(pads.state).toBe("none");
    read(null, null, pad());
    expect(pads.state).toBe("ready");
    read(null, pad([], [], { mapping: "" }));
    expect(pads.state).toBe("odd");
    read(pad([], [], { connected: false }));
    expect(pads.state).toBe("none");
  });

  it("walks by its left stick and looks by its right one: up is forward, and up", () => {
    const wish = reading().read(pad([0, -1, 1, 0]));
    expect(wish.walk[0]).toBeCloseTo(0);
    expect(wish.walk[1]).toBeCloseTo(1);
    expect(wish.look[0]).toBeCloseTo(1);
    expect(reading().read(pad([0, 0, 0, -1])).look[1]).toBeCloseTo(1);
  });

  it("rests although a worn stick does not, and is not jerky beyond", () => {
    const { read } = reading();
    expect(stirs(read(pad([0.12, -0.12, 0.1, 0.1])))).toBe(false);
    expect(read(pad([0, -0.2, 0, 0])).walk[1]).toBeLessThan(0.05);
    expect(Math.hypot(...read(pad([0.8, -0.8, 0, 0])).walk)).toBeCloseTo(1);
    expect(stirs(read(pad([NaN, NaN, NaN, NaN])))).toBe(false);
  });

  it("presses a button once, however long it is held", () => {
    const { read } = reading();
    read(pad());
    expect(read(pad([], [0])).act).toBe(true);
    expect(read(pad([], [0])).act).toBe(false);
    read(pad());
    expect(read(pad([], [0, 1]))).toMatchObject({ act: true, back: true });
  });

  it("does nothing by the button that made it known", () => {
    const { read } = reading();
    expect(read(pad([], [0])).act).toBe(false);
    read(pad());
    expect(read(pad([], [0])).act).toBe(true);
  });

  it("runs by either shoulder, and comes nearer by a trigger", () => {
    const { read } = reading();
    expect([read(pad([], [4])).run, read(pad([], [5])).run, read(pad()).run]).toEqual([true, true, false]);
    expect([read(pad([], [7])).nearer, read(pad([], [6])).nearer]).toEqual([1, -1]);
  });

  it("wants nothing where it has another layout, fewer buttons, or may not be asked for", () => {
    expect(reading().read(pad([0, -1, 0, 0], [0], { mapping: "" }))).toEqual(IDLE);
    expect(stirs(reading().read(pad([], [], { buttons: [] })))).toBe(false);
    const forbidden = new Gamepads(() => {
      throw new Error("SecurityError");
    });
    expect(forbidden.read()).toEqual(IDLE);
  });
});
