/**
 * Being in the hall with a headset on. The visitor stands where their head is; nothing moves them but their own steps and
 * what they ask for, and that happens behind closed lids. Fetched only where a headset is.
 */
import type { Pose } from "./core/plan.js";
import { Aim, type Asked, type Surroundings } from "./aiming.js";
import { motionsOf, RUN } from "./exhibits.js";
import type { Manifest } from "./hall/manifest.js";
import { Lids } from "./movement/lids.js";
import { inHall, type Place as Spot, roomFor, SNAP } from "./movement/teleport.js";
import { Goggles, type Head, type Reading } from "./stage/goggles.js";
import type { Pointing } from "./stage/pointer.js";
import type { Eye, Stage } from "./stage/stage.js";
import type { Played } from "./ui/interface.js";
import { type Place, placeById, placesOf } from "./ui/places.js";
import { newcomerPlate, playedPlate, thingPlate } from "./ui/plates.js";
import type { Guide, World } from "./world.js";

export interface HeadsetOptions {
  readonly stage: Stage;
  readonly world: World;
  readonly hall: () => Manifest;
  /** Runs an exhibit for everyone. */
  readonly run: (placement: string) => Promise<Played>;
}

/** What a headset shows, for tests. */
export interface Worn {
  /** Where the first eye was drawn from, plan metres and height. */
  readonly eye: Spot;
  /** Where arcs land. */
  readonly spots: readonly NonNullable<Pointing["spot"]>[];
  /** Plates beside the hands, line by line. */
  readonly plates: readonly (readonly string[])[];
  /** 0…1: how far the lids are shut. */
  readonly dark: number;
}

/** Milliseconds that a plate tells what came of running an exhibit. */
const TOLD = 4_000;

export class Headset implements Guide {
  /** Whether it was taken off. */
  over = false;
  private readonly lids = new Lids();
  private readonly aims = new Map<object, Aim>();
  private room: Pose = { x: 0, y: 0, facing: 0 };
  private head: Head | null = null;
  /** Where the visitor was left standing: if they are elsewhere, somebody else put them there. */
  private stood: Pose | null = null;
  private gone = false;
  private told: { readonly id: string; readonly lines: readonly string[]; readonly until: number } | null = null;
  private named: { readonly hall: Manifest; readonly places: readonly Place[] } | null = null;
  private goggles: Goggles | null = null;

  private constructor(private readonly options: HeadsetOptions) {}

  /** Puts it on; rejects where that is refused. `off` is called once it is off again. */
  static async putOn(options: HeadsetOptions, off: () => void): Promise<Headset> {
    const headset = new Headset(options);
    headset.goggles = await Goggles.putOn(options.stage.gear, () => {
      headset.over = true;
      options.world.wear(null);
      headset.lids.drop();
      off();
    });
    options.world.wear(headset);
    return headset;
  }

  takeOff(): void {
    this.goggles?.takeOff();
  }

  /** Shuts or opens the lids, as when areas change; resolves when done. */
  fade(covered: boolean): Promise<void> {
    return covered ? this.lids.close() : this.lids.open();
  }

  get eye(): Eye {
    if (!this.head) return this.options.world.own;
    const { height, pitch } = this.head;
    return { ...inHall(this.room, this.head), height, pitch };
  }

  get worn(): Worn {
    const pointings = [...this.aims.values()].flatMap(({ pointing }) => pointing ?? []);
    const { x, y, z } = this.options.stage.eyes;
    return { eye: [x, -z, y], spots: pointings.flatMap(({ spot }) => spot ?? []), plates: pointings.map(({ plate }) => plate), dark: this.lids.dark };
  }

  step(seconds: number): void {
    const { goggles } = this;
    const reading = goggles?.read();
    if (goggles && this.head) {
      this.lids.step(seconds);
      goggles.dark = this.lids.dark;
    }
    if (!goggles || !reading) return;
    this.stand(reading);
    const asked = this.ask(reading);
    if (this.lids.lifted) for (const each of asked) this.answer(each);
    const { x, y, height } = this.eye;
    goggles.show([...this.aims.values()].flatMap(({ pointing }) => pointing ?? []), [x, y, height]);
  }

  /** The visitor goes where their head goes; where they were put elsewhere, the room goes along. */
  private stand({ head, shifted }: Reading): void {
    const { world } = this.options;
    const { x, y, facing } = world.walker;
    const { stood } = this;
    this.head = head;
    const put = !stood || shifted || x !== stood.x || y !== stood.y || facing !== stood.facing;
    if (put) this.lay(roomFor(head, { x, y, facing }));
    else world.tread(inHall(this.room, head), head.pitch);
    this.stood = world.walker.pose;
  }

  private lay(room: Pose): void {
    this.room = room;
    this.goggles?.lay(room);
  }

  /** What the hands ask for, those that have just gone too. */
  private ask({ hands }: Reading): readonly Asked[] {
    const around = this.around();
    const left = [...this.aims].filter(([key]) => hands.every((hand) => hand.key !== key));
    const last = left.map(([key, aim]) => {
      this.aims.delete(key);
      return aim.leave();
    });
    return [...last, ...hands.map((hand) => {
      const aim = this.aims.get(hand.key) ?? new Aim();
      this.aims.set(hand.key, aim);
      return aim.step(hand, around);
    })];
  }

  private answer({ turn, go, run }: Asked): void {
    if (run) void this.run(run);
    else if (go) void this.jump(({ facing }) => ({ x: go[0], y: go[1], facing }));
    else if (turn) void this.jump(({ x, y, facing }) => ({ x, y, facing: facing + turn * SNAP }));
  }

  /** Is elsewhere, or looks elsewhere, in the blink of an eye. */
  private async jump(to: (here: Pose) => Pose): Promise<void> {
    await this.lids.close();
    const { head } = this;
    if (head) {
      this.lay(roomFor(head, to(inHall(this.room, head))));
      this.options.world.tread(inHall(this.room, head), head.pitch);
      this.stood = this.options.world.walker.pose;
      this.gone = true;
    }
    await this.lids.open();
  }

  private async run(placement: string): Promise<void> {
    const played = await this.options.run(placement);
    const name = this.placeOf(placement)?.name ?? { en: placement, zh: placement };
    this.told = { id: placement, lines: playedPlate(name, played), until: performance.now() + TOLD };
  }

  private around(): Surroundings {
    const { hall, world } = this.options;
    const { x, y, footing } = world.walker;
    return {
      hall: hall(), area: world.area.value, ground: footing, room: this.room, at: [x, y], now: performance.now(),
      runs: (id) => RUN in motionsOf(hall(), id),
      tells: (id, stick) => this.tells(id, stick),
    };
  }

  private tells(id: string | null, stick: boolean): readonly string[] {
    if (id === null) return this.gone ? [] : newcomerPlate(stick);
    const { told } = this;
    if (told?.id === id && performance.now() < told.until) return told.lines;
    return thingPlate(this.placeOf(id), RUN in motionsOf(this.options.hall(), id));
  }

  private placeOf(id: string): Place | undefined {
    const hall = this.options.hall();
    if (this.named?.hall !== hall) this.named = { hall, places: placesOf(hall) };
    return placeById(this.named.places, id);
  }
}
