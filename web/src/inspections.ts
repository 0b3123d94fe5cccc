/** Begins and ends inspections: behind a fade, once the model is there; and says what of an exhibit was played. */
import type { Exhibits } from "./exhibits.js";
import { RUN } from "./exhibits.js";
import type { Manifest } from "./hall/manifest.js";
import { Inspection } from "./inspection.js";
import type { Refusal } from "./protocol/events.js";
import type { Stage } from "./stage/stage.js";
import type { InspectIntents, InspectView, Interface, Played } from "./ui/interface.js";
import type { World } from "./world.js";

export interface InspectionsOptions {
  readonly stage: Stage;
  readonly world: World;
  readonly interface: Interface;
  readonly exhibits: Exhibits;
  readonly hall: () => Manifest;
  readonly still: () => boolean;
  readonly fade: (covered: boolean) => Promise<void>;
  /** Runs the show of a placement for everyone; resolves to null, or to why not. */
  readonly trigger: (placement: string) => Promise<Refusal | null>;
}

/** Milliseconds to wait for a model. */
const PATIENCE = 15_000;

/** Codes of answers that no server gave. */
const UNHEARD: ReadonlySet<string> = new Set(["unknown", "offline"]);

export class Inspections {
  private now: Inspection | null = null;
  /** What was asked for last, whether it has come about or not. */
  private wanted: string | null = null;
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly options: InspectionsOptions) {}

  get view(): InspectView | null {
    return this.now?.view ?? null;
  }

  /** Looks at the exhibit of a placement of this area; null comes back to where one stood. */
  show(placement: string | null): void {
    if (placement === this.wanted) return;
    this.wanted = placement;
    this.changing = this.changing.then(() => this.change()).catch((error: unknown) => console.error(error));
  }

  /** What the interface may ask of the inspection of now. */
  readonly intents: InspectIntents = {
    visit: (spot) => this.now?.visit(spot),
    takeApart: (share) => this.now?.takeApart(share),
    cutOpen: (cut) => this.now?.cutOpen(cut),
    measure: (on) => this.now?.measure(on),
    end: (which, spot) => this.now?.end(which, spot),
    cover: (right, bottom) => {
      this.options.stage.cover(right, bottom);
      this.now?.reframe();
    },
  };

  /** A tap on the picture; returns whether it was meant for an inspection. */
  tap(x: number, y: number): boolean {
    this.now?.tap(x, y);
    return this.wanted !== null;
  }

  /** Shows the marks where they are now; once a frame. */
  mark(): void {
    if (this.now) this.options.interface.mark(this.now.marks);
  }

  /** Plays a motion: the show for everyone, anything else, and all of it without a server, for this visitor. */
  async play(placement: string, motion: string): Promise<Played> {
    const { exhibits, trigger } = this.options;
    const refusal = motion === RUN ? await trigger(placement) : null;
    const unheard = refusal !== null && UNHEARD.has(refusal.code);
    if (refusal && !unheard) return { kind: "refused", message: refusal.message };
    if (motion === RUN && !unheard) {
      exhibits.ask(placement);
      return { kind: "everyone" };
    }
    exhibits.play(placement, motion, performance.now());
    return { kind: "alone" };
  }

  private async change(): Promise<void> {
    const { wanted } = this;
    if (wanted === (this.now?.placement ?? null)) return;
    await this.options.fade(true);
    this.leave();
    if (wanted !== null && !(await this.begin(wanted))) this.wanted = null;
    await this.options.fade(false);
  }

  private async begin(id: string): Promise<boolean> {
    const { stage, world, hall, still } = this.options;
    const placement = world.area.value.placements.find((each) => each.id === id);
    const model = placement && hall().models[placement.model];
    if (!placement || !model) return false;
    world.attend(id);
    if (!(await this.arrived(id))) return this.leave();
    const { x, y } = world.walker;
    const bearing = Math.atan2(x - placement.at[0], y - placement.at[1]);
    const inspection = new Inspection({
      stage, placement, model, bearing, still, onChange: (inspect) => this.options.interface.show({ inspect }),
    });
    this.now = inspection;
    this.options.interface.show({ inspect: inspection.view, joystick: null });
    world.lend(inspection);
    return true;
  }

  /** Takes the hall up again, and the eyes back to where the visitor stands. */
  private leave(): false {
    const { stage, world } = this.options;
    this.now = null;
    world.attend(null);
    world.lend(null);
    stage.inspect(null);
    this.options.interface.show({ inspect: null });
    return false;
  }

  private async arrived(placement: string): Promise<boolean> {
    const end = performance.now() + PATIENCE;
    while (!this.options.stage.holds(placement) && performance.now() < end && this.wanted === placement) {
      await new Promise(requestAnimationFrame);
    }
    return this.options.stage.holds(placement);
  }
}
