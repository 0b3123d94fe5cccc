/** What a device can do, as far as its browser tells. */
import { firstTier, type TierName } from "./stage/tiers.js";

/** The tier to begin with. */
export function tierOf(page: Window): TierName {
  const coarse = !page.matchMedia("(pointer: fine)").matches;
  const memory = (page.navigator as { deviceMemory?: number }).deviceMemory ?? 4;
  return firstTier({ coarse, cores: page.navigator.hardwareConcurrency, memory });
}
