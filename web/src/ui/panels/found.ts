/** A line for a place that was found: what it is, where it is, and what of it answers. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Language, Marked, Span } from "../../core/text.js";
import { areaOf, type Manifest } from "../../hall/manifest.js";
import { crowdedAt } from "../crowded.js";
import { icon } from "../icons.js";
import { language, otherLanguage, read, say, tags } from "../language.js";
import { spansOf, type Result } from "../results.js";
import type { Place } from "../places.js";
import { zoneBadge } from "../zone-badge.js";

export const foundLook = css`
  mark {
    color: var(--ink);
    background: color-mix(in srgb, var(--live) 42%, transparent);
    border-radius: 3px;
  }
  .result {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 4px;
    min-height: 60px;
    border-top: 1px solid var(--line);
  }
  .result > svg {
    color: var(--ink-2);
  }
  .sign {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
  }
  .told {
    flex: 1;
    min-width: 0;
  }
  .told > span {
    display: block;
    overflow-wrap: anywhere;
  }
  .told .title {
    font-weight: 600;
  }
  .other {
    font-weight: 400;
    margin-inline-start: 4px;
  }
`;

/** What stands in the line; `here` is the area where the visitor is, `marks` what is kept of the place. */
export function foundLine(
  hall: Manifest, { place, name, more, when }: Result, query: string, here: string, marks: TemplateResult | typeof nothing,
): TemplateResult {
  const sign = place.kind === "session" ? "calendar" : place.kind === "tour" ? "tour" : "pin";
  const zone = sign === "pin" ? zoneIn(hall, place) : undefined;
  const number = place.number && marked(place.number, spansOf(place.number, [query.toLocaleLowerCase()]));
  return html`<span class="sign">${zone ? zoneBadge(zone, 36) : icon(sign)}</span>
    <span class="told">
      <span class="title">${number} ${inLanguage(name, language.value)}${inOther(name)} ${marks}</span>
      ${when ? html`<span><b>${read(when)}</b></span>` : nothing}
      ${more ? html`<span class="quiet">${inLanguage(more, telling(more))}</span>` : nothing}
      <span class="quiet">${whereabouts(hall, place, here)} ${crowdedAt(place)}</span>
    </span>`;
}

/** A text with its parts marked. */
export function marked(text: string, spans: readonly Span[]): TemplateResult {
  let at = 0;
  const parts = spans.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${parts}${text.slice(at)}`;
}

/** The visitor's language, unless only the other one says what was looked for. */
function telling({ marks }: Marked): Language {
  const other = otherLanguage();
  return marks[language.value].length === 0 && marks[other].length > 0 ? other : language.value;
}

function inLanguage(text: Marked, wished: Language): TemplateResult {
  const which = text[wished] ? wished : wished === "en" ? "zh" : "en";
  const words = marked(text[which], text.marks[which]);
  return which === language.value ? words : html`<span lang=${tags[which]}>${words}</span>`;
}

function inOther(name: Marked): TemplateResult | typeof nothing {
  const other = otherLanguage();
  if (!name[other] || name.en === name.zh || !name[language.value]) return nothing;
  return html` <span class="quiet other">${inLanguage(name, other)}</span>`;
}

function whereabouts(hall: Manifest, place: Place, here: string): string {
  const zone = place.kind === "zone" ? undefined : zoneIn(hall, place);
  const away = place.area !== here && place.kind !== "area" ? read(areaOf(hall, place.area)?.name) : "";
  return [say().kinds[place.kind], zone ? read(zone.name) : "", away].filter(Boolean).join(" · ");
}

function zoneIn(hall: Manifest, place: Place): Manifest["areas"][number]["zones"][number] | undefined {
  return areaOf(hall, place.area)?.zones.find((zone) => zone.id === place.zone);
}
