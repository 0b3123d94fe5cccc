/**
 * What exhibits play at this moment. `run` is a show: its state is the server's, the same for everyone. Other motions,
 * and `run` where no server answers, are the visitor's own.
 */
import type { Manifest, Motion } from "./hall/manifest.js";
import type { Playing } from "./stage/rig.js";

/** The motion that is a show. */
export const RUN = "run";

export interface ExhibitsOptions {
  readonly hall: () => Manifest;
  /** Seconds into the show of a placement; null while it stands. */
  readonly phaseOf: (placement: string) => number | null;
  /** Whether motion should be reduced now: shows of others are then seen as they end. */
  readonly still: () => boolean;
  /** Whether a motion of a placement that stands here ends as it began. */
  readonly returns: (placement: string, motion: string) => boolean;
}

/** A motion that the visitor plays for themselves: from `start` (ms) on, forwards or back again. */
interface Own {
  readonly motion: string;
  readonly start: number;
  readonly back: boolean;
}

export class Exhibits {
  private readonly own = new Map<string, Own>();
  /** Shows that the visitor asked for, and whether they have been seen to run. */
  private readonly asked = new Map<string, boolean>();

  constructor(private readonly options: ExhibitsOptions) {}

  /** Motions of a placement and how far they are, at `now` in ms of the clock of `play`. */
  playing(placement: string, now: number): readonly Playing[] {
    return [...this.show(placement), ...this.ownOf(placement, now)];
  }

  /** Says that the visitor ran the show of a placement: it is played for them even where motion is reduced. */
  ask(placement: string): void {
    this.asked.set(placement, false);
  }

  /** Plays a motion for this visitor alone; once more, and what was opened closes. */
  play(placement: string, motion: string, now: number): void {
    const before = this.own.get(placement);
    const length = this.lengthOf(placement, motion);
    if (length === null) return;
    const back = before?.motion === motion && !before.back && !this.options.returns(placement, motion);
    const gone = back && before ? Math.min(length, now - before.start) : length;
    this.own.set(placement, { motion, start: now - (length - gone), back });
  }

  private show(placement: string): readonly Playing[] {
    const time = this.options.phaseOf(placement);
    const length = this.lengthOf(placement, RUN);
    if (time === null || length === null || time <= 0 || time * 1000 >= length) {
      if (this.asked.get(placement)) this.asked.delete(placement);
      return [];
    }
    if (this.asked.has(placement)) this.asked.set(placement, true);
    else if (this.options.still()) return [];
    return [{ motion: RUN, time }];
  }

  private ownOf(placement: string, now: number): readonly Playing[] {
    const own = this.own.get(placement);
    const length = own ? this.lengthOf(placement, own.motion) : null;
    if (!own || length === null) return [];
    const gone = now - own.start;
    const over = gone >= length;
    if (over && (own.back || this.options.returns(placement, own.motion))) {
      this.own.delete(placement);
      return [];
    }
    const time = Math.min(length, gone) / 1000;
    return [{ motion: own.motion, time: own.back ? length / 1000 - time : time }];
  }

  /** Milliseconds that a motion of a placement takes; null when it has none of that name. */
  private lengthOf(placement: string, motion: string): number | null {
    const found = motionsOf(this.options.hall(), placement)[motion];
    return found ? found.duration * 1000 : null;
  }
}

/** The motions of the model that stands at a placement. */
export function motionsOf(hall: Manifest, placement: string): Readonly<Record<string, Motion>> {
  for (const area of hall.areas) {
    const found = area.placements.find(({ id }) => id === placement);
    if (found) return hall.models[found.model]?.motions ?? {};
  }
  return {};
}
