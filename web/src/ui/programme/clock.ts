/** Hours of the programme in words: by the venue's clocks, and by the visitor's where they show something else. */
import { language, tags } from "../language.js";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: number, zone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const key = [language.value, zone ?? "", JSON.stringify(options)].join(" ");
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(tags[language.value], { ...options, ...(zone ? { timeZone: zone } : {}) })));
  return made.format(moment);
}

const HOURS: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** `09:00`, in a zone or the visitor's own. */
export const hourIn = (moment: number, zone?: string): string => format(moment, zone, HOURS);

/** `09:00–09:45`. */
export const hoursIn = (starts: number, ends: number, zone?: string): string => `${hourIn(starts, zone)}–${hourIn(ends, zone)}`;

/** `Sat 28 Nov`. */
export const dateOf = (moment: number, zone?: string): string => format(moment, zone, { weekday: "short", day: "numeric", month: "short" });

/** The hours by the visitor's own clock, with the day where that differs; empty where it shows the same. */
export function ownHours(starts: number, ends: number, zone: string, own?: string): string {
  const [there, here] = [zone, own].map((each) => `${dateOf(starts, each)} ${hourIn(starts, each)}`);
  if (there === here) return "";
  const day = dateOf(starts, own);
  return `${day === dateOf(starts, zone) ? "" : `${day} `}${hoursIn(starts, ends, own)}`;
}

/** Whole minutes until a moment, at least one. */
export const minutesUntil = (moment: number, now: number): number => Math.max(1, Math.ceil((moment - now) / 60_000));

/** `1:05:09` or `05:09` until a moment. */
export function countdown(moment: number, now: number): string {
  const left = Math.max(0, Math.ceil((moment - now) / 1000));
  const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return parts.slice(parts[0] ? 0 : 1).map((part, i) => (i === 0 && parts[0] ? String(part) : String(part).padStart(2, "0"))).join(":");
}
