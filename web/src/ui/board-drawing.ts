/** Draws what a board says on a canvas: both languages, the visitor's first and larger. */
import { figure, type Row } from "../core/board.js";
import type { Language } from "../core/text.js";
import type { Board } from "../hall/manifest.js";
import { blend, type Box, languageFirst, write } from "./lettering.js";

/** What is shown of a board now. */
export interface BoardShown {
  readonly rows: readonly Row[];
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  readonly first: Language;
  /** Figures on their way to their values, by row id. */
  readonly figures: ReadonlyMap<string, number>;
  /** Rows that changed a moment ago. */
  readonly fresh: ReadonlySet<string>;
}

/** Rows on one page of a board at most. */
export const PER_PAGE: Readonly<Record<Board["kind"], number>> = { list: 10, signing: 5, counters: 6 };
/** Pages that dots can tell. */
const MOST_DOTS = 12;
/** Lines that a page has room for at least, so that few rows are not huge. */
const LEAST_LINES: Readonly<Record<Board["kind"], number>> = { list: 5, signing: 3, counters: 1 };

const LIVE = "#ffb000";
const PAPERS = { dark: "#0b1f31", light: "#f7f9fa" } as const;
const INKS = { dark: "#ffffff", light: "#16222c" } as const;
const QUIETS = { dark: "#c3d3df", light: "#41525f" } as const;

interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly tile: string;
  readonly accent: string;
}

type Kind = Pick<Board, "kind">;

export const pagesOf = ({ kind }: Kind, rows: readonly Row[]): number => Math.max(1, Math.ceil(rows.length / PER_PAGE[kind]));

/** Rows that each page has: as many on one as on another, so that the last is not nearly empty. */
export const onEach = (board: Kind, rows: readonly Row[]): number => Math.max(1, Math.ceil(rows.length / pagesOf(board, rows)));

/** Rows of the page that is shown. */
export function onPage(board: Kind, rows: readonly Row[], page: number): readonly Row[] {
  const each = onEach(board, rows);
  return rows.slice(page * each, (page + 1) * each);
}

/** The whole face of a board, `width` × `height` pixels. */
export function drawBoard(pen: CanvasRenderingContext2D, width: number, height: number, board: Board, shown: BoardShown): void {
  const look = lookOf(board);
  pen.fillStyle = look.paper;
  pen.fillRect(0, 0, width, height);
  const head = height * 0.2;
  const foot = height * 0.1;
  drawHeading(pen, { x: 0, y: 0, width, height: head }, board, look, shown.first);
  drawFoot(pen, { x: 0, y: height - foot, width, height: foot }, board, look, shown);
  const pad = width * 0.025;
  const room = { x: pad, y: head + pad * 0.6, width: width - 2 * pad, height: height - head - foot - pad * 0.7 };
  const rows = onPage(board, shown.rows, shown.page);
  const boxes = places(board, room, rows.length, onEach(board, shown.rows));
  rows.forEach((row, i) => {
    const box = boxes[i] as Box;
    drawTile(pen, box, look, shown.fresh.has(row.id));
    ROWS[board.kind](pen, box, row, look, shown);
  });
}

function lookOf({ style, color }: Board): Look {
  const paper = PAPERS[style];
  return {
    paper,
    ink: INKS[style],
    quiet: QUIETS[style],
    tile: blend(color, paper, style === "dark" ? 0.68 : 0.88),
    accent: blend(color, style === "dark" ? "#ffffff" : "#000000", style === "dark" ? 0.45 : 0.1),
  };
}

function drawHeading(pen: CanvasRenderingContext2D, box: Box, board: Board, look: Look, first: Language): void {
  const wash = pen.createLinearGradient(0, 0, box.width, 0);
  wash.addColorStop(0, board.color);
  wash.addColorStop(1, blend(board.color, look.paper, 0.45));
  pen.fillStyle = wash;
  pen.fillRect(0, 0, box.width, box.height);
  pen.fillStyle = look.accent;
  pen.fillRect(0, box.height - Math.max(2, box.height * 0.035), box.width, Math.max(2, box.height * 0.035));
  const [mine, other] = languageFirst(board.name, first);
  const pad = box.width * 0.03;
  const room = box.width - 2 * pad;
  write(pen, mine, pad, box.height * (other ? 0.38 : 0.5), room, { size: box.height * 0.46, color: "#ffffff", weight: 700 });
  if (other) write(pen, other, pad, box.height * 0.76, room, { size: box.height * 0.22, color: "#e6eef5" });
}

/** The small print, and which page of how many. */
function drawFoot(pen: CanvasRenderingContext2D, box: Box, board: Board, look: Look, { page, pages, first }: BoardShown): void {
  const pad = box.width * 0.03;
  const middle = box.y + box.height * 0.5;
  const size = box.height * 0.34;
  let right = box.width - pad;
  if (pages > 1) {
    right = (pages > MOST_DOTS ? drawRule : drawDots)(pen, right, middle, size, look, page, pages);
    right -= write(pen, `${String(page + 1)} / ${String(pages)}`, right, middle, size * 6, { size, color: look.quiet, align: "right" });
  }
  const [mine, other] = languageFirst(board.note, first);
  write(pen, [mine, other].filter(Boolean).join("  ·  "), pad, middle, right - 2 * pad, { size, color: look.quiet, shrink: 0.6 });
}

type DrawPlace = (pen: CanvasRenderingContext2D, right: number, middle: number, size: number, look: Look, page: number, pages: number) => number;

/** A dot a page; returns where there is room again. */
const drawDots: DrawPlace = (pen, right, middle, size, look, page, pages) => {
  let x = right;
  for (let i = pages - 1; i >= 0; i--, x -= size * 0.9) {
    pen.beginPath();
    pen.arc(x, middle, size * (i === page ? 0.3 : 0.18), 0, 2 * Math.PI);
    pen.fillStyle = i === page ? look.accent : look.quiet;
    pen.fill();
  }
  return x;
};

/** Many pages: a rule on which the page's part is marked. */
const drawRule: DrawPlace = (pen, right, middle, size, look, page, pages) => {
  const width = size * 9;
  const part = Math.max(size * 0.5, width / pages);
  pen.fillStyle = look.quiet;
  pen.fillRect(right - width, middle - size * 0.04, width, size * 0.08);
  pen.fillStyle = look.accent;
  pen.fillRect(right - width + ((width - part) * page) / (pages - 1), middle - size * 0.2, part, size * 0.4);
  return right - width - size * 0.6;
};

/** Where rows stand: figures side by side, lists in two columns, signings below each other. */
export function places(board: Kind, room: Box, count: number, each = count): readonly Box[] {
  const columns = board.kind === "list" ? 2 : board.kind === "signing" ? 1 : Math.min(3, Math.max(1, each));
  const lines = Math.max(LEAST_LINES[board.kind], Math.ceil(each / columns));
  const gap = room.height * 0.03;
  const [width, height] = [(room.width + gap) / columns - gap, (room.height + gap) / lines - gap];
  return Array.from({ length: count }, (_, i) => {
    const [column, line] = board.kind === "list" ? [Math.floor(i / lines), i % lines] : [i % columns, Math.floor(i / columns)];
    return { x: room.x + column * (width + gap), y: room.y + line * (height + gap), width, height };
  });
}

function drawTile(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, look: Look, fresh: boolean): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, height * 0.08);
  pen.fillStyle = look.tile;
  pen.fill();
  pen.fillStyle = fresh ? LIVE : look.accent;
  pen.fillRect(x, y + height * 0.16, Math.max(2, width * 0.006), height * 0.68);
}

type DrawRow = (pen: CanvasRenderingContext2D, box: Box, row: Row, look: Look, shown: BoardShown) => void;

const drawRanked: DrawRow = (pen, { x, y, width, height }, row, look, { first }) => {
  const middle = y + height / 2;
  const rank = width * 0.11;
  write(pen, String(row.rank ?? ""), x + rank, middle, rank * 0.8, { size: height * 0.5, color: look.accent, weight: 700, align: "right" });
  const left = x + rank + width * 0.035;
  const right = x + width * 0.975;
  const [trade, tradeOther] = languageFirst(row.industry, first);
  const side = width * 0.25;
  write(pen, trade, right, y + height * (tradeOther ? 0.36 : 0.5), side, { size: height * 0.26, color: look.quiet, align: "right" });
  if (tradeOther) write(pen, tradeOther, right, y + height * 0.71, side, { size: height * 0.18, color: look.quiet, align: "right" });
  const [mine, other] = languageFirst(row.name, first);
  const room = right - side - left - width * 0.02;
  write(pen, mine, left, y + height * (other ? 0.36 : 0.5), room, { size: height * 0.36, color: look.ink, weight: 600 });
  if (other) write(pen, other, left, y + height * 0.73, room, { size: height * 0.21, color: look.quiet });
};

const drawSigned: DrawRow = (pen, { x, y, width, height }, row, look, { first }) => {
  const [mine, other] = languageFirst(row.title, first);
  const left = x + width * 0.025;
  const half = width * 0.46;
  write(pen, mine, left, y + height * (other ? 0.36 : 0.5), half, { size: height * 0.32, color: look.ink, weight: 600 });
  if (other) write(pen, other, left, y + height * 0.73, half, { size: height * 0.21, color: look.quiet });
  const parties = (row.parties ?? []).map((party) => languageFirst(party, first));
  const right = x + width * 0.975;
  const room = right - left - half - width * 0.04;
  write(pen, parties.map(([name]) => name).join("  +  "), right, y + height * 0.36, room, { size: height * 0.28, color: look.accent, align: "right", weight: 600 });
  const others = parties.map(([name, second]) => second || name).join(" + ");
  write(pen, others, right, y + height * 0.73, room, { size: height * 0.2, color: look.quiet, align: "right" });
};

const drawCounted: DrawRow = (pen, { x, y, width, height }, row, look, { first, figures, fresh }) => {
  const middle = x + width / 2;
  const number = figure(shownValue(row, figures), first);
  const [unit, unitOther] = languageFirst(row.unit, first);
  const digits = { size: height * 0.34, color: fresh.has(row.id) ? LIVE : look.ink, weight: 700, align: "center" as const };
  write(pen, number, middle, y + height * 0.25, width * 0.92, digits);
  const units = [unit, unitOther].filter(Boolean).join(" · ");
  write(pen, units, middle, y + height * 0.52, width * 0.9, { size: height * 0.115, color: look.accent, align: "center" });
  const [mine, other] = languageFirst(row.label, first);
  write(pen, mine, middle, y + height * (other ? 0.71 : 0.76), width * 0.92, { size: height * 0.15, color: look.ink, align: "center", weight: 600 });
  if (other) write(pen, other, middle, y + height * 0.88, width * 0.92, { size: height * 0.1, color: look.quiet, align: "center" });
};

const ROWS: Readonly<Record<Board["kind"], DrawRow>> = { list: drawRanked, signing: drawSigned, counters: drawCounted };

/** The value on its way; whole numbers stay whole. */
function shownValue(row: Row, figures: ReadonlyMap<string, number>): number {
  const value = row.value ?? 0;
  const now = figures.get(row.id) ?? value;
  return Number.isInteger(value) ? Math.round(now) : Math.round(now * 100) / 100;
}
