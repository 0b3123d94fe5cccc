/** A field to look for anything in the venue, and below it what answers, as one types; keys choose (a combobox). */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { noVisit, type Visit } from "../../session/visit.js";
import { Asking } from "../asking.js";
import { Crowded, crowdedLook } from "../crowded.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { leadWords } from "../messages/leading.js";
import { hasCard, type Place } from "../places.js";
import { filtered, findable, MOST, told, type Result, type Results } from "../results.js";
import type { Intents } from "../view.js";
import { marksLook, marksOf } from "../visit/marks.js";
import { fieldsLook } from "./fields-look.js";
import { foundLine, foundLook } from "./found.js";

const LONGEST = 80; // letters that the server takes

/** What one does with what is found: go there, be led there, read about it. */
type Act = "go" | "lead" | "read";

@customElement("hall-search")
export class SearchBox extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    foundLook,
    marksLook,
    crowdedLook,
    css`
      :host {
        display: block;
      }
      .field {
        position: relative;
        display: block;
        scroll-margin-top: 12px;
      }
      .field svg {
        position: absolute;
        left: 12px;
        top: 50%;
        transform: translateY(-50%);
        color: var(--ink-2);
      }
      input {
        min-height: 48px;
        padding: 0 16px 0 46px;
      }
      input::placeholder {
        color: var(--ink-2);
        opacity: 1;
      }
      .found:not(:empty) {
        padding: 12px 4px 4px;
      }
      .line {
        display: flex;
        align-items: center;
        border-top: 1px solid var(--line);
      }
      .line button {
        flex: none;
        padding: 0 10px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        flex: none;
        max-width: 92px;
      }
      @media (max-width: 420px) {
        .acts {
          max-width: 46px;
        }
      }
      [role="option"] {
        flex: 1;
        align-self: stretch;
        min-width: 0;
        border-top: 0;
        cursor: pointer;
        scroll-margin: 8px;
        border-radius: var(--radius);
      }
      [role="option"]:hover {
        background: var(--ground-2);
      }
      .keys {
        display: none;
      }
      @media (any-hover: hover) and (any-pointer: fine) {
        .keys {
          display: block;
          padding: 8px 4px 0;
        }
      }
      [role="option"][aria-selected="true"] {
        background: var(--ground-2);
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  /** Area where the visitor is. */
  @property() here = "";
  @property({ attribute: false }) visit: Visit = noVisit;
  /** Whether one can go to what is found. */
  @property({ type: Boolean }) walkable = false;
  /** Asks the server; without it, and when it cannot say, what is looked for is looked for by letters. */
  @property({ attribute: false }) ask: Intents["search"] | null = null;
  @state() private looked = "";
  @state() private results: Results | null = null;
  @state() private active = -1;
  protected readonly crowded = new Crowded(this);
  @query("input") private readonly input!: HTMLInputElement | null;
  private places: readonly Place[] = [];
  /** What is to be done with the first answer as soon as it is there. */
  private eager: Act | null = null;
  private readonly asking = new Asking<Results>((looked) => this.answer(looked), (results) => this.show(results));

  /** Takes the focus. */
  override focus(): void {
    this.input?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.typed("");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("hall")) return;
    this.places = this.hall ? findable(this.hall) : [];
    if (this.looked) this.asking.typed(this.looked);
  }

  protected override render(): TemplateResult {
    const open = this.listed.length > 0;
    return html`<label class="field">
        <span class="unseen">${say().findBooth}</span>${icon("search")}
        ${this.walkable
          ? html`<input type="text" role="combobox" aria-autocomplete="list" aria-expanded=${open} aria-controls="found" aria-describedby="keys"
              aria-activedescendant=${open && this.active >= 0 ? `found-${String(this.active)}` : nothing} enterkeyhint="go" maxlength=${LONGEST}
              placeholder=${say().findBooth} autocomplete="off" spellcheck="false" .value=${this.looked} @input=${this.typed} @keydown=${this.keyed} />`
          : html`<input type="search" maxlength=${LONGEST} placeholder=${say().findBooth} autocomplete="off" .value=${this.looked} @input=${this.typed} />`}
      </label>
      ${this.walkable ? html`<p id="keys" class="quiet keys" ?hidden=${!open}>${leadWords[language.value].keys}</p>` : nothing}
      <p role="status" class="quiet found">${this.count()}</p>
      ${open ? this.list() : nothing}`;
  }

  private get listed(): readonly Result[] {
    return this.results?.list ?? [];
  }

  private count(): string {
    if (!this.results) return "";
    const { list, cut } = this.results;
    if (list.length === 0) return say().nothingFound;
    return cut ? say().foundBest(list.length) : say().found(list.length);
  }

  private list(): TemplateResult {
    const line = (result: Result): TemplateResult | typeof nothing =>
      this.hall ? foundLine(this.hall, result, this.results?.query ?? "", this.here, marksOf(this.visit, result.place.id)) : nothing;
    if (!this.walkable) return html`<ul>${this.listed.map((result) => html`<li class="result">${line(result)}</li>`)}</ul>`;
    // A list to choose from may hold nothing but what is chosen: it owns that from afar, and buttons stand beside it.
    // The field keeps the focus when a finger chooses: what is pressed would take it.
    return html`<div id="found" role="listbox" aria-label=${say().findBooth} aria-owns=${this.listed.map((_, index) => `found-${String(index)}`).join(" ")}></div>
      <div @mousedown=${(event: Event) => event.preventDefault()}>
        ${this.listed.map((result, index) => html`<div class="line"><div id=${`found-${String(index)}`} role="option" class="result" data-found=${result.place.id}
          aria-selected=${index === this.active} @click=${() => this.take(index, "go")}>${line(result)}</div>${this.acts(result.place, index)}</div>`)}
      </div>`;
  }

  private acts(place: Place, index: number): TemplateResult {
    const [words, title] = [leadWords[language.value], `${place.number} ${read(place.name)}`.trim()];
    return html`<div class="acts">
      <button class="bare" data-lead aria-label=${words.leadTo(title)} title=${say().leadThere} @click=${() => this.take(index, "lead")}>${icon("way")}</button>
      ${hasCard(place) ? html`<button class="bare" data-read aria-label=${words.read(title)} title=${words.read(title)} @click=${() => this.take(index, "read")}>${icon("text")}</button>` : nothing}
    </div>`;
  }

  private typed(event: Event): void {
    this.look((event.target as HTMLInputElement).value);
  }

  private look(typed: string): void {
    this.looked = typed;
    this.eager = null;
    if (!typed.trim()) this.show(null);
    this.asking.typed(typed.trim());
    this.dispatchEvent(new CustomEvent("look", { detail: typed.trim() }));
  }

  private async answer(looked: string): Promise<Results> {
    const found = (await this.ask?.(looked, MOST + 1)) ?? null;
    return found ? told(this.places, looked, found) : filtered(this.places, looked);
  }

  private show(results: Results | null): void {
    this.results = results;
    this.active = -1;
    if (this.eager && results) this.take(0, this.eager);
    // Beneath a keyboard of glass there is little room: the field goes up, for what it found to be seen.
    else if (results) void this.updateComplete.then(() => this.renderRoot.querySelector(".field")?.scrollIntoView({ block: "start" }));
  }

  private keyed(event: KeyboardEvent): void {
    if (event.isComposing || !this.looked || event.metaKey || event.altKey || (event.ctrlKey && event.key !== "Enter")) return;
    if (event.key === "ArrowDown") this.step(1);
    else if (event.key === "ArrowUp") this.step(-1);
    else if (event.key === "Enter") this.choose(event.shiftKey ? "lead" : event.ctrlKey ? "read" : "go");
    else if (event.key === "Escape") this.look("");
    else return;
    event.preventDefault(); // the caret stays, and Escape does not close the panel yet
  }

  /** To the next result or the one before; beyond the ends it is the field again. */
  private step(by: number): void {
    const stops = this.listed.length + 1;
    this.active = ((this.active + 1 + by + stops) % stops) - 1;
    void this.updateComplete.then(() => this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
  }

  /** What is chosen, else the best; when that is yet to come, then. */
  private choose(act: Act): void {
    if (this.results?.query === this.looked.trim()) this.take(Math.max(0, this.active), act);
    else if (this.active >= 0) this.take(this.active, act);
    else this.eager = act;
  }

  private take(index: number, act: Act): void {
    this.eager = null;
    const place = this.listed[index]?.place;
    if (place && (act !== "read" || hasCard(place))) this.dispatchEvent(new CustomEvent(act, { detail: place }));
  }
}
