/** The desk's part that writes boards: a row is changed, added or taken away, for everyone. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type BoardKind, type Row, rowsNow, sentence } from "../../core/board.js";
import type { Text } from "../../core/text.js";
import type { Board } from "../../hall/manifest.js";
import { language, read } from "../language.js";
import { DeskPart, pairIn, word } from "./desk-part.js";

const LONGEST = 160;
const MOST_SHOWN = 60;
const PARTIES = [0, 1, 2, 3] as const;
const FEWEST_PARTIES = 2;
/** Stands for a row that is not there yet. */
const NEW = "";

@customElement("hall-desk-boards")
export class DeskBoards extends DeskPart {
  @state() private chosen = "";
  /** Id of the row that is being written; null for none. */
  @state() private row: string | null = null;

  protected override render(): TemplateResult {
    const { words } = this;
    const boards = (this.view.hall?.areas ?? []).flatMap((area) => area.boards);
    const board = boards.find(({ id }) => id === this.chosen) ?? boards[0];
    if (!board) return html`<p class="quiet">${words.noBoards}</p>`;
    return html`<div class="part">
      <label>${words.board}<select data-board @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
        ${boards.map(({ id, name }) => html`<option value=${id} ?selected=${id === board.id}>${read(name)}</option>`)}</select></label>
      ${this.outcome()} ${this.rows(board)}
    </div>`;
  }

  private choose(board: string): void {
    [this.chosen, this.row] = [board, null];
  }

  private rows(board: Board): TemplateResult {
    const { words } = this;
    const rows = rowsNow(board.kind, board.rows, this.view.boards.get(board.id)).slice(0, MOST_SHOWN);
    return html`${this.row === NEW ? this.form(board, null) : html`<div class="row"><button data-add @click=${() => void this.open(NEW)}>${words.add}</button></div>`}
      <ul>${repeat(rows, ({ id }) => id, (row) => html`<li class="item" data-row=${row.id}>
        <span>${sentence(board.kind, row, language.value)}</span>
        ${this.row === row.id ? this.form(board, row) : html`<div class="row">
          <button data-edit aria-label=${words.of(words.edit, sentence(board.kind, row, language.value))} @click=${() => void this.open(row.id)}>${words.edit}</button>
          <button data-take aria-label=${words.of(words.take, sentence(board.kind, row, language.value))} @click=${() => void this.try(this.asked?.write(board.id, { [row.id]: null }))}>${words.take}</button>
        </div>`}
      </li>`)}</ul>`;
  }

  /** Opens the fields of a row, with the focus in the first. */
  private async open(row: string): Promise<void> {
    this.row = row;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>("form input")?.focus();
  }

  private form(board: Board, row: Row | null): TemplateResult {
    return html`<form @submit=${(event: Event) => void this.write(event, board, row)}>
      ${row ? nothing : html`<b>${this.words.newRow}</b>`} ${this.fields(board.kind, row)}
      <div class="row"><button class="main" type="submit" data-write>${this.words.write}</button></div>
    </form>`;
  }

  private fields(kind: BoardKind, row: Row | null): TemplateResult {
    const { words } = this;
    const spare = (label: string): string => `${label} (${words.optional})`;
    switch (kind) {
      case "list":
        return html`${this.number("rank", words.rank, row?.rank, "1", "1")} ${this.pair("name", words.name, row?.name, LONGEST, true)}
          ${this.pair("industry", spare(words.industry), row?.industry, LONGEST, false)}`;
      case "signing":
        return html`${this.pair("title", words.title, row?.title, LONGEST, true)}
          ${PARTIES.map((each) => this.pair(`party${each}`, each < FEWEST_PARTIES ? words.party(each + 1) : spare(words.party(each + 1)), row?.parties?.[each], LONGEST, each < FEWEST_PARTIES))}`;
      case "counters":
        return html`${this.number("value", words.value, row?.value, "any")} ${this.pair("label", words.label, row?.label, LONGEST, true)}
          ${this.pair("unit", spare(words.unit), row?.unit, LONGEST, false)}`;
    }
  }

  private number(name: string, label: string, value: number | undefined, step: string, least?: string): TemplateResult {
    return html`<label>${label}<input type="number" name=${name} step=${step} min=${least ?? nothing} required .value=${value === undefined ? "" : String(value)} /></label>`;
  }

  private async write(event: Event, board: Board, row: Row | null): Promise<void> {
    event.preventDefault();
    const fields = fieldsIn(board.kind, new FormData(event.currentTarget as HTMLFormElement));
    const id = row?.id ?? `desk-${Date.now().toString(36)}`;
    if (await this.try(this.asked?.write(board.id, { [id]: fields }))) this.row = null;
  }
}

/** The fields of a row as the server takes them; what may be left out and is empty is left out. */
export function fieldsIn(kind: BoardKind, form: FormData): Readonly<Record<string, unknown>> {
  const spare = (name: string): Readonly<Record<string, Text>> => {
    const text = pairIn(form, name);
    return text.en || text.zh ? { [name]: whole(text) } : {};
  };
  switch (kind) {
    case "list":
      return { rank: Number(word(form, "rank")), name: whole(pairIn(form, "name")), ...spare("industry") };
    case "signing": {
      const parties = PARTIES.map((each) => pairIn(form, `party${each}`)).filter(({ en, zh }) => en || zh);
      return { title: whole(pairIn(form, "title")), parties: parties.map(whole) };
    }
    case "counters":
      return { label: whole(pairIn(form, "label")), value: Number(word(form, "value")), ...spare("unit") };
  }
}

/** Where one language is missing, the other stands for it. */
const whole = ({ en, zh }: Text): Text => ({ en: en || zh, zh: zh || en });
