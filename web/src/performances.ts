/** The shows of the area one is in: fetches what performs, and moves it to the server's moment. */
import { Ring } from "./core/ring.js";
import type { Library } from "./hall/fetching.js";
import type { Area, Manifest } from "./hall/manifest.js";
import type { DroneShow, RobotShow, Show, TrafficShow } from "./hall/shows.js";
import { readSwarm } from "./hall/swarm.js";
import type { TrafficFrame } from "./protocol/presence.js";
import { act, IDLE, MOTIONS, spots } from "./session/routine.js";
import { Traffic, type VehiclePose } from "./session/traffic.js";
import { Drones } from "./stage/drones.js";
import type { Eyes } from "./stage/people.js";
import { Theatre } from "./stage/theatre.js";
import { Troupe } from "./stage/troupe.js";
import { Vehicles } from "./stage/vehicles.js";

export interface PerformancesOptions {
  readonly library: Library;
  readonly hall: () => Manifest;
  /** Seconds into a show; null for one that the server does not have. */
  readonly phaseOf: (show: string) => number | null;
  /** Whether it is dusk where one is: lights shine. */
  readonly dusk: () => boolean;
}

/** What one frame needs to know. */
export interface Now {
  /** ms of `performance.now()`. */
  readonly now: number;
  readonly eyes: Eyes;
  /** Whether motion should be reduced. */
  readonly still: boolean;
  /** Pixels that the picture is high. */
  readonly height: number;
}

interface Files {
  readonly near: ArrayBuffer;
  readonly far: ArrayBuffer | null;
}

interface Convoy {
  readonly troupe: Troupe;
  readonly move: (poses: readonly VehiclePose[], eyes: Eyes) => void;
}

/** The motion of a model that goes on legs: its gait at a metre a second. */
const WALK = "walk";
/** Metres across and along of a vehicle whose model does not say. */
const USUAL = [2, 4.5] as const;

/** Moves what performs; returns whether anything did. */
type Play = (now: Now) => boolean;

export class Performances {
  readonly theatre = new Theatre();
  private plays: Play[] = [];
  private traffic = new Map<number, Traffic>();
  private area: Area | null = null;
  private loading = "";

  constructor(private readonly options: PerformancesOptions) {}

  /** Goes to another area, or takes in what changed in this one; what performs there is fetched by and by. */
  enter(area: Area): void {
    const shows = this.options.hall().shows.filter((show) => show.area === area.id);
    const wanted = JSON.stringify([area.id, shows]);
    this.area = area;
    if (wanted === this.loading) return;
    this.loading = wanted;
    this.empty();
    for (const show of shows) void this.cast(show, wanted);
  }

  /** Another area was entered: what performed before goes at once, what performs there is not fetched yet. */
  leave(area: Area): void {
    if (area.id === this.area?.id) return;
    this.loading = "";
    this.empty();
  }

  /** Takes in a frame of vehicles. */
  receive(frame: TrafficFrame, arrived: number): void {
    this.traffic.get(frame.show)?.receive(frame, arrived);
  }

  /** Where the vehicles of a show are drawn now, for tests. */
  vehicles(now: number): Readonly<Record<string, ReturnType<Traffic["poses"]>>> {
    const { shows } = this.options.hall();
    return Object.fromEntries([...this.traffic].map(([index, traffic]) => [shows[index]?.id ?? "", traffic.poses(now)]));
  }

  /** Draws this moment; returns whether anything moved. */
  animate(now: Now): boolean {
    if (!this.theatre.open) return false;
    return this.plays.map((play) => play(now)).some(Boolean);
  }

  private empty(): void {
    this.plays = [];
    this.traffic = new Map();
    this.theatre.clear();
  }

  private async cast(show: Show, wanted: string): Promise<void> {
    try {
      const play = await this.opened(show, () => wanted === this.loading);
      if (play && wanted === this.loading) this.plays.push(play);
    } catch (error) {
      console.warn(`the show ${show.id} cannot be shown`, error);
    }
  }

  private opened(show: Show, wanted: () => boolean): Promise<Play | null> {
    switch (show.kind) {
      case "drones":
        return this.openDrones(show, wanted);
      case "robots":
        return this.openRobots(show, wanted);
      case "traffic":
        return this.openTraffic(show, wanted);
      case "other":
        return Promise.resolve(null);
    }
  }

  private async openDrones(show: DroneShow, wanted: () => boolean): Promise<Play | null> {
    if (!show.file) return null;
    const swarm = readSwarm(await this.options.library.get(show.file.url));
    if (!swarm.ok) throw new Error(swarm.error);
    if (!wanted()) return null;
    const drones = new Drones(swarm.value, show);
    this.theatre.add(drones);
    return ({ still, height }) => drones.update(this.options.phaseOf(show.id) ?? 0, still, this.options.dusk(), height);
  }

  private async openRobots(show: RobotShow, wanted: () => boolean): Promise<Play | null> {
    const { near, far } = await this.model(show.model);
    const troupe = await Troupe.create(near, far, show.count, MOTIONS);
    if (!wanted()) return null;
    this.theatre.add(troupe);
    const places = spots(show);
    const lengths = (motion: string): number | null => troupe.duration(motion);
    return ({ eyes, still }) => {
      const time = still ? 0 : (this.options.phaseOf(show.id) ?? 0);
      troupe.update(places.map((spot) => {
        const [x, y] = spot.at;
        return { x, y, height: show.height, facing: show.facing, ...act(show.routine, show.duration, time, spot, lengths) };
      }), eyes);
      return !still;
    };
  }

  private async openTraffic(show: TrafficShow, wanted: () => boolean): Promise<Play | null> {
    const { shows, exhibits, models } = this.options.hall();
    const kinds = show.vehicles.map(({ exhibit }) => exhibits.find((each) => each.id === exhibit)?.model ?? "");
    const files = await Promise.all(kinds.map((model) => this.model(model)));
    const walks = kinds.map((model) => WALK in (models[model]?.motions ?? {}));
    const convoys = await Promise.all(kinds.map((_, kind) => {
      const members = show.fleet.flatMap(([each], i) => (each === kind ? [i] : []));
      return walks[kind] ? this.walkers(files[kind] as Files, members) : Promise.resolve(null);
    }));
    const driven = show.fleet.flatMap(([kind], i) => (walks[kind] ? [] : [i]));
    const forms = files.map((file, i) => ({ ...file, far: file.far ?? file.near, footprint: models[kinds[i] ?? ""]?.footprint ?? USUAL }));
    const vehicles = driven.length > 0 ? await Vehicles.create(forms, driven.map((i) => show.fleet[i]?.[0] ?? 0)) : null;
    if (!wanted()) return null;
    const traffic = new Traffic(show.route.lanes.map((lane) => new Ring(lane)), show.fleet.map(([, lane]) => lane));
    this.traffic.set(shows.findIndex(({ id }) => id === show.id), traffic);
    if (vehicles) this.theatre.add(vehicles);
    for (const convoy of convoys) if (convoy) this.theatre.add(convoy.troupe);
    return ({ now, eyes }) => {
      const poses = traffic.poses(now);
      vehicles?.update(poses.length > 0 ? driven.map((i) => poses[i] as VehiclePose) : [], eyes);
      for (const convoy of convoys) convoy?.move(poses, eyes);
      return poses.some(({ speed }) => speed > 0);
    };
  }

  /** Those of a fleet that go on legs: their walk is played by the metres that they have gone. */
  private async walkers({ near, far }: Files, members: readonly number[]): Promise<Convoy> {
    const troupe = await Troupe.create(near, far, members.length, [WALK, IDLE]);
    const round = troupe.duration(WALK) ?? 1;
    const move = (poses: readonly VehiclePose[], eyes: Eyes): void => {
      const there = members.flatMap((i) => poses[i] ?? []);
      troupe.update(there.map(({ x, y, facing, way, speed }) => {
        return { x, y, facing, height: 0, ...(speed > 0 ? { motion: WALK, time: way % round } : { motion: IDLE, time: 0 }) };
      }), eyes);
    };
    return { troupe, move };
  }

  private async model(id: string): Promise<Files> {
    const model = this.options.hall().models[id];
    if (!model?.near) throw new Error(`no model ${id}`);
    const { library } = this.options;
    const [near, far] = await Promise.all([library.get(model.near.url), model.far ? library.get(model.far.url) : null]);
    return { near, far };
  }
}
