/** What is live on the boards and screens of the area one is in: painted where the visitor is near, and only then. */
import { type Changes, rowsNow, type Row } from "./core/board.js";
import type { Pose } from "./core/plan.js";
import { BoardDisplay } from "./board-display.js";
import { Cheering } from "./cheering.js";
import { DashboardDisplay } from "./dashboard-display.js";
import type { Display, Moment } from "./display.js";
import { FieldDisplay, type FieldReading } from "./field-display.js";
import type { Area, Manifest, StagePlace } from "./hall/manifest.js";
import type { Live } from "./live.js";
import { Projecting } from "./projecting.js";
import { ReelDisplay } from "./reel-display.js";
import { ReleaseDisplay } from "./release-display.js";
import { SessionDisplay } from "./session-display.js";
import { Screens } from "./stage/screens.js";
import { Twinning } from "./twinning.js";
import { Unveiling } from "./unveiling.js";
import type { Poll } from "./protocol/polls.js";
import type { Wave } from "./protocol/talk.js";
import type { Plant } from "./protocol/telemetry.js";
import type { TelemetryState } from "./session/telemetry.js";
import type { Interface } from "./ui/interface.js";
import { language } from "./ui/language.js";

/** Metres beyond its reach at which a picture is hidden again. */
const BEYOND = 8;
/** ms between two looks at what is near. */
const EVERY = 120;
/** ms after somebody entered until pictures are painted: the first steps are theirs. */
const FIRST = 600;
/** Pictures that are hung in one look at most: each takes a slow phone a frame's time or two. */
const FRESH = 1;

/** ms between two words on what the screens of the exhibit show whose card is open. */
const TOLD = 2_000;

export interface DisplaysOptions {
  readonly hall: () => Manifest;
  readonly live: () => Pick<Live, "state" | "telemetry" | "twins" | "poses" | "serverNow" | "wish"> | null;
  /** The polls of a place, by its stream. */
  readonly polls: (stream: string) => readonly Poll[];
  /** Whether motion should be reduced now. */
  readonly still: () => boolean;
  readonly interface: Pick<Interface, "view" | "show" | "write">;
  /** A new picture of a stream has come. */
  readonly stirred: () => void;
  /** Tells when letters came that were missing before. */
  readonly fonts: Pick<EventTarget, "addEventListener">;
}

/** Where the eyes are in the scene: x east, z south. */
export interface Eyes {
  readonly x: number;
  readonly z: number;
}

/** What is live in the area, for tests. */
export interface Displayed {
  /** Those that are painted and shown: `board/<id>`, `screen/<placement>`. */
  readonly shown: readonly string[];
  /** How often a picture was sent to the graphics card. */
  readonly uploads: number;
  readonly boards: Readonly<Record<string, readonly Row[]>>;
  readonly twins: Twinning["seen"];
  /** Frames of telemetry that are known. */
  readonly telemetry: number;
  /** By placement. */
  readonly fields: Readonly<Record<string, FieldReading>>;
  /** The stream that plays. */
  readonly stream: Projecting["playing"];
}

export class Displays {
  readonly screens = new Screens();
  readonly projecting: Projecting;
  readonly twinning: Twinning;
  private readonly unveiling: Unveiling;
  private readonly cheering = new Cheering();
  private me: Pose | null = null;
  private displays: readonly Display[] = [];
  /** Those that the visitor is near to, and those whose picture hangs in the hall. */
  private readonly near = new Set<string>();
  private readonly hung = new Set<string>();
  private wanted = "";
  private area: Area | null = null;
  private lookedAt = -Infinity;
  private walking = false;
  private fresh = 0;
  private toldAt = -Infinity;
  private toldOf: string | null = null;
  private letters = 0;
  private plant: Plant | null = null;

  constructor(private readonly options: DisplaysOptions) {
    this.twinning = new Twinning(options);
    this.unveiling = new Unveiling(options);
    this.projecting = new Projecting({ ...options, screens: this.screens });
    this.screens.object.add(this.twinning.labels.object, this.unveiling.drapes.object, this.cheering.cheers.object);
    options.fonts.addEventListener("loadingdone", () => (this.letters += 1));
  }

  /** Goes to another area, or takes in what changed in this one. */
  enter(area: Area): void {
    this.twinning.enter(area);
    this.unveiling.enter(area);
    this.cheering.enter(area);
    const exhibits = area.placements.filter(({ screen, release }) => screen || release);
    const screens = exhibits.map(({ model }) => this.options.hall().models[model]?.screens);
    const wanted = JSON.stringify([area.id, area.boards, exhibits, screens, area.stages]);
    this.area = area;
    if (wanted === this.wanted) return;
    this.clear();
    this.wanted = wanted;
    this.projecting.enter(area);
    const stages = area.stages.filter(({ screen }) => screen).flatMap((stage) => this.stage(area, stage));
    this.displays = [...area.boards.map((board) => new BoardDisplay(board)), ...this.exhibits(area), ...stages];
  }

  /** Another area was entered: what hung in the one before goes at once. */
  leave(area: Area): void {
    if (area.id === this.area?.id) return;
    this.twinning.leave();
    this.unveiling.leave();
    this.clear();
  }

  /** What hangs on the screen of a stage: a reel, or what is on. */
  private stage(area: Area, stage: StagePlace): readonly Display[] {
    const { hall } = this.options;
    const reel = new ReelDisplay(stage, hall().venue, () => this.projecting.on(stage.id));
    return [reel, new SessionDisplay(area.id, stage, hall, () => !reel.idle())];
  }

  private clear(): void {
    this.wanted = "";
    this.projecting.leave();
    this.displays = [];
    this.screens.clear();
    this.near.clear();
    this.hung.clear();
  }

  /** Paints what is due, and tells the card that is open; returns whether the picture of the hall changed. */
  frame(now: number, eyes: Eyes, me: Pose): boolean {
    this.me = me;
    const moved = [this.twinning.frame(now, eyes), this.unveiling.frame(), this.cheering.frame(now, this.options.still()), this.projecting.frame(eyes, me)];
    return this.paint(now, eyes, me) || moved.some(Boolean);
  }

  /** People around react: a few signs of it rise where they are. */
  cheer(wave: Wave): void {
    if (this.me && !this.options.still()) this.cheering.take(wave, performance.now(), this.me);
  }

  private paint(now: number, eyes: Eyes, me: Pose): boolean {
    const live = this.options.live();
    // Nobody sees them before they entered, and the first picture is one that somebody waits for.
    const walking = this.options.interface.view.phase === "walking";
    const first = walking && !this.walking;
    this.walking = walking;
    if (first) this.lookedAt = now + FIRST;
    if (!live || !walking || now - this.lookedAt < EVERY) return false;
    this.lookedAt = now;
    this.fresh = 0;
    this.tell(now, this.twinning.telemetry(live.telemetry.value));
    this.letter(live.telemetry.value.plant);
    const { boards, sessions, me: number } = live.state.value;
    const moment: Moment = {
      now, server: live.serverNow(), first: language.value, still: this.options.still(), letters: this.letters,
      changesOf: (board) => this.changesOf(board, boards.get(board)),
      sessions,
      pollsOf: this.options.polls,
      telemetry: this.twinning.telemetry(live.telemetry.value),
      people: [{ number: number ?? 0, x: me.x, y: me.y }, ...live.poses(now)],
    };
    this.projecting.look(moment, eyes, me);
    return this.displays.map((display) => this.look(display, moment, eyes)).some((changed) => changed);
  }

  private changesOf(id: string, changes: Changes | undefined): Changes | undefined {
    const board = this.area?.boards.find((each) => each.id === id);
    return board ? this.twinning.changesOf(board, changes) : changes;
  }

  /** Sees to it that the names of the plant's devices can be written. */
  private letter(plant: Plant | null): void {
    if (plant === this.plant) return;
    this.plant = plant;
    this.options.interface.write((plant?.devices ?? []).flatMap(({ name }) => [name.en, name.zh]));
  }

  /** Tells the card that is open what the screens of its exhibit show, now and then. */
  private tell(now: number, telemetry: TelemetryState): void {
    const { view } = this.options.interface;
    if (view.selected === this.toldOf && now - this.toldAt < TOLD) return;
    [this.toldOf, this.toldAt] = [view.selected, now];
    const screen = this.area?.placements.find(({ id }) => id === view.selected)?.screen ?? null;
    const told = {
      telemetry: screen === "telemetry" ? telemetry : null,
      field: screen === "field" && view.selected ? (this.fields[view.selected] ?? null) : null,
    };
    if (told.telemetry !== view.telemetry || told.field !== view.field) this.options.interface.show(told);
  }

  /** What boards and screens show, for tests. */
  get told(): Displayed {
    const changes = this.options.live()?.state.value.boards;
    const boards = (this.area?.boards ?? []).map(({ id, kind, rows }) => [id, rowsNow(kind, rows, this.changesOf(id, changes?.get(id)))] as const);
    return {
      shown: this.visible,
      uploads: this.screens.uploads,
      boards: Object.fromEntries(boards),
      twins: this.twinning.seen,
      telemetry: this.options.live()?.telemetry.value.frames.length ?? 0,
      fields: this.fields,
      stream: this.projecting.playing,
    };
  }

  private get fields(): Readonly<Record<string, FieldReading>> {
    const found = this.displays.filter((display) => display instanceof FieldDisplay);
    return Object.fromEntries(found.map(({ placementId, reading }) => [placementId, reading]));
  }

  private get visible(): readonly string[] {
    return [...this.hung].filter((id) => this.near.has(id));
  }

  private exhibits(area: Area): readonly Display[] {
    return area.placements.flatMap((placement): readonly Display[] => {
      const model = this.options.hall().models[placement.model];
      if (!model) return [];
      if (placement.release) return [new ReleaseDisplay(placement, model, (now) => this.unveiling.veilOf(placement, now))];
      if (!placement.screen || model.screens.length === 0) return [];
      return [placement.screen === "field" ? new FieldDisplay(placement, model) : new DashboardDisplay(placement, model)];
    });
  }

  private look(display: Display, moment: Moment, eyes: Eyes): boolean {
    const away = Math.hypot(display.at[0] - eyes.x, display.at[1] + eyes.z);
    if (away > display.reach + (this.near.has(display.id) ? BEYOND : 0) || display.idle?.(moment)) {
      this.near.delete(display.id);
      return this.screens.show(display.id, false);
    }
    if (!this.hung.has(display.id) && this.fresh >= FRESH) return false;
    this.near.add(display.id);
    const painted = display.paint(moment);
    if (painted && !this.hung.has(display.id)) {
      this.screens.hang(display.id, display.canvas, display.shown);
      this.hung.add(display.id);
      this.fresh += 1;
    } else if (painted) this.screens.refresh(display.id);
    return this.screens.show(display.id, true) || painted;
  }
}
