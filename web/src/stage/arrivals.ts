/** What has come but is not in the scene yet, where somebody sees it: a little of it is put there in every frame. */
import type { Want } from "../hall/wanting.js";
import type { Opened } from "./opening.js";

/** Milliseconds of a frame that putting things into the scene may take. */
const TIME = 5;

/** Puts what has come into the scene; returns the bytes that it takes on the graphics card. */
export type Placing = (want: Want, opened: Opened) => number;

export class Arrivals {
  private row: { readonly want: Want; readonly opened: Opened; readonly done: (bytes: number) => void }[] = [];

  constructor(private readonly place: Placing) {}

  get waiting(): number {
    return this.row.length;
  }

  /** Lines up; resolves once it is in the scene. */
  add(want: Want, opened: Opened): Promise<number> {
    return new Promise((done) => this.row.push({ want, opened, done }));
  }

  /** Puts some of it into the scene, as long as there is time in this frame. */
  stream(): void {
    const end = performance.now() + TIME;
    while (this.row.length > 0 && performance.now() < end) {
      const first = this.row.shift();
      if (first) first.done(this.place(first.want, first.opened));
    }
  }

  /** Forgets all of it; whoever waits goes on. */
  drop(): void {
    for (const { done } of this.row.splice(0)) done(0);
  }
}
