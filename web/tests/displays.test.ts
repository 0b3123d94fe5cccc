/** What the app paints on boards, without a browser: a canvas that only counts. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BoardDisplay } from "../src/board-display.js";
import type { Changes } from "../src/core/board.js";
import type { Moment } from "../src/display.js";
import type { Board } from "../src/hall/manifest.js";
import { silence } from "../src/session/telemetry.js";

const both = (en: string) => ({ en, zh: `${en}·中文` });
const written: string[] = [];
/** Round things that were drawn. */
let arcs = 0;

/** Takes every stroke and remembers the words. */
function pen(): object {
  return new Proxy({ measureText: (text: string) => ({ width: text.length }), fillText: (text: string) => written.push(text), arc: () => (arcs += 1) }, {
    get: (own, name) => (own as Record<PropertyKey, unknown>)[name] ?? (() => ({ addColorStop: () => undefined })),
    set: () => true,
  });
}

const board = (change: Partial<Board> = {}): Board => ({
  id: "figures", kind: "counters", name: both("Figures"), note: null, style: "dark", color: "#1f6fb2", at: [0, 0], facing: 0, size: [6, 3],
  elevation: 2, front: 0.1, rows: [{ id: "projects", label: both("Projects"), value: 3600, unit: both("projects") }], ...change,
});
const list = board({
  id: "top", kind: "list", rows: Array.from({ length: 24 }, (_, i) => ({ id: String(i + 1), rank: i + 1, name: both(`Works ${String(i + 1)}`) })),
});

describe("BoardDisplay", () => {
  let changes: Changes | undefined;
  const moment = (now: number, change: Partial<Moment> = {}): Moment => ({
    now, server: 0, first: "en", still: false, letters: 0, changesOf: () => changes, sessions: new Map(), pollsOf: () => [], telemetry: silence, people: [], ...change,
  });

  beforeEach(() => {
    vi.stubGlobal("document", { createElement: () => ({ getContext: pen }) });
    changes = undefined;
    written.length = 0;
    arcs = 0;
  });

  it("paints once, and not again while nothing changes", () => {
    const display = new BoardDisplay(board());
    expect([0, 100, 5000].map((now) => display.paint(moment(now)))).toEqual([true, false, false]);
    expect(written).toContain("3,600");
    expect(written).toContain("Projects·中文");
  });

  it("paints anew in another language, and when letters came", () => {
    const display = new BoardDisplay(board());
    display.paint(moment(0));
    expect(display.paint(moment(1, { first: "zh" }))).toBe(true);
    expect(display.paint(moment(2, { first: "zh", letters: 1 }))).toBe(true);
  });

  it("counts to a new figure in few steps, and then rests", () => {
    const display = new BoardDisplay(board());
    display.paint(moment(0));
    changes = new Map([["projects", { id: "projects", label: both("Projects"), value: 4600 }]]);
    written.length = 0;
    const painted = Array.from({ length: 240 }, (_, i) => display.paint(moment(1000 + i * 50))).filter(Boolean).length;
    expect(painted).toBeGreaterThan(5);
    expect(painted).toBeLessThan(16);
    const figures = written.filter((text) => /^\d,\d{3}$/.test(text)).map((text) => Number(text.replace(",", "")));
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(figures.at(-1)).toBe(4600);
    expect(figures.some((figure) => figure > 3600 && figure < 4600)).toBe(true);
  });

  it("says the new figure at once where motion is reduced", () => {
    const display = new BoardDisplay(board());
    display.paint(moment(0, { still: true }));
    changes = new Map([["projects", { id: "projects", label: both("Projects"), value: 4600 }]]);
    written.length = 0;
    expect(display.paint(moment(1000, { still: true }))).toBe(true);
    expect(written).toContain("4,600");
    expect(display.paint(moment(1500, { still: true }))).toBe(false);
  });

  it("turns its pages by the server's clock, the same for everyone; not where motion is reduced", () => {
    const [one, other] = [new BoardDisplay(list), new BoardDisplay(list)];
    const page = (display: BoardDisplay, now: number, server: number, still = false): string => {
      written.length = 0;
      display.paint(moment(now, { server, still }));
      return written.find((text) => / \/ /.test(text)) ?? "";
    };
    expect([page(one, 0, 0), page(one, 1, 10), page(one, 2, 19), page(one, 3, 28)]).toEqual(["1 / 3", "2 / 3", "3 / 3", "1 / 3"]);
    expect(page(other, 7777, 10)).toBe("2 / 3");
    expect(page(new BoardDisplay(list), 0, 10, true)).toBe("1 / 3");
  });

  it("tells fifty pages without fifty dots", () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ id: String(i + 1), rank: i + 1, name: both(`Works ${String(i + 1)}`) }));
    const display = new BoardDisplay({ ...list, rows });
    display.paint(moment(0, { server: 49 * 9 + 1 }));
    expect(written).toContain("50 / 50");
    expect(written).toContain("Works 500");
    expect(written).not.toContain("Works 490");
    expect(arcs).toBe(0);
    new BoardDisplay(list).paint(moment(0));
    expect(arcs).toBe(3);
  });

  it("paints anew when a row is taken away, and not for a change that changes nothing", () => {
    const display = new BoardDisplay(list);
    display.paint(moment(0));
    changes = new Map([["24", { id: "24", rank: 24, name: both("Works 24") }]]);
    expect(display.paint(moment(100))).toBe(false);
    changes = new Map([["24", null]]);
    expect(display.paint(moment(200))).toBe(true);
  });

  it("turns to the page of what is new", () => {
    const display = new BoardDisplay(list);
    display.paint(moment(0));
    changes = new Map([["24", { id: "24", rank: 24, name: both("Another") }]]);
    written.length = 0;
    display.paint(moment(100));
    expect(written).toContain("Another");
    expect(written).toContain("3 / 3");
  });
});
