import { beforeEach, describe, expect, it, vi } from "vitest";
import { Hand, type HandEvents } from "../../src/input/hand.js";

const pad = (axes: number[] = [0, 0, 0, 0], down: number[] = []): Gamepad =>
  ({
    connected: true, mapping: "standard", axes,
    buttons: Array.from({ length: 17 }, (_, i) => ({ pressed: down.includes(i), touched: false, value: down.includes(i) ? 1 : 0 })),
  }) as unknown as Gamepad;

/** As much of a page as a hand takes hold of: it has frames when told so. */
class Page extends EventTarget {
  readonly document = new EventTarget();
  private waiting: FrameRequestCallback[] = [];

  requestAnimationFrame(go: FrameRequestCallback): number {
    return this.waiting.push(go);
  }

  frame(): number {
    const now = this.waiting.splice(0);
    for (const go of now) go(0);
    return now.length;
  }
}

describe("a hand with a gamepad", () => {
  let told: string[];
  let held: (Gamepad | null)[];
  let page: Page;
  let hand: Hand;
  let occupied: boolean;

  beforeEach(() => {
    vi.stubGlobal("ResizeObserver", class { observe(): void { /* nothing changes size here */ } });
    [told, held, page, occupied] = [[], [], new Page(), false];
    const tell = (what: string) => () => void told.push(what);
    const events: HandEvents = {
      tap: tell("tap"), active: tell("active"), act: tell("act"), press: tell("press"), back: tell("back"), stick: tell("stick"),
      menu: tell("menu"), step: (way) => told.push(way),
      pad: (state) => told.push(state), stirs: tell("stirs"), occupied: () => occupied,
    };
    const canvas = Object.assign(new EventTarget(), { clientWidth: 360, clientHeight: 740, focus: tell("focus") });
    hand = new Hand(canvas as unknown as HTMLCanvasElement, page as unknown as Window, events, () => held);
  });

  it("hears a button that is tapped while the hall has no frames, once, and wakes the hall", () => {
    held = [pad()];
    hand.read(0.016);
    expect(told).toEqual(["ready"]);
    held = [pad([], [0])];
    page.frame();
    page.frame();
    held = [pad()];
    page.frame();
    hand.read(0.016);
    expect(told).toEqual(["ready", "press", "stirs"]);
  });

  it("wakes the hall for as long as a stick is pushed, and takes hold of it once", () => {
    held = [pad()];
    hand.read(0.016);
    held = [pad([0, -1, 0, 0])];
    for (let i = 0; i < 3; i++) page.frame();
    expect(told).toEqual(["ready", "focus", "active", "stirs", "stirs", "stirs"]);
    expect(hand.read(0.016).forward).toBeCloseTo(1);
  });

  it("stops looking when it is unplugged, looks again once it is back, never twice a frame", () => {
    expect(page.frame()).toBe(0);
    held = [pad()];
    hand.read(0.016);
    hand.read(0.016);
    expect([page.frame(), page.frame()]).toEqual([1, 1]);
    held = [];
    page.frame();
    expect(page.frame()).toBe(0);
    held = [pad()];
    hand.read(0.016);
    expect(page.frame()).toBe(1);
    expect(told).toEqual(["ready", "none", "ready"]);
  });

  it("walks nowhere while a dialog is open, and still goes back", () => {
    occupied = true;
    held = [pad()];
    hand.read(0.016);
    held = [pad([0, -1, 0, 0], [1])];
    expect(hand.read(0.016).forward).toBe(0);
    expect(told).toEqual(["ready", "back", "stirs"]);
  });

  it("opens the menu and steps through it, a step for each press, also while a dialog is open", () => {
    held = [pad()];
    hand.read(0.016);
    occupied = true;
    for (const down of [[9], [], [13], [13], [], [12], [], [14], [], [15]]) {
      held = [pad([], down)];
      hand.read(0.016);
    }
    expect(told.filter((each) => each !== "stirs")).toEqual(["ready", "menu", "down", "up", "left", "right"]);
  });

  it("looks as fast as is liked, and the other way up where that is liked", () => {
    hand.like({ pace: 0.5, invert: true, stick: "right", letters: true });
    held = [pad([0, 0, 1, -1])];
    const { turn, look } = hand.read(1);
    expect(turn).toBeGreaterThan(0);
    expect(turn).toBeLessThan(0.51);
    expect(look[1]).toBeLessThan(0);
  });
});
