/** A veil over something new: whether it is up, falls, or is gone. It is a show, so that it falls for everyone at once. */
import { phase, type Timeline } from "./timeline.js";

export interface Veiled {
  /** 0 is up, 1 is gone. */
  readonly share: number;
  /** Seconds of the server's clock at which it falls; null while nobody said. */
  readonly falls: number | null;
}

/** The show of the veil over a placement. */
export const releaseOf = (placement: string): string => `release/${placement}`;

/** A veil at `now`, seconds of the server's clock, by its show's timeline. */
export function veiled(timeline: Timeline, now: number): Veiled {
  const share = timeline.duration > 0 ? phase(timeline, now) / timeline.duration : 1;
  return { share, falls: timeline.rate > 0 ? timeline.epoch : null };
}

/** A veil without a word from the server: as the layout has it. */
export const written = (at: number | null, now: number): Veiled => ({ share: at !== null && at <= now ? 1 : 0, falls: at });

/** What is left until it falls: `3:07`, with hours and days where there are any. Never less than nothing. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  const [days, hours, minutes] = [Math.floor(left / 86_400), Math.floor(left / 3_600) % 24, Math.floor(left / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${hours > 0 || days > 0 ? `${two(hours)}:` : ""}${two(minutes)}:${two(left % 60)}`;
  return days > 0 ? `${String(days)} d ${clock}` : clock;
}
