/** What the visitor chose last time. Storage may be forbidden or hold nonsense; both give the defaults. */
import { DAYTIMES, QUALITIES, SPEEDS, type Daytime, type Quality, type Speed } from "./view.js";

export interface Preferences {
  readonly quality: Quality;
  readonly speed: Speed;
  readonly daytime: Daytime;
  readonly nickname: string;
}

const KEY = "hallwright.preferences";
const defaults: Preferences = { quality: "auto", speed: "normal", daytime: "planned", nickname: "" };

export function readPreferences(storage: () => Pick<Storage, "getItem"> = () => localStorage): Preferences {
  try {
    return checked(JSON.parse(storage().getItem(KEY) ?? "{}"));
  } catch {
    return defaults;
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
  const { quality, speed, daytime, nickname } = (value ?? {}) as Record<string, unknown>;
  return {
    quality: QUALITIES.find((each) => each === quality) ?? defaults.quality,
    speed: SPEEDS.find((each) => each === speed) ?? defaults.speed,
    daytime: DAYTIMES.find((each) => each === daytime) ?? defaults.daytime,
    nickname: typeof nickname === "string" ? nickname.slice(0, 24) : "",
  };
}
