/** Eyes and what they look along, in the plan of the area. */

/** Where the eyes are and look, in the plan of the area: height in metres, pitch in radians up. */
export interface Eye {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly pitch: number;
}

/** A line of sight in the plan of the area: x east, y north, z up. */
export interface Sight {
  readonly origin: readonly [number, number, number];
  readonly direction: readonly [number, number, number];
}
