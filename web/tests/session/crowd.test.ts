import { describe, expect, it } from "vitest";
import type { PeopleFrame } from "../../src/protocol/presence.js";
import { Crowd } from "../../src/session/crowd.js";
import { Track } from "../../src/session/track.js";

const at = (x: number, walking = true, facing = 0): { x: number; y: number; facing: number; walking: boolean } => ({ x, y: 5, facing, walking });
const frame = (time: number, x: number, number = 4): PeopleFrame => ({ type: "people", area: 0, time, people: [{ number, ...at(x) }] });

describe("Track", () => {
  it("moves evenly between uneven samples, a little behind", () => {
    const track = new Track();
    for (const time of [0, 90, 210, 300, 390, 500]) track.add(at((time / 1000) * 1.4), time);
    const places = Array.from({ length: 20 }, (_, i) => track.at(300 + i * 10)?.x ?? NaN);
    const steps = places.slice(1).map((x, i) => x - (places[i] ?? NaN));
    for (const step of steps) expect(step).toBeCloseTo(0.014, 5);
    expect(track.at(500)?.x).toBeCloseTo(((500 - track.delay) / 1000) * 1.4, 5);
  });

  it("lags further for those heard of less often", () => {
    const [often, seldom] = [new Track(), new Track()];
    for (let i = 0; i < 20; i++) {
      often.add(at(i), i * 100);
      seldom.add(at(i), i * 500);
    }
    expect(often.delay).toBe(150);
    expect(seldom.delay).toBeGreaterThan(500);
  });

  it("goes on for a quarter of a second, then stands", () => {
    const track = new Track();
    track.add(at(0), 0);
    track.add(at(0.1), 100);
    const far = track.at(100 + 250 + track.delay);
    expect(far?.x).toBeCloseTo(0.35, 5);
    expect(track.at(9_000)).toMatchObject({ walking: false, speed: 0 });
    expect(track.at(9_000)?.x).toBeCloseTo(0.35, 5);
  });

  it("stands until shortly before the first step after a silence", () => {
    const track = new Track();
    track.add(at(0, false), 0);
    track.add(at(0, false), 100);
    track.add(at(0.14), 3_000);
    expect(track.at(2_500)?.x).toBe(0);
    expect(track.at(3_000 + track.delay)?.x).toBeCloseTo(0.14, 5);
  });

  it("jumps rather than flies to a far place", () => {
    const track = new Track();
    track.add(at(0), 0);
    track.add(at(80), 100);
    expect(track.at(150)?.x).toBe(80);
  });

  it("turns the short way round", () => {
    const track = new Track();
    track.add({ ...at(0), facing: 6.2 }, 0);
    track.add({ ...at(0.1), facing: 0.1 }, 200);
    const facing = track.at(100 + track.delay)?.facing ?? 0;
    expect(Math.cos(facing)).toBeGreaterThan(0.99);
  });

  it("ignores samples that come late", () => {
    const track = new Track();
    track.add(at(1), 100);
    track.add(at(9), 50);
    expect(track.at(900)?.x).toBe(1);
  });
});

describe("Crowd", () => {
  const crowd = (): Crowd => {
    const made = new Crowd();
    made.enter(0);
    return made;
  };

  it("reads the clock of the server from the frames that travelled fastest", () => {
    const people = crowd();
    people.receive(frame(10_000, 1), 400);
    people.receive(frame(10_100, 2), 900);
    people.receive(frame(10_200, 3), 620);
    expect(people.lead).toBe(9_600);
  });

  it("ignores frames of other areas and forgets people on the way to one", () => {
    const people = crowd();
    people.receive({ ...frame(0, 1), area: 3 }, 0);
    expect(people.poses(0)).toEqual([]);
    people.receive(frame(0, 1), 0);
    expect(people.poses(0).length).toBe(1);
    people.enter(1);
    expect(people.poses(0)).toEqual([]);
  });

  it("lets go of people absent from five seconds of frames", () => {
    const people = crowd();
    people.receive(frame(1_000, 1, 4), 0);
    for (let time = 1_500; time <= 6_000; time += 500) people.receive(frame(time, 2, 9), time - 1_000);
    expect(people.poses(5_000).map(({ number }) => number)).toEqual([4, 9]);
    people.receive(frame(6_500, 2, 9), 5_500);
    expect(people.poses(5_500).map(({ number }) => number)).toEqual([9]);
  });

  it("keeps people while nothing is heard at all, but not for ever", () => {
    const people = crowd();
    people.receive(frame(1_000, 1), 0);
    expect(people.poses(9_000).length).toBe(1);
    expect(people.poses(10_100)).toEqual([]);
  });

  it("walks on where 32 bits of time start over", () => {
    const people = crowd();
    const wrap = 2 ** 32;
    for (let i = 0; i < 10; i++) people.receive(frame((wrap - 500 + i * 100) % wrap, i * 0.1), i * 100);
    const x = people.poses(900)[0]?.x ?? NaN;
    expect(x).toBeCloseTo(0.9 - 0.15, 5);
  });

  it("forgets whoever left", () => {
    const people = crowd();
    people.receive(frame(0, 1), 0);
    people.forget(4);
    expect(people.poses(10)).toEqual([]);
  });
});
