/** Three tiers of quality, and the governor that picks among them by how long frames take. */
import { spread } from "../core/math.js";
import type { Reach } from "../hall/wanting.js";

export type TierName = "low" | "medium" | "high";

export interface Tier {
  readonly name: TierName;
  /** Device pixels for a CSS pixel, at most. */
  readonly pixelRatio: number;
  readonly reach: Reach;
  /** Side of the sun's shadow map in pixels; 0 for none. */
  readonly shadow: number;
  /** Whether polished floors and water mirror what is around. */
  readonly mirror: boolean;
  readonly anisotropy: number;
  /** Side in pixels of each face of what polished things show of the surroundings. Taken when an area is entered:
   *  another size means other programs. Making them takes time with the square of it, and half of a first sight at 256
   *  where software draws. */
  readonly surroundings: number;
  /** Bytes of the graphics card that the files shown may take: a phone shares them with everything else that it runs. */
  readonly memory: number;
}

const tier = (name: TierName, pixelRatio: number, near: number, hero: number, shadow: number, anisotropy: number, megabytes: number): Tier => ({
  name, pixelRatio, reach: { near, hero }, shadow, mirror: name === "high", anisotropy,
  surroundings: name === "low" ? 64 : 256, memory: megabytes * 1e6,
});

export const TIERS: Readonly<Record<TierName, Tier>> = {
  low: tier("low", 1.25, 22, 18, 0, 2, 48),
  medium: tier("medium", 1.5, 40, 30, 1024, 4, 112),
  high: tier("high", 2, 65, 48, 2048, 8, 256),
};

/** What is left of a tier in a headset, where everything is drawn twice. */
export const inHeadset = (tier: Tier): Tier => ({
  ...tier,
  mirror: false, // it would have to be taken for each eye
  shadow: Math.min(tier.shadow, TIERS.medium.shadow),
  reach: { near: Math.min(tier.reach.near, TIERS.medium.reach.near), hero: Math.min(tier.reach.hero, TIERS.medium.reach.hero) },
});

const ORDER: readonly TierName[] = ["low", "medium", "high"];
/** Intervals that are judged together; fewer where they are long, so that what is very slow is not slow for long. */
const SAMPLE = 45;
const FEWEST = 4;
const LONG_ENOUGH = 1_500; // ms
/** ms between two frames: a hidden page, a debugger; no measure of speed. */
const ASLEEP = 2_500;
/** Milliseconds a frame: above `slow` it is too slow, below `fast` there is room for more. */
export interface Pace {
  readonly slow: number;
  readonly fast: number;
}

const ON_PAGES: Pace = { slow: 30, fast: 17.5 };
/** Headsets want seventy frames a second or more, and each that is late is felt: what went well there is left alone. */
export const IN_HEADSETS: Pace = { slow: 20, fast: 0 };
/** Good samples in a row before more is tried. */
const PATIENCE = 6;
const SHARPEST = 1;
const BLURRIEST = 0.6;

/** Share of a tier's pixel ratio to begin with: where the processor draws, `software`, as little as may be. */
export const firstSharpness = (software: boolean): number => (software ? BLURRIEST : SHARPEST);

/** Watches the times between frames that were drawn one after another. */
export class Governor {
  private intervals: number[] = [];
  private good = 0;
  private ceiling: TierName = "high";
  /** Share of the tier's pixel ratio in use. */
  sharpness: number;

  constructor(public tier: TierName, software = false, private readonly pace: Pace = ON_PAGES) {
    this.sharpness = firstSharpness(software);
  }

  /** Takes in one interval in ms. Returns whether the tier or the sharpness changed. */
  feed(interval: number): boolean {
    if (interval > ASLEEP) return false;
    this.intervals.push(interval);
    if (!this.judged) return false;
    const { median } = spread(this.intervals);
    this.intervals = [];
    if (median > this.pace.slow) return this.lower();
    if (median > this.pace.fast) {
      this.good = 0;
      return false;
    }
    this.good += 1;
    return this.good >= PATIENCE && this.raise();
  }

  private get judged(): boolean {
    const { length } = this.intervals;
    return length >= SAMPLE || (length >= FEWEST && this.intervals.reduce((sum, each) => sum + each, 0) >= LONG_ENOUGH);
  }

  private lower(): boolean {
    this.good = 0;
    const index = ORDER.indexOf(this.tier);
    if (index > 0) {
      this.tier = ORDER[index - 1] as TierName;
      this.ceiling = this.tier; // what was too slow once is not tried again
      return true;
    }
    if (this.sharpness <= BLURRIEST) return false;
    this.sharpness = Math.max(BLURRIEST, Math.round((this.sharpness - 0.2) * 10) / 10);
    return true;
  }

  private raise(): boolean {
    this.good = 0;
    if (this.sharpness < SHARPEST) {
      this.sharpness = SHARPEST;
      return true;
    }
    const index = ORDER.indexOf(this.tier);
    if (index >= ORDER.indexOf(this.ceiling)) return false;
    this.tier = ORDER[index + 1] as TierName;
    return true;
  }
}

/** The tier to begin with, before anything was measured. */
export function firstTier(device: { coarse: boolean; cores: number; memory: number }): TierName {
  if (device.coarse || device.cores <= 2 || device.memory <= 2) return "low";
  return "medium";
}
