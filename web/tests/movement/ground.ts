/** Ground drawn as text for tests: `.` free, `#` not; the first line is the northern edge. */
import { Walkable } from "../../src/hall/walkable.js";

export function ground(rows: readonly string[], step = 0.5): Walkable {
  const squares = [...rows].reverse().flatMap((row) => [...row].map((square) => (square === "." ? 1 : 0)));
  return new Walkable(step, rows[0]?.length ?? 0, rows.length, Uint8Array.from(squares));
}

export const open = (columns: number, rows: number, step = 0.5): Walkable =>
  ground(Array.from({ length: rows }, () => ".".repeat(columns)), step);

/** A wall across with one gap at the east end. */
export const walled = (): Walkable =>
  ground(Array.from({ length: 40 }, (_, row) => (row === 20 || row === 21 ? "#".repeat(34) + "......" : ".".repeat(40))));
