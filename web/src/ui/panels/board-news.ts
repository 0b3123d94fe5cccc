/** Tells readers politely what changed on the boards of the area they are in; not seen, since the boards show it. */
import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { changedRows, type Row, rowsNow, sentence } from "../../core/board.js";
import type { Area, Board } from "../../hall/manifest.js";
import type { Boards } from "../../protocol/events.js";
import { HallElement } from "../element.js";
import { language, read, say } from "../language.js";

/** ms that changes are gathered before they are told, so that a burst is one sentence. */
const GATHERED = 1500;
const MOST = 3;

@customElement("hall-board-news")
export class BoardNews extends HallElement {
  @property({ attribute: false }) area: Area | undefined;
  @property({ attribute: false }) boards: Boards = new Map();
  /** What has changed, in words only where it is shown: the language may change meanwhile. */
  @state() private news: readonly (readonly [Board, readonly Row[]])[] = [];
  private told = new Map<string, readonly Row[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("area") && changed.get("area")?.id !== this.area?.id) this.told = this.now();
    else if ((changed.has("boards") || changed.has("area")) && this.timer === undefined) {
      this.timer = setTimeout(() => this.tell(), GATHERED);
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="unseen" role="status" aria-live="polite" data-board-news>${this.news.map(([board, rows]) => told(board, rows)).join(" ")}</div>`;
  }

  private tell(): void {
    this.timer = undefined;
    const now = this.now();
    const news = (this.area?.boards ?? []).flatMap((board) => {
      const rows = changedRows(this.told.get(board.id) ?? board.rows, now.get(board.id) ?? []).slice(0, MOST);
      return rows.length > 0 ? [[board, rows] as const] : [];
    });
    this.told = now;
    if (news.length > 0) this.news = news;
  }

  private now(): Map<string, readonly Row[]> {
    const rows = (board: Board): readonly Row[] => rowsNow(board.kind, board.rows, this.boards.get(board.id));
    return new Map((this.area?.boards ?? []).map((board) => [board.id, rows(board)]));
  }
}

const told = (board: Board, rows: readonly Row[]): string =>
  say().boardChanged(read(board.name), rows.map((row) => sentence(board.kind, row, language.value)).join("; "));
