/** Waits that double from try to try, with chance mixed in so that a thousand visitors do not come back at once. */

export interface BackoffOptions {
  readonly first: number;
  readonly longest: number;
  /** Share of the wait that is left to chance, 0…1. */
  readonly chance: number;
}

export class Backoff {
  private tries = 0;

  constructor(
    private readonly options: BackoffOptions = { first: 500, longest: 8_000, chance: 0.5 },
    private readonly random: () => number = Math.random,
  ) {}

  /** How long to wait before the next try, in ms. */
  next(): number {
    const whole = Math.min(this.options.longest, this.options.first * 2 ** this.tries);
    this.tries += 1;
    return whole * (1 - this.options.chance * this.random());
  }

  reset(): void {
    this.tries = 0;
  }
}
