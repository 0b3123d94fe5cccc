/** The attributes of `<hallwright-view>` (docs/formats/embed.md): the address they come to, and what a change of them asks for. */
import { languageOf } from "../protocol/embedding.js";

/** Those that the page in the frame must be opened anew for; those that can be told to it; and those of the frame itself. */
export const OPENING = ["src", "venue", "tour", "autoplay", "tier", "text"] as const;
export const TOLD = ["area", "at", "facing", "to", "select", "lang"] as const;
export const OWN = ["loading", "title"] as const;
export const ATTRIBUTES = [...OPENING, ...TOLD, ...OWN] as const;

export type Read = (attribute: (typeof ATTRIBUTES)[number]) => string | null;

/** The origin of the hall that `src` names, whatever the path; `home` when it names none that can be had. */
export function originOf(src: string | null, base: string, home: string): string {
  if (!src || !URL.canParse(src, base)) return home;
  const { protocol, origin } = new URL(src, base);
  return protocol === "https:" || protocol === "http:" ? origin : home;
}

/** The page to open in the frame. */
export function addressOf(read: Read, origin: string): string {
  return read("text") === null ? hallAddress(read, origin) : textAddress(read, origin);
}

function hallAddress(read: Read, origin: string): string {
  const query = new URLSearchParams();
  for (const name of ["venue", "area", "at", "facing", "to", "select", "tour", "lang", "tier"] as const) {
    const value = read(name);
    if (value) query.set(name, value);
  }
  if (read("autoplay") !== null) query.set("autoplay", "1");
  return `${origin}/${query.size > 0 ? `?${query.toString()}` : ""}`;
}

function textAddress(read: Read, origin: string): string {
  const [venue, area, lang] = [read("venue"), read("area"), languageOf(read("lang"))];
  const place = venue ? `/${encodeURIComponent(venue)}${area ? `/areas/${encodeURIComponent(area)}` : ""}` : "";
  return `${origin}/text${place}${lang ? `?lang=${lang}` : ""}`;
}

/** The commands that changes of these attributes come to; null when the page must be opened anew. */
export function commandsFor(changed: ReadonlySet<string>, read: Read): readonly object[] | null {
  const any = (names: readonly string[]): boolean => names.some((name) => changed.has(name));
  if (any(OPENING) || (read("text") !== null && any(TOLD))) return null;
  const commands: object[] = [];
  if (changed.has("lang") && languageOf(read("lang"))) commands.push({ command: "setLanguage", lang: languageOf(read("lang")) });
  if (any(["area", "at", "facing"])) {
    const area = read("area");
    if (!area) return null; // only the page knows where it begins
    commands.push({ command: "goTo", area, at: pointOf(read("at")), facing: numberOf(read("facing")) });
  }
  if (changed.has("to")) commands.push({ command: "leadTo", id: read("to") || null });
  if (changed.has("select")) commands.push({ command: "select", id: read("select") || null });
  return commands;
}

function pointOf(value: string | null): readonly number[] | null {
  const numbers = (value ?? "").split(",").map((each) => (each.trim() ? Number(each) : NaN));
  return numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : null;
}

const numberOf = (value: string | null): number | null => (value?.trim() && Number.isFinite(Number(value)) ? Number(value) : null);
