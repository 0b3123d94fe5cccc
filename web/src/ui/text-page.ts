/**
 * A page of the text tour, as the server wrote it (server/hallwright/api/text): what it is about, and where live things
 * are told in it. Without this script the page is whole; with it the page says who is here and what changes.
 */
import type { Pose } from "../core/plan.js";
import type { Language } from "../core/text.js";
import { visitorColor } from "../session/palette.js";
import type { Person } from "../protocol/events.js";
import { roles } from "./messages/people.js";
import { renew } from "./text-fresh.js";
import { textWords, type TextWords } from "./text-words.js";

/** Somebody as the list says it. */
export interface Listed extends Pick<Person, "number" | "nickname" | "color" | "via" | "role"> {
  readonly me: boolean;
}

const MOST_LISTED = 100;
const MOST_NEWS = 3;
/** ms that news stand over the page; what they tell stays in it. */
const SEEN_FOR = 12_000;
const FRESH = "[data-fresh]";

export class TextPage {
  readonly words: TextWords;
  readonly language: Language;

  private forgetting: ReturnType<typeof setTimeout> | undefined;
  private staying = false;

  constructor(private readonly page: Document) {
    this.language = page.documentElement.lang.startsWith("zh") ? "zh" : "en";
    this.words = textWords[this.language];
  }

  /** Ids of the venue and of its areas in the manifest's order; where the page is. */
  get venue(): string {
    return this.said("venue");
  }

  get areas(): readonly string[] {
    return this.said("areas").split(" ");
  }

  get area(): string {
    return this.said("area");
  }

  /** Area and zone, in words. */
  get here(): string {
    return this.said("here");
  }

  /** Tells one zone from another. */
  get place(): string {
    return `${this.area}/${this.said("zone")}`;
  }

  /** Where one stands who looks at what the page tells of. */
  get pose(): Pose {
    const [x = 0, y = 0] = this.said("at").split(",").map(Number);
    return { x, y, facing: Number(this.said("facing")) };
  }

  /** Fetches Chinese letters where this machine has none: it draws the same box for all of them. */
  letter(): void {
    const address = this.said("letters");
    if (!address || this.drawn("文") !== this.drawn("字")) return;
    const link = this.page.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    this.page.head.append(link);
    this.page.documentElement.toggleAttribute("data-lettered", true);
  }

  /** Says something when it suits: to be seen for a while, only `heard` where the page shows it anyway, or it `stays`. */
  tell(sentence: string, how: "seen" | "heard" | "stays" = "seen"): void {
    const news = this.page.getElementById("news");
    if (!news || this.staying) return;
    clearTimeout(this.forgetting);
    this.staying = how === "stays";
    news.toggleAttribute("data-heard", how === "heard");
    news.textContent = sentence;
    if (how === "seen") this.forgetting = setTimeout(() => news.replaceChildren(), SEEN_FOR);
  }

  nameOf({ nickname, number }: Pick<Person, "nickname" | "number">): string {
    return nickname || this.words.visitor(number);
  }

  /** Who is in this area. */
  list(people: readonly Listed[]): void {
    const section = this.page.getElementById("people");
    const list = section?.querySelector("ul");
    if (!section || !list) return;
    const rest = people.length - MOST_LISTED;
    list.replaceChildren(...people.slice(0, MOST_LISTED).map((person) => this.line(person)), ...(rest > 0 ? [this.item(this.words.more(rest))] : []));
    section.querySelector("[data-count]")?.replaceChildren(this.words.people(people.length));
    section.hidden = list.hidden = false;
  }

  /** How many are in an area; in the whole venue where `area` is empty. */
  count(area: string, people: number): void {
    for (const place of this.page.querySelectorAll(`[data-people-in="${CSS.escape(area)}"]`)) place.textContent = people > 0 ? this.words.people(people) : this.words.nobody;
  }

  announced(texts: readonly string[]): void {
    const section = this.page.getElementById("announced");
    section?.querySelector("ul")?.replaceChildren(...texts.map((text) => this.item(text)));
    if (section) section.hidden = texts.length === 0;
  }

  /** Offers a name; `rename` resolves to null, or to why not. */
  offerName(nickname: string, rename: (nickname: string) => Promise<string | null>): void {
    const form = this.page.querySelector<HTMLFormElement>("form[data-rename]");
    const field = form?.querySelector("input");
    const refused = this.page.getElementById("refused");
    if (!form || !field || !refused) return;
    field.value = nickname;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void rename(field.value).then((problem) => {
        refused.textContent = problem ?? "";
        field.setAttribute("aria-invalid", String(problem !== null));
      });
    });
  }

  /** Shows and boards that the page tells of, by id. */
  tells(kind: "show" | "board"): readonly string[] {
    return [...this.page.querySelectorAll<HTMLElement>(`${FRESH}[data-${kind}]`)].map((place) => place.dataset[kind] ?? "");
  }

  /** Whether it tells what devices on site say. */
  get tellsDevices(): boolean {
    return this.page.querySelector(`${FRESH}[data-devices]`) !== null;
  }

  /** Whether it tells of sessions of the programme, and whether of one how soon it begins. */
  get tellsSessions(): boolean {
    return this.page.querySelector(`${FRESH}[data-sessions]`) !== null;
  }

  get countsDown(): boolean {
    return this.page.querySelector("[data-soon]") !== null;
  }

  /** When the next session begins or ends (s since 1970); Infinity where none does. */
  get turn(): number {
    const told = this.page.querySelector<HTMLTimeElement>("time[data-turns]");
    return told ? Date.parse(told.dateTime) / 1000 : Infinity;
  }

  /** Takes live parts from the same page as it is now. Returns what is new in them, one sentence each. */
  refresh(newer: Document): readonly string[] {
    const news: string[] = [];
    for (const place of this.page.querySelectorAll<HTMLElement>(FRESH)) {
      const next = newer.getElementById(place.id);
      if (!next) continue;
      const known = new Set(this.sentences(place));
      if (renew(place, next)) news.push(...this.sentences(next).filter((sentence) => !known.has(sentence)));
    }
    const rest = news.length - MOST_NEWS;
    return rest > 0 ? [...news.slice(0, MOST_NEWS), this.words.moreNews(rest)] : news;
  }

  private drawn(letter: string): string {
    const canvas = this.page.createElement("canvas");
    canvas.width = canvas.height = 24;
    const pen = canvas.getContext("2d");
    if (!pen) return letter;
    pen.font = getComputedStyle(this.page.body).font;
    pen.fillText(letter, 2, 20);
    return canvas.toDataURL();
  }

  private sentences(place: HTMLElement): string[] {
    return [...place.querySelectorAll<HTMLElement>("[data-news]")].map((told) => {
      const parts = told instanceof HTMLTableRowElement || told.tagName === "TR" ? [...told.children] : [told];
      const what = parts.map((part) => part.textContent?.trim().replace(/\s+/g, " ") ?? "").filter(Boolean).join(", ");
      const name = told.dataset["news"];
      return name ? this.words.news(name, what) : what;
    });
  }

  private line(person: Listed): HTMLElement {
    const dot = this.page.createElement("i");
    dot.style.background = visitorColor(person.color);
    const how = this.page.createElement("span");
    how.className = "quiet";
    const what = person.me ? this.words.you : person.via === "text" ? this.words.reads : this.words.walks;
    const role = (roles[this.language] as Readonly<Record<string, string>>)[person.role];
    how.textContent = role ? `${role} · ${what}` : what;
    const line = this.item("");
    line.dataset["person"] = String(person.number);
    line.append(dot, this.nameOf(person), " ", how);
    return line;
  }

  private item(text: string): HTMLElement {
    const item = this.page.createElement("li");
    item.textContent = text;
    return item;
  }

  private said(name: string): string {
    return this.page.body.dataset[name] ?? "";
  }
}
