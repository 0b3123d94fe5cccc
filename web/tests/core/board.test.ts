import { describe, expect, it } from "vitest";
import { changedRows, figure, findRows, readChanges, rowsNow, sentence, type Row } from "../../src/core/board.js";

const both = (en: string, zh = en) => ({ en, zh });
const works = (rank: number): Row => ({ id: String(rank), rank, name: both(`Works ${String(rank)}`), industry: both("Steel", "钢铁") });

describe("rowsNow", () => {
  it("shows a list by rank, whatever came when", () => {
    const changes = new Map([["2", null], ["9", works(9)], ["5", { ...works(5), rank: 1.5 as number }]]);
    expect(rowsNow("list", [works(3), works(2), works(1)], changes).map(({ id }) => id)).toEqual(["1", "5", "3", "9"]);
  });

  it("keeps the order of other rows and puts new ones last", () => {
    const row = (id: string, value: number): Row => ({ id, value, label: both(id) });
    const rows = rowsNow("counters", [row("b", 1), row("a", 2)], new Map([["c", row("c", 3)], ["b", row("b", 7)]]));
    expect(rows.map(({ id, value }) => [id, value])).toEqual([["b", 7], ["a", 2], ["c", 3]]);
  });

  it("is the layout's own without changes", () => {
    expect(rowsNow("signing", [], undefined)).toEqual([]);
  });
});

it("tells which rows are new or say something else", () => {
  expect(changedRows([works(1), works(2)], [works(1), { ...works(2), industry: both("Glass") }, works(3)]).map(({ id }) => id)).toEqual(["2", "3"]);
});

describe("findRows", () => {
  const rows = [...Array.from({ length: 120 }, (_, i) => works(i + 1)), { id: "x", rank: 121, name: both("Moon Glass", "月玻璃"), industry: both("Glass", "玻璃") }];
  const found = (query: string): readonly string[] => findRows("list", rows, query).map(({ id }) => id);

  it("finds rows that hold every word, in either language", () => {
    expect(found("glass moon")).toEqual(["x"]);
    expect(found("月")).toEqual(["x"]);
    expect(found("moon steel")).toEqual([]);
    expect(found(" ")).toHaveLength(121);
  });

  it("takes a number for a place in a list, and for a word elsewhere", () => {
    expect(found("12")).toEqual(["12"]);
    expect(found("12 steel")).toEqual(["12"]);
    expect(findRows("counters", [{ id: "p", value: 3600, label: both("Projects") }], "600")).toHaveLength(1);
  });
});

it("does not believe fields of another kind of value", () => {
  const read = readChanges({ a: { rank: "1", name: both("A"), value: Infinity, parties: [both("x"), 3] }, b: null, c: [] });
  expect([...(read ?? [])]).toEqual([["a", { id: "a", name: both("A"), parties: [both("x")] }], ["b", null]]);
  expect(readChanges([])).toBeNull();
});

it("says rows and figures in the reader's language", () => {
  expect(figure(3600, "en")).toBe("3,600");
  expect(figure(1.5, "zh")).toBe("1.5");
  expect(sentence("counters", { id: "p", value: 30000, label: both("Guests", "嘉宾"), unit: both("people", "人") }, "zh")).toBe("嘉宾: 30,000 人");
  expect(sentence("signing", { id: "1", title: both("Plant"), parties: [both("A"), both("B")] }, "en")).toBe("Plant: A + B");
  expect(sentence("list", works(2), "zh")).toBe("2 · Works 2 · 钢铁");
});
