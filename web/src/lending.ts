/** Lends the visitor's eyes to one outlook at a time, an inspection or a seat: behind a fade, once the model is there. */
import type { Manifest, Model, Placement } from "./hall/manifest.js";
import type { Stage } from "./stage/stage.js";
import type { Guide, World } from "./world.js";

/** A way to look at an exhibit or out of it. */
export interface Outlook {
  /** The same for the same outlook. */
  readonly key: string;
  readonly placement: string;
  /** Begins; the model is there. Returns who looks in place of the eyes, or null where that cannot be. */
  begin(placement: Placement, model: Model): Guide | null;
  /** It is over, or did not come about. */
  end(): void;
}

export interface LendingOptions {
  readonly stage: Stage;
  readonly world: World;
  readonly hall: () => Manifest;
  readonly fade: (covered: boolean) => Promise<void>;
  /** Told when eyes are to be lent: whoever takes the visitor through the hall waits. */
  readonly begins?: () => void;
}

/** Milliseconds to wait for a model. */
const PATIENCE = 15_000;

export class Lending {
  private now: Outlook | null = null;
  /** What was asked for last, whether it has come about or not. */
  private wanted: Outlook | null = null;
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly options: LendingOptions) {}

  /** Whether the eyes are lent, or about to be. */
  get lent(): boolean {
    return this.wanted !== null;
  }

  /** Lends the eyes to an outlook at a placement of this area; null comes back to where one stood. */
  show(outlook: Outlook | null): void {
    if (outlook?.key === this.wanted?.key) return;
    this.wanted = outlook;
    if (outlook) this.options.begins?.();
    this.changing = this.changing.then(() => this.change()).catch((error: unknown) => console.error(error));
  }

  private async change(): Promise<void> {
    const { wanted } = this;
    if (wanted?.key === this.now?.key) return;
    await this.options.fade(true);
    this.leave();
    if (wanted && !(await this.begin(wanted))) {
      this.leave();
      if (this.wanted === wanted) this.wanted = null;
    }
    await this.options.fade(false);
  }

  private async begin(outlook: Outlook): Promise<boolean> {
    const { world, hall } = this.options;
    const placement = world.area.value.placements.find(({ id }) => id === outlook.placement);
    const model = placement && hall().models[placement.model];
    if (!placement || !model) return false;
    world.attend(placement.id);
    if (!(await this.arrived(outlook))) return false;
    this.now = outlook;
    const guide = outlook.begin(placement, model);
    if (guide) world.lend(guide);
    return guide !== null;
  }

  /** Gives the eyes back, to where the visitor stands. */
  private leave(): void {
    const { world } = this.options;
    const { now } = this;
    this.now = null;
    world.attend(null);
    world.lend(null);
    now?.end();
  }

  private async arrived({ placement, key }: Outlook): Promise<boolean> {
    const end = performance.now() + PATIENCE;
    while (!this.options.stage.models.holds(placement) && performance.now() < end && this.wanted?.key === key) {
      await new Promise(requestAnimationFrame);
    }
    return this.options.stage.models.holds(placement);
  }
}
