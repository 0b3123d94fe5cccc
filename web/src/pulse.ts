/**
 * When frames come. While somebody acts, every one that the screen has; while they only watch, or power is short, thirty a
 * second; while nothing moves, a few looks a second, and those draw nothing. Whatever happens is looked at at once.
 */

export type Pace = "full" | "calm" | "quiet";

/** Milliseconds since the visitor acted, and since the picture changed. */
export interface Since {
  readonly acted: number;
  readonly changed: number;
}

/** What a page gives: the steady clock, its frames, and waiting. */
export interface Ticks {
  now(): number;
  frame(go: (now: number) => void): unknown;
  later(go: () => void, ms: number): unknown;
  never(waiting: unknown): void;
}

/** One frame, `interval` ms after the last; `even` when they follow one another as fast as they can. Returns whether it drew. */
export type Frame = (now: number, interval: number, even: boolean) => boolean;

/** Milliseconds that frames go on after somebody acted; and after the last change: what moves in steps comes again soon. */
const RESTLESS = { acted: 1_000, changed: 250 };
/** Milliseconds without a hand until somebody counts as watching. */
const WATCHING = 12_000;
/** Milliseconds between two frames at least. */
const LEAST = { calm: 1000 / 30, quiet: 125 };
/** Milliseconds that a frame may come before its time: screens count a little otherwise. */
const EARLY = 6;

const PAGE: Ticks = {
  now: () => performance.now(),
  frame: (go) => requestAnimationFrame(go),
  later: (go, ms) => setTimeout(go, ms),
  never: (waiting) => clearTimeout(waiting as number),
};

export function paceOf({ acted, changed }: Since, sparing: boolean): Pace {
  if (acted > RESTLESS.acted && changed > RESTLESS.changed) return "quiet";
  return sparing || acted > WATCHING ? "calm" : "full";
}

export class Pulse {
  /** Whether power is short. */
  sparing = false;
  /** Frames so far. */
  beats = 0;
  private acted = -Infinity;
  private changed = -Infinity;
  private before = -Infinity;
  private paceBefore: Pace = "quiet";
  private running = false;
  private asked = false;
  private waiting: unknown = null;

  constructor(private readonly run: Frame, private readonly ticks: Ticks = PAGE) {}

  /** Begins, or goes on; `acted` unless nobody has done anything yet. */
  start(acted = true): void {
    this.running = true;
    if (acted) this.wake();
    else this.nudge();
  }

  /** Rests until it is started again, as while somebody else draws. */
  stop(): void {
    this.running = false;
    this.ticks.never(this.waiting);
    this.waiting = null;
  }

  /** Somebody else says when frames come, as a headset does, and wants every one; or, no longer, the page does again. */
  follow(others: boolean, run: (each: ((now: number) => void) | null) => void): void {
    if (!others) {
      run(null);
      return this.start();
    }
    this.stop();
    let before = this.ticks.now();
    run((now) => {
      const interval = Math.max(0, now - before);
      before = now;
      this.run(now, interval, true);
    });
  }

  get pace(): Pace {
    const now = this.ticks.now();
    return paceOf({ acted: now - this.acted, changed: now - this.changed }, this.sparing);
  }

  /** The visitor acts: frames come at once, and what they do begins now. */
  wake(): void {
    this.acted = this.ticks.now();
    if (this.waiting !== null) this.before = this.acted;
    this.nudge();
  }

  /** Something may look otherwise: the next frame comes at once. */
  nudge(): void {
    if (!this.running || this.asked) return;
    this.ticks.never(this.waiting);
    this.waiting = null;
    this.ask();
  }

  private ask(): void {
    this.asked = true;
    this.ticks.frame((now) => this.beat(now));
  }

  private beat(now: number): void {
    if (!this.running) {
      this.asked = false;
      return;
    }
    const { pace } = this;
    if (pace === "calm" && now - this.before < LEAST.calm - EARLY) return this.ask();
    const interval = this.before === -Infinity ? 0 : Math.max(0, now - this.before);
    const even = pace === "full" && this.paceBefore === "full";
    [this.before, this.paceBefore] = [now, pace];
    this.beats += 1;
    if (this.run(now, interval, even)) this.changed = this.ticks.now();
    this.asked = false;
    if (this.pace === "quiet") this.wait();
    else this.ask();
  }

  private wait(): void {
    this.waiting = this.ticks.later(() => {
      this.waiting = null;
      this.ask();
    }, LEAST.quiet);
  }
}
