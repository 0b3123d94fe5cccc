import { describe, expect, it } from "vitest";
import { ease, momentOf, readSwarm, type Swarm } from "../../src/hall/swarm.js";

/** Two drones in three formations: on the ground, in the air turning, on the ground. */
function file(): ArrayBuffer {
  const body = new ArrayBuffer(20 + 3 * 12 + 3 * 2 * 3 * 3);
  const view = new DataView(body);
  [0x48, 0x57, 0x64, 0x72].forEach((byte, i) => view.setUint8(i, byte));
  [1, 2, 3, 0].forEach((value, i) => view.setUint16(4 + i * 2, value, true));
  view.setFloat32(12, 1 / 128, true);
  view.setFloat32(16, 40, true);
  [[0, 2, 0], [6, 10, 1], [16, 20, 0]].forEach(([reached = 0, left = 0, turn = 0], k) => {
    view.setFloat32(20 + k * 12, reached, true);
    view.setFloat32(24 + k * 12, left, true);
    view.setUint32(28 + k * 12, turn, true);
  });
  view.setInt16(56, 256, true);
  view.setInt16(56 + 2 * 7, -1280, true);
  view.setUint8(56 + 36, 255);
  return body;
}

const swarm = (): Swarm => {
  const read = readSwarm(file());
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe("readSwarm", () => {
  it("reads places in metres, colours and times", () => {
    const { drones, formations, places, colors, reached, left, turns, height } = swarm();
    expect([drones, formations, height]).toEqual([2, 3, 40]);
    expect([places[0], places[7]]).toEqual([2, -10]);
    expect(colors[0]).toBe(255);
    expect([reached, left, turns]).toEqual([[0, 6, 16], [2, 10, 20], ["none", "upright", "none"]]);
  });

  it.each([
    ["nothing", new ArrayBuffer(0)],
    ["something else", new ArrayBuffer(200)],
    ["half of it", file().slice(0, 100)],
  ])("says that %s is none", (_, body) => {
    expect(readSwarm(body).ok).toBe(false);
  });
});

describe("momentOf", () => {
  it("waits, flies, holds and turns, and lands", () => {
    expect(momentOf(swarm(), 1)).toMatchObject({ from: 0, to: 1, share: 0, angle: 0 });
    expect(momentOf(swarm(), 4)).toMatchObject({ from: 0, to: 1, share: 0.5 });
    expect(momentOf(swarm(), 8)).toMatchObject({ from: 1, to: 2, share: 0, turn: "upright", angle: Math.PI });
    expect(momentOf(swarm(), 13)).toMatchObject({ from: 1, to: 2, share: 0.5, angle: 2 * Math.PI });
    expect(momentOf(swarm(), 19)).toMatchObject({ from: 2, to: 2, share: 0 });
  });

  it("knows formations only where motion is reduced", () => {
    for (let time = 0; time < 20; time += 0.5) {
      const { share, angle } = momentOf(swarm(), time, true);
      expect([0, 1]).toContain(share);
      expect(angle).toBe(0);
    }
  });

  it("is slow at both ends", () => {
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1]);
    expect(ease(0.05)).toBeLessThan(0.002);
  });
});
