/** Lets the visitor take a seat in an exhibit, and get up again. */
import { type Exhibits, RUN } from "./exhibits.js";
import type { Manifest, Model, Placement } from "./hall/manifest.js";
import type { Lending } from "./lending.js";
import { Sitting } from "./sitting.js";
import type { Eye, Stage } from "./stage/stage.js";
import type { Interface, SitView } from "./ui/interface.js";

export interface SittingsOptions {
  readonly stage: Stage;
  readonly interface: Interface;
  readonly exhibits: Exhibits;
  readonly lending: Lending;
}

export class Sittings {
  private now: Sitting | null = null;

  constructor(private readonly options: SittingsOptions) {}

  get view(): SitView | null {
    return this.now?.view ?? null;
  }

  /** Where the eye is of who sits. */
  get eye(): Eye | null {
    return this.now?.eye ?? null;
  }

  /** Takes a seat of the exhibit at a placement of this area. */
  take(placement: string, seat: string): void {
    this.options.lending.show({
      key: `seat/${placement}/${seat}`,
      placement,
      begin: (place, model) => this.begin(place, model, seat),
      end: () => this.end(),
    });
  }

  /** The hall was published anew: gets up where the seat is no more, or is another one. */
  follow(before: Manifest, hall: Manifest): void {
    const { view } = this;
    if (view && seatOf(before, view) !== seatOf(hall, view)) this.options.lending.show(null);
  }

  private begin(placement: Placement, model: Model, id: string): Sitting | null {
    const seat = model.seats.find((each) => each.id === id);
    if (!seat) return null;
    const { stage, exhibits } = this.options;
    const sitting = new Sitting({
      stage, placement, seat,
      running: () => exhibits.playing(placement.id, performance.now()).some(({ motion }) => motion === RUN),
      onChange: (sit) => this.options.interface.show({ sit }),
    });
    this.now = sitting;
    this.options.interface.show({ sit: sitting.view, joystick: null });
    return sitting;
  }

  private end(): void {
    this.now = null;
    this.options.interface.show({ sit: null });
  }
}

/** All that is said of the seat of somebody, where it stands; "" when there is none. */
function seatOf(hall: Manifest, { placement, seat }: SitView): string {
  for (const area of hall.areas) {
    const place = area.placements.find(({ id }) => id === placement);
    const found = place && hall.models[place.model]?.seats.find(({ id }) => id === seat);
    if (found) return JSON.stringify([area.id, place.at, place.model, found]);
  }
  return "";
}
