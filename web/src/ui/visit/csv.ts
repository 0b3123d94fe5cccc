/** What is kept as a table (RFC 4180) that spreadsheets open. */
import type { Manifest } from "../../hall/manifest.js";
import type { Visit } from "../../session/visit.js";
import { read, say } from "../language.js";
import type { PlaceKind } from "../places.js";
import { type Entry, groupsOf } from "./listing.js";

/** Tells spreadsheets that it is UTF-8. */
const MARK = "\uFEFF";
/** What a spreadsheet would take for a formula, in letters of either width. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

export function csvOf(visit: Visit, hall: Manifest): string {
  const rows = groupsOf(visit, hall).flatMap(({ name, entries }) => entries.map((entry) => rowOf(entry, name)));
  return MARK + [Object.values(say().visitColumns), ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** In quotes, and never a formula: an apostrophe before it makes it a text. */
export const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** In the order of the columns' names. */
function rowOf({ kept, name, number }: Entry, area: string): readonly string[] {
  const { card } = kept;
  return [
    area, say().kinds[kept.kind as PlaceKind] ?? kept.kind, number, read(name), moment(kept.visited), minutes(kept.seconds), moment(kept.bookmarked), kept.note,
    read(card?.exhibitor), card?.products.map(read).join("; ") ?? "", card?.email ?? "", card?.phone ?? "", card?.url ?? "",
  ];
}

/** Hours and minutes of this place, in a form that every spreadsheet knows. */
function moment(time: number | null): string {
  if (time === null) return "";
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "";
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const minutes = (seconds: number): string => (seconds > 0 ? (seconds / 60).toFixed(1) : "");
