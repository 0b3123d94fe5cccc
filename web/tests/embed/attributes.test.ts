import { expect, it } from "vitest";
import { addressOf, commandsFor, originOf, type Read } from "../../src/embed/attributes.js";

const HALL = "https://hall.example";
const reading = (attributes: Readonly<Record<string, string>>): Read => (name) => attributes[name] ?? null;
const address = (attributes: Readonly<Record<string, string>>): string => addressOf(reading(attributes), HALL);
const changed = (names: readonly string[], attributes: Readonly<Record<string, string>>) => commandsFor(new Set(names), reading(attributes));

it("knows the hall's origin, and falls back to its own", () => {
  const base = "https://press.example/news/";
  expect(originOf("https://fair.example/hall?x", base, HALL)).toBe("https://fair.example");
  expect(originOf("//fair.example:8443", base, HALL)).toBe("https://fair.example:8443");
  expect(originOf("/", base, HALL)).toBe("https://press.example");
  for (const src of [null, "", "javascript:alert(1)", "data:text/html,x", "http://"]) expect(originOf(src, base, HALL)).toBe(HALL);
});

it("makes the address of the hall, escaped", () => {
  expect(address({})).toBe(`${HALL}/`);
  expect(address({ area: "park", at: "1,2", facing: "90", lang: "zh" })).toBe(`${HALL}/?area=park&at=1%2C2&facing=90&lang=zh`);
  expect(address({ tour: "a&b=c", autoplay: "" })).toBe(`${HALL}/?tour=a%26b%3Dc&autoplay=1`);
});

it("makes the address of the words", () => {
  expect(address({ text: "" })).toBe(`${HALL}/text`);
  expect(address({ text: "", area: "park", lang: "zh-CN" })).toBe(`${HALL}/text?lang=zh`);
  expect(address({ text: "", venue: "a/b", area: "park" })).toBe(`${HALL}/text/a%2Fb/areas/park`);
});

it("tells the page what changed", () => {
  expect(changed(["lang"], { lang: "zh" })).toEqual([{ command: "setLanguage", lang: "zh" }]);
  expect(changed(["at", "area"], { area: "park", at: "1, 2", facing: "90" })).toEqual([{ command: "goTo", area: "park", at: [1, 2], facing: 90 }]);
  expect(changed(["area"], { area: "park", at: "here" })).toEqual([{ command: "goTo", area: "park", at: null, facing: null }]);
  expect(changed(["to", "select"], { to: "b1" })).toEqual([{ command: "leadTo", id: "b1" }, { command: "select", id: null }]);
  expect(changed(["title", "loading"], {})).toEqual([]);
});

it("opens the page anew where nothing else will do", () => {
  for (const name of ["src", "venue", "tour", "autoplay", "tier", "text"]) expect(changed([name, "lang"], { lang: "en" })).toBeNull();
  expect(changed(["at"], { at: "1,2" })).toBeNull();
  expect(changed(["lang"], { text: "", lang: "en" })).toBeNull();
});
