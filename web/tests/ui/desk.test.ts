import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { interfaceCharacters } from "../../build/characters.js";
import { deskWords } from "../../src/ui/messages/desk.js";
import { pollWords } from "../../src/ui/messages/polls.js";
import { fieldsIn } from "../../src/ui/panels/desk-boards.js";
import { after } from "../../src/ui/panels/talk-polls.js";

type Entry = string | ((...values: never[]) => string);
const written = (entry: Entry): string => (typeof entry === "string" ? entry : (entry as (...values: unknown[]) => string)(7, 7, 7));
const MARKS = new Set(["of"]);
/** The parts of the desk, said by their names. */
const NAMED = ["announce", "talk", "shows", "boards", "programme"];
const all = { desk: deskWords, polls: pollWords };

describe.each(Object.entries(all))("the words of %s", (_, words) => {
  const english = words.en as unknown as Record<string, Entry>;
  const chinese = words.zh as unknown as Record<string, Entry>;

  it.each(Object.keys(english).filter((key) => !MARKS.has(key) && key !== "result"))("translate %s", (key) => {
    expect(written(english[key]!)).not.toMatch(/\p{Script=Han}/u);
    expect(written(chinese[key]!)).toMatch(/\p{Script=Han}/u);
  });

  it("have their letters in the hall's font", () => {
    const characters = new Set(interfaceCharacters());
    const letters = Object.values(chinese).map(written).join("");
    expect([...letters].filter((each) => each > "~" && !characters.has(each))).toEqual([]);
  });

  it("are all said somewhere", () => {
    const panels = new URL("../../src/ui/panels/", import.meta.url);
    const code = readdirSync(panels).map((file) => readFileSync(new URL(file, panels), "utf8")).join("\n");
    expect(Object.keys(english).filter((key) => !NAMED.includes(key) && !new RegExp(`(words|\\])\\.${key}\\b`).test(code))).toEqual([]);
  });
});

describe("a press on an option", () => {
  it("chooses it instead of another, or takes it back", () => {
    expect(after({ several: false, mine: [] }, 2)).toEqual([2]);
    expect(after({ several: false, mine: [1] }, 2)).toEqual([2]);
    expect(after({ several: false, mine: [2] }, 2)).toEqual([]);
  });

  it("chooses one more, or one less, where several may be chosen", () => {
    expect(after({ several: true, mine: [2] }, 0)).toEqual([0, 2]);
    expect(after({ several: true, mine: [0, 2] }, 2)).toEqual([0]);
  });
});

describe("a row that is written at the desk", () => {
  const form = (fields: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it("has the fields of its board's kind; one language stands for both, and what is empty is left out", () => {
    expect(fieldsIn("counters", form({ "label.en": "Projects", "label.zh": "", value: "13", "unit.en": "", "unit.zh": "" }))).toEqual({
      label: { en: "Projects", zh: "Projects" }, value: 13,
    });
    expect(fieldsIn("list", form({ rank: "2", "name.zh": "甲", "industry.en": "Steel" }))).toEqual({
      rank: 2, name: { en: "甲", zh: "甲" }, industry: { en: "Steel", zh: "Steel" },
    });
    expect(fieldsIn("signing", form({ "title.en": "Deal", "party0.en": "A", "party1.zh": "乙", "party2.en": " " }))).toEqual({
      title: { en: "Deal", zh: "Deal" }, parties: [{ en: "A", zh: "A" }, { en: "乙", zh: "乙" }],
    });
  });
});
