/** How a plan lies in its picture: north up, as much of it as one looks at. Pixels are those of CSS. */
import { clamp } from "../../core/math.js";
import type { Point } from "../../core/plan.js";

/** How plan metres become pixels. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** What one looks at: the middle of the picture, and how many times larger than the whole it is. */
export interface Look {
  readonly centre: Point;
  readonly zoom: number;
}

/** Pixels of the picture. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Pixels a metre may be at most. */
const CLOSEST = 64;
/** From this zoom on every point of the plan may be in the middle. */
const ROAMING = 1.5;

/** The largest fit of an area of `size` metres in `width` × `height` pixels. */
export function fit(size: Point, width: number, height: number, margin: number): Fit {
  const scale = Math.max(1e-6, Math.min((width - 2 * margin) / size[0], (height - 2 * margin) / size[1]));
  return { scale, left: (width - size[0] * scale) / 2, top: (height + size[1] * scale) / 2 };
}

export const whole = (size: Point): Look => ({ centre: [size[0] / 2, size[1] / 2], zoom: 1 });

export function fitLook(size: Point, { width, height, margin }: Frame, look: Look): Fit {
  const scale = fit(size, width, height, margin).scale * look.zoom;
  return { scale, left: width / 2 - look.centre[0] * scale, top: height / 2 + look.centre[1] * scale };
}

export const toPixel = (to: Fit, [x, y]: Point): [number, number] => [to.left + x * to.scale, to.top - y * to.scale];

/** The plan with metres under a pixel of the picture. */
export const toPlan = (to: Fit, px: number, py: number): [number, number] => [(px - to.left) / to.scale, (to.top - py) / to.scale];

/** Looks `factor` times closer at what is under a pixel, which stays where it is. */
export function zoomed(size: Point, frame: Frame, look: Look, factor: number, px = frame.width / 2, py = frame.height / 2): Look {
  const under = toPlan(fitLook(size, frame, look), px, py);
  const zoom = clamp(look.zoom * factor, 1, closest(size, frame));
  const share = look.zoom / zoom;
  const centre: Point = [under[0] + (look.centre[0] - under[0]) * share, under[1] + (look.centre[1] - under[1]) * share];
  return kept(size, frame, { centre, zoom });
}

/** Moves what one looks at by so many pixels. */
export function moved(size: Point, frame: Frame, look: Look, dx: number, dy: number): Look {
  const { scale } = fitLook(size, frame, look);
  return kept(size, frame, { ...look, centre: [look.centre[0] - dx / scale, look.centre[1] + dy / scale] });
}

/** The same, with its middle on the plan: any point may be, once it is near; the whole has its own middle. */
export function kept(size: Point, frame: Frame, { centre, zoom }: Look): Look {
  const range = clamp((Math.min(zoom, closest(size, frame)) - 1) / (ROAMING - 1), 0, 1) / 2;
  const within = (at: number, side: number): number => clamp(at, side * (0.5 - range), side * (0.5 + range));
  return { centre: [within(centre[0], size[0]), within(centre[1], size[1])], zoom };
}

/** Part of the way from one look to another, `share` of 0 to 1: zooming at an even pace. */
export function between(from: Look, to: Look, share: number): Look {
  const zoom = from.zoom * Math.pow(to.zoom / from.zoom, share);
  const part = to.zoom === from.zoom ? share : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  const mix = (a: number, b: number): number => a + (b - a) * part;
  return { centre: [mix(from.centre[0], to.centre[0]), mix(from.centre[1], to.centre[1])], zoom };
}

export const closest = (size: Point, frame: Frame): number =>
  Math.max(1, CLOSEST / fit(size, frame.width, frame.height, frame.margin).scale);
