import { describe, expect, it } from "vitest";
import { Ring } from "../../src/core/ring.js";
import type { TrafficFrame } from "../../src/protocol/presence.js";
import { Traffic } from "../../src/session/traffic.js";

const ring = new Ring([[0, 0], [100, 0], [100, 100], [0, 100]]);
const frame = (time: number, along: number, speed = 8, gain = 0): TrafficFrame => ({
  type: "traffic", area: 0, show: 0, time, vehicles: [{ place: (along % 400) / 400, speed, gain }],
});
const traffic = (): Traffic => new Traffic([ring], [0]);
const where = (drive: Traffic, now: number): number => drive.poses(now)[0]?.way ?? NaN;

describe("Traffic", () => {
  it("shows nobody before the first frame, and all of them from it on", () => {
    const drive = traffic();
    expect(drive.poses(0)).toEqual([]);
    drive.receive(frame(5_000, 40), 100);
    expect(where(drive, 100)).toBeCloseTo(40, 6);
    expect(drive.poses(100)[0]).toMatchObject({ y: 0, facing: Math.PI / 2, speed: 8 });
  });

  it("carries them on evenly between frames", () => {
    const drive = traffic();
    for (let k = 0; k < 5; k++) drive.receive(frame(1_000 + k * 200, 40 + k * 1.6), k * 200);
    const places = Array.from({ length: 20 }, (_, i) => where(drive, 800 + i * 10));
    for (const [i, place] of places.slice(1).entries()) expect(place - (places[i] ?? NaN)).toBeCloseTo(0.08, 6);
  });

  it("brakes to a stand and does not roll back", () => {
    const drive = traffic();
    drive.receive(frame(0, 10, 2, -4), 0);
    expect(where(drive, 500)).toBeCloseTo(10.5, 6);
    expect(where(drive, 1_400)).toBeCloseTo(10.5, 6);
  });

  it("works a difference off within a moment, forwards only", () => {
    const drive = traffic();
    drive.receive(frame(0, 10), 0);
    expect(where(drive, 200)).toBeCloseTo(11.6, 6);
    drive.receive(frame(200, 10.6), 200); // a metre behind of what was shown
    let before = where(drive, 200);
    expect(before).toBeCloseTo(11.6, 6);
    for (let now = 210; now <= 1_200; now += 10) {
      if (now % 200 === 0) drive.receive(frame(now, 10.6 + (now - 200) * 0.008), now);
      const place = where(drive, now);
      expect(place).toBeGreaterThanOrEqual(before);
      expect(place - before).toBeLessThan(0.16);
      before = place;
    }
    expect(before).toBeCloseTo(10.6 + 8, 0);
  });

  it("goes over the end of a lap, and counts on for the wheels", () => {
    const drive = traffic();
    drive.receive(frame(0, 399), 0);
    drive.receive(frame(200, 400.6), 200);
    expect(where(drive, 250)).toBeCloseTo(401, 1);
    expect(drive.poses(250)[0]).toMatchObject({ y: 0 });
  });

  it("jumps where it was elsewhere, and starts over after a cut", () => {
    const drive = traffic();
    drive.receive(frame(0, 10), 0);
    drive.receive(frame(60_000, 200), 60_000);
    expect(ring.wrap(where(drive, 60_000))).toBeCloseTo(200, 6);
    drive.clear();
    expect(drive.poses(60_100)).toEqual([]);
  });

  it("stays with what the server says for long, late frames or not", () => {
    const drive = traffic();
    const spread = [0, 40, 5, 90, 0, 12, 60, 3];
    let worst = 0;
    for (let k = 0; k < 200; k++) {
      const time = k * 200;
      const late = spread[k % spread.length] ?? 0;
      drive.receive(frame(time % 2 ** 32, (time * 0.008) % 400), time + late);
      if (k > 10) worst = Math.max(worst, Math.abs(ring.between(where(drive, time + 150), (time + 150) * 0.008)));
    }
    expect(worst).toBeLessThan(0.5);
  });
});
