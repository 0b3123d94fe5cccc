import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { interfaceCharacters } from "../../build/characters.js";
import { REACTIONS } from "../../src/protocol/talk.js";
import { inkOn, VISITOR_COLORS } from "../../src/session/palette.js";
import { talkWords } from "../../src/ui/messages/talk.js";

type Entry = string | ((value: never) => string);
const written = (entry: Entry): string => (typeof entry === "string" ? entry : (entry as (value: unknown) => string)("7"));
/** Nothing but a mark between two texts. */
const MARKS = new Set(["of"]);
/** Said by the name of what is pressed. */
const NAMED: readonly string[] = [...REACTIONS, "withdraw", "remove"];

describe("the words about talk", () => {
  it.each(Object.keys(talkWords.en).filter((key) => !MARKS.has(key)))("translate %s", (key) => {
    const [en, zh] = [talkWords.en, talkWords.zh].map((words) => written((words as unknown as Record<string, Entry>)[key]!));
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it("are all said somewhere", () => {
    const panels = new URL("../../src/ui/panels/", import.meta.url);
    const code = readdirSync(panels).map((file) => readFileSync(new URL(file, panels), "utf8")).join("\n");
    expect(Object.keys(talkWords.en).filter((key) => !NAMED.includes(key) && !new RegExp(`(words|talk|\\])\\.${key}\\b`).test(code))).toEqual([]);
  });

  it("have their letters in the hall's font", () => {
    const characters = new Set(interfaceCharacters());
    const all = Object.values(talkWords.zh).map((entry) => written(entry as Entry)).join("");
    expect([...all].filter((each) => each > "~" && !characters.has(each))).toEqual([]);
  });

  it("stand on every visitor's colour so that they can be read", () => {
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const share = parseInt(color.slice(at, at + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const color of VISITOR_COLORS) {
      const [a, b] = [light(color), light(inkOn(color))].sort((x, y) => y - x);
      expect((a! + 0.05) / (b! + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
