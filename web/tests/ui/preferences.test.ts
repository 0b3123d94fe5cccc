import { expect, it } from "vitest";
import { readPreferences } from "../../src/ui/preferences.js";

const stored = (value: string | null) => () => ({ getItem: () => value });

it("reads what was chosen", () => {
  expect(readPreferences(stored('{"quality":"low","speed":"fast","daytime":"dusk","nickname":"Ada"}'))).toEqual({ quality: "low", speed: "fast", daytime: "dusk", nickname: "Ada", stepFree: false });
});

it.each([null, "", "{", "null", "[]", '{"quality":"ultra","speed":7,"daytime":"noon","nickname":{}}'])("makes the usual choices of %j", (value) => {
  expect(readPreferences(stored(value))).toEqual({ quality: "auto", speed: "normal", daytime: "planned", nickname: "", stepFree: false });
});

it("does without storage", () => {
  const forbidden = (): never => {
    throw new Error("SecurityError");
  };
  expect(readPreferences(forbidden).quality).toBe("auto");
});
