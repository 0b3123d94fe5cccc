/** Keeps a visit on this device, and nowhere else. Storage may be forbidden, full or hold nonsense: the visit then lasts as long as the page. */
import { type Signal, signal } from "../core/signal.js";
import { noVisit, type Visit } from "./visit.js";
import { LARGEST, opened, written } from "./visit-file.js";

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Keeping {
  readonly visit: Signal<Visit> = signal(noVisit);
  /** Whether what is kept outlives the page. */
  readonly kept: Signal<boolean> = signal(true);
  readonly key: string;
  /** The text that the visit of now was read from or written as. */
  private known: string | null = null;
  /** Whether a newer version of us wrote what is there: it is not ours to write over. */
  private foreign = false;

  /** `shelf` is asked each time: browsers throw where storage is forbidden. */
  constructor(readonly venue: string, private readonly shelf: () => Shelf) {
    this.key = `hallwright.visit.${venue}`;
    this.reread();
  }

  /** Takes up what another page of this browser wrote. */
  reread(): void {
    const stored = this.stored();
    if (stored === this.known) return;
    const known = this.known;
    this.known = stored;
    if (stored === null) {
      // Somebody deleted all in another page; before the first writing there was nothing to delete.
      if (known !== null && this.kept.value) this.visit.set(noVisit);
      return;
    }
    const read = opened(stored, this.venue);
    this.foreign = !read.ok && read.error === "version";
    if (this.foreign) this.kept.set(false);
    if (read.ok) this.visit.set(read.value.visit);
  }

  change(by: (visit: Visit) => Visit): void {
    this.reread();
    const next = by(this.visit.value);
    if (next === this.visit.value) return;
    this.visit.set(next);
    this.write(written(next, this.venue));
  }

  /** Forgets everything, whoever wrote it. */
  clear(): void {
    this.visit.set(noVisit);
    try {
      this.shelf().removeItem(this.key);
      this.known = null;
      this.foreign = false;
      this.kept.set(true);
    } catch {
      this.kept.set(false);
    }
  }

  private write(text: string): void {
    if (this.foreign || text.length > LARGEST) return this.kept.set(false);
    try {
      this.shelf().setItem(this.key, text);
      this.known = text;
      this.kept.set(true);
    } catch {
      this.kept.set(false);
    }
  }

  private stored(): string | null {
    try {
      return this.shelf().getItem(this.key);
    } catch {
      this.kept.set(false);
      return this.known;
    }
  }
}
