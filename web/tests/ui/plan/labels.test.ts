import { describe, expect, it } from "vitest";
import type { Area } from "../../../src/hall/manifest.js";
import { BADGE, broken, type Label, type Measure, meets, place, Taken, type Wish } from "../../../src/ui/plan/labels.js";
import { fit } from "../../../src/ui/plan/looking.js";
import { holdsPoint, labelsOf, standing } from "../../../src/ui/plan/wishes.js";
import { referenceVenue } from "./reference.js";

const PAGE = { left: 0, top: 0, right: 1000, bottom: 1000 };
/** As wide as a broad font: a Chinese letter is 1, others 0.6. */
const measure: Measure = (text, bold) => [...text].reduce((sum, each) => sum + (/\p{Script=Han}/u.test(each) ? 1 : 0.6), 0) * (bold ? 1.08 : 1);
const wish = (text: string, x: number, y: number, more: Partial<Wish> = {}): Wish => ({ text, spots: [[x, y]], size: 10, ...more });

function overlaps(labels: readonly Label[]): string[] {
  const sorted = [...labels].sort((a, b) => a.box.left - b.box.left);
  return sorted.flatMap((a, i) => {
    const found: string[] = [];
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j] as Label;
      if (b.box.left >= a.box.right) break;
      if (meets(a.box, b.box)) found.push(`${a.lines.join(" ")} × ${b.lines.join(" ")}`);
    }
    return found;
  });
}

describe("the plan of the reference venue", () => {
  const hall = referenceVenue();
  const zooms = [1, 1.4, 2, 3, 4.5, 7, 11, 16];
  const screens = { phone: [360, 430], tablet: [820, 700], desk: [1500, 860] } as const;

  const texts = (labels: readonly Label[]): ReadonlySet<string> => new Set(labels.map(({ wish: { text } }) => text));
  const tiny = fit((hall.areas[0] as Area).size, 340, 200, 8).scale;

  describe.each(["en", "zh"] as const)("in %s", (lang) => {
    it.each(Object.entries(screens))("has no label over another at any zoom on a %s", (_, [width, height]) => {
      for (const area of hall.areas) {
        for (const zoom of zooms) {
          const scale = fit(area.size, width, height, 24).scale * zoom;
          const labels = labelsOf(hall, area, { scale, left: 0, top: 0 }, (text) => text[lang], measure);
          expect(overlaps(labels), `${area.id} × ${String(zoom)}`).toEqual([]);
          for (const { wish } of labels) if (!wish.symbol) expect(wish.size).toBeGreaterThanOrEqual(14);
        }
      }
    });
  });

  it("names every zone at once, every booth when one is near, and more the nearer one is", () => {
    const main = hall.areas[0] as Area;
    const at = (scale: number): readonly Label[] => labelsOf(hall, main, { scale, left: 0, top: 0 }, (text) => text.en, measure);
    const far = at(tiny).map(({ wish: { text, symbol, badge } }) => (symbol === BADGE ? badge?.letter : text));
    for (const { letter } of main.zones) expect(far.some((text) => text === letter || text?.startsWith(`${letter} `)), letter).toBe(true);
    const near = at(64);
    for (const booth of main.booths) {
      expect(texts(near)).toContain(booth.number);
      expect(texts(near)).toContain(booth.name.en);
    }
    const counts = [2, 5, 10, 20, 40, 64].map((scale) => at(scale).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it("keeps the number of a booth within the booth", () => {
    const main = hall.areas[0] as Area;
    const to = { scale: 20, left: 0, top: 0 };
    const numbers = new Map(labelsOf(hall, main, to, (text) => text.zh, measure).map((label) => [label.wish.text, label.box]));
    for (const booth of main.booths) {
      const box = numbers.get(booth.number);
      expect(box, booth.number).toBeDefined();
      for (const [x, y] of [[box!.left, box!.top], [box!.right, box!.bottom]] as const) {
        expect(holdsPoint(booth, [x / to.scale, -y / to.scale]), booth.number).toBe(true);
      }
    }
  });

  it("leaves what stands in a booth to the booth", () => {
    for (const area of hall.areas) {
      for (const { at } of standing(area)) expect(area.booths.some((booth) => holdsPoint(booth, at))).toBe(false);
    }
  });
});

it("drops what finds no room, the least important last", () => {
  const labels = place([wish("First", 100, 100), wish("Second", 110, 102), wish("Third", 100, 140)], PAGE, new Taken(), measure);
  expect(labels.map(({ lines }) => lines[0])).toEqual(["First", "Third"]);
});

it("breaks a text, goes beside its symbol, or falls back on its badge", () => {
  const things = new Taken();
  things.add({ left: 110, top: 90, right: 400, bottom: 110 });
  const wishes = [
    wish("Two words", 500, 500, { lines: 2, room: [40, 30] }),
    wish("Here", 100, 100, { beside: 5, clear: true }),
    wish("Much too long", 700, 700, { badge: { letter: "M", color: "#123456" }, room: [20, 20] }),
  ];
  const [broken, beside, short] = place(wishes, PAGE, things, measure);
  expect(broken?.lines).toEqual(["Two", "words"]);
  expect(beside?.box.right).toBeLessThanOrEqual(95);
  expect(short?.wish.symbol).toBe(BADGE);
});

it("breaks lines evenly and loses nothing", () => {
  const width = (text: string): number => measure(text, false);
  expect(broken("High-Quality Manufacturing of the Regions", 3, width)).toEqual(["High-Quality", "Manufacturing", "of the Regions"]);
  expect(broken("世界制造业大会", 2, width)).toEqual(["世界制造", "业大会"]);
  expect(broken("智能，制造", 2, width)).toEqual(["智能，", "制造"]);
  expect(broken("", 2, width)).toEqual([""]);
});
