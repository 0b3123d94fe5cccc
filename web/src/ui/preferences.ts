/** What the visitor chose last time. Storage may be forbidden or hold nonsense; both give the defaultPreferences. */
import { FIELD } from "../core/sight.js";
import { DAYTIMES, HANDS, MOTIONS, QUALITIES, SPEEDS, type Daytime, type Handed, type Motion, type Quality, type Speed } from "./view.js";

export interface Preferences {
  readonly quality: Quality;
  readonly speed: Speed;
  readonly daytime: Daytime;
  readonly nickname: string;
  /** Whether ways are to avoid steps. */
  readonly stepFree: boolean;
  /** How fast one looks about. */
  readonly look: Speed;
  /** Degrees that are seen from left to right on a screen of 16:9. */
  readonly field: number;
  /** Whether dragging down, or a stick pulled down, looks the other way. */
  readonly invert: boolean;
  readonly hand: Handed;
  readonly motion: Motion;
  /** Whether single letters and signs do something (WCAG 2.1.4). */
  readonly shortcuts: boolean;
}

const KEY = "hallwright.preferences";
export const defaultPreferences: Preferences = {
  quality: "auto", speed: "normal", daytime: "planned", nickname: "", stepFree: false,
  look: "normal", field: FIELD.usual, invert: false, hand: "right", motion: "system", shortcuts: true,
};

export function readPreferences(storage: () => Pick<Storage, "getItem"> = () => localStorage): Preferences {
  try {
    return checked(JSON.parse(storage().getItem(KEY) ?? "{}"));
  } catch {
    return defaultPreferences;
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // They last as long as the page, then.
  }
}

function checked(value: unknown): Preferences {
  const { quality, speed, daytime, nickname, stepFree, look, field, invert, hand, motion, shortcuts } = (value ?? {}) as Record<string, unknown>;
  return {
    quality: QUALITIES.find((each) => each === quality) ?? defaultPreferences.quality,
    speed: SPEEDS.find((each) => each === speed) ?? defaultPreferences.speed,
    daytime: DAYTIMES.find((each) => each === daytime) ?? defaultPreferences.daytime,
    nickname: typeof nickname === "string" ? nickname.slice(0, 24) : "",
    stepFree: stepFree === true,
    look: SPEEDS.find((each) => each === look) ?? defaultPreferences.look,
    field: typeof field === "number" && field >= FIELD.least && field <= FIELD.most ? Math.round(field) : defaultPreferences.field,
    invert: invert === true,
    hand: HANDS.find((each) => each === hand) ?? defaultPreferences.hand,
    motion: MOTIONS.find((each) => each === motion) ?? defaultPreferences.motion,
    shortcuts: shortcuts !== false,
  };
}
