/** Fewer pixels while the eye moves and things come, where the processor draws: a picture that comes too late to steer by is
 *  of no use, however sharp. Once all rests, the picture is drawn once more with all of them. */
import type { WebGLRenderer } from "three";
import { bySoftware } from "./software.js";

/** Share of the pixels, each way, while the eye moves. */
export const HURRIED = 0.4;
/** Pixels of a whole picture below which the processor draws as quickly as it makes the picture smaller: a fifth of a second. */
export const WORTH = 150_000;
/** Milliseconds after which an eye rests, counted from the last picture: one may take longer than this. */
const REST = 450;

export class Haste {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unseen = false;

  /** `changed` is called when the share is another; `pixels` tells how many a whole picture has. */
  constructor(private readonly changed: () => void, private readonly pixels: () => number) {}

  /** Share of the pixels, each way, that are to be drawn. */
  get share(): number {
    return this.timer === undefined ? 1 : HURRIED;
  }

  /** The share after the eye has moved. */
  get hurried(): number {
    return this.pixels() < WORTH ? 1 : HURRIED;
  }

  /** The eye moved, or something came into the picture, just now. */
  moved(): void {
    const rested = this.timer === undefined;
    if (rested && this.hurried === 1) return;
    this.unseen = true;
    this.wait();
    if (rested) this.changed();
  }

  /** A picture was drawn: the eye rests from the first that shows where it is now. */
  drew(): void {
    if (this.timer === undefined || !this.unseen) return;
    this.unseen = false;
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.changed();
    }, REST);
  }
}

/** Haste with what is drawn inside `host`, where the processor draws; null where it does not. */
export function hasteOf(renderer: WebGLRenderer, host: HTMLElement, changed: () => void): Haste | null {
  return bySoftware(renderer) ? new Haste(changed, () => host.clientWidth * host.clientHeight * window.devicePixelRatio ** 2) : null;
}
