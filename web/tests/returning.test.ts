import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onReturn } from "../src/returning.js";

function page() {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const window = Object.assign(new EventTarget(), { document });
  const seen: boolean[] = [];
  onReturn(window as unknown as Window, (long) => seen.push(long));
  const turn = (visibilityState: "visible" | "hidden"): void => {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { document, window, seen, turn };
}

describe("onReturn", () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => vi.useRealTimers());

  it("tells that the page is seen again, and whether it was long away", () => {
    const { turn, seen } = page();
    turn("hidden");
    vi.advanceTimersByTime(500);
    turn("visible");
    turn("hidden");
    vi.advanceTimersByTime(60_000);
    turn("visible");
    expect(seen).toEqual([false, true]);
  });

  it("counts from when it was hidden, not from when it froze, and waits until it is seen", () => {
    const { document, turn, seen } = page();
    turn("hidden");
    vi.advanceTimersByTime(2_900);
    document.dispatchEvent(new Event("freeze"));
    vi.advanceTimersByTime(200);
    document.dispatchEvent(new Event("resume"));
    expect(seen).toEqual([]);
    turn("visible");
    expect(seen).toEqual([true]);
  });

  it("notices that the device slept, though nobody said so", () => {
    const { turn, seen } = page();
    vi.advanceTimersByTime(20_000);
    expect(seen).toEqual([]);
    vi.setSystemTime(Date.now() + 60_000); // clocks go on, timers stand still
    vi.advanceTimersByTime(3_000);
    expect(seen).toEqual([true]);
    turn("hidden"); // where timers are slow
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(3_000);
    expect(seen).toEqual([true]);
    turn("visible");
    vi.advanceTimersByTime(20_000);
    expect(seen).toEqual([true, true]);
  });

  it("hears of pages that are kept for going back to", () => {
    const { window, seen } = page();
    window.dispatchEvent(new Event("pagehide"));
    vi.advanceTimersByTime(10_000);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    expect(seen).toEqual([true]);
  });
});
