/**
 * Where a show stands (docs/formats/live.md): at `epoch` it stood at `position`, and since then it goes on `rate`
 * seconds each second. The arithmetic is that of server/hallwright/live/timeline.py, operation by operation, so that
 * every page and the server come to the same number.
 */
export interface Timeline {
  /** Seconds of the server's clock. */
  readonly epoch: number;
  /** Seconds. */
  readonly position: number;
  /** 0 is a pause. */
  readonly rate: number;
  /** Seconds; 0 is without an end. */
  readonly duration: number;
  readonly loop: boolean;
}

/** The position in seconds at `serverNow` (seconds of the server's clock). */
export function phase(timeline: Timeline, serverNow: number): number {
  const { epoch, position, rate, duration, loop } = timeline;
  const reached = position + Math.max(0, serverNow - epoch) * rate;
  if (duration === 0) return reached;
  return loop ? reached % duration : Math.min(reached, duration);
}

/** When it will be over, or was, in seconds of the server's clock; infinite when never. */
export function end({ epoch, position, rate, duration, loop }: Timeline): number {
  return rate === 0 || duration === 0 || loop ? Infinity : epoch + (duration - position) / rate;
}

/** Whether it moves at `serverNow`: neither paused nor over. */
export const runs = (timeline: Timeline, serverNow: number): boolean => timeline.rate > 0 && serverNow < end(timeline);
