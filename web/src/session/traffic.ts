/**
 * The vehicles of a show of traffic, moving: frames in, smooth places out. No clock of its own.
 *
 * A frame says of each vehicle where it was on its lane, how fast, and what it gains or brakes. From that it is carried
 * on; when the next frame says otherwise, the difference is worked off within a moment, and never by driving backwards.
 */
import { clamp } from "../core/math.js";
import type { Ring, RingPlace } from "../core/ring.js";
import type { TrafficFrame, VehicleReport } from "../protocol/presence.js";
import { FrameClock } from "./frame-clock.js";

export interface VehiclePose extends RingPlace {
  /** Metres driven since it was first seen, for its wheels. */
  readonly way: number;
  /** m/s and m/s². */
  readonly speed: number;
  readonly gain: number;
}

/** ms in which half of a difference is worked off. */
const HALF = 180;
/** Metres of difference that are no longer worked off. */
const JUMP = 8;
/** Seconds that a vehicle is carried on without news. */
const CARRIED = 1.5;

interface Course {
  along: number;
  speed: number;
  gain: number;
  /** ms of the server. */
  time: number;
  /** Metres that it was shown ahead of the frame when the frame came. */
  ahead: number;
  /** ms of our clock when the frame came. */
  heard: number;
  /** Metres as shown last, counting laps. */
  way: number;
}

export class Traffic {
  private readonly clock = new FrameClock();
  private courses: Course[] = [];

  /** `lanes` of the show, and which of them each vehicle drives on. */
  constructor(private readonly lanes: readonly Ring[], private readonly laneOf: readonly number[]) {}

  /** Forgets where they were, as after a cut. */
  clear(): void {
    this.courses = [];
    this.clock.clear();
  }

  /** Takes in a frame that arrived at `arrived` (ms, any steady clock). One of another fleet is ignored. */
  receive(frame: TrafficFrame, arrived: number): void {
    if (frame.vehicles.length !== this.laneOf.length) return;
    const time = this.clock.hear(frame.time, arrived);
    const first = this.courses.length === 0;
    if (first) this.courses = frame.vehicles.map((report, i) => this.begun(report, i, time, arrived));
    else if (time > (this.courses[0]?.time ?? -Infinity)) frame.vehicles.forEach((report, i) => this.steer(report, i, time, arrived));
  }

  /** Where all of them are at `now` (the clock of `receive`); empty before the first frame. */
  poses(now: number): readonly VehiclePose[] {
    return this.courses.map((course, i) => {
      const lane = this.lane(i);
      const step = lane.between(course.way, this.shown(course, now));
      course.way += step < 0 && step > -JUMP ? 0 : step;
      return { ...lane.at(course.way), way: course.way, speed: course.speed, gain: course.gain };
    });
  }

  private lane(vehicle: number): Ring {
    return this.lanes[this.laneOf[vehicle] ?? 0] as Ring;
  }

  private begun(report: VehicleReport, vehicle: number, time: number, arrived: number): Course {
    const along = report.place * this.lane(vehicle).length;
    return { along, speed: report.speed, gain: report.gain, time, ahead: 0, heard: arrived, way: along };
  }

  private steer(report: VehicleReport, vehicle: number, time: number, arrived: number): void {
    const course = this.courses[vehicle] as Course;
    const lane = this.lane(vehicle);
    const shown = this.shown(course, arrived);
    Object.assign(course, { along: report.place * lane.length, speed: report.speed, gain: report.gain, time, ahead: 0, heard: arrived });
    const ahead = lane.between(this.shown(course, arrived), shown);
    course.ahead = Math.abs(ahead) < JUMP ? ahead : 0;
  }

  /** Metres along at which a vehicle is shown: carried on from the last frame, less what is still worked off. */
  private shown(course: Course, now: number): number {
    const seconds = clamp((now + this.clock.lead - course.time) / 1000, 0, CARRIED);
    const moving = course.gain < 0 ? Math.min(seconds, course.speed / -course.gain) : seconds;
    const left = course.ahead * Math.pow(0.5, Math.max(0, now - course.heard) / HALF);
    return course.along + course.speed * moving + (course.gain * moving * moving) / 2 + left;
  }
}
