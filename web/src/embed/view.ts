/** `<hallwright-view>`: a hall in a page of any site. It only frames the hall's own page and passes words to and fro. */
import type { Language } from "../core/text.js";
import { decodeEvent, languageOf, VERSION } from "../protocol/embedding.js";
import { addressOf, ATTRIBUTES, commandsFor, originOf, type Read } from "./attributes.js";
import { look } from "./look.js";

const WORDS: Readonly<Record<Language, { readonly hall: string; readonly open: string }>> = {
  en: { hall: "Exhibition hall", open: "Open the hall in a new tab" },
  zh: { hall: "展厅", open: "在新标签页中打开展厅" },
};
/** What the page of the hall may do. Its own scripts and its own storage, for it is of another origin; never move the page around it. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";
const ALLOW = "fullscreen; xr-spatial-tracking; gamepad; autoplay; camera 'none'; microphone 'none'; geolocation 'none'";
/** ms after which a page that was loaded and says nothing may be taken for one that does not let itself be framed here. */
const SILENT_AFTER = 10_000;
/** Commands kept until the page can hear them. */
const MOST_WAITING = 20;

let count = 0;

export class HallwrightView extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;
  /** The origin that this script came from. */
  static home = "";
  private readonly frame = document.createElement("iframe");
  private readonly instead = document.createElement("div");
  private readonly link = document.createElement("a");
  private readonly changed = new Set<string>();
  private origin = "";
  private address = "";
  private heard = false;
  private waiting: object[] = [];
  private silence: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const { frame, instead, link } = this;
    frame.name = `hallwright-${String((count += 1))}`; // two halls in one page are two visitors
    frame.setAttribute("sandbox", SANDBOX);
    frame.allow = ALLOW;
    frame.addEventListener("load", () => this.greet());
    link.target = "_blank";
    link.rel = "noopener";
    const slot = document.createElement("slot");
    slot.append(link);
    instead.className = "instead";
    instead.hidden = true;
    instead.append(slot);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [look];
    root.append(frame, instead);
  }

  connectedCallback(): void {
    window.addEventListener("message", this.hear);
    this.changed.clear();
    this.dress();
    this.open();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.hear);
    clearTimeout(this.silence);
    this.address = ""; // a frame that is taken out forgets its page
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected || !this.address) return;
    if (this.changed.size === 0) queueMicrotask(() => this.take());
    this.changed.add(name);
  }

  /** Goes to a booth, an exhibit, an area or any other place. */
  goTo(id: string): void {
    this.tell({ command: "goTo", id });
  }

  /** Lays the way to a place on the floor; null takes it up. */
  leadTo(id: string | null): void {
    this.tell({ command: "leadTo", id });
  }

  /** Opens the card of a booth or an exhibit; null closes it. */
  select(id: string | null): void {
    this.tell({ command: "select", id });
  }

  private readonly read: Read = (name) => this.getAttribute(name);

  /** Takes up all attributes that were changed at once. */
  private take(): void {
    const changed = new Set(this.changed);
    this.changed.clear();
    if (!this.isConnected) return;
    this.dress();
    const commands = commandsFor(changed, this.read);
    if (!commands || !this.heard) return this.open();
    for (const command of commands) this.tell(command);
  }

  /** What of the frame does not concern its page. */
  private dress(): void {
    const words = WORDS[this.language];
    this.frame.title = this.title || words.hall;
    this.frame.loading = this.getAttribute("loading") === "lazy" ? "lazy" : "eager";
    this.link.textContent = words.open;
  }

  private get language(): Language {
    return languageOf(this.lang) ?? languageOf(this.closest("[lang]")?.getAttribute("lang")) ?? "en";
  }

  private open(): void {
    this.origin = originOf(this.getAttribute("src"), document.baseURI, HallwrightView.home);
    const address = addressOf(this.read, this.origin);
    if (address === this.address) return;
    this.address = this.link.href = address;
    this.heard = false;
    this.instead.hidden = true;
    this.frame.src = address;
  }

  /** Says to the page in the frame who listens; it answers only who may. */
  private greet(): void {
    if (!this.address) return;
    this.send({ command: "hello" });
    clearTimeout(this.silence);
    if (!this.heard && !this.hasAttribute("text")) this.silence = setTimeout(() => this.giveUp(), SILENT_AFTER);
  }

  /** Nobody answers: the hall is not there, or does not let pages like this one show it. */
  private giveUp(): void {
    this.instead.hidden = false;
    this.dispatch("error", { code: "refused" });
  }

  private tell(command: object): void {
    if (this.heard) this.send(command);
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(command);
  }

  private send(command: object): void {
    this.frame.contentWindow?.postMessage({ hallwright: VERSION, ...command }, this.origin);
  }

  private readonly hear = ({ source, origin, data }: MessageEvent): void => {
    if (source === null || source !== this.frame.contentWindow || origin !== this.origin) return;
    const told = decodeEvent(data);
    if (!told) return;
    if (told.event === "hello") this.welcome();
    else this.dispatch(told.event, told.detail);
  };

  private welcome(): void {
    clearTimeout(this.silence);
    this.heard = true;
    this.instead.hidden = true;
    for (const command of this.waiting.splice(0)) this.send(command);
  }

  private dispatch(event: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`hallwright-${event}`, { detail, bubbles: true, composed: true }));
  }
}
