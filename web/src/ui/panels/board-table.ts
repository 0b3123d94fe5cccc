/** What a board says, as a table: a long one in pages, with a field to find rows by. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { figure, findRows, type Row } from "../../core/board.js";
import type { Board } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { look } from "../look.js";
import { fieldsLook } from "./fields-look.js";
import { head, liveLook } from "./tables.js";

/** Rows of one page: what people scroll through before they would rather find. */
const MOST = 50;

@customElement("hall-board-table")
export class BoardTable extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    liveLook,
    css`
      :host {
        display: block;
      }
      input {
        min-height: 48px;
      }
      input::placeholder {
        color: var(--ink-2);
        opacity: 1;
      }
      .pages {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 0;
        background: var(--ground);
        box-shadow: 0 -12px var(--ground); /* what scrolls away does not show above */
      }
      table {
        scroll-margin-top: 52px; /* below the pages, which stay in sight */
      }
      .pages p {
        flex: 1;
        font-variant-numeric: tabular-nums;
      }
      [aria-disabled="true"] {
        opacity: 0.5;
        cursor: default;
      }
      .pages button {
        padding: 0 9px;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | null = null;
  /** What it says now. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  @state() private query = "";
  @state() private page = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("board") || changed.get("board")?.id === this.board?.id) return;
    this.query = "";
    this.page = 0;
  }

  protected override render(): TemplateResult {
    const { board, rows } = this;
    if (!board) return html``;
    return html`<div class="live" data-board=${board.id}>
      ${rows.length === 0 ? html`<p>${say().boardEmpty}</p>` : rows.length > MOST ? this.long(board) : this.table(board, rows)}
      ${board.note ? html`<p class="quiet">${read(board.note)}</p>` : nothing}
    </div>`;
  }

  private long(board: Board): TemplateResult {
    const found = findRows(board.kind, this.rows, this.query);
    const last = Math.max(0, Math.ceil(found.length / MOST) - 1);
    const page = Math.min(this.page, last);
    const from = page * MOST;
    const shown = found.slice(from, from + MOST);
    return html`<label><span class="unseen">${say().findInBoard}</span>
        <input type="search" placeholder=${say().findInBoard} autocomplete="off" .value=${this.query} @input=${this.typed} @keydown=${this.keyed} /></label>
      <div class="pages">
        <p role="status" class="quiet">${found.length ? say().rowsShown(from + 1, from + shown.length, found.length) : say().nothingFound}</p>
        ${last > 0 ? html`${this.turning("back", say().rowsBefore, page - 1, last)} ${this.turning("go", say().rowsAfter, page + 1, last)}` : nothing}
      </div>
      ${found.length ? this.table(board, shown) : nothing}`;
  }

  /** A button to another page; it keeps the focus where there is none. */
  private turning(way: "back" | "go", words: string, to: number, last: number): TemplateResult {
    const none = to < 0 || to > last;
    return html`<button aria-label=${words} aria-disabled=${none ? "true" : "false"} @click=${() => (none ? undefined : this.turn(to))}>${icon(way)}</button>`;
  }

  private table(board: Board, rows: readonly Row[]): TemplateResult {
    return html`<table class=${board.kind === "list" ? "ranked" : ""} aria-label=${read(board.name)}>${TABLES[board.kind](rows)}</table>`;
  }

  private typed(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
    this.page = 0;
  }

  /** Escape empties the field before it closes the card. */
  private keyed(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.query) event.stopPropagation();
  }

  private turn(to: number): void {
    this.page = to;
    void this.updateComplete.then(() => this.renderRoot.querySelector("table")?.scrollIntoView({ block: "start" }));
  }
}

const TABLES: Readonly<Record<Board["kind"], (rows: readonly Row[]) => TemplateResult>> = {
  list: (rows) => html`${head(say().rank, say().company, say().industry)}
    <tbody>
      ${rows.map((row) => html`<tr data-row=${row.id}><td>${row.rank}</td><th scope="row">${read(row.name)}</th><td>${read(row.industry)}</td></tr>`)}
    </tbody>`,
  signing: (rows) => html`${head(say().project, say().parties)}
    <tbody>
      ${rows.map((row) => html`<tr><th scope="row">${read(row.title)}</th><td>${(row.parties ?? []).map(read).join(" + ")}</td></tr>`)}
    </tbody>`,
  counters: (rows) => html`${head(say().figureOf, say().figureValue)}
    <tbody>
      ${rows.map(
        (row) => html`<tr data-row=${row.id}>
          <th scope="row">${read(row.label)}</th>
          <td class="amount">${figure(row.value ?? 0, language.value)} ${read(row.unit)}</td>
        </tr>`,
      )}
    </tbody>`,
};
