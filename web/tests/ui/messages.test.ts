import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { interfaceCharacters } from "../../build/characters.js";
import { en } from "../../src/ui/messages/en.js";
import type { Messages } from "../../src/ui/messages/messages.js";
import { zh } from "../../src/ui/messages/zh.js";

type Entry = string | ((...args: never[]) => string) | Readonly<Record<string, string>>;
const entries = (messages: Messages): [string, Entry][] => Object.entries(messages) as [string, Entry][];
const SAME = new Set(["otherLanguage"]);

const said = (entry: Entry): string => {
  if (typeof entry === "string") return entry;
  if (typeof entry === "function") return (entry as (value: unknown) => string)("7");
  return Object.values(entry).join(" ");
};

const sources = (folder: URL): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const at = new URL(entry.name + (entry.isDirectory() ? "/" : ""), folder);
      return entry.isDirectory() ? (entry.name === "messages" ? "" : sources(at)) : readFileSync(at, "utf8");
    })
    .join("\n");

describe("the catalogues", () => {
  it("hold nothing that is never said", () => {
    const code = sources(new URL("../../src/ui/", import.meta.url));
    expect(entries(en).map(([key]) => key).filter((key) => !new RegExp(`(say\\(\\)|words)\\.${key}\\b`).test(code))).toEqual([]);
  });

  it("have the same keys in the same order", () => {
    expect(entries(zh).map(([key]) => key)).toEqual(entries(en).map(([key]) => key));
  });

  it.each(entries(en).filter(([key]) => !SAME.has(key)))("translate %s", (key, entry) => {
    const other = zh[key as keyof Messages] as Entry;
    expect(said(entry).length).toBeGreaterThan(0);
    expect(said(other)).not.toBe(said(entry));
    expect(said(other)).toMatch(/\p{Script=Han}/u);
    expect(said(entry)).not.toMatch(/\p{Script=Han}/u);
  });

  it("count in the singular", () => {
    expect([en.people(1), en.people(2), en.boothsIn(1), en.peopleInZone(1), en.found(1)]).toEqual([
      "1 visitor here", "2 visitors here", "1 booth", "1 person", "1 match",
    ]);
  });

  it("have the letters of the days that browsers write", () => {
    const characters = new Set(interfaceCharacters());
    const days = Array.from({ length: 12 }, (_, month) => new Date(2026, month, 28, 23, 45));
    const hours = days.flatMap((day) => [0, 1, 2, 3, 4, 5, 6].map((more) => {
      const options = { weekday: "short", day: "numeric", month: "short" } as const; // of the programme
      return new Date(day.getTime() + more * 86_400_000).toLocaleDateString("zh-CN", options);
    }));
    const written = days.flatMap((day) => ["en", "zh-CN"].map((lang) => day.toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" })));
    const missing = [...[...written, ...hours].join("").replace(/\s/g, "")].filter((each) => (each.codePointAt(0) ?? 0) >= 0x2e80 && !characters.has(each));
    expect(missing).toEqual([]);
  });

  it("are covered by the characters that the font is asked for", () => {
    const characters = new Set(interfaceCharacters());
    const all = [...entries(en), ...entries(zh)].map(([, entry]) => said(entry)).join("");
    expect([...all].filter((character) => character > "~" && !characters.has(character))).toEqual([]);
  });
});
