/** Saves a visit as a file. It is made in the page and goes to the device, by no server. */
import type { Manifest } from "../../hall/manifest.js";
import type { Visit } from "../../session/visit.js";
import { written } from "../../session/visit-file.js";
import { csvOf } from "./csv.js";
import { summaryOf } from "./summary.js";
import { vcardsOf } from "./vcard.js";

export const FILES = ["html", "vcf", "csv", "json"] as const;
export type FileKind = (typeof FILES)[number];

const TYPES: Readonly<Record<FileKind, string>> = {
  html: "text/html;charset=utf-8", vcf: "text/vcard;charset=utf-8", csv: "text/csv;charset=utf-8", json: "application/json",
};
const BEFORE_FORGETTING = 60_000; // ms that a slow browser may take to save it

export function save(kind: FileKind, visit: Visit, hall: Manifest): void {
  saveFile(`visit-${hall.venue}-${dayOf(new Date())}.${kind}`, TYPES[kind], textOf(kind, visit, hall));
}

export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEFORE_FORGETTING);
}

function textOf(kind: FileKind, visit: Visit, hall: Manifest): string {
  if (kind === "html") return summaryOf(visit, hall);
  if (kind === "csv") return csvOf(visit, hall);
  return kind === "vcf" ? vcardsOf(visit, hall) : written(visit, hall.venue);
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
