/** What the interface shows and what it can ask for. Plain values: the app fills a View, the interface calls Intents. */
import type { Point, Pose } from "../core/plan.js";
import type { Result } from "../core/result.js";
import type { Text } from "../core/text.js";
import type { Manifest } from "../hall/manifest.js";
import type { Found } from "../hall/searching.js";
import type { Groups } from "../protocol/groups.js";
import type { LinkStatus } from "../net/event-link.js";
import type { Boards, Person, Refusal } from "../protocol/events.js";
import type { Removal, Report } from "../protocol/moderation.js";
import type { CountsFrame } from "../protocol/presence.js";
import type { Announcement } from "../session/state.js";
import type { TwinTold } from "./twin-words.js";
import type { TelemetryState } from "../session/telemetry.js";
import type { Refused } from "../session/visit-file.js";
import type { ProgrammeView } from "./programme/view.js";
import { noVisit, type Part, type Visit } from "../session/visit.js";
import type { Asked } from "./asked.js";
import type { CallView } from "./call-view.js";
import { noConsent, type ConsentView } from "./consent-view.js";
import type { StageView } from "./stage-view.js";
import type { Led } from "./lead-view.js";
import { noLetters, type LettersView } from "./letters-view.js";
import { type MeetingsView, noMeetings } from "./meetings-view.js";
import { noQueues, type QueuesView } from "./queue-view.js";
import { noTalk, type TalkView } from "./talk-view.js";

/** `starting`: the server is still building the hall; `failed`: it cannot be reached; `unsupported`: no WebGL. */
export type Phase = "loading" | "starting" | "failed" | "unsupported" | "walking";

export const QUALITIES = ["auto", "low", "medium", "high"] as const;
export type Quality = (typeof QUALITIES)[number];

/** When it is under an open sky: as the organizer planned, or as the visitor likes it. */
export const DAYTIMES = ["planned", "day", "dusk"] as const;
export type Daytime = (typeof DAYTIMES)[number];
export const SPEEDS = ["slow", "normal", "fast"] as const;
export type Speed = (typeof SPEEDS)[number];
/** How much moves by itself: as the system asks, next to nothing, or everything. */
export const MOTIONS = ["system", "calm", "full"] as const;
export type Motion = (typeof MOTIONS)[number];
/** The hand whose thumb does most on a touch screen; the stick is on the other side. */
export const HANDS = ["right", "left"] as const;
export type Handed = (typeof HANDS)[number];

export interface Progress {
  /** Bytes, or whatever the work is counted in. */
  readonly loaded: number;
  readonly total: number;
  /** Whether one may enter already, although more is coming. */
  readonly ready: boolean;
}

/** `odd`: a gamepad whose layout nobody knows. */
export type PadState = "none" | "ready" | "odd";

/** A thumb on the screen: where it was put down in CSS pixels, and how far it pushes, -1…1. */
export interface Joystick {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

export interface View {
  readonly phase: Phase;
  readonly hall: Manifest | null;
  readonly progress: Progress;
  /** Ids of where the visitor is; the zone may be none. */
  readonly area: string;
  readonly zone: string | null;
  readonly connection: LinkStatus;
  /** Why a moderator sent the visitor away, and what moderators were told. */
  readonly removal: Removal | null;
  readonly reports: readonly Report[];
  readonly me: Person | null;
  readonly people: readonly Person[];
  readonly counts: CountsFrame | null;
  readonly announcements: readonly Announcement[];
  /** What was changed on boards since the layout. */
  readonly boards: Boards;
  /** Devices on site, in the area where one is. */
  readonly twins: readonly TwinTold[];
  /** The figures of the simulated factory, while a card tells of them. */
  readonly telemetry: TelemetryState | null;
  /** The field at the exhibit whose card is open, where its screen shows one. */
  readonly field: FieldTold | null;
  /** Exhibits of this area that are under a veil, by placement: when it falls, s since 1970, or null while nobody said. */
  readonly veils: ReadonlyMap<string, number | null>;
  /** Where the visitor is being led; null while nobody leads. */
  readonly led: Led | null;
  /** What is left of the way in this area, plan metres. */
  readonly route: readonly Point[] | null;
  /** Id of the booth, placement or exhibit whose card is open. */
  readonly selected: string | null;
  /** The exhibit that is looked at by itself; the hall is not to be seen meanwhile. */
  readonly inspect: InspectView | null;
  /** Where the visitor sits, and looks out from. */
  readonly sit: SitView | null;
  /** What `auto` came to. */
  readonly tier: Exclude<Quality, "auto">;
  readonly joystick: Joystick | null;
  /** Whether there is a gamepad, and whether it can be read. */
  readonly pad: PadState;
  readonly headset: HeadsetView;
  /** The tour that one takes; null for none. */
  readonly tour: TourView | null;
  /** Groups that are led anywhere in the venue, and the one that the visitor leads or follows. */
  readonly talk: TalkView;
  readonly consent: ConsentView;
  readonly letters: LettersView;
  readonly meetings: MeetingsView; readonly queues: QueuesView;
  readonly groups: Groups;
  readonly group: GroupView | null;
  /** What the visitor keeps of the venue, and whether it outlives the page. */
  readonly visit: Visit;
  readonly lasting: boolean;
  /** What is on, and when; null where there is no programme. */
  readonly programme: ProgrammeView | null;
  /** The stage one is at; null away from all. */
  readonly stage: StageView | null;
  readonly call: CallView | null;
  /** More to say on the page of phase `failed`. */
  readonly reason: Text | null;
  /** Whether the browser offers to put the hall among the apps of the device. */
  readonly installable: boolean;
  /** Since when (ms since 1970) what is shown was kept, because the server could not be asked; null for what is so now. */
  readonly kept: number | null;
  /** Whether a page of another site shows it in a frame. */
  readonly embedded: boolean;
  /** Words of the page's address that mean no place of the hall. */
  readonly unknown: readonly string[];
}

/** Whether there is a headset to put on, and whether it is. */
export type HeadsetView = "none" | "offered" | "worn";

/** Whether the eyes are elsewhere than where the visitor stands. */
export const away = ({ inspect, sit }: View): boolean => inspect !== null || sit !== null;

/** A seat of an exhibit that the visitor has taken. */
export interface SitView {
  readonly placement: string;
  readonly seat: string;
  /** Whether the exhibit's show is seen to run. */
  readonly running: boolean;
}

/** How an exhibit is inspected. */
export interface InspectView {
  readonly placement: string;
  /** 0 together … 1 apart. */
  readonly explode: number;
  readonly cut: boolean;
  /** Id of the hotspot that is told of. */
  readonly spot: string | null;
  readonly measuring: boolean;
  /** Hotspots that are measured between, or "point" for one that was picked. */
  readonly ends: readonly [from: string | null, to: string | null];
  readonly metres: number | null;
}

/** How far a tour is. */
export interface TourView {
  /** Id of the tour. */
  readonly tour: string;
  readonly stop: number;
  /** Seconds of the whole tour, and into the stop. */
  readonly position: number;
  readonly into: number;
  /** `ready`: not begun; `paused` by the visitor, who may have walked off; `over`: to its end. */
  readonly state: "ready" | "playing" | "paused" | "over";
  /** Whether one is on the way to the stop. */
  readonly walking: boolean;
  readonly voice: boolean;
  /** Whether this browser can speak. */
  readonly speaks: boolean;
}

/** The visitor's group; with role `none` only a notice is left of it. */
export interface GroupView {
  readonly code: string;
  readonly role: "guide" | "follower" | "none";
  /** Number of the guide. */
  readonly guide: number;
  /** Whether one sees what the guide sees. */
  readonly follows: boolean;
  /** Whether nothing was heard of the guide for a while. */
  readonly quiet: boolean;
  /** Id of the placement that the guide points at. */
  readonly highlight: string | null;
  /** By number: true follows, false has broken away. */
  readonly followers: ReadonlyMap<number, boolean>;
  readonly notice: { readonly kind: "rung" } | { readonly kind: "ended" } | { readonly kind: "refused"; readonly text: Text } | null;
}

/** A point over the picture, CSS pixels of the page; `ahead` unless it is behind the eyes. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly ahead: boolean;
  /** Whether the exhibit itself hides it. */
  readonly hidden?: boolean;
}

export interface Marks {
  /** In the order of the model's hotspots. */
  readonly spots: readonly Mark[];
  readonly ends: readonly (Mark | null)[];
}

/** The magnetic field at an exhibit: nT, and metres to the nearest visitor; null for none within reach. */
export interface FieldTold {
  readonly value: number;
  readonly nearest: number | null;
}

/** Where somebody stands, for the minimap. */
export interface Dot {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** Somewhere to walk or travel to. */
export interface Destination {
  readonly area: string;
  readonly at: Point;
  /** The way to look on arrival. */
  readonly facing: number;
}

/** What came of playing a motion: everyone sees it, only this visitor does, or it was refused. */
export type Played =
  | { readonly kind: "everyone" }
  | { readonly kind: "alone" }
  | { readonly kind: "refused"; readonly message: Text };

/** What can be done with an exhibit that is inspected. */
export interface InspectIntents {
  /** Goes to a hotspot; null for the whole. */
  visit(spot: string | null): void;
  takeApart(share: number): void;
  cutOpen(cut: boolean): void;
  measure(on: boolean): void;
  /** Measures from (0) or to (1) a hotspot. */
  end(which: 0 | 1, spot: string | null): void;
  /** The interface covers so many CSS pixels at the right and at the bottom. */
  cover(right: number, bottom: number): void;
}

/** What can be asked of the tour that one takes. */
export interface TourIntents {
  play(): void;
  pause(): void;
  /** So many stops on, or back. */
  skip(stops: number): void;
  /** To a second of the whole tour. */
  seek(position: number): void;
  voice(on: boolean): void;
  /** The bar covers so many CSS pixels at the bottom. */
  cover(bottom: number): void;
  end(): void;
}

/** What can be asked of groups; what resolves, resolves to null, or to why not. */
export interface GroupIntents {
  /** Leads a group from now on. */
  start(): Promise<Refusal | null>;
  /** Comes into a group, or back to its guide. */
  follow(code: string): Promise<Refusal | null>;
  /** Breaks away. */
  stray(): void;
  /** Leaves the group; the guide ends it. */
  leave(): void;
  highlight(placement: string | null): Promise<Refusal | null>;
  /** Asks a follower to come back, or all who have broken away. */
  ring(number: number | null): Promise<Refusal | null>;
  /** The notice was read. */
  read(): void;
}

/** What can be asked of what the visitor keeps; things by their ids. */
export interface VisitIntents {
  bookmark(id: string, on: boolean): void;
  note(id: string, text: string): void;
  /** Takes the card of a booth's exhibitor, or puts it back. */
  card(id: string, taken: boolean): void;
  remove(id: string, part: Part): void;
  /** Forgets everything. */
  clear(): void;
  /** Takes up what was saved as a file; how many things it holds, or why it is refused. */
  takeUp(source: string): Result<number, Refused>;
}

export interface Intents extends Asked {
  /** What can be asked of what the visitor keeps; null before there is a hall. */
  keeping(): VisitIntents | null;
  enter(): void;
  go(destination: Destination): void;
  /** Goes to a point of an area's plan; resolves to whether somebody can stand there. */
  goTo(area: string, at: Point): Promise<boolean>;
  /** Gives the keys back to the hall. */
  walk(): void;
  select(id: string | null): void;
  /** An address that shows others what one sees now. */
  viewLink(): string;
  /** Looks at the exhibit of a placement from all around. */
  inspect(placement: string): void;
  /** Takes a seat of the exhibit at a placement. */
  sit(placement: string, seat: string): void;
  /** Comes back from an inspection or a seat to where one stood. */
  comeBack(): void;
  /** Plays a motion of an exhibit. */
  play(placement: string, motion: string): Promise<Played>;
  /** Puts the headset on, or takes it off; resolves to whether that could be. */
  wear(): Promise<boolean>;
  /** What can be asked of groups; null before there is a hall. */
  grouping(): GroupIntents | null;
  /** Begins a tour. */
  takeTour(tour: string): void;
  /** What can be asked of the tour of now; null before there is a hall. */
  touring(): TourIntents | null;
  /** What can be asked of the inspection of now; null before there is a hall. */
  inspecting(): InspectIntents | null;
  /** What the server finds for these words, at most as many as `limit`; null when it cannot be asked. */
  search(query: string, limit: number): Promise<readonly Found[] | null>;
  /** Resolves to null, or to why the name was refused. */
  rename(nickname: string): Promise<Text | null>;
  /** Something is liked in another way: how sharp, how fast, how wide, with which hand. */
  comfort(): void;
  daytime(daytime: Daytime): void;
  retry(): void;
  /** Puts the hall among the apps of the device. */
  install(): void;
}

export const blankView: View = {
  phase: "loading",
  hall: null,
  progress: { loaded: 0, total: 0, ready: false },
  area: "",
  zone: null,
  connection: "connecting",
  removal: null,
  reports: [],
  me: null,
  people: [],
  counts: null,
  announcements: [],
  boards: new Map(),
  telemetry: null,
  twins: [],
  veils: new Map(),
  field: null,
  led: null,
  route: null,
  selected: null,
  inspect: null,
  sit: null,
  tier: "medium",
  joystick: null,
  pad: "none",
  headset: "none",
  tour: null,
  talk: noTalk,
  consent: noConsent,
  letters: noLetters, meetings: noMeetings, queues: noQueues,
  groups: new Map(),
  group: null,
  visit: noVisit,
  lasting: true,
  programme: null,
  stage: null, call: null, reason: null,
  installable: false, kept: null,
  embedded: false,
  unknown: [],
};

export const middle: Pose = { x: 0, y: 0, facing: 0 };
