/** Leads the visitor over one stop or several: asks for the route, lays the line on the floor, tells what comes next, asks
 * anew. At a stop one stays as long as one likes; the next is begun when they say so. */
import type { Manifest } from "./hall/manifest.js";
import { findRoute, MOST_STOPS, type Stop, toFirstStop } from "./hall/routing.js";
import { Following, type Progress } from "./movement/following.js";
import { Trail } from "./stage/trail.js";
import type { Goal, Interface, Led, LeadIntents, LeadWish } from "./ui/interface.js";
import type { World } from "./world.js";

export interface LeadingOptions {
  readonly world: { readonly area: { readonly value: Pick<World["area"]["value"], "id"> }; readonly walker: Pick<World["walker"], "x" | "y"> };
  readonly interface: Pick<Interface, "view" | "preferences" | "show">;
  readonly hall: () => Pick<Manifest, "venue">;
  readonly still: () => boolean;
  /** How the server is asked. */
  readonly ask?: typeof fetch;
}

/** Metres beside the line, and for how many ms, until another way is asked for; and ms between two such questions. */
const OFF = 6;
const LOST_AFTER = 2_000;
const ASKED_EVERY = 3_000;
/** ms between two looks at how one gets on, and until the news of the arrival goes. */
const LOOKED_EVERY = 120;
const SHOWN = 8_000;
/** Kinds of hints that tell that one has come to where one is led. */
const AT_GOAL: ReadonlySet<string> = new Set(["arrive", "stop"]);
/** Metres a second on foot, as the server counts (docs/formats/http.md). */
const PACE = 1.3;

export class Leading implements LeadIntents {
  readonly trail = new Trail();
  private stops: readonly Goal[] = [];
  /** Which of them one is led to. */
  private number = 0;
  /** How many are in the order wanted; the rest are put in theirs when it is their turn, as many as the server takes at once. */
  private sorted = 0;
  /** What is wanted now: an answer to an earlier question is none any more. */
  private turn = 0;
  private following: Following | null = null;
  private progress: Progress | null = null;
  private asked = -Infinity;
  private onLine = 0;
  /** Whether the last question may have a better answer now. */
  private unanswered = false;
  private looked = -Infinity;
  private before = 0;
  private ended: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LeadingOptions) {}

  to(wish: LeadWish | null): void {
    this.stops = wish ? [wish, ...(wish.then ?? [])] : [];
    this.sorted = wish?.shortest && this.stops.length > 1 ? 0 : this.stops.length;
    this.number = 0;
    this.begin();
  }

  next(): void {
    if (this.number + 1 >= this.stops.length) return;
    this.number++;
    this.begin();
  }

  again(): void {
    if (this.goal && this.options.interface.view.led?.state !== "arrived") void this.ask(performance.now());
  }

  /** One frame; returns whether something moved that is drawn. */
  frame(now: number): boolean {
    const seconds = this.options.still() ? 0 : Math.min(0.1, (now - this.before) / 1000);
    this.before = now;
    if (now - this.looked >= LOOKED_EVERY) this.look(now);
    const laid = this.trail.lay(this.progress?.line ?? []);
    return this.trail.run(seconds) || laid;
  }

  private get goal(): Goal | undefined {
    return this.stops[this.number];
  }

  private begin(): void {
    clearTimeout(this.ended);
    this.turn++;
    this.unanswered = false;
    this.following = this.progress = null;
    this.trail.lay([]);
    this.tell(this.goal ? { state: "asking" } : null);
    if (this.goal) void this.ask(performance.now());
  }

  private look(now: number): void {
    this.looked = now;
    if (this.unanswered && now - this.asked > ASKED_EVERY) void this.ask(now);
    if (!this.following) return;
    const { area, walker } = this.options.world;
    const progress = this.following.at(area.value.id, [walker.x, walker.y]);
    if (progress.off <= OFF) this.onLine = now;
    else if (now - this.onLine > LOST_AFTER && now - this.asked > ASKED_EVERY) void this.ask(now);
    if (progress.arrived) return this.arrive();
    if (this.progress && this.progress.left === progress.left && this.progress.off === progress.off) return;
    this.progress = progress;
    const { left, hint, ahead } = progress;
    if (!Number.isFinite(left)) return;
    const last = hint !== null && AT_GOAL.has(hint.kind);
    this.tell({ state: "leading", left, seconds: left / PACE, hint: hint?.text ?? null, ahead, last });
  }

  /** News of the last arrival goes by itself; at a stop before it one stays as long as one likes. */
  private arrive(): void {
    this.following = this.progress = null;
    this.tell({ state: "arrived" });
    if (this.number + 1 >= this.stops.length) this.ended = setTimeout(() => this.to(null), SHOWN);
  }

  private async ask(now: number): Promise<void> {
    const { goal, turn } = this;
    if (!goal) return;
    this.asked = now;
    this.unanswered = false;
    const { world, hall, interface: shown, ask } = this.options;
    const goals = this.number < this.sorted ? [goal] : this.stops.slice(this.number, this.number + MOST_STOPS);
    const from = [world.walker.x, world.walker.y] as const;
    const wish = { area: world.area.value.id, from, to: goals.map(({ id }) => id), stepFree: shown.preferences.stepFree };
    const found = await findRoute(hall().venue, wish, ask);
    if (turn !== this.turn) return;
    if (found.ok) {
      this.sort(goals, found.value.stops);
      this.following = new Following(toFirstStop(found.value));
      this.onLine = performance.now();
      this.progress = null;
      this.looked = -Infinity;
    } else if (goals.length > 1 && !found.error.again) {
      this.sort(goals, []); // one of them cannot be reached: as they are, and each tells for itself
      await this.ask(now);
    } else {
      this.unanswered = found.error.again;
      if (!this.following) this.tell({ state: "failed", reason: found.error.told });
    }
  }

  /** Puts these stops in the order of a route. */
  private sort(goals: readonly Goal[], order: readonly Stop[]): void {
    const all = order.length === goals.length ? order.flatMap(({ index }) => goals[index] ?? []) : goals;
    this.stops = [...this.stops.slice(0, this.number), ...all, ...this.stops.slice(this.number + goals.length)];
    this.sorted = Math.max(this.sorted, this.number + goals.length);
  }

  private tell(led: Omit<Led, "name" | "to" | "stop"> | null): void {
    const { goal, stops } = this;
    const stop = stops.length > 1 ? { stop: { number: this.number + 1, of: stops.length } } : {};
    const shown = led && goal ? { ...led, ...stop, to: goal.id, name: goal.name } : null;
    this.options.interface.show({ led: shown, route: shown?.state === "leading" ? (this.progress?.line ?? null) : null });
  }
}
