import { describe, expect, it } from "vitest";
import { captionAt, captionsOf } from "../../src/session/captions.js";

const EN = "Oryx 3.0 is a platform. It has 20,000 screens, or so! Does it work? Yes.";
const ZH = "这是第一句。屏幕约 3.5 米宽！好吗？好的。";

describe("captions", () => {
  it("are sentences, and lose no letter", () => {
    expect(captionsOf(EN, 20).map(({ text }) => text)).toEqual(["Oryx 3.0 is a platform.", "It has 20,000 screens, or so!", "Does it work?", "Yes."]);
    expect(captionsOf(ZH, 20).map(({ text }) => text)).toEqual(["这是第一句。", "屏幕约 3.5 米宽！", "好吗？", "好的。"]);
  });

  it("break what is too long for a glance at its commas", () => {
    const long = "When the shields are closed and the pumps have run for a day, the plates turn cold one after another, from the top down, until the chip at the bottom wakes.";
    const parts = captionsOf(long, 20).map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join(" ")).toBe(long);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(130);
  });

  it("begin at once, follow one another, and leave a breath at the end", () => {
    const from = captionsOf(EN, 20).map((caption) => caption.from);
    expect(from[0]).toBe(0);
    expect([...from].sort((a, b) => a - b)).toEqual(from);
    expect(from.at(-1)).toBeLessThan(19);
  });

  it("are found by the second", () => {
    const captions = [{ text: "a", from: 0 }, { text: "b", from: 4 }, { text: "c", from: 9 }];
    expect([-1, 0, 3.9, 4, 8, 9, 99].map((second) => captionAt(captions, second))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(captionAt([], 3)).toBe(0);
  });

  it("show a text without any stop whole", () => {
    expect(captionsOf("Here", 6)).toEqual([{ text: "Here", from: 0 }]);
  });
});
