/** Clocks elsewhere: what day it is there, and which moment a time there is, as server/hallwright/programme has it. */

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in `zone` shows at a moment, as if it were UTC (ms). */
function shown(zone: string, moment: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    clocks.set(zone, clock);
  }
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The date in `zone` at a moment (ms), `2026-09-20`. */
export const dateIn = (zone: string, moment: number): string => new Date(shown(zone, moment)).toISOString().slice(0, 10);

/** The date so many days later. */
export const dayAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The moment (ms) at which a clock in `zone` shows this date and time; of an hour that it shows twice the first, and one that
 * it leaps over is as much later. */
export function momentOf(zone: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const before = wanted - (shown(zone, wanted - DAY) - (wanted - DAY));
  if (shown(zone, before) === wanted) return before;
  const after = wanted - (shown(zone, wanted + DAY) - (wanted + DAY));
  return shown(zone, after) === wanted ? after : before;
}
