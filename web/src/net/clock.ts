/**
 * Estimates how far the server's clock is ahead of a steady clock of ours, from questions and answers.
 *
 * The server looked at its clock somewhere between our question and our hearing the answer, so each answer sets two
 * limits that are sure, whatever the ways there and back were like: the shortest way there sets one, the shortest way
 * back the other, and what lies between them narrows. It widens slowly with time, because clocks drift. An answer from
 * outside means that a clock stood still (a laptop slept): then only that answer counts.
 */

/** How far two clocks may drift apart, ms each ms. */
const DRIFT = 1e-4;
/** ms that both clocks may round away. */
const GRAIN = 2;

interface Limits {
  readonly low: number;
  readonly high: number;
  /** When that was known, on our clock. */
  readonly at: number;
}

export class ServerClock {
  private known: Limits | null = null;

  /** Takes in one answer: asked at `t0`, the server said `t1`, heard at `t2`; all in ms. */
  add(t0: number, t1: number, t2: number): void {
    if (!(t2 >= t0)) return;
    const told = { low: t1 - t2, high: t1 - t0, at: t2 };
    this.known = this.known ? narrowed(this.known, told) : told;
  }

  /** ms to add to our clock; 0 before the first answer. */
  get lead(): number {
    return this.known ? (this.known.low + this.known.high) / 2 : 0;
  }

  /** ms that the lead is off by at most, as of the newest answer; infinite before the first. */
  get reach(): number {
    return this.known ? Math.abs(this.known.high - this.known.low) / 2 : Infinity;
  }
}

function narrowed(known: Limits, told: Limits): Limits {
  const drift = Math.abs(told.at - known.at) * DRIFT;
  const low = Math.max(known.low - drift, told.low);
  const high = Math.min(known.high + drift, told.high);
  return low > high + GRAIN ? told : { low, high, at: told.at };
}
