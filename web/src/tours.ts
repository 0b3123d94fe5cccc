/**
 * Takes a visitor through a tour: walks or fades from stop to stop, eases the eyes to each, runs its exhibit and lets it
 * be said. The visitor's hand always wins: the tour is then paused, and goes on from where it was when asked.
 */
import type { Point } from "./core/plan.js";
import type { Text } from "./core/text.js";
import type { Manifest } from "./hall/manifest.js";
import type { Stop, Tour } from "./hall/tours.js";
import { type Gazing, type Vantage, vantageOf } from "./hall/vantage.js";
import { Lent } from "./lent.js";
import { Gaze } from "./movement/gaze.js";
import type { Narration } from "./narration.js";
import { captionAt, captionsOf } from "./session/captions.js";
import { TourClock } from "./session/tour-clock.js";
import type { Stage } from "./stage/stage.js";
import type { Interface, TourIntents, TourView } from "./ui/interface.js";
import { language } from "./ui/language.js";
import type { World } from "./world.js";

export interface ToursOptions {
  readonly stage: Pick<Stage, "cover">;
  readonly world: World;
  readonly interface: Pick<Interface, "show">;
  readonly hall: () => Manifest;
  /** Whether motion should be reduced now. */
  readonly still: () => boolean;
  /** Runs the exhibit of a placement for everyone. */
  readonly run: (placement: string) => void;
  readonly narration: Pick<Narration, "able" | "speaking" | "say" | "hush">;
}

/** How a tour begins: at once, and again and again, as kiosks do. */
export interface Beginning {
  readonly play: boolean;
  readonly loop?: boolean;
}

/** Metres that are walked rather than faded over, and what counts as being there. */
const ON_FOOT = 60;
const THERE = 1.2;
/** Seconds after which one who is still on the way is taken there. */
const WALKED_ENOUGH = 45;
/** Seconds that a voice may take longer than its stop. */
const PATIENCE = 20;
/** Seconds without a hand after which a kiosk goes on by itself. */
const LEFT_ALONE = 60;
/** Share of a second to which the bar is kept. */
const TOLD = 4;

type State = TourView["state"];

export class Tours {
  private tour: Tour | null = null;
  private clock = new TourClock([0]);
  private state: State = "ready";
  private walking = false;
  private voice = false;
  private loop = false;
  /** Seconds on foot; less than none behind a fade. */
  private onWay = 0;
  /** Where one walks to. */
  private aim: Point | null = null;
  private waited = 0;
  private idle = 0;
  /** Counts where one was sent: who comes too late has lost. */
  private turn = 0;
  private told = "";
  private readonly gaze = new Gaze({ blend: 1.1, halfLife: 0.25 });
  private readonly guide: Lent;

  constructor(private readonly options: ToursOptions) {
    this.guide = new Lent(this.gaze, options.world, options.still);
    language.watch(() => {
      if (this.options.narration.speaking) this.narrate();
    });
  }

  /** How far the tour is; null while none is taken. */
  get view(): TourView | null {
    const { tour, clock, state, walking, voice } = this;
    if (!tour) return null;
    const { able } = this.options.narration;
    return { tour: tour.id, stop: clock.stop, position: clock.position, into: clock.into, state, walking, voice, speaks: able };
  }

  /** Takes up a tour; false where there is none of that id. */
  begin(id: string, { play, loop = false }: Beginning): boolean {
    const tour = this.options.hall().tours.find((each) => each.id === id);
    if (!tour || tour.stops.length === 0) return false;
    this.end();
    this.tour = tour;
    this.clock = new TourClock(tour.stops.map(({ duration }) => duration));
    this.loop = loop;
    this.state = "ready";
    if (play) this.intents.play();
    else this.tell();
    return true;
  }

  readonly intents: TourIntents = {
    play: () => this.play(),
    pause: () => this.pause(),
    skip: (stops) => {
      const back = stops < 0 && this.clock.into > 3 ? 0 : stops;
      this.jump(this.clock.stop + back);
    },
    seek: (position) => {
      const before = this.clock.stop;
      this.clock.seek(position);
      if (this.clock.stop === before && !this.walking && this.state !== "ready") this.resay();
      else this.jump(this.clock.stop, this.clock.into);
    },
    voice: (on) => {
      this.voice = on;
      if (on && this.state === "playing" && !this.walking) this.narrate();
      else this.options.narration.hush();
      this.tell();
    },
    cover: (bottom) => this.options.stage.cover(0, bottom),
    end: () => this.end(),
  };

  /** The visitor moves by hand: the tour stands, and the eyes are theirs again. */
  takeOver(): void {
    this.idle = 0;
    if (!this.tour || (this.state !== "playing" && this.gaze.target === null)) return;
    this.pause();
    this.letGo();
  }

  /** The hall was built anew: the tour goes on where it has the same stops, else it is over. */
  rebuilt(): void {
    const { tour } = this;
    if (!tour) return;
    const now = this.options.hall().tours.find((each) => each.id === tour.id);
    const key = (each: Tour): string => each.stops.map(({ kind, place, duration }) => `${kind}/${place}/${String(duration)}`).join();
    if (now && key(now) === key(tour)) this.tour = now;
    else this.end();
  }

  /** One frame. */
  frame(seconds: number): void {
    if (!this.tour) return;
    if (this.state === "playing") this.advance(seconds);
    else this.wait(seconds);
    this.tell();
  }

  private get stop(): Stop {
    return this.tour?.stops[this.clock.stop] as Stop;
  }

  private advance(seconds: number): void {
    if (this.walking) return this.walk(seconds);
    this.clock.advance(seconds);
    if (!this.clock.over) return;
    this.waited += seconds;
    if (this.options.narration.speaking && this.waited < PATIENCE) return;
    if (!this.clock.last) void this.go(this.clock.stop + 1, 0, true);
    else if (this.loop) void this.go(0, 0, false);
    else this.finish();
  }

  /** A kiosk that was left alone goes on. */
  private wait(seconds: number): void {
    this.idle += seconds;
    if (this.loop && this.state === "paused" && this.idle > LEFT_ALONE) this.play();
  }

  private play(): void {
    if (!this.tour || this.state === "playing") return;
    const anew = this.state === "over";
    this.state = "playing";
    if (anew) this.clock.go(0);
    const there = this.gaze.target !== null && !this.walking && !anew;
    if (there) this.resay();
    else void this.go(this.clock.stop, this.clock.into, true);
    this.tell();
  }

  private pause(): void {
    if (this.state !== "playing") return;
    this.state = "paused";
    this.options.narration.hush();
    if (this.walking) this.options.world.walker.stop();
    this.tell();
  }

  private finish(): void {
    this.state = "over";
    this.letGo();
  }

  private end(): void {
    this.turn += 1;
    this.tour = null;
    this.walking = false;
    this.options.narration.hush();
    this.letGo();
    this.tell();
  }

  /** The eyes ease back to the visitor's own, who looks where they looked. */
  private letGo(): void {
    if (this.gaze.target === null) return;
    this.options.world.turnToView();
    this.gaze.target = null;
  }

  /** To a stop without walking, playing on or standing there as before. */
  private jump(stop: number, into = 0): void {
    if (this.state === "ready" || this.state === "over") this.state = "paused";
    void this.go(stop, into, false);
  }

  private async go(stop: number, into: number, onFoot: boolean): Promise<void> {
    const turn = ++this.turn;
    const { hall, narration } = this.options;
    this.clock.go(stop, into);
    [this.walking, this.onWay, this.waited] = [true, 0, 0];
    narration.hush();
    const vantage = vantageOf(hall(), this.stop);
    if (onFoot && this.setOff(vantage)) return this.tell();
    this.tell();
    const landed = await this.fadeTo(vantage, turn);
    if (landed && turn === this.turn) this.arrive(vantage.eye);
  }

  /** Begins to walk; false where one should not or cannot. */
  private setOff({ area, eye }: Vantage): boolean {
    const { world, still } = this.options;
    const { x, y } = world.walker;
    if (still() || area !== world.area.value.id || Math.hypot(eye.x - x, eye.y - y) > ON_FOOT) return false;
    this.letGo();
    const sent = world.walkTo([eye.x, eye.y]);
    this.aim = world.walker.goal;
    return sent;
  }

  private walk(seconds: number): void {
    const { world, hall } = this.options;
    if (this.onWay < 0) return; // behind a fade
    this.onWay += seconds;
    const { walker } = world;
    if (walker.goal && this.onWay < WALKED_ENOUGH) return;
    const [x, y] = this.aim ?? [Infinity, Infinity];
    if (Math.hypot(x - walker.x, y - walker.y) < THERE) this.arrive(vantageOf(hall(), this.stop).eye);
    else void this.go(this.clock.stop, this.clock.into, false);
  }

  /** Behind a fade, once another one is over; false where one was sent elsewhere meanwhile. */
  private async fadeTo({ area, eye }: Vantage, turn: number): Promise<boolean> {
    const { world } = this.options;
    this.onWay = -1;
    world.walker.stop();
    await world.arrived();
    if (turn !== this.turn) return false;
    await world.travel(area, { x: eye.x, y: eye.y, facing: eye.facing }, () => {
      if (turn !== this.turn) return;
      this.gaze.target = eye;
      this.gaze.settle();
      world.lend(this.guide);
    });
    return true;
  }

  private arrive(eye: Gazing): void {
    this.walking = false;
    this.gaze.target = eye;
    this.options.world.lend(this.guide);
    const { run, place } = this.stop;
    if (this.state !== "playing") return this.tell();
    if (run && this.clock.into < 1) this.options.run(place);
    this.narrate();
    this.tell();
  }

  private resay(): void {
    this.waited = 0;
    if (this.state === "playing") this.narrate();
    this.tell();
  }

  /** Says what is left of the stop. */
  private narrate(): void {
    if (!this.voice || !this.tour) return;
    const captions = captionsOf(read(this.stop.text), this.stop.duration);
    this.options.narration.say(captions.slice(captionAt(captions, this.clock.into)).map(({ text }) => text), language.value);
  }

  /** Shows the bar what is so, a few times a second at most. */
  private tell(): void {
    const { view } = this;
    const key = view ? JSON.stringify({ ...view, position: Math.round(view.position * TOLD), into: 0 }) : "";
    if (key === this.told) return;
    this.told = key;
    this.options.interface.show({ tour: view });
  }
}

const read = (text: Text): string => text[language.value] || text.en || text.zh;
