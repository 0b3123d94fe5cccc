/**
 * The letters of the interface. The hall brings a small font that holds every character of its own texts and of
 * ours; names and announcements may hold any other, and for those the rest comes in pieces, when it is needed.
 */
import type { Manifest } from "../hall/manifest.js";
import { en } from "./messages/en.js";
import * as screens from "./messages/screens.js";
import { zh } from "./messages/zh.js";

/** From here on systems differ in what they can write; below it every one has a font. */
const FIRST_RARE = 0x2e80;

export class Typeface {
  private asked = "";
  private hall: Manifest | null = null;
  private own: string | null = null;
  private readonly fetched = new Set<string>();

  /** Fetches the hall's own font and dresses the interface in it; without it the system's serves. */
  async dress(url: string): Promise<void> {
    if (this.asked === url) return;
    this.asked = url;
    // One weight: browsers draw the bold from it.
    const face = new FontFace("Hall Sans", `url("${url}")`, { weight: "100 500", display: "swap" });
    document.fonts.add(face); // before it is there, or canvases are not told to write anew
    try {
      await face.load();
    } catch {
      document.fonts.delete(face);
      this.asked = "";
    }
  }

  /** Takes note of the hall whose own font there is. */
  holds(hall: Manifest): void {
    [this.hall, this.own] = [hall, null];
  }

  /** Sees to it that these texts can be written, whatever is in them. */
  async write(texts: readonly string[]): Promise<void> {
    const rare = [...new Set(texts.join(""))].filter((each) => (each.codePointAt(0) ?? 0) >= FIRST_RARE);
    const missing = rare.filter((each) => !this.fetched.has(each) && !(this.own ??= this.written()).includes(each));
    if (missing.length === 0) return;
    for (const each of missing) this.fetched.add(each);
    try {
      await import("@fontsource/noto-sans-sc/400.css");
      await document.fonts.load('16px "Noto Sans SC"', missing.join(""));
    } catch {
      for (const each of missing) this.fetched.delete(each);
    }
  }

  /** What the hall's own font can write. Told only when it is asked, and searched as it is: a set of all its letters takes a
   *  slow phone a tenth of a second to make. */
  private written(): string {
    return [this.hall, en, zh, screens].map((texts) => JSON.stringify(texts, (_, entry: unknown) => (typeof entry === "function" ? String(entry) : entry))).join("");
  }
}
