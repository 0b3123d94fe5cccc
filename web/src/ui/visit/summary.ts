/** A visit as one page of HTML that needs nothing else: to print, to send oneself, to keep. All that was written is escaped. */
import type { Manifest } from "../../hall/manifest.js";
import { countOf, type Part, PARTS, type Visit } from "../../session/visit.js";
import { language, read, say, tags } from "../language.js";
import { type Entry, groupsOf, marksIn, markWords, titleOf, told } from "./listing.js";
import { pictureOf } from "./picture.js";

const STYLE = `body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:860px;margin:32px auto;padding:0 20px;color:#182128;background:#fff}
h1{line-height:1.2}h2{margin:32px 0 0;border-bottom:2px solid #182128}h3{font-size:15px;font-weight:400;color:#4d5a64;margin:14px 0 2px}
ul{list-style:none;margin:0;padding:0}li{padding:8px 0;border-top:1px solid #d3dae0;break-inside:avoid;overflow-wrap:anywhere}
.totals li{display:inline-block;border:0;padding:0 24px 0 0}.note{white-space:pre-wrap;margin:0}p{margin:0}.quiet{color:#4d5a64;font-size:14px}
figure{margin:24px 0;break-inside:avoid}img{width:100%;height:auto;border:1px solid #d3dae0}a{color:#12609f}`;

/** `picture` draws the plan of an area as an address that `img` takes; empty for none. */
export function summaryOf(visit: Visit, hall: Manifest, picture = pictureOf): string {
  const title = escapeHtml(say().visitOf(read(hall.name)));
  const plans = hall.areas.map((area) => {
    const marks = marksIn(visit, hall, area);
    const address = marks.length > 0 ? picture(hall, area, marks) : "";
    const words = `${say().visitPlan(read(area.name))} · ${markWords(marks)}`;
    return address && `<figure><img src="${escapeHtml(address)}" alt="${escapeHtml(words)}"><figcaption class="quiet">${escapeHtml(words)}</figcaption></figure>`;
  });
  return `<!doctype html>
<html lang="${tags[language.value]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><ul class="totals">${told(visit, hall).map((each) => `<li>${escapeHtml(each)}</li>`).join("")}</ul>
${plans.join("\n")}
${PARTS.map((part) => section(visit, hall, part)).join("\n")}
${hall.sample_data ? `<p class="quiet">${escapeHtml(say().sampleData)}</p>` : ""}
</body></html>
`;
}

function section(visit: Visit, hall: Manifest, part: Part): string {
  const groups = groupsOf(visit, hall, part);
  if (groups.length === 0) return "";
  const listed = groups.map(({ name, entries }) => `<h3>${escapeHtml(name)}</h3><ul>${entries.map((entry) => line(entry, part)).join("")}</ul>`);
  return `<section><h2>${escapeHtml(say().visitParts[part])} (${String(countOf(visit, part))})</h2>${listed.join("")}</section>`;
}

function line(entry: Entry, part: Part): string {
  return `<li><b>${escapeHtml(titleOf(entry))}</b>${more(entry, part)}</li>`;
}

function more({ kept }: Entry, part: Part): string {
  const { card, note, seconds } = kept;
  if (part === "note") return `<p class="note">${escapeHtml(note)}</p>`;
  if (part === "visited") return seconds > 0 ? ` <span class="quiet">${escapeHtml(say().visitStay(Math.round(seconds / 60)))}</span>` : "";
  if (part !== "card" || !card) return "";
  const told = [card.exhibitor, ...card.products].map(read).join(" · ");
  const reached = [card.url && linked(card.url, card.url), card.email && linked(`mailto:${card.email}`, card.email), escapeHtml(card.phone)];
  return `<p>${escapeHtml(told)}</p><p>${reached.filter(Boolean).join(" · ")}</p>`;
}

const linked = (address: string, words: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
