import { expect, it } from "vitest";
import { defaultPreferences, readPreferences } from "../../src/ui/preferences.js";

const stored = (value: string | null) => () => ({ getItem: () => value });

it("reads what was chosen", () => {
  const chosen = {
    quality: "low", speed: "fast", daytime: "dusk", nickname: "Ada", stepFree: true,
    look: "slow", field: 72, invert: true, hand: "left", motion: "calm", shortcuts: false,
  };
  expect(readPreferences(stored(JSON.stringify(chosen)))).toEqual(chosen);
});

it("makes the usual choices where somebody of an older version chose nothing", () => {
  expect(readPreferences(stored('{"speed":"fast"}'))).toEqual({ ...defaultPreferences, speed: "fast" });
});

it.each([49, 101, NaN, "72", null])("sees no field of view of %j degrees", (field) => {
  expect(readPreferences(stored(JSON.stringify({ field }))).field).toBe(89);
});

it.each([null, "", "{", "null", "[]", '{"quality":"ultra","speed":7,"daytime":"noon","nickname":{}}', '{"look":1,"field":"wide","invert":"no","hand":"foot","motion":true,"shortcuts":"off"}'])("makes the usual choices of %j", (value) => {
  expect(readPreferences(stored(value))).toEqual({
    quality: "auto", speed: "normal", daytime: "planned", nickname: "", stepFree: false,
    look: "normal", field: 89, invert: false, hand: "right", motion: "system", shortcuts: true,
  });
});

it("does without storage", () => {
  const forbidden = (): never => {
    throw new Error("SecurityError");
  };
  expect(readPreferences(forbidden).quality).toBe("auto");
});
