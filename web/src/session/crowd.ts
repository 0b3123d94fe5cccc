/** The people around the visitor, moving: frames of positions in, smooth poses out. No clock of its own. */
import type { PeopleFrame } from "../protocol/presence.js";
import { FrameClock } from "./frame-clock.js";
import { Track, type TrackedPose } from "./track.js";

export interface CrowdPose extends TrackedPose {
  readonly number: number;
}

const GONE_AFTER = 5_000;
const SILENCE = 5_000; // without any frame for longer, the line itself is dead: time goes on without it

export class Crowd {
  private readonly tracks = new Map<number, Track>();
  private readonly clock = new FrameClock();
  private area = -1;

  /** How many ms the server's clock is ahead of ours, as the frame that travelled fastest lately says. */
  get lead(): number {
    return this.clock.lead;
  }

  /** Starts over in another area (an index in the manifest); frames of other areas are ignored. */
  enter(area: number): void {
    if (area === this.area) return;
    this.area = area;
    this.clear();
  }

  /** Forgets everybody, as after a cut. */
  clear(): void {
    this.tracks.clear();
    this.clock.clear();
  }

  /** Takes in a frame that arrived at `arrived` (ms, any steady clock). */
  receive(frame: PeopleFrame, arrived: number): void {
    if (frame.area !== this.area) return;
    const time = this.clock.hear(frame.time, arrived);
    for (const person of frame.people) {
      const track = this.tracks.get(person.number) ?? new Track();
      this.tracks.set(person.number, track);
      track.add(person, time);
    }
  }

  /** Somebody left. */
  forget(number: number): void {
    this.tracks.delete(number);
  }

  /**
   * Everybody's pose at `now` (the clock of `receive`). Whoever is absent from 5 s of frames is gone; a page that
   * stood still for a while has not heard of anybody, and nobody is gone for that.
   */
  poses(now: number): readonly CrowdPose[] {
    const time = now + this.lead;
    const told = Math.max(this.clock.latest ?? time, time - SILENCE);
    const poses: CrowdPose[] = [];
    for (const [number, track] of this.tracks) {
      const pose = told - track.heard > GONE_AFTER ? null : track.at(time);
      if (pose) poses.push({ number, ...pose });
      else this.tracks.delete(number);
    }
    return poses;
  }
}
