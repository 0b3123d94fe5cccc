/** What a device on site says, in words: for labels in the hall, for cards, and for readers. */
import { figure } from "../core/board.js";
import type { Language, Text } from "../core/text.js";
import { STATES } from "./messages/screens.js";
import { TWINS } from "./messages/twins.js";

export { MARKS } from "./messages/twins.js";

/** A device as the interface knows it: `age` in seconds, null before it said anything. */
export interface TwinTold {
  readonly id: string;
  readonly name: Text;
  /** Ids of the placement, the board, the screen's placement and the zone that follow it. */
  readonly about: readonly string[];
  readonly values: Readonly<Record<string, number | string>>;
  readonly age: number | null;
  readonly stale: boolean;
}

/** What it measures, in one line; empty before it said anything. */
export function measured({ values }: TwinTold, language: Language): string {
  const words = TWINS[language];
  const { state, value, people, oee, temperature, power, x, y, along } = values;
  const number = (given: unknown, write: (text: string) => string): string[] => (typeof given === "number" ? [write(figure(given, language))] : []);
  const placed = typeof x === "number" && typeof y === "number";
  return [
    ...(typeof state === "string" ? [STATES[state]?.[language] ?? state] : []),
    ...number(value, (text) => text),
    ...(typeof people === "number" ? [words.people(people)] : []),
    ...number(oee, (text) => `OEE ${text} %`), ...number(temperature, (text) => `${text} °C`), ...number(power, (text) => `${text} kW`),
    ...(placed ? [words.place(x.toFixed(1), y.toFixed(1))] : number(along, words.along)),
  ].join(" · ");
}

/** Whether it is live, out of date and for how long, or was never heard. */
export function standing({ age, stale }: TwinTold, language: Language): string {
  const words = TWINS[language];
  if (age === null) return words.unheard;
  if (!stale) return words.live;
  return words.stale(age < 120 ? words.seconds(Math.round(age)) : words.minutes(Math.round(age / 60)));
}
