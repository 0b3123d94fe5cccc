/** What the visitor chose last time. Storage may be forbidden or hold nonsense; both give the defaultPreferences. */
import { DAYTIMES, QUALITIES, SPEEDS, type Daytime, type Quality, type Speed } from "./view.js";

export interface Preferences {
  readonly quality: Quality;
  readonly speed: Speed;
  readonly daytime: Daytime;
  readonly nickname: string;
  /** Whether ways are to avoid steps. */
  readonly stepFree: boolean;
}

const KEY = "hallwright.preferences";
export const defaultPreferences: Preferences = { quality: "auto", speed: "normal", daytime: "planned", nickname: "", stepFree: false };

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
  const { quality, speed, daytime, nickname, stepFree } = (value ?? {}) as Record<string, unknown>;
  return {
    quality: QUALITIES.find((each) => each === quality) ?? defaultPreferences.quality,
    speed: SPEEDS.find((each) => each === speed) ?? defaultPreferences.speed,
    daytime: DAYTIMES.find((each) => each === daytime) ?? defaultPreferences.daytime,
    nickname: typeof nickname === "string" ? nickname.slice(0, 24) : "",
    stepFree: stepFree === true,
  };
}
