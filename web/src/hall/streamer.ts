/** Brings the files of one area to the display, most urgent first, and takes away what is no longer wanted
 *  or not affordable. A file that changed (another name in the same slot) replaces the old one once it is there. */
import type { Pose } from "../core/plan.js";
import { affordable } from "./affording.js";
import type { Library } from "./fetching.js";
import type { Area, Manifest } from "./manifest.js";
import { isFirst, wants, type Reach, type Want } from "./wanting.js";

/** What shows files: the stage, or a test. */
export interface Display {
  /** Shows a file in its slot in place of what was there; resolves once it is in the scene, to the bytes that it takes there. */
  show(want: Want, body: ArrayBuffer): Promise<number>;
  /** Empties a slot. */
  hide(slot: string): void;
}

/** Files that are fetched at once, and that may be here without being in the scene yet: while one is put there, others come. */
const LANES = 6;
const AHEAD = 9;
/** Bytes on the graphics card for each of a file: a guess until it is there. */
const UNPACKED = 8;

export class Streamer {
  private readonly shown = new Map<string, string>();
  private readonly coming = new Map<string, string>();
  private readonly failed = new Map<string, number>();
  /** What files take that have been shown here, by their addresses. */
  private readonly costs = new Map<string, number>();
  private row: readonly Want[] = [];
  private spared = 0;
  private area: { hall: Manifest; place: Area } | null = null;
  private visit = 0;
  private lanes = { busy: 0 };

  constructor(
    private readonly library: Library,
    private readonly display: Display,
    private readonly onChange: () => void = () => undefined,
  ) {}

  /** Slots filled now. */
  get slots(): ReadonlySet<string> {
    return new Set(this.shown.keys());
  }

  /** Files wanted but not shown yet. */
  get waiting(): number {
    return this.row.filter((want) => this.lacks(want)).length;
  }

  /** Files that would be shown if there were memory for them. */
  get leftOut(): number {
    return this.spared;
  }

  /** Bytes that the files take which are shown. */
  get held(): number {
    return [...this.shown.values()].reduce((sum, url) => sum + (this.costs.get(url) ?? 0), 0);
  }

  /** Goes to another area: everything shown is taken away. */
  enter(hall: Manifest, place: Area): void {
    this.leave();
    this.area = { hall, place };
  }

  leave(): void {
    this.visit += 1;
    for (const slot of this.shown.keys()) this.display.hide(slot);
    this.shown.clear();
    this.coming.clear();
    this.lanes = { busy: 0 };
    this.failed.clear();
    this.costs.clear();
    this.row = [];
    this.spared = 0;
    this.area = null;
  }

  /** The same area from a newer manifest: the next update swaps what changed. */
  rebuild(hall: Manifest, place: Area): void {
    this.area = { hall, place };
    this.failed.clear();
  }

  /** Plans anew from where somebody stands, for the placement that they inspect, within `budget` bytes of the graphics
   *  card; cheap, but meant for a few times a second. */
  update(pose: Pose, reach: Reach, focus: string | null = null, budget = Infinity): void {
    if (!this.area) return;
    const { slots } = this;
    const all = wants(this.area.hall, this.area.place, pose, reach, slots, focus);
    this.row = affordable(all, slots, { budget, cost: ({ file }) => this.costs.get(file.url) ?? file.bytes * UNPACKED });
    this.spared = all.length - this.row.length;
    const wanted = new Set(this.row.map((want) => want.slot));
    for (const slot of [...this.shown.keys()]) {
      if (wanted.has(slot)) continue;
      this.shown.delete(slot);
      this.display.hide(slot);
      this.onChange();
    }
    this.fill();
  }

  private lacks(want: Want): boolean {
    return this.shown.get(want.slot) !== want.file.url;
  }

  private fill(): void {
    // What is seen first takes a slow processor as long as the line: nothing else is opened before it.
    const arriving = this.row.some((want) => isFirst(want) && this.lacks(want) && !this.resting(want));
    for (const want of this.row) {
      if (arriving && !isFirst(want) && !want.focused) continue;
      if (this.lanes.busy >= LANES || this.coming.size >= AHEAD) return;
      if (this.lacks(want) && !this.coming.has(want.slot) && !this.resting(want)) void this.bring(want);
    }
  }

  /** A file that could not be had is asked for again after a while. */
  private resting(want: Want): boolean {
    return Date.now() < (this.failed.get(want.file.url) ?? 0);
  }

  private async bring(want: Want): Promise<void> {
    const visit = this.visit;
    this.coming.set(want.slot, want.file.url);
    try {
      const body = await this.fetched(want.file.url);
      if (visit !== this.visit) return;
      const cost = await this.display.show(want, body);
      if (visit === this.visit) this.costs.set(want.file.url, cost);
      this.settle(want, visit);
    } catch {
      if (visit === this.visit) this.failed.set(want.file.url, Date.now() + 8000);
    } finally {
      if (visit === this.visit) {
        this.coming.delete(want.slot);
        this.fill();
        this.onChange();
      }
    }
  }

  private async fetched(url: string): Promise<ArrayBuffer> {
    const { lanes } = this;
    lanes.busy += 1;
    try {
      return await this.library.get(url);
    } finally {
      lanes.busy -= 1;
      if (lanes === this.lanes) this.fill();
    }
  }

  /** Notes what is shown, unless it stopped being wanted while it came. */
  private settle(want: Want, visit: number): void {
    if (visit === this.visit && this.row.some((each) => each.slot === want.slot)) {
      this.shown.set(want.slot, want.file.url);
    } else if (!this.shown.has(want.slot) && (visit === this.visit || !this.coming.has(want.slot))) {
      this.display.hide(want.slot);
    }
  }
}
