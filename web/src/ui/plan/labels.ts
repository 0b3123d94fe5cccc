/** Where texts and symbols go on a plan: none over another, the important ones first; what finds no room is left out. */
import type { Point } from "../../core/plan.js";

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text or a symbol that wants to be on the plan; pixels. */
export interface Wish {
  readonly text: string;
  /** A badge in its place where it finds no room: a letter on a colour. */
  readonly badge?: { readonly letter: string; readonly color: string };
  /** Middles for it, the best first; with `beside`, middles of symbols of that radius that it goes next to. */
  readonly spots: readonly Point[];
  readonly beside?: number;
  readonly size: number;
  readonly bold?: boolean;
  /** Lines it may be broken into. */
  readonly lines?: number;
  /** What it must fit into. */
  readonly room?: Point;
  /** What must hold its corners. */
  readonly within?: (point: Point) => boolean;
  /** Whether it keeps off booths and stages too. */
  readonly clear?: boolean;
  /** A symbol of `size` pixels in place of a text. */
  readonly symbol?: string;
  readonly turn?: number;
}

export interface Label {
  readonly lines: readonly string[];
  readonly box: Rect;
  readonly wish: Wish;
}

/** Width of a text in sizes of its letters. */
export type Measure = (text: string, bold: boolean) => number;

export const LINE = 1.25; // height of a line, in sizes of its letters
/** The symbol of a wish that has become its badge. */
export const BADGE = "badge";
const BADGE_SIZE = 24;
const BUCKET = 48;
const GAP = 2;

export const meets = (a: Rect, b: Rect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes that are taken, found by where they are. */
export class Taken {
  private readonly buckets = new Map<string, Rect[]>();

  add(box: Rect): void {
    for (const key of keysOf(box)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(box);
      else this.buckets.set(key, [box]);
    }
  }

  free(box: Rect): boolean {
    for (const key of keysOf(box)) if (this.buckets.get(key)?.some((other) => meets(box, other))) return false;
    return true;
  }
}

/** Labels for the wishes in their order. `things` are what `clear` ones keep off; `page` holds all. */
export function place(wishes: Iterable<Wish>, page: Rect, things: Taken, measure: Measure): readonly Label[] {
  const taken = new Taken();
  const labels: Label[] = [];
  for (const wish of wishes) {
    const label = wish.symbol ? symbolAt(wish, page, taken) : textAt(wish, page, taken, things, measure);
    if (!label) continue;
    labels.push(label);
    taken.add(label.box);
  }
  return labels;
}

/** The text in at most so many lines of about one width, broken at spaces, or anywhere in Chinese. */
export function broken(text: string, lines: number, width: (text: string) => number): readonly string[] {
  const pieces = text.match(/[\p{Script=Han}，。、（）]|[^\s\p{Script=Han}，。、（）]+\s*/gu) ?? [text];
  for (let limit = width(text) / lines; ; limit *= 1.06) {
    const found = filled(pieces, limit, width);
    if (found.length <= lines) return found;
  }
}

function filled(pieces: readonly string[], limit: number, width: (text: string) => number): string[] {
  const lines = [""];
  for (const piece of pieces) {
    const line = lines[lines.length - 1] ?? "";
    // No line begins with a mark that ends something.
    if (line && width((line + piece).trimEnd()) > limit && !/^[，。、）]/.test(piece)) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trim());
}

function symbolAt(wish: Wish, page: Rect, taken: Taken): Label | null {
  for (const spot of wish.spots) {
    const box = around(spot, wish.size, wish.size);
    if (holds(page, box) && taken.free(box)) return { lines: [], box, wish };
  }
  return null;
}

function textAt(wish: Wish, page: Rect, taken: Taken, things: Taken, measure: Measure): Label | null {
  const found = firstFit(wish, page, taken, things, measure);
  return found ?? (wish.badge ? symbolAt({ ...wish, symbol: BADGE, size: BADGE_SIZE }, page, taken) : null);
}

function firstFit(wish: Wish, page: Rect, taken: Taken, things: Taken, measure: Measure): Label | null {
  const width = (text: string): number => measure(text, wish.bold ?? false);
  let before = 0;
  for (let count = 1; count <= (wish.lines ?? 1); count++) {
    const lines = broken(wish.text, count, width);
    if (lines.length === before) continue;
    before = lines.length;
    const wide = Math.max(...lines.map(width)) * wish.size + GAP;
    const high = lines.length * wish.size * LINE;
    if (wish.room && (wide > wish.room[0] || high > wish.room[1])) continue;
    for (const middle of middles(wish, wide, high)) {
      const box = around(middle, wide, high);
      if (!holds(page, box) || !taken.free(box) || (wish.clear && !things.free(box)) || !bound(wish, box)) continue;
      return { lines, box, wish };
    }
  }
  return null;
}

function* middles(wish: Wish, width: number, height: number): Generator<Point> {
  for (const [x, y] of wish.spots) {
    if (wish.beside === undefined) {
      yield [x, y];
      continue;
    }
    const aside = wish.beside + GAP + width / 2;
    const above = wish.beside + 1 + height / 2;
    yield* [[x + aside, y], [x - aside, y], [x, y + above], [x, y - above]] as const;
    yield* [[x + aside, y + above], [x - aside, y + above], [x + aside, y - above], [x - aside, y - above]] as const;
  }
}

const around = ([x, y]: Point, width: number, height: number): Rect => ({
  left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2,
});

const holds = (page: Rect, box: Rect): boolean =>
  page.left <= box.left && box.right <= page.right && page.top <= box.top && box.bottom <= page.bottom;

function bound({ within }: Wish, box: Rect): boolean {
  if (!within) return true;
  return within([box.left, box.top]) && within([box.right, box.top]) && within([box.left, box.bottom]) && within([box.right, box.bottom]);
}

function* keysOf(box: Rect): Generator<string> {
  for (let column = Math.floor(box.left / BUCKET); column <= Math.floor(box.right / BUCKET); column++) {
    for (let row = Math.floor(box.top / BUCKET); row <= Math.floor(box.bottom / BUCKET); row++) yield `${String(column)},${String(row)}`;
  }
}
