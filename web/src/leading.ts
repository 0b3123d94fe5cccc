/** Leads the visitor somewhere: asks for the route, lays the line on the floor, tells what comes next, asks anew. */
import type { Text } from "./core/text.js";
import type { Manifest } from "./hall/manifest.js";
import { findRoute } from "./hall/routing.js";
import { Following, type Progress } from "./movement/following.js";
import { Trail } from "./stage/trail.js";
import type { LeadWish } from "./ui/guide-view.js";
import type { Interface, Led } from "./ui/interface.js";
import type { World } from "./world.js";

export interface LeadingOptions {
  readonly world: World;
  readonly interface: Interface;
  readonly hall: () => Manifest;
  readonly still: () => boolean;
}

interface Wish {
  readonly to: string;
  readonly name: Text;
  readonly then?: LeadWish["then"];
}

/** Metres beside the line, and for how many ms, until another way is asked for; and ms between two such questions. */
const OFF = 6;
const LOST_AFTER = 2_000;
const ASKED_EVERY = 3_000;
/** ms between two looks at how one gets on, and until the news of the arrival goes. */
const LOOKED_EVERY = 120;
const SHOWN = 8_000;
/** Metres a second on foot, as the server counts (docs/formats/http.md). */
const PACE = 1.3;

export class Leading {
  readonly trail = new Trail();
  private wish: Wish | null = null;
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

  /** Leads to a place, and on to those that come then; null ends it. */
  to(wish: Wish | null): void {
    clearTimeout(this.ended);
    this.wish = wish;
    this.following = this.progress = null;
    this.trail.lay([]);
    this.tell(wish ? { state: "asking" } : null);
    if (wish) void this.ask(performance.now());
  }

  /** The route is wanted anew: what is stepped over may have changed. */
  again(): void {
    if (this.wish && this.options.interface.view.led?.state !== "arrived") void this.ask(performance.now());
  }

  /** One frame; returns whether something moved that is drawn. */
  frame(now: number): boolean {
    const seconds = this.options.still() ? 0 : Math.min(0.1, (now - this.before) / 1000);
    this.before = now;
    if (now - this.looked >= LOOKED_EVERY) this.look(now);
    const laid = this.trail.lay(this.progress?.line ?? []);
    return this.trail.run(seconds) || laid;
  }

  private look(now: number): void {
    this.looked = now;
    if (this.unanswered && now - this.asked > ASKED_EVERY) void this.ask(now);
    if (!this.following || !this.wish) return;
    const { area, walker } = this.options.world;
    const progress = this.following.at(area.value.id, [walker.x, walker.y]);
    if (progress.off <= OFF) this.onLine = now;
    else if (now - this.onLine > LOST_AFTER && now - this.asked > ASKED_EVERY) void this.ask(now);
    if (progress.arrived) return this.arrive();
    if (this.progress && this.progress.left === progress.left && this.progress.off === progress.off) return;
    this.progress = progress;
    const { left, hint, ahead } = progress;
    if (!Number.isFinite(left)) return;
    this.tell({ state: "leading", left, seconds: left / PACE, hint: hint?.text ?? null, ahead, last: hint?.kind === "arrive" });
  }

  private arrive(): void {
    this.following = this.progress = null;
    const [next, ...then] = this.wish?.then ?? [];
    this.tell({ state: "arrived" });
    this.ended = setTimeout(() => this.to(next ? { to: next.id, name: next.name, then } : null), SHOWN);
  }

  private async ask(now: number): Promise<void> {
    const { wish } = this;
    if (!wish) return;
    this.asked = now;
    this.unanswered = false;
    const { world, hall } = this.options;
    const from = [world.walker.x, world.walker.y] as const;
    const stepFree = this.options.interface.preferences.stepFree;
    const found = await findRoute(hall().venue, { area: world.area.value.id, from, to: wish.to, stepFree });
    if (wish !== this.wish) return;
    if (found.ok) {
      this.following = new Following(found.value);
      this.onLine = performance.now();
      this.progress = null;
      this.looked = -Infinity;
      return;
    }
    this.unanswered = found.error.again;
    if (!this.following) this.tell({ state: "failed", reason: found.error.told });
  }

  private tell(led: Omit<Led, "name" | "to"> | null): void {
    const shown = led && this.wish ? { ...led, to: this.wish.to, name: this.wish.name } : null;
    this.options.interface.show({ led: shown, route: shown?.state === "leading" ? (this.progress?.line ?? null) : null });
  }
}
