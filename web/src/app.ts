/** Composes the rooms: nothing else knows both the hall in three dimensions and the interface. */
import { beginning, startsByItself, viewAddress } from "./address.js";
import { Arriving } from "./arriving.js";
import { Audience, placed } from "./audience.js";
import { Comfort } from "./comfort.js";
import { tierOf } from "./device.js";
import { Displays } from "./displays.js";
import { Escorts } from "./escorts.js";
import { Exhibits, RUN } from "./exhibits.js";
import { Library } from "./hall/fetching.js";
import { explain } from "./explaining.js";
import { Framing } from "./framing.js";
import { type FindingOptions, type Found, refetch } from "./hall/finding.js";
import { type Manifest, spawnPose } from "./hall/manifest.js";
import { firstSight } from "./hall/wanting.js";
import { hosting } from "./hosting.js";
import type { Hand } from "./input/hand.js";
import { Inspections } from "./inspections.js";
import { Going } from "./going.js";
import { Installing } from "./installing.js";
import { expose } from "./instruments.js";
import { Leading } from "./leading.js";
import { Lending } from "./lending.js";
import { connectInTime, goLive } from "./joining.js";
import type { Live } from "./live.js";
import { keepForNextTime } from "./next-time.js";
import { moderating } from "./moderating.js";
import { Performances } from "./performances.js";
import { UNSENT } from "./reasons.js";
import { Programming } from "./programming.js";
import type { Refusal } from "./protocol/events.js";
import { Sittings } from "./sittings.js";
import { seeking } from "./seeking.js";
import { People } from "./stage/people.js";
import { Stage } from "./stage/stage.js";
import { exhibitedAt } from "./ui/exhibited.js";
import { calm, type Intents, Interface } from "./ui/interface.js";
import { steer, type SteeringOptions } from "./steering.js";
import { Talking } from "./talking.js";
import { Visiting } from "./visiting.js";
import { keepAwake } from "./waking.js";
import { Wearing } from "./wearing.js";
import { World } from "./world.js";

/** Bytes of files kept after use: a whole venue, and room for a rebuild. */
const KEPT = 24 * 1024 * 1024;
/** Milliseconds of one half of a fade (boot.css), calm or not: what fades does not move. */
const FADE = 180;
/** Mark in the page's timeline of when one could enter. */
const READY = "hallwright-ready";

/** Starts the viewer in a page that holds `#stage` and `#interface`. */
export async function startApp(page: Document): Promise<void> {
  const app = new App(page);
  await app.start();
}

class App {
  private readonly host = this.element("stage");
  private readonly address = new URLSearchParams(location.search);
  /** Whether motion should be reduced now: for the whole app this one says so. */
  private readonly still = (): boolean => calm.value;
  private readonly interface: Interface;
  private readonly people = new People();
  private world: World | null = null;
  private going: Going | null = null;
  private live: Live | null = null;
  private performances: Performances | null = null;
  private displays: Displays | null = null;
  private exhibits: Exhibits | null = null;
  private lending: Lending | null = null;
  private inspections: Inspections | null = null;
  private leading: Leading | null = null;
  private sittings: Sittings | null = null;
  private escorts: Escorts | null = null;
  private visiting: Visiting | null = null;
  private talking: Talking | null = null;
  private audience: Audience | null = null;
  private wearing: Wearing | null = null;
  private programming: Programming | null = null;
  private hall: Manifest | null = null;
  private files = "";
  private stage: Stage | null = null;
  private hand: Hand | null = null;
  private readonly arriving = new Arriving();
  private readonly comfort: Comfort;
  private readonly installing = new Installing();
  private readonly framing: Framing;

  constructor(private readonly page: Document) {
    this.interface = new Interface(this.element("interface"), this.intents());
    this.installing.offered.watch((installable) => this.interface.show({ installable }));
    this.comfort = new Comfort(this.interface, this.address);
    this.framing = new Framing(window, {
      interface: this.interface,
      hall: () => this.hall,
      going: () => this.going,
      leading: () => this.leading,
      comeBack: () => this.lending?.show(null),
    });
  }

  async start(): Promise<void> {
    // Asked for before the stage is made, which takes a slow processor as long as the answer takes.
    const coming = this.arriving.tell(this.finding, this.interface);
    const stage = Stage.create(this.host, tierOf(window));
    if (!stage.ok) return explain(this.host, this.interface, coming);
    const found = await coming;
    const library = new Library({ base: found.files, budget: KEPT });
    const { area, pose } = beginning(this.address, found.hall);
    for (const url of firstSight(area, pose ?? spawnPose(found.hall, area))) void library.get(url).catch(() => null); // while the rest is made ready
    await this.open(stage.value, library, found);
  }

  private async open(stage: Stage, library: Library, { hall, files, kept }: Found): Promise<void> {
    this.hall = hall;
    this.interface.show({ phase: "loading", hall, kept, area: hall.start.area });
    this.files = files;
    const world = this.createWorld(stage, library, hall);
    [this.world, this.stage] = [world, stage];
    this.going = new Going(world, () => this.escorts?.takeOver(), this.still);
    stage.add(this.people.object);
    const phaseOf = (show: string): number | null => this.live?.phaseOf(show) ?? null;
    const dusk = (): boolean => this.world !== null && this.comfort.lightOf(this.world.area.value).sky === "dusk";
    this.performances = new Performances({ library, hall: () => this.hall ?? hall, phaseOf, dusk });
    stage.lit = (area) => this.comfort.lightOf(area);
    stage.add(this.performances.theatre.object);
    this.displays = new Displays({
      hall: () => this.hall ?? hall,
      live: () => this.live,
      polls: (stream) => this.talking?.polls(stream) ?? [],
      still: () => this.still(),
      interface: this.interface, fonts: this.page.fonts,
      stirred: () => world.pulse.nudge(),
    });
    stage.add(this.displays.screens.object);
    this.exhibit(stage, world, hall);
    this.leading = new Leading({ world, interface: this.interface, hall: () => this.hall ?? hall, still: () => this.still() });
    stage.add(this.leading.trail.mesh);
    this.escort(stage, world, hall);
    this.visiting = new Visiting({ world, interface: this.interface, hall: () => this.hall ?? hall }, window);
    this.follow(world);
    this.steer(stage, world, hall);
    this.suit();
    expose(window, {
      stage, world, library,
      hall: () => this.hall ?? hall,
      people: () => this.live?.state.value.people.size ?? 0,
      others: () => this.live?.poses(performance.now()) ?? [],
      shows: () => this.live?.shows() ?? {},
      trigger: (placement) => this.trigger(placement),
      view: () => this.interface.view,
      inspected: () => this.inspections?.view ?? null,
      seated: () => this.sittings?.view ?? null,
      seatedEye: () => this.sittings?.eye ?? null,
      vehicles: () => this.performances?.vehicles(performance.now()) ?? {},
      perform: (on) => {
        if (this.performances) this.performances.theatre.open = on;
        stage.touch();
      },
      displays: () => this.displays?.told ?? null,
      headset: () => this.wearing?.worn ?? null,
      enter: () => this.enter(),
    });
    this.goLive(hall, world);
    keepAwake(window, world, () => this.live);
    world.start();
    const { area, pose, pitch } = beginning(this.address, hall);
    const appeared = world.appear(area, pose);
    world.walker.pitch = pitch;
    await appeared;
  }

  private exhibit(stage: Stage, world: World, first: Manifest): void {
    const hall = (): Manifest => this.hall ?? first;
    const still = (): boolean => this.still();
    const exhibits = new Exhibits({
      hall, still,
      phaseOf: (placement) => this.displays?.twinning.phaseOf(placement) ?? this.phaseOf(placement),
      returns: (placement, motion) => stage.models.returns(placement, motion),
    });
    this.exhibits = exhibits;
    const lending = new Lending({ stage, world, hall, fade: (covered) => this.fade(covered), begins: () => this.escorts?.takeOver() });
    this.lending = lending;
    this.inspections = new Inspections({
      stage, world, still, exhibits, lending,
      interface: this.interface,
      trigger: (placement) => this.trigger(placement),
    });
    this.sittings = new Sittings({ stage, exhibits, lending, interface: this.interface });
  }

  private escort(stage: Stage, world: World, first: Manifest): void {
    this.escorts = new Escorts({
      stage, world,
      interface: this.interface,
      hall: () => this.hall ?? first,
      still: () => this.still(),
      run: (placement) => void this.inspections?.play(placement, RUN),
    });
  }

  /** Makes everything as the visitor likes it. */
  private suit(): void {
    if (this.world && this.stage) this.comfort.apply(this.world, this.stage, this.hand);
  }

  private steer(stage: Stage, world: World, first: Manifest): void {
    const { inspections, lending } = this;
    if (!inspections || !lending) return;
    const hands: SteeringOptions = {
      world, stage, inspections, lending,
      interface: this.interface,
      hall: () => this.hall ?? first,
      takeOver: () => this.escorts?.takeOver(),
      enter: () => this.enter(),
    };
    this.hand = steer(hands);
    this.wearing = new Wearing(hands);
  }

  private createWorld(stage: Stage, library: Library, hall: Manifest): World {
    return new World({
      stage, library, hall,
      tier: tierOf(window),
      still: () => this.still(),
      animate: (now, seconds) => this.animate(stage, now, seconds),
      fade: (covered) => this.fade(covered),
    });
  }

  /** Tells the interface what the world says of itself. */
  private follow(world: World): void {
    world.loading.watch((progress) => {
      this.interface.show({ progress });
      if (progress.ready) this.performances?.enter(world.area.value);
      if (progress.ready) this.displays?.enter(world.area.value);
      if (progress.ready) this.dress();
      if (progress.ready && performance.getEntriesByName(READY).length === 0) performance.mark(READY);
      if (progress.ready && startsByItself(this.address) && this.interface.view.phase === "loading") this.enter();
    });
    world.zone.watch((zone) => this.interface.show({ zone: zone?.id ?? null }));
    world.tier.watch((tier) => this.interface.show({ tier }));
    // Whoever asks for calm while they walk by themselves stands still, and what moved is drawn as it rests.
    calm.watch((on) => {
      if (on) world.walker.stop();
      this.stage?.touch();
    });
    world.area.watch((area) => {
      this.performances?.leave(area);
      this.displays?.leave(area);
      const moved = area.id !== this.interface.view.area;
      this.interface.show({ area: area.id });
      // An inspection is of the hall as it was published; a seat stays one.
      if (moved || this.inspections?.view) this.lending?.show(null);
      void this.live?.enterArea(area.id);
      this.escorts?.groups.entered();
    });
  }

  private goLive(hall: Manifest, world: World): void {
    const live = goLive({
      world, venue: hall.venue,
      interface: this.interface,
      areas: hall.areas.map(({ id }) => id),
      performances: () => this.performances,
      revised: (revision) => {
        if (revision !== this.hall?.revision) void this.rebuild();
      },
    });
    this.live = live;
    this.escorts?.listen(live, this.address);
    this.audience = new Audience(world, live);
    this.talking = new Talking({ live, interface: this.interface, hall: () => this.hall ?? hall, pose: () => world.walker.pose, cheered: (wave) => this.displays?.cheer(wave) });
    this.programming = new Programming({ live, interface: this.interface, hall: () => this.hall ?? hall, shelf: () => localStorage, page: this.page });
    this.programming.start(window);
    connectInTime(live, world);
  }

  /** Tells the others where one is, and shows where they are. Returns whether any of them are drawn. */
  private animate(stage: Stage, now: number, seconds: number): boolean {
    const { world, live } = this;
    if (!world || !live) return false;
    const clock = this.still() ? null : live.serverNow();
    stage.move(now, { clock, playing: (placement) => this.exhibits?.playing(placement, now) ?? [], carried: (placement) => this.displays?.twinning.carried(placement, now) ?? null });
    this.escorts?.frame(seconds);
    this.visiting?.frame(seconds);
    const groups = this.escorts?.groups;
    live.report({ ...world.walker.pose, walking: world.walker.walking, pitch: groups?.pitch ?? 0 }, groups?.guiding);
    const poses = live.poses(now).filter(({ number }) => !this.escorts?.groups.hides(number));
    this.interface.place(world.walker.pose, poses, now);
    this.inspections?.mark();
    this.audience?.frame();
    const others = placed(poses, live.state.value, world.area.value);
    const still = this.still();
    const performed = this.performances?.animate({ now, eyes: stage.eyes, still, height: stage.canvas.height }) ?? false;
    const displayed = this.displays?.frame(now, stage.eyes, world.walker.pose) ?? false;
    const led = this.leading?.frame(now) ?? false;
    return this.people.update(others, stage, seconds, still) || performed || displayed || led;
  }

  /** Seconds into the show of a placement's exhibit; null while it stands. */
  private phaseOf(placement: string): number | null {
    return this.live?.phaseOf(`exhibit/${placement}`) ?? null;
  }

  /** Fetches the hall's own font, once everything has come that one must have to enter. */
  private dress(): void {
    if (this.hall?.font) void this.interface.dress(this.files + this.hall.font.url);
  }

  private async trigger(placement: string): Promise<Refusal | null> {
    return this.live ? this.live.trigger(placement) : UNSENT;
  }

  private async rebuild(): Promise<void> {
    if (!this.hall || !this.world) return;
    const hall = await refetch(this.hall, this.finding);
    if (!hall || hall.revision === this.hall.revision) return;
    this.sittings?.follow(this.hall, hall);
    this.hall = hall;
    this.interface.show({ hall });
    const { inspect } = this.interface.view;
    if (inspect && !exhibitedAt(hall, inspect.placement)) this.lending?.show(null);
    this.escorts?.rebuilt();
    await this.world.rebuild(hall);
    this.performances?.enter(this.world.area.value);
    this.displays?.enter(this.world.area.value);
  }

  private intents(): Intents {
    return {
      enter: () => this.enter(),
      go: (destination) => void this.going?.to(destination),
      goTo: async (area, at) => (await this.going?.toPoint(area, at)) ?? false,
      leading: () => this.leading,
      viewLink: () => this.viewLink(),
      walk: () => this.host.querySelector("canvas")?.focus({ preventScroll: true }),
      inspect: (placement) => this.inspections?.show(placement),
      sit: (placement, seat) => this.sittings?.take(placement, seat),
      comeBack: () => this.lending?.show(null),
      keeping: () => this.visiting?.intents ?? null,
      moderating: () => this.live && moderating(this.live),
      hosting: () => this.live && hosting(this.live, () => this.hall),
      grouping: () => this.escorts?.groups.intents ?? null,
      talking: () => this.talking?.intents ?? null,
      calling: () => this.talking?.calling ?? null, meeting: () => this.talking?.meeting ?? null, queuing: () => this.talking?.queuing ?? null,
      takeTour: (tour) => this.escorts?.takeTour(tour),
      programming: () => this.programming,
      staging: () => this.displays?.projecting ?? null,
      consenting: () => this.live?.consent ?? null,
      touring: () => this.escorts?.tours.intents ?? null,
      play: (placement, motion) => this.inspections?.play(placement, motion) ?? Promise.resolve({ kind: "alone" }),
      wear: () => this.wearing?.toggle() ?? Promise.resolve(false),
      inspecting: () => this.inspections?.intents ?? null,
      select: (selected) => this.interface.show({ selected }),
      ...seeking(() => this.hall, () => this.interface),
      rename: async (nickname) => (await this.live?.rename(nickname))?.message ?? null,
      comfort: () => this.suit(),
      daytime: () => this.world?.relight(),
      retry: () => (this.live && this.world ? this.live.retry() : this.arriving.again()),
      install: () => void this.installing.install(),
    };
  }

  private enter(): void {
    if (!this.world) return;
    this.world.open();
    this.interface.show({ phase: "walking" });
    if (this.framing.mayFocus) this.host.querySelector("canvas")?.focus({ preventScroll: true });
    this.framing.entered(this.address);
    this.escorts?.entered(this.address);
    if (this.address.get("open") === "map") this.interface.openMap();
    keepForNextTime();
  }

  /** The address of what one sees now. */
  private viewLink(): string {
    const { world } = this;
    return world ? viewAddress(location.href, world.area.value.id, world.eye ?? world.own) : location.href;
  }

  private fade(covered: boolean): Promise<void> {
    const worn = this.wearing?.fade(covered);
    if (worn) return worn;
    this.host.toggleAttribute("data-covered", covered);
    return new Promise((resolve) => setTimeout(resolve, FADE));
  }

  private get finding(): FindingOptions {
    return { origin: location.origin, venue: this.address.get("venue") ?? undefined };
  }

  private element(id: string): HTMLElement {
    const found = this.page.getElementById(id);
    if (!found) throw new Error(`the page has no #${id}`);
    return found;
  }
}
