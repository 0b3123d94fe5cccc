import { describe, expect, it } from "vitest";
import { paceOf, Pulse } from "../src/pulse.js";

/** A page whose screen shows sixty frames a second, as long as the test says. */
function page() {
  let now = 0;
  let frame: ((now: number) => void) | null = null;
  let timer: { go: () => void; at: number } | null = null;
  let draws = () => false;
  const seen: { now: number; interval: number; even: boolean }[] = [];
  const pulse = new Pulse((at, interval, even) => {
    seen.push({ now: at, interval, even });
    return draws();
  }, {
    now: () => now,
    frame: (go) => (frame = go),
    later: (go, ms) => (timer = { go, at: now + ms }),
    never: () => (timer = null),
  });
  const pass = (ms: number): number => {
    const before = seen.length;
    for (const end = now + ms; now < end; ) {
      now += 1000 / 60;
      if (timer && timer.at <= now) {
        const { go } = timer;
        timer = null;
        go();
      }
      const due = frame;
      frame = null;
      due?.(now);
    }
    return seen.length - before;
  };
  pulse.start();
  return { pulse, pass, seen, draw: (what: () => boolean) => (draws = what) };
}

describe("the pace", () => {
  it("is full while somebody acts, calm while they watch, quiet while nothing moves", () => {
    expect(paceOf({ acted: 0, changed: Infinity }, false)).toBe("full");
    expect(paceOf({ acted: 5_000, changed: 10 }, false)).toBe("full");
    expect(paceOf({ acted: 20_000, changed: 10 }, false)).toBe("calm");
    expect(paceOf({ acted: 20_000, changed: 5_000 }, false)).toBe("quiet");
  });

  it("is calm at most while power is short", () => {
    expect(paceOf({ acted: 0, changed: 0 }, true)).toBe("calm");
    expect(paceOf({ acted: 20_000, changed: 5_000 }, true)).toBe("quiet");
  });
});

describe("Pulse", () => {
  it("beats with the screen while somebody acts, and a few times a second once nothing moves", () => {
    const { pulse, pass } = page();
    expect(pass(500)).toBeGreaterThanOrEqual(29);
    pass(700);
    expect(pulse.pace).toBe("quiet");
    const quiet = pass(2_000);
    expect(quiet).toBeGreaterThan(10);
    expect(quiet).toBeLessThanOrEqual(16);
  });

  it("halves its pace for who only watches, and while power is short", () => {
    const { pulse, pass, draw } = page();
    draw(() => true);
    expect(pass(2_000)).toBeGreaterThan(115);
    pass(11_000);
    expect(pass(2_000)).toBeGreaterThanOrEqual(58);
    expect(pass(2_000)).toBeLessThanOrEqual(61);
    pulse.wake();
    expect(pass(1_000)).toBeGreaterThan(58);
    pulse.sparing = true;
    expect(pass(1_000)).toBeLessThanOrEqual(31);
  });

  it("wakes with the next frame, and what is done then begins then", () => {
    const { pulse, pass, seen } = page();
    pass(2_000);
    while (seen.at(-1)!.interval === 0 || pass(17) > 0); // just after a look, with the next one far off
    pass(60);
    pulse.wake();
    expect(pass(16)).toBe(1);
    expect(seen.at(-1)!.interval).toBeLessThan(20);
  });

  it("beats little for what changes now and then", () => {
    const { pass, draw } = page();
    pass(13_000);
    let beats = 0;
    draw(() => beats++ % 20 === 0);
    expect(pass(5_000)).toBeLessThan(5 * 20);
  });

  it("looks at once when something may have changed, and rests again when it did not", () => {
    const { pulse, pass } = page();
    pass(2_000);
    while (pass(17) > 0);
    pulse.nudge();
    expect(pass(16)).toBe(1);
    expect(pass(100)).toBe(0);
  });

  it("says which frames follow one another", () => {
    const { pulse, pass, seen, draw } = page();
    draw(() => true);
    pass(1_000);
    expect(seen.slice(2).every(({ even }) => even)).toBe(true);
    pulse.sparing = true;
    const before = seen.length;
    pass(1_000);
    expect(seen.slice(before).some(({ even }) => even)).toBe(false);
  });

  it("stops, and goes on", () => {
    const { pulse, pass } = page();
    pass(100);
    pulse.stop();
    expect(pass(1_000)).toBe(0);
    pulse.start();
    expect(pass(100)).toBeGreaterThan(4);
  });
});

describe("while a headset drives", () => {
  it("beats when the headset says, each time as one acts, and the page's own frames rest", () => {
    const { pulse, pass, seen } = page();
    pass(100);
    let each: ((now: number) => void) | null = null;
    pulse.follow(true, (given) => (each = given));
    seen.length = 0;
    expect(pass(500)).toBe(0);
    const drive = each as ((now: number) => void) | null;
    if (!drive) throw new Error("nothing to drive with");
    drive(1_000);
    drive(1_011);
    expect(seen.map(({ interval, even }) => [Math.round(interval), even]).at(-1)).toEqual([11, true]);
    pulse.follow(false, (given) => (each = given));
    expect(each).toBeNull();
    expect(pass(500)).toBeGreaterThanOrEqual(29);
  });
});
