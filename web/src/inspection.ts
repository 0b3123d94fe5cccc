/** A visitor looks at one exhibit from all around: where the eye is, how the model is shown, what is measured on it. */
import { mix } from "./core/math.js";
import { distance3 } from "./core/plan.js";
import type { Model, Placement } from "./hall/manifest.js";
import type { Hand } from "./input/hand.js";
import { type Aspect, eyesAt, Orbit, type Place } from "./movement/orbit.js";
import { outward, type Anchor, type Bounds, type Spot } from "./stage/inspecting.js";
import type { Eye, Stage } from "./stage/stage.js";
import type { InspectView, Marks } from "./ui/interface.js";
import type { Guide } from "./world.js";

export interface InspectionOptions {
  readonly stage: Stage;
  readonly placement: Placement;
  readonly model: Model;
  /** Radians clockwise from north: from the exhibit to where the visitor stands. */
  readonly bearing: number;
  /** Whether motion should be reduced now. */
  readonly still: () => boolean;
  /** Something that the interface shows changed. */
  readonly onChange: (view: InspectView) => void;
}

/** An end of what is measured: a hotspot's id, or a point that was picked. */
interface End {
  readonly id: string | null;
  readonly anchor: Anchor;
}

/** Metres a second that the parts come apart, as a share of the whole way. */
const EXPLODE_PACE = 1.8;
const TILT = 0.22;
/** The eye is never further than so many radii. */
const FURTHEST = 9;
/** Room around the whole exhibit. */
const MARGIN = 1.12;
/** Milliseconds between two looks at how long what moves is. */
const REMEASURE = 250;
/** Milliseconds between two looks at whether the model hides a hotspot. */
const RELOOK = 70;
/** Around a hotspot so much is seen: a share of the model's mean half size, or of its radius where it is thin; no less than so
 *  many metres. */
const CLOSE = { share: 0.85, thin: 0.2, least: 0.6 };
/** What is shown of metres: millimetres. */
const GRAIN = 1000;

export class Inspection implements Guide {
  readonly placement: string;
  private readonly orbit: Orbit;
  /** What the model fills together, and taken apart. */
  private readonly bounds: readonly [Bounds, Bounds];
  private readonly radius: number;
  private readonly anchors: readonly (Anchor | null)[];
  private hidden: boolean[];
  private looked = 0;
  private lookedAt = 0;
  private explode = 0;
  private shown = 0;
  private cut = false;
  private spot: string | null = null;
  private measuring = false;
  private measured: { readonly at: number; readonly metres: number | null } = { at: 0, metres: null };
  private ends: readonly [End | null, End | null] = [null, null];

  /** The model must stand on the stage. */
  constructor(private readonly options: InspectionOptions) {
    const { stage, placement, model, bearing } = options;
    this.placement = placement.id;
    const plain: Bounds = { centre: [...placement.at, 1], half: [1, 1, 1], axes: [[1, 0], [0, 1]], floor: 0 };
    const together = stage.models.bounds(placement.id) ?? plain;
    this.bounds = [together, stage.models.bounds(placement.id, 1) ?? together];
    this.radius = Math.hypot(...together.half);
    const furthest = Math.hypot(...this.bounds[1].half) * FURTHEST;
    this.orbit = new Orbit({ ...this.whole, bearing, tilt: TILT }, { nearest: Math.max(0.25, this.radius * 0.12), furthest, floor: together.floor });
    this.anchors = model.hotspots.map(({ part, at }) => stage.models.anchor(placement.id, part, at));
    this.hidden = model.hotspots.map(() => false);
  }

  get view(): InspectView {
    const { placement, explode, cut, spot, measuring } = this;
    const ends = this.ends.map((end) => end && (end.id ?? "point")) as [string | null, string | null];
    return { placement, explode, cut, spot, measuring, ends, metres: this.metres() };
  }

  step(seconds: number, hand: Hand | null): void {
    const still = this.options.still();
    if (hand) this.orbit.turn(hand.readTurn(seconds));
    this.orbit.step(seconds, still);
    const gap = this.explode - this.shown;
    this.shown += still ? gap : Math.sign(gap) * Math.min(Math.abs(gap), EXPLODE_PACE * seconds);
    this.options.stage.inspect({ placement: this.placement, explode: this.shown, cut: this.cut });
  }

  get eye(): Eye {
    return this.orbit.eye;
  }

  /** The picture has another shape: the whole exhibit fits into it again, unless the visitor looks at a part. */
  reframe(): void {
    if (this.spot === null) this.orbit.aimAt(this.whole);
  }

  /** Where hotspots and the ends of what is measured are on the canvas now. */
  get marks(): Marks {
    const now = performance.now();
    this.look(now);
    this.remeasure(now);
    const spots = this.anchors.map((anchor, i) => ({ ...this.spotOf(anchor), hidden: this.hidden[i] ?? false }));
    return { spots, ends: this.ends.map((end) => (end ? this.spotOf(end.anchor) : null)) };
  }

  /** Goes to a hotspot; null for the whole. */
  visit(spot: string | null): void {
    this.spot = spot;
    const index = this.options.model.hotspots.findIndex(({ id }) => id === spot);
    const anchor = this.anchors[index];
    const at = anchor && this.options.stage.models.whereIs(this.placement, anchor);
    if (at) this.orbit.aimAt(this.towards(at));
    else this.orbit.aimAt({ ...this.whole, bearing: this.options.bearing, tilt: TILT });
    this.changed();
  }

  takeApart(share: number): void {
    this.explode = share;
    this.reframe();
    this.changed();
  }

  cutOpen(cut: boolean): void {
    this.cut = cut;
    this.changed();
  }

  /** Begins to measure, or stops. */
  measure(on: boolean): void {
    this.measuring = on;
    this.ends = [null, null];
    this.changed();
  }

  /** Measures from or to a hotspot; null for nowhere. */
  end(which: 0 | 1, spot: string | null): void {
    const anchor = this.anchors[this.options.model.hotspots.findIndex(({ id }) => id === spot)];
    this.put(which, anchor ? { id: spot, anchor } : null);
  }

  /** A tap on the picture, CSS pixels of the page: while measuring, the next end. */
  tap(x: number, y: number): void {
    if (!this.measuring) return;
    const anchor = this.options.stage.models.pick(this.placement, x, y);
    if (!anchor) return;
    const [from, to] = this.ends;
    if (from && to) this.ends = [null, null];
    this.put(from && !to ? 1 : 0, { id: null, anchor });
  }

  private put(which: 0 | 1, end: End | null): void {
    this.ends = which === 0 ? [end, this.ends[1]] : [this.ends[0], end];
    this.changed();
  }

  private changed(): void {
    this.options.onChange(this.view);
  }

  /** The hotspot from outside, or from where it is seen; as one looks now where it lies in the middle. */
  private towards(at: Place): Aspect {
    const { radius, whole: { centre }, bounds: [together] } = this;
    const { stage: { reach: [across, up], models }, bearing: first } = this.options;
    const out = outward({ ...together, centre }, at);
    const [width, height, depth] = together.half;
    const seen = Math.max(Math.cbrt(width * height * depth) * CLOSE.share, radius * CLOSE.thin);
    const aspects = [out, first, (out ?? first) + Math.PI].map((bearing): Aspect => ({
      centre: at,
      bearing: bearing ?? this.orbit.aim.bearing,
      distance: Math.max(CLOSE.least, seen / Math.min(across, up)),
      tilt: at[2] > centre[2] + radius * 0.5 ? TILT * 2 : TILT,
    }));
    return aspects.find((aspect) => !models.hides(this.placement, at, eyesAt(aspect))) ?? (aspects[0] as Aspect);
  }

  /** Where to look, and from how far, to see the whole as far apart as it is. */
  private get whole(): Pick<Aspect, "centre" | "distance"> {
    const [together, apart] = this.bounds;
    const between = (a: number, b: number): number => mix(a, b, this.explode);
    const [x, y, z] = together.half.map((half, i) => between(half, apart.half[i] as number)) as [number, number, number];
    const centre = together.centre.map((value, i) => between(value, apart.centre[i] as number)) as unknown as Place;
    const [across, up] = this.options.stage.reach;
    return { centre, distance: MARGIN * Math.max(Math.hypot(x, z) / across, (1.08 * y) / up) + Math.min(x, z) };
  }

  /** What is measured may move. */
  private remeasure(now: number): void {
    if (!this.measuring || now - this.measured.at < REMEASURE) return;
    const metres = this.metres();
    const same = metres === this.measured.metres;
    this.measured = { at: now, metres };
    if (!same) this.changed();
  }

  private metres(): number | null {
    const [from, to] = this.ends.map((end) => end && this.options.stage.models.whereIs(this.placement, end.anchor));
    return from && to ? Math.round(distance3(from, to) * GRAIN) / GRAIN : null;
  }

  private spotOf(anchor: Anchor | null): Spot {
    const at = anchor && this.options.stage.models.whereIs(this.placement, anchor);
    return at ? this.options.stage.onScreen(at) : { x: 0, y: 0, ahead: false };
  }

  /** Looks at one hotspot each time whether the model hides it: all of them at once would take too long. */
  private look(now: number): void {
    if (now - this.lookedAt < RELOOK) return;
    this.lookedAt = now;
    this.looked = (this.looked + 1) % Math.max(1, this.anchors.length);
    const anchor = this.anchors[this.looked];
    const at = anchor && this.options.stage.models.whereIs(this.placement, anchor);
    if (at) this.hidden[this.looked] = this.options.stage.models.hides(this.placement, at);
  }
}
