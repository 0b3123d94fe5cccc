/** The visitor's world: one area at a time, walked through. A frame reads: input, move, stream, animate, draw. */
import { type Point, type Pose, inside } from "./core/plan.js";
import { type Signal, signal } from "./core/signal.js";
import type { Library } from "./hall/fetching.js";
import { type Area, areaOf, type Manifest, type Portal, spawnPose, type Zone } from "./hall/manifest.js";
import { type Hit, pointed } from "./hall/pointing.js";
import { Streamer } from "./hall/streamer.js";
import { unpackWalkable, type Walkable } from "./hall/walkable.js";
import { distanceToCell, FIRST_SIGHT, firstSight } from "./hall/wanting.js";
import type { Hand } from "./input/hand.js";
import { along, arrival, crossed, nearby } from "./movement/portals.js";
import { EYE_HEIGHT, type Intent, stands, STILL, stepsOf, Walker } from "./movement/walker.js";
import { type Eye, type Stage } from "./stage/stage.js";
import { Governor, type Tier, type TierName, TIERS } from "./stage/tiers.js";

export interface WorldOptions {
  readonly stage: Stage;
  readonly library: Library;
  readonly hall: Manifest;
  readonly tier: TierName;
  /** Whether motion should be reduced now. */
  readonly still: () => boolean;
  /** Runs in the animate pass; returns whether something moved that is drawn. */
  readonly animate: (now: number, seconds: number) => boolean;
  /** Covers or uncovers the view while areas change; resolves when done. */
  readonly fade: (covered: boolean) => Promise<void>;
}

/** Who looks in place of the visitor's eyes for a while: an inspection, a seat, a tour, somebody who is followed. */
export interface Guide {
  /** Whether the visitor's hand walks meanwhile, rather than turns a thing. */
  readonly walks?: boolean;
  /** One frame goes by. */
  step(seconds: number, hand: Hand | null): void;
  /** Where the eye is now; what it is carried by may have moved since the step. */
  readonly eye: Eye;
}

export interface Loading {
  readonly loaded: number;
  readonly total: number;
  readonly ready: boolean;
}

const TAP_REACH = 70;
/** Seconds that one frame may move things, however long it took: a hidden page does not walk on. */
const LONGEST_FRAME = 1;
/** Milliseconds between two looks at what should be shown. */
const REPLAN = 200;

export class World {
  readonly area: Signal<Area>;
  readonly zone: Signal<Zone | null> = signal<Zone | null>(null);
  readonly portal: Signal<Portal | null> = signal<Portal | null>(null);
  readonly loading: Signal<Loading> = signal<Loading>({ loaded: 0, total: 1, ready: false });
  readonly tier: Signal<TierName>;
  readonly walker = new Walker();
  readonly streamer: Streamer;
  /** False until the visitor entered: nobody walks. */
  walkable = false;
  private hall: Manifest;
  private hand: Hand | null = null;
  private view: Eye | null = null;
  private guide: Guide | null = null;
  private attended: string | null = null;
  private seen: Eye | null = null;
  private fixedTier: TierName | null = null;
  private readonly governor: Governor;
  private planned = 0;
  private before = 0;
  private drawnBefore = false;
  private grounded = false;
  private travelling = false;

  constructor(private readonly options: WorldOptions) {
    this.hall = options.hall;
    this.governor = new Governor(options.tier, options.stage.software);
    this.tier = signal(options.tier);
    this.area = signal(areaOf(this.hall, this.hall.start.area) ?? (this.hall.areas[0] as Area));
    this.streamer = new Streamer(options.library, options.stage, () => this.report());
    options.stage.setTier(TIERS[options.tier], this.governor.sharpness);
  }

  /** Who moves the visitor; without one nobody does. */
  set steering(hand: Hand) {
    this.hand = hand;
  }

  /** The visitor enters: the hall is seen, and walked. */
  open(): void {
    this.walkable = true;
    this.options.stage.reveal();
  }

  /** Begins drawing. */
  start(): void {
    const run = (now: number): void => {
      this.frame(now);
      requestAnimationFrame(run);
    };
    requestAnimationFrame(run);
  }

  /** Appears in an area: at a pose, or where visitors of the area appear. */
  async appear(area: Area, pose?: Pose): Promise<void> {
    const place = pose ?? spawnPose(this.hall, area);
    this.area.set(area);
    this.grounded = false;
    this.walker.place(null, place);
    this.options.stage.enter(area);
    this.streamer.enter(this.hall, area);
    this.plan();
    await this.ground(area);
  }

  /** Resolves once nobody is on the way behind a fade. */
  async arrived(): Promise<void> {
    while (this.travelling) await new Promise(requestAnimationFrame);
  }

  /** Goes somewhere in the venue at once, behind a fade; `landed` is called there before anything is seen. */
  async travel(areaId: string, pose?: Pose, landed?: () => void): Promise<void> {
    const area = areaOf(this.hall, areaId);
    if (!area || this.travelling) return;
    this.travelling = true;
    try {
      await this.options.fade(true);
      if (area.id === this.area.value.id && pose) this.walker.place(this.walker.footing, pose);
      else await this.appear(area, pose);
      landed?.();
      this.plan();
      await this.sight(1500);
      await this.options.fade(false);
    } finally {
      this.travelling = false;
    }
  }

  /** Goes over the floor: on foot, or behind a fade where motion is reduced; returns whether there is a way. */
  walkTo(at: Point): boolean {
    if (!this.walkable || !this.walker.goTo(at)) return false;
    if (this.options.still()) this.jump();
    return true;
  }

  /** Where the walker is on its way to, at once: it looks as if it had walked, and through a portal that is on the way. */
  private jump(): void {
    const { pose, route } = this.walker;
    this.walker.stop();
    const end = along(this.area.value.portals, pose, route);
    const out = end.portal && arrival(this.hall, end.portal);
    void this.travel(out?.area.id ?? this.area.value.id, out?.pose ?? end.pose);
  }

  /** Changes what is seen behind a fade, with nobody going anywhere; false while another fade is on. */
  async blink(change: () => void): Promise<boolean> {
    if (this.travelling) return false;
    this.travelling = true;
    try {
      await this.options.fade(true);
      change();
      await new Promise(requestAnimationFrame);
      await this.options.fade(false);
    } finally {
      this.travelling = false;
    }
    return true;
  }

  /** Where one can stand within `reach` metres of a point of any area; null for nowhere. */
  async standing(areaId: string, [x, y]: Point, reach: number): Promise<Point | null> {
    const area = areaOf(this.hall, areaId);
    if (!area) return null;
    const ground = (area.id === this.area.value.id ? this.walker.footing : null) ?? (await this.groundOf(area));
    if (!ground) return null;
    return ground.free(x, y) ? [x, y] : ground.nearest(x, y, reach);
  }

  /** What somebody pointed at, in CSS pixels of the page. */
  pointed(x: number, y: number): Hit | null {
    return pointed(this.hall, this.area.value, this.options.stage.sight(x, y), TAP_REACH);
  }

  /** A newer manifest: cells that changed are swapped where they stand. */
  async rebuild(hall: Manifest): Promise<void> {
    this.hall = hall;
    const area = areaOf(hall, this.area.value.id);
    if (!area) return this.travel(hall.start.area);
    const moved = area.walkable.url !== this.area.value.walkable.url;
    this.area.set(area);
    this.streamer.rebuild(hall, area);
    this.plan();
    if (moved) await this.ground(area);
  }

  /** Looks from elsewhere than the visitor's eyes, for pictures and tests; null gives the eyes back. */
  lookFrom(eye: Eye | null): void {
    this.options.stage.reveal();
    this.view = eye;
    this.plan();
  }

  /** Wants the model of a placement from wherever the visitor is; null for no longer. */
  attend(placement: string | null): void {
    this.attended = placement;
    this.plan();
  }

  /** Lends the eyes to a guide; null takes them back, to where the visitor stood all the while. */
  lend(guide: Guide | null): void {
    if (guide === this.guide) return;
    if (!guide?.walks && !this.guide?.walks) this.walker.stop();
    this.guide = guide;
    if (this.hand) this.hand.turning = guide !== null && !guide.walks;
  }

  /** Takes the eyes back from a guide, unless somebody else has them by now. */
  regain(guide: Guide): void {
    if (this.guide === guide) this.lend(null);
  }

  /** Turns the visitor to look where the eye looks that is lent. */
  turnToView(): void {
    if (!this.seen) return;
    this.walker.facing = this.seen.facing;
    this.walker.pitch = this.seen.pitch;
  }

  /** The light was chosen anew. */
  relight(): void {
    this.options.stage.relight(this.area.value);
  }

  /** A tier for good, or null for what measurement says. */
  setTier(name: TierName | null): void {
    this.fixedTier = name;
    this.applyTier();
  }

  /** Resolves once everything wanted from here is shown and drawn. */
  async settled(): Promise<void> {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    do {
      this.plan();
      for (let i = 0; i < 3; i++) await frame();
    } while (this.travelling || this.streamer.waiting > 0 || this.options.stage.busy);
    this.options.stage.touch();
    for (let i = 0; i < 2; i++) await frame();
  }

  private frame(now: number): void {
    const interval = now - this.before;
    const seconds = Math.min(LONGEST_FRAME, interval / 1000);
    this.before = now;
    const intent = this.readInput(seconds);
    this.move(seconds, intent);
    this.stream(now);
    this.animate(now, seconds);
    this.see();
    this.draw(interval);
  }

  private readInput(seconds: number): Intent {
    if (this.guide && !this.guide.walks) return STILL;
    const intent = this.hand?.read(seconds) ?? STILL;
    return this.walkable && !this.travelling ? intent : STILL;
  }

  private move(seconds: number, intent: Intent): void {
    for (const step of stepsOf(seconds, intent)) if (this.walk(step.seconds, step.intent)) break;
    this.guide?.step(seconds, this.hand);
    this.see();
    this.options.stage.mark(this.guide ? null : this.walker.goal);
  }

  /** One step; returns whether it led out of the area. */
  private walk(seconds: number, intent: Intent): boolean {
    const before = this.walker.pose;
    this.walker.step(seconds, intent);
    const portal = this.walkable && !this.travelling ? crossed(this.area.value.portals, before, this.walker.pose) : null;
    const out = portal ? arrival(this.hall, portal) : null;
    if (out) void this.travel(out.area.id, out.pose);
    return out !== null;
  }

  private stream(now: number): void {
    this.options.stage.stream();
    if (now - this.planned < REPLAN) return;
    this.planned = now;
    this.plan();
  }

  private animate(now: number, seconds: number): void {
    this.options.stage.animate(this.options.still() ? 0 : seconds);
    if (this.options.animate(now, seconds)) this.options.stage.touch();
  }

  private draw(interval: number): void {
    const drawn = this.options.stage.draw();
    // Only frames that follow one another tell how long one takes.
    if (drawn && this.drawnBefore && this.walkable && this.fixedTier === null && this.governor.feed(interval)) this.applyTier();
    this.drawnBefore = drawn;
  }

  /** Where the eye was in the last frame, the visitor's own or one that is lent. */
  get eye(): Eye | null {
    return this.seen;
  }

  /** Where the visitor's own eye is, lent or not. */
  get own(): Eye {
    const { x, y, facing, pitch, bob } = this.walker;
    return { x, y, height: EYE_HEIGHT + (this.options.still() ? 0 : bob), facing, pitch };
  }

  private see(): void {
    const eye = this.view ?? this.guide?.eye ?? this.own;
    const { seen } = this;
    if (seen && eye.x === seen.x && eye.y === seen.y && eye.height === seen.height && eye.facing === seen.facing && eye.pitch === seen.pitch) return;
    this.seen = eye;
    this.options.stage.look(eye);
  }

  private plan(): void {
    const pose = this.view ?? this.walker.pose;
    this.streamer.update(pose, this.currentTier.reach, this.attended);
    const at: Point = [pose.x, pose.y];
    this.zone.set(this.area.value.zones.find((zone) => inside(at, zone.polygon)) ?? null);
    const portal = nearby(this.area.value.portals, pose);
    if (portal && portal !== this.portal.value) void this.prefetch(portal);
    this.portal.set(portal);
    this.report();
  }

  private get currentTier(): Tier {
    return TIERS[this.fixedTier ?? this.governor.tier];
  }

  private applyTier(): void {
    this.options.stage.setTier(this.currentTier, this.fixedTier ? 1 : this.governor.sharpness);
    this.tier.set(this.currentTier.name);
    this.plan();
  }

  private async ground(area: Area): Promise<void> {
    const ground = await this.groundOf(area);
    if (area.id !== this.area.value.id) return;
    if (ground) {
      const { pitch, pose } = this.walker;
      this.walker.place(ground, stands(ground, pose) ? pose : spawnPose(this.hall, area));
      this.walker.pitch = pitch;
    }
    this.grounded = true;
    this.report();
  }

  private async groundOf(area: Area): Promise<Walkable | null> {
    const packed = await this.options.library.get(area.walkable.url).catch(() => null);
    const ground = packed ? unpackWalkable(packed, area.walkable) : null;
    return ground?.ok ? ground.value : null;
  }

  /** Fetches what one sees first behind a portal, before it is walked through. */
  private async prefetch(portal: Portal): Promise<void> {
    const out = arrival(this.hall, portal);
    if (!out) return;
    for (const url of firstSight(out.area, out.pose)) await this.options.library.get(url).catch(() => null);
  }

  private report(): void {
    const area = this.area.value;
    const shown = this.streamer.slots;
    let [loaded, total, lacking] = [this.grounded ? area.walkable.bytes : 0, area.walkable.bytes, 0];
    for (const cell of area.cells) {
      if (!cell.far) continue;
      total += cell.far.bytes;
      if (shown.has(`${area.id}/far/${cell.id}`)) loaded += cell.far.bytes;
      else if (distanceToCell(cell, this.walker.pose) < FIRST_SIGHT) lacking += 1;
    }
    const { loaded: was, total: of, ready } = this.loading.value;
    const now = { loaded, total, ready: this.grounded && lacking === 0 };
    if (was !== loaded || of !== total || ready !== now.ready) this.loading.set(now);
  }

  /** Waits until what lies around is shown, but not for ever. */
  private async sight(most: number): Promise<void> {
    const end = performance.now() + most;
    while (!this.loading.value.ready && performance.now() < end) await new Promise(requestAnimationFrame);
  }
}
