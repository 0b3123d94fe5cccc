/** Exhibits under a veil, in the area one is in: hung, let fall at the server's moment, and told. */
import { releaseOf, type Veiled, veiled, written } from "./core/release.js";
import type { Area, Manifest, Placement } from "./hall/manifest.js";
import type { Live } from "./live.js";
import { Drapes } from "./stage/drapes.js";
import type { Interface } from "./ui/interface.js";

export interface UnveilingOptions {
  readonly hall: () => Manifest;
  readonly live: () => Pick<Live, "state" | "serverNow"> | null;
  /** Whether motion should be reduced now: a veil is gone at once then. */
  readonly still: () => boolean;
  readonly interface: Pick<Interface, "view" | "show">;
}

export class Unveiling {
  readonly drapes = new Drapes();
  private placements: readonly Placement[] = [];
  private hung = "";
  private told = "";

  constructor(private readonly options: UnveilingOptions) {}

  /** Goes to another area, or takes in what changed in this one. */
  enter(area: Area): void {
    this.placements = area.placements.filter(({ release }) => release);
    const hung = JSON.stringify([area.id, this.placements]);
    if (hung === this.hung) return;
    this.hung = hung;
    this.drapes.clear();
    for (const placement of this.placements) this.drapes.hang(placement.id, this.covered(placement));
  }

  /** Another area was entered: what hung in the one before goes at once. */
  leave(): void {
    this.placements = [];
    this.hung = "";
    this.drapes.clear();
  }

  /** Moves the veils to the server's moment, and tells what is under one; returns whether the picture changed. */
  frame(): boolean {
    if (this.placements.length === 0 && this.told === "") return false;
    const now = this.options.live()?.serverNow() ?? Date.now() / 1000;
    const veils = this.placements.map((placement) => [placement.id, this.veilOf(placement, now)] as const);
    this.tell(veils.filter(([, { share }]) => share === 0).map(([id, { falls }]) => [id, falls] as const));
    const still = this.options.still();
    return veils.map(([id, { share }]) => this.drapes.set(id, still && share > 0 ? 1 : share)).some(Boolean);
  }

  /** The veil over a placement at `now`, seconds of the server's clock. */
  veilOf({ id, release }: Placement, now: number): Veiled {
    const timeline = this.options.live()?.state.value.shows.get(releaseOf(id));
    return timeline ? veiled(timeline, now) : written(release?.at ?? null, now);
  }

  private tell(veils: readonly (readonly [id: string, falls: number | null])[]): void {
    const told = JSON.stringify(veils);
    if (told === this.told) return;
    this.told = veils.length > 0 ? told : "";
    this.options.interface.show({ veils: new Map(veils) });
  }

  private covered({ at, elevation, facing, scale, model }: Placement): Parameters<Drapes["hang"]>[1] {
    const { footprint, height, radius } = this.options.hall().models[model] ?? { footprint: null, height: 0, radius: 1 };
    const [width, depth] = footprint ?? [2 * radius, 2 * radius];
    return { at, elevation, facing, width: width * scale, depth: depth * scale, height: (height || 2 * radius) * scale };
  }
}
