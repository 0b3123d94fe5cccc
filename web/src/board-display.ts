/** A board as it is seen: pages that turn with the server's clock, figures that count to their new values. */
import { changedRows, type Row, rowsNow } from "./core/board.js";
import { canvasOf, type Display, type Moment, WHOLE } from "./display.js";
import type { Board } from "./hall/manifest.js";
import { boardPane } from "./hall/panes.js";
import { drawBoard, onEach, pagesOf } from "./ui/board-drawing.js";

const PIXELS = 190; // a metre of face
const WIDEST = 1536;
/** Seconds that a page is shown; ms that figures count, and how often they are painted meanwhile. */
const PAGE = 9;
const COUNTING = 1200;
const STEP = 100;
/** ms that a row is marked as new. */
const FRESH = 8000;

export class BoardDisplay implements Display {
  readonly id: string;
  readonly at: Board["at"];
  readonly shown: Display["shown"];
  readonly canvas: HTMLCanvasElement;
  readonly reach = 34;
  private rows: readonly Row[] | null = null;
  private changes: unknown = null;
  /** Counts what the board said so far. */
  private edition = 0;
  private from = new Map<string, number>();
  private fresh = new Set<string>();
  private changedAt = -Infinity;
  private painted = "";

  constructor(readonly board: Board) {
    this.id = `board/${board.id}`;
    this.at = board.at;
    this.shown = [{ pane: boardPane(board), part: WHOLE }];
    const width = Math.min(WIDEST, board.size[0] * PIXELS);
    this.canvas = canvasOf(width, (width * board.size[1]) / board.size[0]);
  }

  paint(moment: Moment): boolean {
    const rows = this.take(moment);
    const gone = moment.now - this.changedAt;
    const fresh = gone < FRESH ? this.fresh : new Set<string>();
    const figures = moment.still || gone >= COUNTING ? new Map<string, number>() : this.counting(rows, gone);
    const pages = pagesOf(this.board, rows);
    const page = this.page(rows, fresh, pages, moment);
    const version = JSON.stringify([page, moment.first, moment.letters, [...fresh], [...figures], this.edition]);
    if (version === this.painted) return false;
    this.painted = version;
    const pen = this.canvas.getContext("2d");
    if (pen) drawBoard(pen, this.canvas.width, this.canvas.height, this.board, { rows, page, pages, first: moment.first, figures, fresh });
    return pen !== null;
  }

  /** Takes in what changed since the last time. */
  private take({ changesOf, now }: Moment): readonly Row[] {
    const changes = changesOf(this.board.id);
    if (this.rows && changes === this.changes) return this.rows;
    const rows = rowsNow(this.board.kind, this.board.rows, changes);
    if (!this.rows || this.note(this.rows, rows, now)) this.edition += 1;
    this.changes = changes;
    this.rows = rows;
    return rows;
  }

  /** Marks what is new; returns whether anything differs. */
  private note(before: readonly Row[], rows: readonly Row[], now: number): boolean {
    const changed = changedRows(before, rows);
    if (changed.length === 0) return rows.length !== before.length;
    const values = this.counting(before, now - this.changedAt);
    this.from = new Map(before.map((row) => [row.id, values.get(row.id) ?? row.value ?? 0]));
    this.fresh = new Set(changed.map(({ id }) => id));
    this.changedAt = now;
    return true;
  }

  /** Figures on their way, `gone` ms after the change: quick at first, painted in steps. */
  private counting(rows: readonly Row[], gone: number): Map<string, number> {
    const share = 1 - (1 - Math.min(1, (Math.floor(gone / STEP) * STEP) / COUNTING)) ** 3;
    if (share >= 1) return new Map();
    return new Map(rows.flatMap(({ id, value }) => {
      const from = this.from.get(id);
      return value === undefined || from === undefined || from === value ? [] : [[id, from + (value - from) * share] as const];
    }));
  }

  /** The page with what is new, else the one whose turn it is; the first where motion is reduced. */
  private page(rows: readonly Row[], fresh: ReadonlySet<string>, pages: number, { server, still }: Moment): number {
    const first = fresh.size > 0 ? rows.findIndex(({ id }) => fresh.has(id)) : -1;
    if (first >= 0) return Math.floor(first / onEach(this.board, rows));
    return still ? 0 : Math.floor(Math.max(0, server) / PAGE) % pages;
  }
}
