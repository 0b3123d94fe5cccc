import { expect, it } from "vitest";
import { COMMANDS, decodeCommand, decodeEvent, eventMessage, EVENTS } from "../../src/protocol/embedding.js";

const command = (fields: object): unknown => decodeCommand({ hallwright: 1, ...fields });

it("reads every command", () => {
  const all = [
    { command: "hello" },
    { command: "goTo", id: "b1" },
    { command: "leadTo", id: "b1" },
    { command: "select", id: null },
    { command: "setLanguage", lang: "zh-Hans" },
  ];
  expect(all.map(command)).toEqual([...all.slice(0, 4), { command: "setLanguage", lang: "zh" }]);
  expect(new Set(all.map((each) => each.command))).toEqual(new Set(COMMANDS));
});

it("reads a spot, its direction in degrees", () => {
  expect(command({ command: "goTo", area: "park", at: [1, 2.5], facing: 180 })).toEqual({ command: "goTo", area: "park", at: [1, 2.5], facing: Math.PI });
  expect(command({ command: "goTo", area: "park" })).toEqual({ command: "goTo", area: "park", at: null, facing: null });
});

it.each([
  null, 7, "hello", [], {}, { command: "hello" }, { hallwright: 2, command: "hello" }, { hallwright: "1", command: "hello" },
  { hallwright: 1 }, { hallwright: 1, command: "reload" }, { hallwright: 1, command: "goTo" }, { hallwright: 1, command: "goTo", id: "" },
  { hallwright: 1, command: "goTo", id: {} }, { hallwright: 1, command: "goTo", id: "x".repeat(121) },
  { hallwright: 1, command: "goTo", area: "park", at: [1] }, { hallwright: 1, command: "goTo", area: "park", at: [1, NaN] },
  { hallwright: 1, command: "goTo", area: "park", at: [1, 1e9] }, { hallwright: 1, command: "goTo", area: "park", facing: "north" },
  { hallwright: 1, command: "leadTo" }, { hallwright: 1, command: "select", id: 3 }, { hallwright: 1, command: "setLanguage", lang: "fr" },
  { hallwright: 1, command: "toString" },
])("ignores %j", (data) => {
  expect(decodeCommand(data)).toBeNull();
});

it("writes events that are read again, and no others", () => {
  expect(decodeEvent(eventMessage("area", { id: "park" }))).toEqual({ event: "area", detail: { id: "park" } });
  for (const event of EVENTS) expect(decodeEvent({ hallwright: 1, event, detail: {} })?.event).toBe(event);
  for (const data of [null, "ready", { event: "ready", detail: {} }, { hallwright: 1, event: "name", detail: {} }, { hallwright: 1, event: "ready" }]) {
    expect(decodeEvent(data)).toBeNull();
  }
});
