/**
 * One person's path as it was heard, read a little behind so that it is smooth.
 *
 * Samples come unevenly: ten a second for people close by, two to five for those further off, none
 * while they stand. Reading lags at least 150 ms, and more for those who are heard of less often.
 */
import { clamp, mix, mixAngle } from "../core/math.js";
import type { Position } from "../protocol/presence.js";

interface Sample extends Position {
  readonly time: number;
}

/** A place on a path; `speed` in metres a second. */
export interface TrackedPose extends Position {
  readonly speed: number;
}

const DELAY = 150;
const LONGEST_DELAY = 600;
const EXTRAPOLATION = 250;
const STILL_AFTER = 700; // longer without a sample means that they stood, not that they crept
const JUMP = 12; // metres between two samples that nobody walks
const KEPT = 8;

export class Track {
  private samples: Sample[] = [];
  private interval = 100;

  /** Takes in a position; `time` in ms of the server, unwrapped. Older ones than the last are ignored. */
  add(position: Position, time: number): void {
    const last = this.samples.at(-1);
    if (last && time <= last.time) return;
    if (last && Math.hypot(position.x - last.x, position.y - last.y) > JUMP) this.samples = [];
    else if (last) this.bridge(last, time);
    this.samples.push({ ...position, time });
    if (this.samples.length > KEPT) this.samples.shift();
  }

  /** Time of the last sample in ms of the server; -Infinity when there is none. */
  get heard(): number {
    return this.samples.at(-1)?.time ?? -Infinity;
  }

  /** How far behind the present this path is read, in ms. */
  get delay(): number {
    return clamp(this.interval * 1.3, DELAY, LONGEST_DELAY);
  }

  /** Where they were at `now` less the delay, or a short way further when nothing newer came. */
  at(now: number): TrackedPose | null {
    const time = now - this.delay;
    const next = this.samples.findIndex((sample) => sample.time > time);
    const after = this.samples[next];
    const before = next === -1 ? this.samples.at(-1) : this.samples[next - 1];
    if (!before) return after ? { ...after, speed: 0 } : null;
    return after ? between(before, after, time) : this.beyond(before, time);
  }

  /** After a silence they stood where they were until shortly before the new sample. */
  private bridge(last: Sample, time: number): void {
    const gap = time - last.time;
    if (gap < STILL_AFTER) this.interval = mix(this.interval, gap, 0.25);
    else this.samples.push({ ...last, time: time - this.interval });
  }

  private beyond(last: Sample, time: number): TrackedPose {
    const earlier = this.samples.at(-2);
    if (!earlier || !last.walking) return { ...last, speed: 0 };
    const ahead = Math.min(time - last.time, EXTRAPOLATION);
    const pose = between(earlier, last, last.time + ahead);
    const fresh = time - last.time < EXTRAPOLATION;
    return fresh ? { ...pose, facing: last.facing } : { ...pose, facing: last.facing, walking: false, speed: 0 };
  }
}

function between(before: Sample, after: Sample, time: number): TrackedPose {
  const span = after.time - before.time;
  const share = (time - before.time) / span;
  return {
    x: mix(before.x, after.x, share),
    y: mix(before.y, after.y, share),
    facing: mixAngle(before.facing, after.facing, clamp(share, 0, 1)),
    walking: after.walking || before.walking,
    speed: (Math.hypot(after.x - before.x, after.y - before.y) / span) * 1000,
  };
}
