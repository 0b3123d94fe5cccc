/** Where a tour stands: which stop, and how many seconds into it. The ways between stops take none of its time. */
import { clamp } from "../core/math.js";

export class TourClock {
  private at = 0;
  private gone = 0;
  private readonly starts: readonly number[];

  /** Seconds of each stop; at least one. */
  constructor(private readonly durations: readonly number[]) {
    let sum = 0;
    this.starts = durations.map((duration) => (sum += duration) - duration);
  }

  get stop(): number {
    return this.at;
  }

  /** Seconds into the stop. */
  get into(): number {
    return this.gone;
  }

  /** Seconds of the whole tour that are behind. */
  get position(): number {
    return this.startOf(this.at) + this.gone;
  }

  get total(): number {
    return this.startOf(this.durations.length - 1) + this.lengthOf(this.durations.length - 1);
  }

  /** Whether the stop's time is over. */
  get over(): boolean {
    return this.gone >= this.lengthOf(this.at);
  }

  get last(): boolean {
    return this.at === this.durations.length - 1;
  }

  /** When a stop begins, seconds of the whole tour. */
  startOf(stop: number): number {
    return this.starts[stop] ?? 0;
  }

  /** Time passes; it does not pass the end of a stop by itself. */
  advance(seconds: number): void {
    this.gone = Math.min(this.lengthOf(this.at), this.gone + seconds);
  }

  /** Goes to a stop, and so many seconds into it. */
  go(stop: number, into = 0): void {
    this.at = clamp(stop, 0, this.durations.length - 1);
    this.gone = clamp(into, 0, this.lengthOf(this.at));
  }

  /** Goes to a moment of the whole tour; the end of a stop is the beginning of the next. */
  seek(position: number): void {
    const wanted = clamp(position, 0, this.total);
    const after = this.starts.findIndex((start) => start > wanted);
    const stop = after < 0 ? this.durations.length - 1 : after - 1;
    this.go(stop, wanted - this.startOf(stop));
  }

  private lengthOf(stop: number): number {
    return this.durations[stop] ?? 0;
  }
}
