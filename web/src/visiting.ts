/** Notes where the visitor has been: how long before what, and how far on foot. All of it stays on this device. */
import { shelf } from "./consent.js";
import { distance, type Pose } from "./core/plan.js";
import type { Area, Manifest } from "./hall/manifest.js";
import { attended, Dwelling, type Spot, spotsOf, type Stay } from "./session/dwelling.js";
import { Keeping } from "./session/keeping.js";
import { stayed, stayedOn, walked } from "./session/visit.js";
import type { Interface, VisitIntents } from "./ui/interface.js";
import { placeById, placesOf } from "./ui/places.js";
import { memoOf } from "./ui/visit/cards.js";
import { visitIntents } from "./visit-intents.js";
import type { World } from "./world.js";

/** Seconds between two looks at what one stands before. */
const LOOK = 0.5;
/** Seconds between two writings of how long and how far. */
const WRITE = 10;
/** Metres in one frame that nobody walks: somebody was taken elsewhere. */
const LEAP = 2;

interface VisitingOptions {
  readonly world: World;
  readonly interface: Interface;
  readonly hall: () => Manifest;
}

export class Visiting {
  readonly intents: VisitIntents;
  private readonly keeping: Keeping;
  private readonly dwelling = new Dwelling();
  private spots: readonly Spot[] = [];
  private spotted: Area | null = null;
  private before: Pose | null = null;
  private card: string | null = null;
  private looked = 0;
  private seconds = 0;
  private metres = 0;

  constructor(private readonly options: VisitingOptions, page: Window) {
    this.keeping = new Keeping(options.hall().venue, shelf);
    this.intents = visitIntents(this.keeping, options.hall);
    this.keeping.visit.watch((visit) => options.interface.show({ visit }));
    this.keeping.kept.watch((lasting) => options.interface.show({ lasting }));
    page.addEventListener("storage", ({ key }) => {
      if (key === null || key === this.keeping.key) this.keeping.reread();
    });
    page.addEventListener("pagehide", () => this.write(this.dwelling.end()));
  }

  /** One frame of the hall goes by. */
  frame(seconds: number): void {
    const { world, interface: shown } = this.options;
    if (shown.view.phase !== "walking") return;
    this.walk(world.walker.pose, world.area.value);
    if (shown.view.selected !== this.card) this.read(shown.view.selected);
    this.seconds += seconds;
    this.looked += seconds;
    if (this.looked < LOOK) return;
    const stays = this.dwelling.step(attended(this.spots, world.walker.pose), this.looked);
    this.looked = 0;
    if (stays.length > 0 || this.seconds >= WRITE) this.write(stays);
  }

  private walk(pose: Pose, area: Area): void {
    const step = this.before && area === this.spotted ? distance([pose.x, pose.y], [this.before.x, this.before.y]) : 0;
    if (step < LEAP) this.metres += step;
    this.before = pose;
    if (area === this.spotted) return;
    this.spotted = area;
    this.spots = spotsOf(this.options.hall(), area);
  }

  /** The card of a booth or an exhibit was opened: that is a visit too. */
  private read(id: string | null): void {
    this.card = id;
    if (id !== null && this.spots.some((spot) => spot.id === id)) this.write([{ id, seconds: 0, again: false }]);
  }

  private write(stays: readonly Stay[]): void {
    const places = stays.length > 0 ? placesOf(this.options.hall()) : [];
    const [seconds, metres] = [this.seconds, this.metres];
    this.seconds = this.metres = 0;
    if (stays.length === 0 && seconds === 0) return;
    this.keeping.change((visit) => stays.reduce((now, stay) => {
      const place = placeById(places, stay.id);
      if (!place) return now;
      const memo = memoOf(place);
      return stay.again ? stayedOn(now, memo, stay.seconds) : stayed(now, memo, stay.seconds, Date.now());
    }, walked(visit, seconds, metres)));
  }
}
