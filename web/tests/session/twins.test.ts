/** What follows from what devices on site say. */
import { describe, expect, it } from "vitest";
import type { Device } from "../../src/hall/devices.js";
import { readTwins } from "../../src/protocol/twins.js";
import { silence, type TelemetryState } from "../../src/session/telemetry.js";
import { boardWith, hearTwins, isStale, placeOf, telemetryWith, unheard } from "../../src/session/twins.js";
import { measured, standing } from "../../src/ui/twin-words.js";

const both = (en: string) => ({ en, zh: `${en}·中文` });
const MARKS = { live: both("live"), stale: both("old") };
const device = (change: Partial<Device> = {}): Device => ({
  id: "d", kind: "vehicle", area: "hall", name: both("Van"), stale_after: 10, placement: null, board: null, row: null, screen: null, slot: null,
  zone: null, path: [], closed: false, ...change,
});
const twin = (values: Record<string, number | string>, at = 100) => ({ values, at });

describe("messages", () => {
  it("are read, and what cannot be read is left out", () => {
    const read = readTwins({ area: "hall", whole: true, twins: { a: { values: { x: 1, y: "NaN", no: null, list: [] }, at: 5 }, b: { values: {} }, c: 4 } });
    expect(read).toEqual({ area: "hall", whole: true, twins: new Map([["a", twin({ x: 1, y: "NaN" }, 5)]]) });
    for (const wrong of [null, [], {}, { area: "hall" }, { area: 1, twins: {} }]) expect(readTwins(wrong)).toBeNull();
  });

  it("add up, and begin anew where one is whole or another area is entered", () => {
    const first = hearTwins(unheard, { area: "hall", whole: true, twins: new Map([["a", twin({ x: 1 })]]) });
    const second = hearTwins(first, { area: "hall", whole: false, twins: new Map([["b", twin({ x: 2 })]]) });
    expect([...second.twins.keys()]).toEqual(["a", "b"]);
    expect(hearTwins(second, { area: "park", whole: false, twins: new Map([["c", twin({})]]) })).toBe(second);
    expect([...hearTwins(second, { area: "park", whole: true, twins: new Map() }).twins]).toEqual([]);
  });
});

describe("places", () => {
  it("are those that are said, or metres along a way", () => {
    expect(placeOf(device(), twin({ x: 3, y: 4, heading: 90 }))).toEqual({ x: 3, y: 4, facing: Math.PI / 2 });
    expect(placeOf(device(), twin({ x: 3, y: 4 }))?.facing).toBeNull();
    expect(placeOf(device(), twin({ along: 5 }))).toBeNull();
    const way = device({ path: [[0, 0], [10, 0], [10, 10]] });
    expect(placeOf(way, twin({ along: 12 }))).toEqual({ x: 10, y: 2, facing: 0 });
    expect(placeOf(way, twin({ along: 99 }))).toMatchObject({ x: 10, y: 10 });
    const round = device({ path: [[0, 0], [10, 0], [10, 10], [0, 10]], closed: true });
    expect(placeOf(round, twin({ along: 41 }))).toMatchObject({ x: 1, y: 0 });
  });
});

describe("boards and screens", () => {
  const board = { id: "figures", rows: [{ id: "guests", label: both("Guests"), value: 1 }] };

  it("show a device's figure over what was written and changed, live or out of date", () => {
    const gate = device({ kind: "counter", board: "figures", row: "guests" });
    const twins = new Map([["d", twin({ value: 7 })]]);
    expect(boardWith(board, undefined, [gate], twins, 105, MARKS)?.get("guests")).toEqual({ id: "guests", value: 7, label: { en: "Guests · live", zh: "Guests·中文 · live·中文" } });
    expect(boardWith(board, undefined, [gate], twins, 111, MARKS)?.get("guests")?.label?.en).toBe("Guests · old");
    expect(boardWith(board, undefined, [gate], new Map(), 105, MARKS)).toBeUndefined();
    const changes = new Map([["guests", null]]);
    expect(boardWith({ id: "other", rows: [] }, changes, [gate], twins, 105, MARKS)).toBe(changes);
  });

  it("let a machine take its place on a screen of telemetry", () => {
    const state: TelemetryState = {
      area: "hall", plant: { simulated: true, states: ["running", "fault"], devices: [{ id: "press", name: both("Press") }, { id: "mill", name: both("Mill") }] },
      frames: [{ time: 1, devices: [{ state: 0, oee: 80, temperature: 70, power: 400 }, { state: 0, oee: 1, temperature: 2, power: 3 }], oee: 1, power: 2, rate: 3 }],
    };
    const press = device({ kind: "machine", screen: "oryx", slot: "press", name: both("Our press") });
    const shown = telemetryWith(state, [press], new Map([["d", twin({ state: "fault", power: 9 })]]), 101, MARKS);
    expect(shown.frames.at(-1)?.devices).toEqual([{ state: 1, oee: 80, temperature: 70, power: 9 }, state.frames[0]?.devices[1]]);
    expect(shown.plant?.devices.map(({ name }) => name.en)).toEqual(["Our press · live", "Mill"]);
    expect(telemetryWith(silence, [press], new Map([["d", twin({})]]), 101, MARKS)).toBe(silence);
  });

  it("are out of date by the server's clock", () => {
    expect([110, 110.1].map((now) => isStale(device(), twin({}), now))).toEqual([false, true]);
  });
});

describe("words", () => {
  const told = { id: "d", name: both("Press"), about: [], values: { state: "fault", power: 12 }, age: 25, stale: true };

  it("say what is measured and how old it is, in the visitor's language", () => {
    expect([measured(told, "en"), standing(told, "en")]).toEqual(["Fault · 12 kW", "Out of date: nothing heard for 25 s"]);
    expect([measured(told, "zh"), standing(told, "zh")]).toEqual(["故障 · 12 kW", "数据过时：已 25 秒未收到数据"]);
    expect(standing({ ...told, age: 600 }, "en")).toContain("10 min");
    expect([standing({ ...told, age: null }, "en"), standing({ ...told, stale: false }, "en")]).toEqual(["Nothing heard yet", "Live from the site"]);
    expect(measured({ ...told, values: { people: 1 } }, "en")).toBe("1 person");
  });
});
