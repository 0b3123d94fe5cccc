/** The twins of the area one is in: moved, painted on boards and screens, and told in words, as devices on site say. */
import type { Changes } from "./core/board.js";
import type { Point } from "./core/plan.js";
import { canvasOf } from "./display.js";
import type { Device } from "./hall/devices.js";
import type { Area, Board, Manifest, Placement } from "./hall/manifest.js";
import type { Live } from "./live.js";
import type { TelemetryState } from "./session/telemetry.js";
import { Glide } from "./session/gliding.js";
import { boardWith, isStale, placeOf, telemetryWith } from "./session/twins.js";
import { Labels } from "./stage/labels.js";
import type { Carried } from "./stage/mechanism.js";
import type { Interface } from "./ui/interface.js";
import { language } from "./ui/language.js";
import { drawTwin } from "./ui/twin-drawing.js";
import { MARKS, type TwinTold } from "./ui/twin-words.js";

export interface TwinningOptions {
  readonly hall: () => Manifest;
  readonly live: () => Pick<Live, "twins" | "serverNow"> | null;
  /** Whether motion should be reduced now: twins are at once where they are then. */
  readonly still: () => boolean;
  readonly interface: Pick<Interface, "view" | "show">;
}

/** ms after a glide in which pictures are still drawn: the last one shows its end. */
const SETTLING = 50;
/** ms between two looks at what is out of date. */
const EVERY = 250;
/** Metres that a label hangs above what it is about, and above the floor of a zone. */
const ABOVE = 0.35;
/** Metres up to which a label hangs; that of a taller thing hangs before it, on the visitor's side. */
const HIGHEST = 3.2;
const ZONE_HEIGHT = 3.2;
const LABEL = [512, 160] as const;
/** Metres from which labels are seen. */
const REACH = 40;
/** Labels that hang at once, the nearest: more cover each other, and each is a picture to paint. */
const MOST = 12;

export class Twinning {
  readonly labels = new Labels();
  private area: Area | null = null;
  private devices: readonly Device[] = [];
  private placements: ReadonlyMap<string, Placement> = new Map();
  private readonly glides = new Map<string, Glide>();
  private readonly painted = new Map<string, { readonly canvas: HTMLCanvasElement; words: string }>();
  private lookedAt = -Infinity;
  private eyes: { readonly x: number; readonly z: number } = { x: 0, z: 0 };
  private said = "";
  private told: readonly TwinTold[] = [];
  private telemetryOf: { readonly state: TelemetryState; readonly said: string; readonly shown: TelemetryState } | null = null;

  constructor(private readonly options: TwinningOptions) {}

  /** Goes to another area, or takes in what changed in this one. */
  enter(area: Area): void {
    this.area = area;
    this.placements = new Map(area.placements.map((placement) => [placement.id, placement]));
    this.devices = this.options.hall().devices.filter((device) => device.area === area.id);
    for (const id of this.painted.keys()) if (!this.devices.some((device) => device.id === id)) this.unlabel(id);
    this.lookedAt = -Infinity;
  }

  /** Another area was entered: nothing here follows any more. */
  leave(): void {
    this.area = null;
    this.placements = new Map();
    this.devices = [];
    this.glides.clear();
    for (const id of [...this.painted.keys()]) this.unlabel(id);
  }

  /** Where a placement is carried at `now` (ms); null where it stands as written. */
  carried(placement: string, now: number): Carried | null {
    const [glide, written] = [this.glides.get(placement), this.placements.get(placement)];
    if (!glide || !written) return null;
    return { ...(this.options.still() ? glide.end : glide.at(now)), home: home(written) };
  }

  /** Seconds into the motion of a machine; null where none follows a device. */
  phaseOf(placement: string): number | null {
    const live = this.options.live();
    const device = this.devices.find((each) => each.kind === "machine" && each.placement === placement);
    const twin = device && live?.twins.value.twins.get(device.id);
    if (!twin || !live) return null;
    const model = this.placements.get(placement)?.model ?? "";
    const duration = this.options.hall().models[model]?.motions["run"]?.duration ?? 0;
    const { stroke, state } = twin.values;
    if (typeof stroke === "number") return stroke * duration;
    return state === "running" && duration > 0 && !isStale(device, twin, live.serverNow()) ? live.serverNow() % duration : null;
  }

  /** The changes of a board, with the figures of devices over them. */
  changesOf(board: Board, changes: Changes | undefined): Changes | undefined {
    const live = this.options.live();
    return live ? boardWith(board, changes, this.devices, live.twins.value.twins, live.serverNow(), MARKS) : changes;
  }

  /** What screens of telemetry show; the same value while nothing changes. */
  telemetry(state: TelemetryState): TelemetryState {
    const live = this.options.live();
    if (!live) return state;
    if (this.telemetryOf?.state !== state || this.telemetryOf.said !== this.said) {
      const shown = telemetryWith(state, this.devices, live.twins.value.twins, live.serverNow(), MARKS);
      this.telemetryOf = { state, said: this.said, shown };
    }
    return this.telemetryOf.shown;
  }

  /** Takes in what was said, and moves what follows; returns whether the picture changed. */
  frame(now: number, eyes: { readonly x: number; readonly z: number }): boolean {
    const live = this.options.live();
    if (!live || !this.area || this.devices.length === 0) return false;
    this.eyes = eyes;
    const moving = this.follow(now);
    const labelled = now - this.lookedAt >= EVERY && this.look(now, live.serverNow());
    for (const device of this.devices) if (this.painted.has(device.id)) this.label(device, now, false);
    return moving || labelled;
  }

  /** Where twins are, and which of them are out of date, for tests. */
  get seen(): Readonly<Record<string, { readonly at: Carried | null; readonly stale: boolean; readonly label: boolean }>> {
    return Object.fromEntries(this.told.map(({ id, stale }) => {
      const device = this.devices.find((each) => each.id === id);
      return [id, { at: this.carried(device?.placement ?? "", performance.now()), stale, label: this.labels.ids.includes(id) }];
    }));
  }

  private follow(now: number): boolean {
    const twins = this.options.live()?.twins.value.twins;
    let moving = false;
    for (const device of this.devices) {
      const twin = twins?.get(device.id);
      const placement = this.placementOf(device);
      const place = twin && placement && device.kind !== "machine" ? placeOf(device, twin) : null;
      if (!place || !placement) continue;
      const before = this.glides.get(placement.id);
      const to = { x: place.x, y: place.y, facing: place.facing ?? before?.end.facing ?? placement.facing };
      if (!before) this.glides.set(placement.id, new Glide(home(placement), to, now));
      if (!before || before.toward(to, now) || before.moves(now - SETTLING)) moving = true;
    }
    return moving;
  }

  private look(now: number, server: number): boolean {
    this.lookedAt = now;
    const twins = this.options.live()?.twins.value.twins;
    this.told = this.devices.map((device): TwinTold => {
      const twin = twins?.get(device.id);
      const about = [device.placement, device.board, device.screen, device.zone].filter((id): id is string => id !== null);
      const { id, name } = device;
      if (!twin) return { id, name, about, values: {}, age: null, stale: true };
      return { id, name, about, values: twin.values, age: Math.max(0, Math.round(server - twin.at)), stale: isStale(device, twin, server) };
    });
    const said = JSON.stringify(this.told.map((each) => (each.stale ? each : { ...each, age: 0 })));
    if (said !== this.said) {
      this.said = said;
      this.options.interface.show({ twins: this.told });
    }
    const near = this.nearest(now);
    return this.devices.map((device) => (near.has(device) ? this.label(device, now, true) : this.unlabel(device.id))).some(Boolean);
  }

  /** The devices whose labels hang: those that were heard, nearest to the eyes. */
  private nearest(now: number): ReadonlySet<Device> {
    const far = this.devices.flatMap((device, i): [Device, number][] => {
      const spot = this.told[i]?.age === null ? null : this.spot(device, now);
      const away = spot ? Math.hypot(spot.at[0] - this.eyes.x, spot.at[1] + this.eyes.z) : Infinity;
      return away < REACH ? [[device, away]] : [];
    });
    return new Set(far.sort((one, other) => one[1] - other[1]).slice(0, MOST).map(([device]) => device));
  }

  private label(device: Device, now: number, paint: boolean): boolean {
    const [spot, twin] = [this.spot(device, now), this.told.find(({ id }) => id === device.id)];
    if (!spot || !twin) return false;
    const known = this.painted.get(device.id) ?? { canvas: canvasOf(...LABEL), words: "" };
    this.painted.set(device.id, known);
    const words = JSON.stringify([twin.values, twin.stale && twin.age, language.value]);
    const anew = paint && words !== known.words;
    if (anew) {
      known.words = words;
      drawTwin(known.canvas, twin, language.value);
    }
    this.labels.hang(device.id, known.canvas, spot.at, spot.height, anew);
    return anew;
  }

  private unlabel(id: string): boolean {
    if (!this.painted.delete(id)) return false;
    this.labels.remove(id);
    return true;
  }

  /** Where the label of a device hangs; null for what has a board or a screen to say it. */
  private spot(device: Device, now: number): { readonly at: Point; readonly height: number } | null {
    const placement = this.placementOf(device);
    if (placement) {
      const { x, y } = this.carried(placement.id, now) ?? home(placement);
      const { height = 1, radius = 1 } = this.options.hall().models[placement.model] ?? {};
      const tall = placement.elevation + height * placement.scale + ABOVE;
      if (tall <= HIGHEST) return { at: [x, y], height: tall };
      const [east, north] = [this.eyes.x - x, -this.eyes.z - y];
      const share = Math.min(1, (radius * placement.scale) / Math.max(0.1, Math.hypot(east, north)));
      return { at: [x + east * share * 0.8, y + north * share * 0.8], height: HIGHEST };
    }
    const zone = this.area?.zones.find(({ id }) => id === device.zone);
    return zone ? { at: middle(zone.polygon), height: ZONE_HEIGHT } : null;
  }

  private placementOf(device: Device): Placement | null {
    return this.placements.get(device.placement ?? "") ?? null;
  }
}

const home = ({ at: [x, y], facing, elevation }: Placement): Carried["home"] => ({ x, y, facing, elevation });

const middle = (polygon: readonly Point[]): Point => [
  polygon.reduce((sum, [x]) => sum + x, 0) / polygon.length, polygon.reduce((sum, [, y]) => sum + y, 0) / polygon.length,
];
