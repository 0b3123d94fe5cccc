/** Begins and ends inspections, and says what of an exhibit was played. */
import type { Exhibits } from "./exhibits.js";
import { RUN } from "./exhibits.js";
import type { Model, Placement } from "./hall/manifest.js";
import { Inspection } from "./inspection.js";
import type { Lending } from "./lending.js";
import type { Refusal } from "./protocol/events.js";
import type { Stage } from "./stage/stage.js";
import type { InspectIntents, InspectView, Interface, Played } from "./ui/interface.js";
import type { World } from "./world.js";

export interface InspectionsOptions {
  readonly stage: Stage;
  readonly world: World;
  readonly interface: Interface;
  readonly exhibits: Exhibits;
  readonly lending: Lending;
  readonly still: () => boolean;
  /** Runs the show of a placement for everyone; resolves to null, or to why not. */
  readonly trigger: (placement: string) => Promise<Refusal | null>;
}

/** Codes of answers that no server gave. */
const UNHEARD: ReadonlySet<string> = new Set(["unknown", "offline"]);

export class Inspections {
  private now: Inspection | null = null;

  constructor(private readonly options: InspectionsOptions) {}

  get view(): InspectView | null {
    return this.now?.view ?? null;
  }

  /** Looks at the exhibit of a placement of this area. */
  show(placement: string): void {
    if (this.options.interface.view.veils.has(placement)) return; // nobody looks under a veil
    this.options.lending.show({
      key: `inspect/${placement}`,
      placement,
      begin: (place, model) => this.begin(place, model),
      end: () => this.end(),
    });
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

  /** A tap on the picture. */
  tap(x: number, y: number): void {
    this.now?.tap(x, y);
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

  private begin(placement: Placement, model: Model): Inspection {
    const { stage, world, still } = this.options;
    const { x, y } = world.walker;
    const bearing = Math.atan2(x - placement.at[0], y - placement.at[1]);
    const inspection = new Inspection({
      stage, placement, model, bearing, still, onChange: (inspect) => this.options.interface.show({ inspect }),
    });
    this.now = inspection;
    this.options.interface.show({ inspect: inspection.view, joystick: null });
    return inspection;
  }

  /** Takes the hall up again. */
  private end(): void {
    this.now = null;
    this.options.stage.inspect(null);
    this.options.interface.show({ inspect: null });
  }
}
