/** Boards: walls of names, of signings, of figures. What they say is the rows of the layout under the changes since. */
import type { Language, Text } from "./text.js";

export type BoardKind = "list" | "signing" | "counters";

/** A row of a board; which fields it has is up to the board's kind (docs/formats/live.md). */
export interface Row {
  readonly id: string;
  readonly rank?: number;
  readonly name?: Text;
  readonly industry?: Text;
  readonly title?: Text;
  readonly parties?: readonly Text[];
  readonly label?: Text;
  readonly value?: number;
  readonly unit?: Text;
}

/** Rows as they are now, by id; null: it was taken away. */
export type Changes = ReadonlyMap<string, Row | null>;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Text =>
  isObject(value) && typeof value["en"] === "string" && typeof value["zh"] === "string";

/** A row in this JSON value, without the fields that cannot be read; null when it is no row. */
export function readRow(id: string, value: unknown): Row | null {
  if (!isObject(value)) return null;
  const { rank, name, industry, title, parties, label, value: figure, unit } = value;
  return {
    id,
    ...(Number.isSafeInteger(rank) ? { rank: rank as number } : {}),
    ...(isText(name) ? { name } : {}),
    ...(isText(industry) ? { industry } : {}),
    ...(isText(title) ? { title } : {}),
    ...(Array.isArray(parties) ? { parties: parties.filter(isText) } : {}),
    ...(isText(label) ? { label } : {}),
    ...(typeof figure === "number" && Number.isFinite(figure) ? { value: figure } : {}),
    ...(isText(unit) ? { unit } : {}),
  };
}

/** Changes by board in this JSON value; null when there are none to read. */
export function readBoards(value: unknown): ReadonlyMap<string, Changes> | null {
  if (!isObject(value)) return null;
  return new Map(Object.entries(value).flatMap(([board, changes]) => {
    const read = readChanges(changes);
    return read ? [[board, read] as const] : [];
  }));
}

/** Changes of one board; null when it is no such thing. */
export function readChanges(value: unknown): Changes | null {
  if (!isObject(value)) return null;
  return new Map(Object.entries(value).flatMap(([id, given]) => {
    const row = given === null ? null : readRow(id, given);
    return given === null || row ? [[id, row] as const] : [];
  }));
}

/** What a board says now: a list by rank, others in the layout's order, new rows last. */
export function rowsNow(kind: BoardKind, written: readonly Row[], changes: Changes | undefined): readonly Row[] {
  const merged = new Map<string, Row | null>(written.map((row) => [row.id, row]));
  for (const [id, row] of changes ?? []) merged.set(id, row);
  const rows = [...merged.values()].filter((row): row is Row => row !== null);
  return kind === "list" ? rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)) : rows;
}

/** A figure as people of a language write it. */
export function figure(value: number, language: Language): string {
  return value.toLocaleString(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 6 });
}

/** A row in one sentence, for readers. */
export function sentence(kind: BoardKind, row: Row, language: Language): string {
  const say = (text: Text | undefined): string => (text ? text[language] || text.en || text.zh : "");
  if (kind === "counters") return `${say(row.label)}: ${figure(row.value ?? 0, language)} ${say(row.unit)}`.trim();
  if (kind === "signing") return `${say(row.title)}: ${(row.parties ?? []).map(say).join(" + ")}`;
  return [String(row.rank ?? ""), say(row.name), say(row.industry)].filter(Boolean).join(" · ");
}

/** Rows that hold every word of `query`, in either language; those of a list also by their place, where it is a number. */
export function findRows(kind: BoardKind, rows: readonly Row[], query: string): readonly Row[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const held = (row: Row): string => `${sentence(kind, row, "en")} ${sentence(kind, row, "zh")}`.toLocaleLowerCase();
  const said = (row: Row, word: string): boolean =>
    kind === "list" && /^\d+$/.test(word) ? row.rank === Number(word) : held(row).includes(word);
  return rows.filter((row) => words.every((word) => said(row, word)));
}

/** The rows that differ between two states of a board, as they are now. */
export function changedRows(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  return now.filter((row) => known.get(row.id) !== JSON.stringify(row));
}
