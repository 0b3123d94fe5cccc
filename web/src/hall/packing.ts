/** Puts rectangles side by side into one picture, as large as fits, so that one picture serves many screens. Pure. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle's place in the picture, pixels. */
export interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

const GAP = 4; // pixels between two, so that smaller forms of the picture do not mix them
const SHRINK = 0.94;

/** Where each of these (metres) lies in a square of `side` pixels, at no more than `finest` pixels a metre. */
export function packed(sizes: readonly Size[], side: number, finest: number): readonly Placed[] {
  const widest = Math.max(1e-6, ...sizes.map(({ width }) => width));
  for (let scale = Math.min(finest, (side - GAP) / widest); ; scale *= SHRINK) {
    const placed = shelved(sizes, side, scale);
    if (placed.every(({ y, height }) => y + height <= side)) return placed;
  }
}

/** On shelves, the highest first. */
function shelved(sizes: readonly Size[], side: number, scale: number): readonly Placed[] {
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => b.size.height - a.size.height);
  const placed: Placed[] = [];
  let [x, y, shelf] = [0, 0, 0];
  for (const { size, index } of order) {
    const width = Math.max(1, Math.floor(size.width * scale));
    const height = Math.max(1, Math.floor(size.height * scale));
    if (x > 0 && x + width > side) [x, y, shelf] = [0, y + shelf, 0];
    placed[index] = { x, y, width, height };
    x += width + GAP;
    shelf = Math.max(shelf, height + GAP);
  }
  return placed;
}
