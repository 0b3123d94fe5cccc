import { afterEach, describe, expect, it } from "vitest";
import { interfaceCharacters } from "../../build/characters.js";
import type { Reason } from "../../src/protocol/meetings.js";
import { language } from "../../src/ui/language.js";
import { meetingNewsWords } from "../../src/ui/messages/meeting-news.js";
import { meetingWords } from "../../src/ui/messages/meetings.js";
import { reasonsOf } from "../../src/ui/meeting-reasons.js";

/** Every text of a catalogue, said of something. */
function said(entry: unknown): readonly string[] {
  if (typeof entry === "string") return [entry];
  if (typeof entry === "function") return [String((entry as (...values: unknown[]) => unknown)(7, 7))];
  return Object.values(entry as object).flatMap(said);
}

describe.each([["the panel", meetingWords], ["the news", meetingNewsWords]])("the words of %s", (_, words) => {
  it("are all in their own language", () => {
    expect(said(words.zh)).toHaveLength(said(words.en).length);
    expect(said(words.en).filter((each) => /\p{Script=Han}/u.test(each))).toEqual([]);
    expect(said(words.zh).filter((each) => !/\p{Script=Han}/u.test(each))).toEqual([]);
  });

  it("have their letters in the hall's font", () => {
    const characters = new Set(interfaceCharacters());
    expect([...said(words.zh).join("")].filter((each) => each > "~" && !characters.has(each))).toEqual([]);
  });
});

describe("reasons", () => {
  const reasons: readonly Reason[] = [
    { kind: "need", words: ["压铸", "die casting"], count: 2 }, { kind: "industry", words: ["hall/a"], count: 1 }, { kind: "language", words: ["zh"], count: 1 },
    { kind: "slots", words: [], count: 3 }, { kind: "offer", words: [], count: 0 },
  ];
  const industries = [{ id: "hall/a", name: { en: "Energy", zh: "能源" } }];

  afterEach(() => language.set("en"));

  it("are told in the visitor's language, from their side", () => {
    expect(reasonsOf(reasons, "buyer", industries)).toEqual(["Offers what you need: 压铸, die casting", "Your industry: Energy", "Speaks 中文", "3 slots free for both"]);
    language.set("zh");
    expect(reasonsOf(reasons, "booth", industries)).toEqual(["提供您所求：压铸、die casting", "同一行业：能源", "会说中文", "双方共同空闲 3 个时段"]);
  });
});
