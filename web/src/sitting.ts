/** A visitor sits in an exhibit: the eye is at the seat, goes where the seat goes, and looks about. */
import type { Placement, Seat } from "./hall/manifest.js";
import type { Hand } from "./input/hand.js";
import { ahead, Seated } from "./movement/seated.js";
import type { Place } from "./movement/orbit.js";
import type { Eye, Stage } from "./stage/stage.js";
import type { SitView } from "./ui/interface.js";
import type { Guide } from "./world.js";

export interface SittingOptions {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly seat: Seat;
  /** Whether the exhibit's show is seen to run now. */
  readonly running: () => boolean;
  /** Something that the interface shows changed. */
  readonly onChange: (view: SitView) => void;
}

export class Sitting implements Guide {
  private readonly head = new Seated();
  private running = false;
  private seen: Eye;

  /** The model must stand on the stage. */
  constructor(private readonly options: SittingOptions) {
    this.running = options.running();
    const [x, y] = options.placement.at;
    this.seen = { x, y, height: options.seat.at[1], facing: 0, pitch: 0 };
  }

  get view(): SitView {
    const { placement, seat } = this.options;
    return { placement: placement.id, seat: seat.id, running: this.running };
  }

  step(seconds: number, hand: Hand | null): void {
    if (hand) this.head.turn(hand.readLook(seconds));
    const running = this.options.running();
    if (running === this.running) return;
    this.running = running;
    this.options.onChange(this.view);
  }

  get eye(): Eye {
    const { at, facing } = this.options.seat;
    const [here, before] = [this.place(at), this.place(ahead(at, facing))];
    if (here && before) this.seen = this.head.eye(here, before);
    return this.seen;
  }

  /** Where a point beside the seat is now. The anchor is taken anew each time: the model may be another one since. */
  private place(at: Seat["at"]): Place | null {
    const { stage, placement, seat } = this.options;
    const anchor = stage.models.anchor(placement.id, seat.part, at);
    return anchor && stage.models.whereIs(placement.id, anchor);
  }
}
