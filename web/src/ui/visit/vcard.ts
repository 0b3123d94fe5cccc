/** The basket of business cards for an address book: vCard 3.0 (RFC 2426), which all of them read. What one noted stays out of it. */
import type { Manifest } from "../../hall/manifest.js";
import type { Visit } from "../../session/visit.js";
import { read, say } from "../language.js";
import { type Entry, groupsOf } from "./listing.js";

const LONGEST = 75; // bytes of a line

export const vcardsOf = (visit: Visit, hall: Manifest): string =>
  groupsOf(visit, hall, "card").flatMap(({ entries }) => entries.map((entry) => vcardOf(entry, hall))).join("");

function vcardOf({ kept, number }: Entry, hall: Manifest): string {
  const { card } = kept;
  if (!card) return "";
  const name = escaped(read(card.exhibitor));
  const from = [read(hall.name), number ? say().booth(number) : "", card.products.map(read).join(", ")].filter(Boolean).join(" · ");
  const lines = [
    "BEGIN:VCARD", "VERSION:3.0", `N:${name};;;;`, `FN:${name}`, `ORG:${name}`,
    card.email && `EMAIL;TYPE=INTERNET,WORK:${escaped(card.email)}`,
    card.phone && `TEL;TYPE=WORK,VOICE:${escaped(card.phone)}`,
    card.url && `URL:${plain(card.url)}`,
    `NOTE:${escaped(from)}`, `UID:${escaped(`${hall.venue}/${kept.id}`)}`, "END:VCARD",
  ];
  return lines.filter(Boolean).map((line) => `${folded(line)}\r\n`).join("");
}

/** A text value: what has a meaning in vCards is written with a backslash, and nothing begins a line of its own. */
export const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n").replace(CONTROLS, "");

/** An address is no text: it is written as it is, in one line. */
const plain = (address: string): string => address.replace(/\s/g, "").replace(CONTROLS, "");

// eslint-disable-next-line no-control-regex -- these are what must not be in it
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** Lines of at most 75 bytes, each but the first after a space; no letter is cut in two. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines = [""];
  let left = LONGEST;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (bytes > left) {
      lines.push("");
      left = LONGEST - 1; // the space counts
    }
    lines[lines.length - 1] += letter;
    left -= bytes;
  }
  return lines.join("\r\n ");
}
