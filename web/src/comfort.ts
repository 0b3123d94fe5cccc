/** What the visitor likes, done to their world: how sharp, fast and wide, in which light, by which hand. The address has the last word. */
import type { Manifest } from "./hall/manifest.js";
import type { TierName } from "./stage/tiers.js";
import type { Hand } from "./input/hand.js";
import type { Stage } from "./stage/stage.js";
import type { Interface, Speed } from "./ui/interface.js";
import type { World } from "./world.js";

const PACES: Readonly<Record<Speed, number>> = { slow: 0.65, normal: 1, fast: 1.45 };
const LOOKS: Readonly<Record<Speed, number>> = { slow: 0.55, normal: 1, fast: 1.7 };
const TIERS: readonly TierName[] = ["low", "medium", "high"];

export class Comfort {
  private tier: string | undefined;

  constructor(private readonly chosen: Interface, private readonly address: URLSearchParams) {}

  /** Makes the world as it is liked, the eyes and the hand. */
  apply(world: World, stage: Stage, hand: Hand | null): void {
    const { quality, speed, field, look, invert, hand: handed, shortcuts } = this.chosen.preferences;
    const asked = this.address.get("tier") ?? quality;
    if (asked !== this.tier) world.setTier(TIERS.find((tier) => tier === asked) ?? null);
    this.tier = asked;
    world.walker.pace = PACES[speed];
    stage.setField(field);
    hand?.like({ pace: LOOKS[look], invert, stick: handed === "right" ? "left" : "right", letters: shortcuts });
  }

  /** The light of an area: as it was planned, or at the time of day that the visitor chose. */
  lightOf(area: Manifest["areas"][number]): Manifest["areas"][number]["environment"] {
    return area.times[this.address.get("time") ?? this.chosen.preferences.daytime] ?? area.environment;
  }
}
