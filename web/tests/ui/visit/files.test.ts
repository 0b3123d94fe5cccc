import { describe, expect, it } from "vitest";
import { bookmarked, type Card, type Memo, noted, noVisit, stayed, took, type Visit, walked } from "../../../src/session/visit.js";
import { language } from "../../../src/ui/language.js";
import { cell, csvOf } from "../../../src/ui/visit/csv.js";
import { groupsOf, marksIn, totalsOf } from "../../../src/ui/visit/listing.js";
import { escapeHtml, summaryOf } from "../../../src/ui/visit/summary.js";
import { escaped, folded, vcardsOf } from "../../../src/ui/visit/vcard.js";
import { sample } from "../../hall/sample.js";

const NASTY = '<script>alert("x")</script> & =1+1; a,b\\c\nBEGIN:VCARD';
const b1: Memo = { id: "b1", kind: "booth", area: "main", number: "A01", name: { en: "Name", zh: "名称" } };
const gone: Memo = { id: "old", kind: "booth", area: "main", number: "Z9", name: { en: NASTY, zh: NASTY } };
const card: Card = {
  exhibitor: { en: NASTY, zh: "艾克；公司" }, products: [{ en: "Pumps", zh: "泵" }], email: "info@example.com", url: "https://example.com/?a=1,2;3", phone: "+1 202 555 0101",
};
const hall = sample();
const visit: Visit = walked(took(noted(bookmarked(stayed(noVisit, b1, 90, Date.UTC(2026, 10, 1)), b1, 5), gone, NASTY), gone, card), 600, 1_234);

/** A table as a spreadsheet reads it. */
function rows(csv: string): string[][] {
  const cells = [...csv.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  return cells.reduce<string[][]>(([...table], [, text = "", end]) => {
    table.at(-1)?.push(text.replaceAll('""', '"'));
    return end === "," ? table : [...table, []];
  }, [[]]).slice(0, -1);
}

describe("lists", () => {
  it("are by area, and what the hall is without comes last under its old name", () => {
    expect(groupsOf(visit, hall).map(({ area, entries }) => [area, entries.map(({ number, place }) => [number, place?.id])])).toEqual([
      ["main", [["A01", "b1"]]], ["", [["Z9", undefined]]],
    ]);
    expect(groupsOf(visit, hall, "visited").length).toBe(1);
  });

  it("count booths of the hall as it is", () => {
    const old = stayed(visit, gone, 5, 1);
    expect(totalsOf(old, hall)).toMatchObject({ booths: 1, minutes: 10, metres: 1_234 });
    expect(marksIn(visit, hall, hall.areas[0]!)).toEqual([{ at: [20, 10], size: [6, 4], facing: 0, visited: true, bookmarked: true }]);
    expect(marksIn(visit, hall, hall.areas[1]!)).toMatchObject([{ visited: true }]);
  });
});

describe("the table", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uFEFF=1", "＝1", "＋1", "－1", "＠A1", '=HYPERLINK("http://x","y")'])(
    "makes no formula of %j", (text) => {
      expect(cell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
    },
  );

  it("leaves other texts as they are", () => {
    expect(["plain", 'a "b", c', "1 = 1", ""].map(cell)).toEqual(['"plain"', '"a ""b"", c"', '"1 = 1"', '""']);
  });

  it("has a row for each thing, and every cell in its column", () => {
    const csv = csvOf(visit, hall);
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const [head = [], first = [], second = []] = rows(csv);
    expect(rows(csv).map((row) => row.length)).toEqual([head.length, head.length, head.length]);
    expect(first.slice(1, 4)).toEqual(["Booth", "A01", "Name"]);
    expect(first[head.indexOf("Minutes")]).toBe("1.5");
    expect(second[head.indexOf("Note")]).toBe(NASTY);
    expect(second[head.indexOf("Telephone")]).toBe("'+1 202 555 0101");
  });
});

describe("cards", () => {
  it("escape what has a meaning, and begin no line of their own", () => {
    expect(escaped(NASTY)).toBe('<script>alert("x")</script> & =1+1\\; a\\,b\\\\c\\nBEGIN:VCARD');
    expect(escaped("a\r\nb\u2028c\u0000d\u0007")).toBe("a\\nb\\ncd");
  });

  it("fold at 75 bytes, between letters", () => {
    const text = `NOTE:${"泵🚀x".repeat(60)}`;
    const lines = folded(text).split("\r\n");
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(lines.slice(1).every((line) => line.startsWith(" "))).toBe(true);
    expect(lines.map((line, i) => (i ? line.slice(1) : line)).join("")).toBe(text);
  });

  it("are whole, one for each in the basket, without what one noted", () => {
    const lines = vcardsOf(visit, hall).replaceAll("\r\n ", "").split("\r\n");
    expect(lines.filter((line) => line === "BEGIN:VCARD").length).toBe(1);
    expect(lines.at(-2)).toBe("END:VCARD");
    expect(lines).toContain("VERSION:3.0");
    expect(lines).toContain("URL:https://example.com/?a=1,2;3");
    expect(lines).toContain("TEL;TYPE=WORK,VOICE:+1 202 555 0101");
    expect(lines.filter((line) => line.startsWith("NOTE:"))).toEqual(["NOTE:Name · Booth Z9 · Pumps"]);
    language.set("zh");
    expect(vcardsOf(visit, hall)).toContain("FN:艾克；公司");
    language.set("en");
  });
});

describe("the summary", () => {
  const html = summaryOf(visit, hall, (_, area, marks) => `data:image/png;base64,${area.id}${String(marks.length)}`);

  it("escapes everything that somebody wrote", () => {
    expect(html).not.toContain("<script");
    expect(html.split(escapeHtml(NASTY)).length - 1).toBeGreaterThanOrEqual(4);
    expect(escapeHtml(`"'<>&`)).toBe("&quot;&#39;&lt;&gt;&amp;");
  });

  it("needs nothing else, and shows plans of where one was", () => {
    expect(html).toContain('src="data:image/png;base64,main1"');
    expect([...html.matchAll(/(?:src|href)="(?!data:|mailto:|https:\/\/example\.com)/g)]).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });
});
