/** A way over the walkable grid: A* over coarse squares, then pulled straight. */
import type { Point } from "../core/plan.js";
import type { Walkable } from "../hall/walkable.js";
import { Heap } from "./heap.js";

/** Squares of the search are about this wide: fine enough for an aisle, coarse enough for a park. */
const COARSE = 0.75;
/** More squares than this are not searched: the way is then given up. */
const LIMIT = 120_000;
const DIAGONAL = Math.SQRT2;

interface Lattice {
  readonly width: number;
  readonly columns: number;
  readonly rows: number;
  readonly open: Uint8Array;
}

const lattices = new WeakMap<Walkable, Lattice>();

/** Points to walk through in turn, the last one at or next to the goal; empty when there is no way. */
export function findPath(ground: Walkable, from: Point, goal: Point): readonly Point[] {
  const target = ground.free(goal[0], goal[1]) ? goal : ground.nearest(goal[0], goal[1]);
  if (!target) return [];
  if (ground.straight(from, target)) return [target];
  const lattice = latticeOf(ground);
  const start = squareNear(lattice, from);
  const end = squareNear(lattice, target);
  if (start < 0 || end < 0) return [];
  const trail = search(lattice, start, end);
  return trail.length === 0 ? [] : pulled(ground, from, [...trail.slice(1, -1).map((square) => middle(lattice, square)), target]);
}

function latticeOf(ground: Walkable): Lattice {
  const known = lattices.get(ground);
  if (known) return known;
  const factor = Math.max(1, Math.round(COARSE / ground.step));
  const columns = Math.floor(ground.columns / factor);
  const rows = Math.floor(ground.rows / factor);
  const open = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      open[row * columns + column] = blockFree(ground, column * factor, row * factor, factor) ? 1 : 0;
    }
  }
  const lattice = { width: factor * ground.step, columns, rows, open };
  lattices.set(ground, lattice);
  return lattice;
}

function blockFree(ground: Walkable, column: number, row: number, size: number): boolean {
  for (let dy = 0; dy < size; dy++) {
    for (let dx = 0; dx < size; dx++) if (!ground.freeAt(column + dx, row + dy)) return false;
  }
  return true;
}

function middle(lattice: Lattice, square: number): Point {
  const column = square % lattice.columns;
  const row = (square - column) / lattice.columns;
  return [(column + 0.5) * lattice.width, (row + 0.5) * lattice.width];
}

/** The open square at or next to a point; -1 when there is none within a few squares. */
function squareNear(lattice: Lattice, [x, y]: Point): number {
  const column = Math.floor(x / lattice.width);
  const row = Math.floor(y / lattice.width);
  let best = -1;
  let least = Infinity;
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -3; dx <= 3; dx++) {
      const [c, r] = [column + dx, row + dy];
      if (c < 0 || r < 0 || c >= lattice.columns || r >= lattice.rows || !lattice.open[r * lattice.columns + c]) continue;
      const square = r * lattice.columns + c;
      const [mx, my] = middle(lattice, square);
      const away = Math.hypot(mx - x, my - y);
      if (away < least) [best, least] = [square, away];
    }
  }
  return best;
}

function search(lattice: Lattice, start: number, end: number): readonly number[] {
  const { columns } = lattice;
  const cost = new Float32Array(lattice.open.length).fill(Infinity);
  const before = new Int32Array(lattice.open.length).fill(-1);
  const done = new Uint8Array(lattice.open.length);
  const rest = (square: number): number => {
    const dx = Math.abs((square % columns) - (end % columns));
    const dy = Math.abs(Math.floor(square / columns) - Math.floor(end / columns));
    return Math.max(dx, dy) + (DIAGONAL - 1) * Math.min(dx, dy);
  };
  const heap = new Heap();
  cost[start] = 0;
  heap.push(start, rest(start));
  for (let seen = 0; heap.size > 0 && seen < LIMIT; seen++) {
    const square = heap.pop();
    if (square === end) return trailTo(before, end);
    if (done[square]) continue;
    done[square] = 1;
    eachNeighbour(lattice, square, (next, length) => {
      const total = (cost[square] as number) + length;
      if (total >= (cost[next] as number) - 1e-4) return;
      cost[next] = total;
      before[next] = square;
      heap.push(next, total + rest(next));
    });
  }
  return [];
}

/** Calls `visit` with each square that one step leads to, and how long the step is. */
function eachNeighbour(lattice: Lattice, square: number, visit: (next: number, length: number) => void): void {
  const { columns, rows, open } = lattice;
  const column = square % columns;
  const row = (square - column) / columns;
  const at = (c: number, r: number): boolean => c >= 0 && r >= 0 && c < columns && r < rows && open[r * columns + c] === 1;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if ((dx === 0 && dy === 0) || !at(column + dx, row + dy)) continue;
      const diagonal = dx !== 0 && dy !== 0;
      // A diagonal step needs both corners, or one would cut through a wall's edge.
      if (diagonal && !(at(column + dx, row) && at(column, row + dy))) continue;
      visit(square + dy * columns + dx, diagonal ? DIAGONAL : 1);
    }
  }
}

function trailTo(before: Int32Array, end: number): readonly number[] {
  const trail: number[] = [];
  for (let square = end; square >= 0; square = before[square] as number) trail.push(square);
  return trail.reverse();
}

/** Leaves out points that one need not pass because the next can be reached straight. */
function pulled(ground: Walkable, from: Point, points: readonly Point[]): readonly Point[] {
  const way: Point[] = [];
  let here = from;
  for (let i = 0; i < points.length; i++) {
    const after = points[i + 1];
    if (after && ground.straight(here, after)) continue;
    here = points[i] as Point;
    way.push(here);
  }
  return way;
}
