/** The door of the interface: the app shows it what is so, and hears what the visitor wants. */
import type { Pose } from "../core/plan.js";
import { chooseMotion } from "./calm.js";
import { language, read, say, startLanguage } from "./language.js";
import { readPreferences, writePreferences, type Preferences } from "./preferences.js";
import { Root } from "./root.js";
import { step, type Way } from "./stepping.js";
import { Typeface } from "./typeface.js";
import { blankView, type Dot, type Intents, type Marks, type View } from "./view.js";

export { calm } from "./calm.js";
export { tagOf } from "./naming.js";
export { away } from "./view.js";
export type { Goal, Led, LeadIntents, LeadWish } from "./lead-view.js";
export type { NewPoll, PollAt, TalkIntents, TalkPlace, TalkView } from "./talk-view.js";
export type {
  Destination, Dot, GroupIntents, GroupView, InspectIntents, InspectView, Intents, Joystick, Mark, Marks, Phase, Played, Progress, Quality, SitView, Speed,
  TourIntents, TourView, View, VisitIntents,
} from "./view.js";

/** What changes how one moves and looks. */
const COMFORT = ["quality", "speed", "look", "field", "invert", "hand", "shortcuts"] as const satisfies readonly (keyof Preferences)[];

export class Interface {
  /** What the visitor chose, now or last time. */
  preferences: Preferences = readPreferences();
  private readonly root = new Root();
  private readonly typeface = new Typeface();
  private canvas: HTMLElement | null = null;
  private readonly watchers: ((view: View, before: View) => void)[] = [];

  constructor(place: HTMLElement, private readonly intents: Intents) {
    startLanguage();
    chooseMotion(this.preferences.motion);
    this.root.intents = intents;
    this.root.preferences = this.preferences;
    this.root.view = blankView;
    this.root.addEventListener("preferences", (event) => this.prefer((event as CustomEvent<Partial<Preferences>>).detail));
    place.append(this.root);
    language.watch(() => this.entitle());
  }

  get view(): View {
    return this.root.view;
  }

  /** Changes what is shown; anything left out stays. Cheap, and drawn once however often it is called. */
  show(change: Partial<View>): void {
    const before = this.root.view;
    this.root.view = { ...before, ...change };
    for (const watcher of this.watchers) watcher(this.root.view, before);
    if (change.inspect !== undefined || change.sit !== undefined) this.label();
    if (change.hall) {
      this.typeface.holds(change.hall);
      this.entitle();
    }
    const told = change.announcements?.flatMap(({ text }) => [text.en, text.zh]) ?? [];
    const names = [...(change.people ?? []), ...(change.me ? [change.me] : [])].map(({ nickname }) => nickname);
    const written = [...(change.boards?.values() ?? [])].flatMap((rows) => [JSON.stringify([...rows.values()])]);
    const news = change.programme?.sessions.flatMap(({ note }) => (note ? [note.en, note.zh] : [])) ?? [];
    const notes = [...(change.visit?.things.values() ?? [])].map(({ note }) => note);
    void this.typeface.write([...told, ...names, ...written, ...notes, ...news]);
  }

  /** Calls `watcher` whenever something else is shown. */
  watch(watcher: (view: View, before: View) => void): void {
    this.watchers.push(watcher);
  }

  /** Sees to it that these texts can be written, on canvases too. */
  write(texts: readonly string[]): void {
    void this.typeface.write(texts);
  }

  /** Where the visitor and the others are; may be called every frame. */
  place(me: Pose, others: readonly Dot[], now: number = performance.now()): void {
    this.root.place(me, others, now);
  }

  /** Where what is inspected has its marks; may be called every frame. */
  mark(marks: Marks): void {
    this.root.mark(marks);
  }

  /** Gives the focus to the card that is open: somebody asked for it by key. */
  read(): void {
    this.root.read();
  }

  /** Opens the plan over the whole screen. */
  openMap(): void {
    void this.root.updateComplete.then(() => this.root.open("map"));
  }

  /** Fetches the hall's own font and dresses the interface in it. */
  dress(url: string): Promise<void> {
    return this.typeface.dress(url);
  }

  /** Whether a dialog is open. */
  get occupied(): boolean {
    return this.root.occupied;
  }

  /** One step back: a dialog, a card, an inspection, a seat or a bar is left. */
  back(): void {
    if (!this.root.back() && this.view.phase === "walking") this.intents.walk();
  }

  /** Opens the menu, or leaves what is open. */
  menu(): void {
    this.root.menu();
  }

  /** Takes the focus one step through what is open, or through the bars around the hall. */
  step(way: Way): void {
    step(this.root, way);
  }

  /** Presses what has the focus, or the first thing that can be done with the card that has it; false where there is nothing. */
  press(): boolean {
    return this.root.press();
  }

  /** Says to readers what this picture is, in the language of now. */
  describe(canvas: HTMLElement): void {
    this.canvas = canvas;
    language.watch(() => this.label());
  }

  private label(): void {
    const { inspect, sit } = this.view;
    this.canvas?.setAttribute("aria-label", inspect ? say().inspectView : sit ? say().seatView : this.preferences.shortcuts ? say().hallView : say().hallViewArrows);
  }

  /** The visitor has no name any more, next time too. */
  forgetName(): void {
    this.prefer({ nickname: "" });
  }

  private prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    this.root.preferences = this.preferences;
    writePreferences(this.preferences);
    if (change.motion) chooseMotion(change.motion);
    if (COMFORT.some((each) => each in change)) this.intents.comfort();
    if (change.shortcuts !== undefined) this.label();
    if (change.daytime) this.intents.daytime(change.daytime);
    if (change.stepFree !== undefined) this.intents.leading()?.again();
  }

  private entitle(): void {
    const { hall } = this.root.view;
    if (hall) document.title = read(hall.name);
  }
}
