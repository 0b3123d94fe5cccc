/** The visitor's eyes while somebody shows the way: they ease to what is shown, and home again when that is over. */
import type { Gaze } from "./movement/gaze.js";
import type { Eye } from "./stage/stage.js";
import type { Guide, World } from "./world.js";

export class Lent implements Guide {
  readonly walks = true;
  private seen: Eye = { x: 0, y: 0, height: 0, facing: 0, pitch: 0 };

  constructor(private readonly gaze: Gaze, private readonly world: World, private readonly still: () => boolean) {}

  get eye(): Eye {
    return this.seen;
  }

  step(seconds: number): void {
    this.seen = this.gaze.step(seconds, this.world.own, this.still());
    if (this.gaze.home) this.world.regain(this);
  }
}
