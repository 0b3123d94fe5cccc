/** Sees to the screens of stages around the visitor: what each shows, the stream of the nearest one, and what the page tells of it. */
import type { Pose } from "./core/plan.js";
import type { Language, Text } from "./core/text.js";
import type { Moment } from "./display.js";
import type { Area, Manifest, StagePlace } from "./hall/manifest.js";
import { type Pane, stagePane } from "./hall/panes.js";
import type { Live } from "./live.js";
import { Projection } from "./projection.js";
import { UNSENT } from "./reasons.js";
import type { Shown } from "./reel-display.js";
import type { Refusal } from "./protocol/events.js";
import { onScreen } from "./session/polls.js";
import { type Screening, StageScreen } from "./session/screening.js";
import { type Session, Timetable } from "./session/timetable.js";
import type { Screens } from "./stage/screens.js";
import { Thrift } from "./thrift.js";
import { language } from "./ui/language.js";
import type { Interface } from "./ui/interface.js";
import type { StageIntents, StageView, StreamView } from "./ui/stage-view.js";

/** Metres within which a stream plays, and the page tells of a stage. */
const REACH = 70;
const AROUND = 45;
/** Metres before a screen at which its moving picture hangs, so that it is before what is painted there. */
const BEFORE = 0.02;
const EYES = 1.6; // metres
/** Radians from where one looks beyond which a screen is not seen, with room for its width. */
const SEEN = 1.4;

/** Where the eyes are in the scene. */
interface Eyes {
  readonly x: number;
  readonly z: number;
}

export interface ProjectingOptions {
  readonly hall: () => Manifest;
  readonly live: () => Pick<Live, "state" | "wish"> | null;
  readonly interface: Pick<Interface, "view" | "show" | "write">;
  readonly screens: Screens;
  readonly still: () => boolean;
  /** A new picture has come. */
  readonly stirred: () => void;
}

interface Place {
  readonly stage: StagePlace;
  readonly screen: StageScreen;
  readonly pane: Pane | null;
  screening: Screening | null;
  /** Whether a poll hangs there, which goes before everything else; what one hears goes on. */
  polled: boolean;
}

export class Projecting implements StageIntents {
  private area: Area | null = null;
  private places: readonly Place[] = [];
  private timetable: Timetable | null = null;
  private projection: Projection | null = null;
  private at: Place | null = null;
  private shown = "";
  /** What the visitor chose of captions; undefined while they are as by default: read while there is no sound. */
  private captioned: Language | null | undefined;
  private readonly thrift = typeof window === "undefined" ? null : new Thrift(window);

  constructor(private readonly options: ProjectingOptions) {
    if (typeof document !== "undefined") document.addEventListener?.("visibilitychange", () => this.pauseHidden());
  }

  enter(area: Area): void {
    this.stop();
    this.area = area;
    this.places = area.stages.filter(({ screen }) => screen).map((stage) => ({ stage, screen: new StageScreen(area.id, stage), pane: stagePane(stage), screening: null, polled: false }));
  }

  leave(): void {
    this.stop();
    [this.area, this.places] = [null, []];
    this.tell(null, []);
  }

  /** What is on the screen of a stage. */
  on(stage: string): Shown {
    const place = this.places.find((each) => each.stage.id === stage);
    const playing = place && place === this.at ? this.projection : null;
    const waits = place?.screening?.reel.kind === "stream" ? "loading" : null;
    if (place?.polled) return { screening: null, stream: null };
    return { screening: place?.screening ?? null, stream: playing?.state ?? waits };
  }

  /** Looks at what screens show and what is near. */
  look(moment: Moment, eyes: Eyes, me: Pose): void {
    const sessions = this.sessions(moment);
    const chosen = this.options.live()?.state.value.screens;
    for (const place of this.places) {
      place.screening = place.screen.now(sessions, chosen?.get(place.screen.id), moment.server);
      place.polled = onScreen(moment.pollsOf(`talk/stage/${place.stage.id}`), moment.server * 1000) !== null;
    }
    const near = [...this.places].sort((a, b) => distance(a, eyes) - distance(b, eyes));
    this.project(near.find((place) => place.screening?.reel.kind === "stream" && distance(place, eyes) < REACH) ?? null, moment);
    const around = near.find((place) => distance(place, eyes) < AROUND && (place.screening || place.stage.seating || place.stage.reels.length > 0));
    const { pane } = this.at ?? {};
    if (pane) this.projection?.sound.place(pane, { x: me.x, y: me.y, height: EYES, facing: me.facing });
    this.tell(around ?? null, this.seatsTaken());
  }

  /** Whether the picture of the hall is another one by now: a new picture came, and is seen. */
  frame(eyes: Eyes, me: Pose): boolean {
    const { projection, at } = this;
    if (!projection || !at?.pane || !projection.fresh) return false;
    const [x, y] = at.pane.at;
    const away = Math.atan2(x - eyes.x, y + eyes.z) - me.facing;
    const lent = Math.hypot(eyes.x - me.x, eyes.z + me.y) > 1; // somebody else looks, who knows where to
    return lent || Math.abs(Math.atan2(Math.sin(away), Math.cos(away))) < SEEN;
  }

  /** The stream that plays, for tests. */
  get playing(): { readonly stage: string; readonly time: number; readonly state: string; readonly sound: boolean } | null {
    const { projection, at } = this;
    return projection && at ? { stage: at.stage.id, time: projection.video.currentTime, state: projection.state, sound: projection.sound.on } : null;
  }

  play(on: boolean): void {
    if (this.projection) this.projection.wanted = on;
  }

  sound(on: boolean): void {
    const { projection } = this;
    if (!projection) return;
    projection.sound.on = on;
    if (on) projection.wanted = true;
    if (on) void projection.video.play().catch(() => undefined);
  }

  volume(volume: number): void {
    if (!this.projection) return;
    this.projection.sound.volume = Math.min(1, Math.max(0, volume));
    this.projection.sound.adjust();
  }

  positional(on: boolean): void {
    if (!this.projection) return;
    this.projection.sound.positional = on;
    this.projection.sound.adjust();
  }

  captions(chosen: Language | null): void {
    this.captioned = chosen;
  }

  async show(reel: string | null, more: { readonly slide?: number; readonly text?: Text } = {}): Promise<Refusal | null> {
    const { shownStage } = this;
    if (!shownStage) return UNSENT;
    return (await this.options.live()?.wish("show_on_screen", { screen: shownStage.screen.id, reel, ...more })) ?? null;
  }

  async sit(on: boolean): Promise<Refusal | null> {
    const live = this.options.live();
    if (!live || !this.shownStage) return UNSENT;
    return on ? live.wish("sit", { stage: this.shownStage.stage.id }) : live.wish("stand", {});
  }

  private get shownStage(): Place | null {
    const { stage } = this.options.interface.view;
    return this.places.find((place) => place.stage.id === stage?.stage) ?? null;
  }

  private sessions({ server, sessions }: Moment): readonly Session[] {
    const { programme } = this.options.hall();
    if (!programme) return [];
    if (this.timetable?.programme !== programme) this.timetable = new Timetable(programme);
    return this.timetable.sessions(server * 1000, sessions);
  }

  private project(place: Place | null, moment: Moment): void {
    const screening = place?.screening ?? null;
    if (place !== this.at || screening?.reel !== this.projection?.reel) {
      this.stop();
      if (!place || !screening) return;
      this.at = place;
      this.projection = new Projection(screening.reel, this.options.hall().venue, this.plays, this.options.stirred);
    }
    const { projection } = this;
    if (!projection || !place?.pane || !screening) return;
    projection.run(screening, moment.server, moment.now, !document.hidden);
    projection.caption(this.reading(projection));
    const { video } = projection;
    if (projection.pictured) this.options.screens.project(place.screen.id, video, fitted(place.pane, video.videoWidth / video.videoHeight));
    this.options.screens.show(place.screen.id, projection.pictured && !place.polled);
  }

  /** Whether streams play by themselves. */
  private get plays(): boolean {
    return !this.options.still() && this.options.interface.view.tier !== "low" && !this.thrift?.sparing.value;
  }

  private reading(projection: Projection): Language | null {
    const { languages } = projection;
    const own = languages.find((each) => each === language.value) ?? languages[0] ?? null;
    if (this.captioned === undefined) return projection.sound.on ? null : own;
    return this.captioned;
  }

  private stop(): void {
    if (this.at) this.options.screens.remove(this.at.screen.id);
    this.projection?.close();
    [this.projection, this.at] = [null, null];
  }

  private pauseHidden(): void {
    if (document.hidden && this.projection && !this.projection.sound.on) this.projection.video.pause();
  }

  private seatsTaken(): readonly [number, string, number][] {
    const { state } = this.options.live() ?? {};
    return [...(state?.value.seats ?? [])].filter(([, { area }]) => area === this.area?.id).map(([number, { stage, seat }]) => [number, stage, seat]);
  }

  private tell(place: Place | null, seats: readonly [number, string, number][]): void {
    const view = place ? this.viewOf(place, seats) : null;
    const shown = JSON.stringify(view);
    if (shown === this.shown) return;
    this.shown = shown;
    if (view?.words) this.options.interface.write([view.words.en, view.words.zh]);
    this.options.interface.show({ stage: view });
  }

  private viewOf({ stage, screening }: Place, seats: readonly [number, string, number][]): StageView {
    const here = seats.filter(([, at]) => at === stage.id);
    const me = this.options.live()?.state.value.me;
    const { seating } = stage;
    const reel = screening?.reel ?? null;
    return {
      area: this.area?.id ?? "", stage: stage.id, name: stage.name, reel, reels: stage.reels,
      stream: reel?.kind === "stream" && this.at?.stage === stage ? this.streamView() : null,
      slide: screening?.slide ?? 0,
      words: reel?.kind === "text" ? (screening?.text ?? reel.text) : null,
      chosen: screening?.chosen ?? false,
      seats: seating && { all: seating.rows * seating.across.length, taken: here.length, mine: here.some(([number]) => number === me) },
    };
  }

  private streamView(): StreamView | null {
    const { projection } = this;
    if (!projection) return null;
    const { state, sound, languages } = projection;
    const read = this.reading(projection);
    return { state, sound: sound.on, volume: sound.volume, positional: sound.positional, languages, language: read, caption: read && state !== "lost" ? projection.said : "" };
  }
}

const distance = ({ stage: { at } }: Place, eyes: Eyes): number => Math.hypot(at[0] - eyes.x, at[1] + eyes.z);

/** As much of a screen as a picture of this shape fills, a little before it. */
function fitted(pane: Pane, shape: number): Pane {
  const [x, y, z] = pane.at;
  const width = Math.min(pane.width, pane.height * shape);
  const at = [x + Math.sin(pane.facing) * BEFORE, y + Math.cos(pane.facing) * BEFORE, z] as const;
  return { ...pane, at, width, height: width / shape };
}
