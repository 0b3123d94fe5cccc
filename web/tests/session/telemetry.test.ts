import { describe, expect, it } from "vitest";
import { readTelemetry } from "../../src/protocol/telemetry.js";
import { hear, silence } from "../../src/session/telemetry.js";

const frame = (time: number) => ({ time, devices: [[0, 80.5, 40, 62]], oee: 80.5, power: 62, rate: 1.5 });
const plant = { simulated: true, states: ["running", "idle"], devices: [{ id: "mill", name: { en: "Mill", zh: "铣床" } }] };
const first = { area: "hall", plant, frames: [frame(1), frame(2)] };

function read(value: unknown) {
  const message = readTelemetry(value);
  if (!message) throw new Error("not read");
  return message;
}

describe("readTelemetry", () => {
  it("reads the plant and frames, and leaves out what is broken", () => {
    const message = read({ ...first, frames: [frame(1), { ...frame(2), oee: NaN }, { ...frame(3), devices: [["0", 1, 2, 3]] }, null] });
    expect(message.plant).toEqual(plant);
    expect(message.frames).toEqual([{ ...frame(1), devices: [{ state: 0, oee: 80.5, temperature: 40, power: 62 }] }]);
  });

  it.each([null, [], {}, { area: 1, frames: [] }, { area: "hall" }])("refuses %j", (value) => {
    expect(readTelemetry(value)).toBeNull();
  });
});

describe("hear", () => {
  const state = hear(silence, read(first));

  it("adds newer frames only, and keeps a minute", () => {
    const after = hear(state, read({ area: "hall", frames: [frame(2), frame(3)] }));
    expect(after.frames.map(({ time }) => time)).toEqual([1, 2, 3]);
    const long = Array.from({ length: 80 }, (_, i) => read({ area: "hall", frames: [frame(4 + i)] })).reduce(hear, after);
    expect(long.frames.length).toBe(60);
    expect(long.frames.at(-1)?.time).toBe(83);
  });

  it("takes nothing from elsewhere, and nothing before it knows the plant", () => {
    expect(hear(state, read({ area: "park", frames: [frame(9)] }))).toBe(state);
    expect(hear(silence, read({ area: "", frames: [frame(9)] }))).toBe(silence);
  });

  it("begins anew with a new plant", () => {
    expect(hear(state, read({ area: "park", plant, frames: [frame(50)] }))).toMatchObject({ area: "park", frames: [{ time: 50 }] });
  });
});
