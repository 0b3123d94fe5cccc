/** The walkable grid of an area, unpacked from its `.walk` file. */
import type { Point } from "../core/plan.js";
import { fail, ok, type Result } from "../core/result.js";

export class Walkable {
  constructor(
    /** Metres a square is wide. */
    readonly step: number,
    readonly columns: number,
    readonly rows: number,
    /** One byte a square, row 0 at the south edge; 1 = free. */
    private readonly squares: Uint8Array,
  ) {}

  freeAt(column: number, row: number): boolean {
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return false;
    return this.squares[row * this.columns + column] === 1;
  }

  free(x: number, y: number): boolean {
    return this.freeAt(Math.floor(x / this.step), Math.floor(y / this.step));
  }

  /** The middle of the free square nearest to a point within `reach` metres, or null. */
  nearest(x: number, y: number, reach = 12): Point | null {
    const column = Math.floor(x / this.step);
    const row = Math.floor(y / this.step);
    for (let ring = 0; ring * this.step <= reach; ring++) {
      const found = this.onRing(column, row, ring, x, y);
      if (found) return found;
    }
    return null;
  }

  /** Whether one can go straight from one point to another. */
  straight(from: Point, to: Point): boolean {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const steps = Math.ceil(length / (this.step * 0.5));
    for (let i = 0; i <= steps; i++) {
      const share = steps === 0 ? 0 : i / steps;
      if (!this.free(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share)) return false;
    }
    return true;
  }

  private onRing(column: number, row: number, ring: number, x: number, y: number): Point | null {
    let best: Point | null = null;
    let least = Infinity;
    for (let dy = -ring; dy <= ring; dy++) {
      const edge = Math.abs(dy) === ring;
      for (let dx = -ring; dx <= ring; dx += edge ? 1 : Math.max(1, 2 * ring)) {
        if (!this.freeAt(column + dx, row + dy)) continue;
        const middle: Point = [(column + dx + 0.5) * this.step, (row + dy + 0.5) * this.step];
        const far = Math.hypot(middle[0] - x, middle[1] - y);
        if (far < least) [best, least] = [middle, far];
      }
    }
    return best;
  }
}

export interface WalkableSize {
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
}

/** Unpacks rows × ceil(columns / 8) bytes, most significant bit first. */
export function unpackWalkable(packed: ArrayBuffer, size: WalkableSize): Result<Walkable> {
  const { columns, rows, step } = size;
  const stride = Math.ceil(columns / 8);
  const bytes = new Uint8Array(packed);
  if (bytes.length !== stride * rows) {
    return fail(`walkable grid has ${String(bytes.length)} bytes, expected ${String(stride * rows)}`);
  }
  const squares = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const byte = bytes[row * stride + (column >> 3)] ?? 0;
      squares[row * columns + column] = (byte >> (7 - (column & 7))) & 1;
    }
  }
  return ok(new Walkable(step, columns, rows, squares));
}
