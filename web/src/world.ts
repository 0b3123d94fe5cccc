/** The visitor's world: one area at a time, walked through. A frame reads: input, move, stream, animate, draw. */
import { type Point, type Pose, inside } from "./core/plan.js";
import { type Signal, signal } from "./core/signal.js";
import type { Library } from "./hall/fetching.js";
import { type Area, areaOf, type Manifest, type Portal, spawnPose, type Zone } from "./hall/manifest.js";
import { isNews, type Loading, loadingOf } from "./hall/loading.js";
import { type Hit, pointed } from "./hall/pointing.js";
import { Streamer } from "./hall/streamer.js";
import { groundOf, prefetch } from "./grounding.js";
import type { Guide } from "./guide.js";
import type { Hand } from "./input/hand.js";
import { along, arrival, crossed, nearby } from "./movement/portals.js";
import { Pulse } from "./pulse.js";
import { EYE_HEIGHT, type Intent, stands, STILL, stepsOf, Walker } from "./movement/walker.js";
import { type Eye, type Stage } from "./stage/stage.js";
import { Governor, IN_HEADSETS, inHeadset, type Tier, type TierName, TIERS } from "./stage/tiers.js";

export type { Guide } from "./guide.js";

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
  readonly pulse = new Pulse((now, interval, even) => this.frame(now, interval, even));
  readonly streamer: Streamer;
  /** False until the visitor entered: nobody walks. */
  walkable = false;
  private hall: Manifest;
  private hand: Hand | null = null;
  private view: Eye | null = null;
  private guide: Guide | null = null;
  private headset: Guide | null = null;
  private attended: string | null = null;
  private seen: Eye | null = null;
  private fixedTier: TierName | null = null;
  private readonly onPage: Governor;
  private governor: Governor;
  private readonly expecting: (() => void)[] = [];
  private planned = 0;
  private drawnBefore = false;
  private grounded = false;
  private travelling = false;

  constructor(private readonly options: WorldOptions) {
    this.hall = options.hall;
    this.governor = this.onPage = new Governor(options.tier, options.stage.software);
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
    this.pulse.wake();
  }

  /** Begins drawing. */
  start(): void {
    this.options.stage.roused = () => this.pulse.nudge();
    this.pulse.start(false);
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
    while (this.travelling) await this.nextFrame();
  }

  /** Goes somewhere in the venue at once, behind a fade; `landed` is called there before anything is seen. */
  async travel(areaId: string, pose?: Pose, landed?: () => void): Promise<void> {
    const area = areaOf(this.hall, areaId);
    if (!area || this.travelling) return;
    this.travelling = true;
    this.pulse.wake();
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
      await this.nextFrame();
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
    const ground = (area.id === this.area.value.id ? this.walker.footing : null) ?? (await groundOf(this.options.library, area));
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
    this.pulse.wake();
  }

  /** Who has the visitor's eyes. */
  get guided(): Guide | null {
    return this.guide;
  }

  /** Takes the eyes back from a guide, unless somebody else has them by now. */
  regain(guide: Guide): void {
    if (this.guide === guide) this.lend(null);
  }

  /** Puts a headset on, which looks before all guides; null takes it off, and the visitor stands where they were last. */
  wear(headset: Guide | null): void {
    const { x, y, facing, pitch } = this.walker;
    this.walker.place(this.walker.footing, { x, y, facing });
    this.walker.pitch = pitch;
    this.headset = headset;
    this.governor = headset ? new Governor(this.governor.tier, false, IN_HEADSETS) : this.onPage;
    this.pulse.follow(headset !== null, (each) => this.options.stage.run(each));
    this.applyTier();
  }

  /** Is elsewhere at once, as by a step in a real room, or by an arc; goes through a portal that it passes. */
  tread(pose: Pose, pitch: number): void {
    const before = this.walker.pose;
    this.walker.tread(pose, pitch);
    this.pass(before);
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
    do {
      this.pulse.wake();
      this.plan();
      for (let i = 0; i < 3; i++) await this.nextFrame();
    } while (this.travelling || this.streamer.waiting > 0 || this.options.stage.busy);
    this.options.stage.touch();
    for (let i = 0; i < 2; i++) await this.nextFrame();
  }

  /** Returns whether it drew. */
  private frame(now: number, interval: number, even: boolean): boolean {
    const seconds = Math.min(LONGEST_FRAME, interval / 1000);
    const intent = this.readInput(seconds);
    this.move(seconds, intent);
    this.stream(now);
    this.animate(now, seconds);
    this.see();
    const drew = this.draw(interval, even);
    for (const go of this.expecting.splice(0)) go();
    return drew;
  }

  /** Resolves after a frame; a page's own frames rest while a headset is worn. */
  private nextFrame(): Promise<void> {
    this.pulse.nudge();
    return new Promise((go) => this.expecting.push(go));
  }

  private readInput(seconds: number): Intent {
    if (this.headset || (this.guide && !this.guide.walks)) return STILL;
    const intent = this.hand?.read(seconds) ?? STILL;
    return this.walkable && !this.travelling ? intent : STILL;
  }

  private move(seconds: number, intent: Intent): void {
    if (!this.headset) for (const step of stepsOf(seconds, intent)) if (this.walk(step.seconds, step.intent)) break;
    const leading = this.headset ?? this.guide;
    leading?.step(seconds, this.hand);
    this.see();
    this.options.stage.mark(leading ? null : this.walker.goal);
  }

  /** One step; returns whether it led out of the area. */
  private walk(seconds: number, intent: Intent): boolean {
    const before = this.walker.pose;
    this.walker.step(seconds, intent);
    return this.pass(before);
  }

  /** Goes through a portal that lies between where the visitor was and is; returns whether there is one. */
  private pass(before: Pose): boolean {
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

  private draw(interval: number, even: boolean): boolean {
    const drawn = this.options.stage.draw();
    // Only frames that follow one another tell how long one takes.
    if (even && drawn && this.drawnBefore && this.walkable && this.fixedTier === null && this.governor.feed(interval)) this.applyTier();
    this.drawnBefore = drawn;
    return drawn;
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
    const eye = this.headset?.eye ?? this.view ?? this.guide?.eye ?? this.own;
    const { seen } = this;
    if (seen && eye.x === seen.x && eye.y === seen.y && eye.height === seen.height && eye.facing === seen.facing && eye.pitch === seen.pitch) return;
    this.seen = eye;
    if (this.walkable || this.view) this.pulse.wake(); // until then nobody sees it
    this.options.stage.look(eye);
  }

  private plan(): void {
    const pose = this.view ?? this.walker.pose;
    const { reach, memory } = this.currentTier;
    this.streamer.update(pose, reach, this.attended, memory);
    const at: Point = [pose.x, pose.y];
    this.zone.set(this.area.value.zones.find((zone) => inside(at, zone.polygon)) ?? null);
    const portal = nearby(this.area.value.portals, pose);
    if (portal && portal !== this.portal.value) void prefetch(this.options.library, this.hall, portal);
    this.portal.set(portal);
    this.report();
  }

  private get currentTier(): Tier {
    const tier = TIERS[this.fixedTier ?? this.governor.tier];
    return this.headset ? inHeadset(tier) : tier;
  }

  private applyTier(): void {
    this.options.stage.setTier(this.currentTier, this.fixedTier ? 1 : this.governor.sharpness);
    this.tier.set(this.currentTier.name);
    this.plan();
  }

  private async ground(area: Area): Promise<void> {
    const ground = await groundOf(this.options.library, area);
    if (area.id !== this.area.value.id) return;
    if (ground) {
      const { pitch, pose } = this.walker;
      this.walker.place(ground, stands(ground, pose) ? pose : spawnPose(this.hall, area));
      this.walker.pitch = pitch;
      this.see(); // who enters before the next frame stands there too
    }
    this.grounded = true;
    this.report();
  }

  private report(): void {
    const now = loadingOf(this.area.value, this.streamer.slots, this.walker.pose, this.grounded);
    if (isNews(this.loading.value, now)) this.loading.set(now);
  }

  /** Waits until what lies around is shown, but not for ever. */
  private async sight(most: number): Promise<void> {
    const end = performance.now() + most;
    while (!this.loading.value.ready && performance.now() < end) await this.nextFrame();
  }
}
