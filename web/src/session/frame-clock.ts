/** The server's clock as the frames of the position socket tell it: 32 bits of milliseconds that start over. */

const WRAP = 2 ** 32;
const WINDOW = 30;

export class FrameClock {
  private readonly leads: number[] = [];
  /** The newest time heard, unwrapped; null before the first frame. */
  latest: number | null = null;

  /** How many ms the server's clock is ahead of ours, as the frame that travelled fastest lately says. */
  get lead(): number {
    return this.leads.length ? Math.max(...this.leads) : 0;
  }

  clear(): void {
    this.leads.length = 0;
    this.latest = null;
  }

  /** Takes in a frame's time that arrived at `arrived` (ms, any steady clock); returns it unwrapped. */
  hear(time: number, arrived: number): number {
    const unwrapped = this.unwrap(time);
    this.leads.push(unwrapped - arrived);
    if (this.leads.length > WINDOW) this.leads.shift();
    return unwrapped;
  }

  private unwrap(time: number): number {
    if (this.latest === null) this.latest = time;
    const step = ((time - this.latest) % WRAP + WRAP * 1.5) % WRAP - WRAP / 2;
    const unwrapped = this.latest + step;
    this.latest = Math.max(this.latest, unwrapped);
    return unwrapped;
  }
}
