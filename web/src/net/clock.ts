/** Estimates how far the server's clock is ahead of ours from a few questions and answers. */

const KEPT = 8;

interface Sample {
  readonly roundTrip: number;
  readonly lead: number;
}

export class ServerClock {
  private samples: Sample[] = [];

  /** Takes in one answer: asked at `t0`, the server said `t1`, heard at `t2`; all in ms. */
  add(t0: number, t1: number, t2: number): void {
    if (t2 < t0) return;
    this.samples.push({ roundTrip: t2 - t0, lead: t1 - (t0 + t2) / 2 });
    if (this.samples.length > KEPT) this.samples.shift();
  }

  /** ms to add to our clock; the answer that travelled fastest says it best. 0 before the first. */
  get lead(): number {
    const best = this.samples.reduce<Sample | null>((a, b) => (a && a.roundTrip <= b.roundTrip ? a : b), null);
    return best?.lead ?? 0;
  }
}
