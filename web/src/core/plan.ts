/** Plan frame of an area: metres, x east, y north; bearings in radians clockwise from north. */
export type Point = readonly [x: number, y: number];

/** Where somebody stands and looks. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The same with heights. */
export const distance3 = (a: readonly [number, number, number], b: readonly [number, number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Whether `point` lies in the polygon (even-odd rule). */
export function inside(point: Point, polygon: readonly Point[]): boolean {
  let odd = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as Point;
    const b = polygon[j] as Point;
    const crosses = a[1] > point[1] !== b[1] > point[1];
    if (crosses && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}
