/** The sign before a veil: how long until it falls, once a second; gone with the veil. */
import { countdown, type Veiled } from "./core/release.js";
import { canvasOf, type Display, type Moment, WHOLE } from "./display.js";
import type { Model, Placement } from "./hall/manifest.js";
import { drawRelease } from "./ui/release-drawing.js";

const PIXELS = 256; // a metre
const SIZE = { width: 2.4, height: 1.0 };
/** Metres of its middle above the floor, and before the cloth's foot. */
const UP = 1.55;
const BEFORE = 0.6;
/** Seconds between two paintings while motion is reduced. */
const SELDOM = 60;

export class ReleaseDisplay implements Display {
  readonly id: string;
  readonly at: Placement["at"];
  readonly reach = 34;
  readonly shown: Display["shown"];
  readonly canvas = canvasOf(SIZE.width * PIXELS, SIZE.height * PIXELS);
  private painted = "";

  constructor(placement: Placement, model: Model, private readonly veilOf: (now: number) => Veiled) {
    this.id = `release/${placement.id}`;
    this.at = placement.at;
    const depth = (model.footprint?.[1] ?? 2 * model.radius) * placement.scale;
    const out = depth / 2 + BEFORE;
    const [x, y] = placement.at;
    const at = [x + Math.sin(placement.facing) * out, y + Math.cos(placement.facing) * out, UP] as const;
    this.shown = [{ pane: { at, facing: placement.facing, pitch: 0, ...SIZE }, part: WHOLE }];
  }

  idle({ server }: Moment): boolean {
    return this.veilOf(server).share > 0;
  }

  paint({ server, first, letters, still }: Moment): boolean {
    const { falls } = this.veilOf(server);
    const left = falls === null ? null : falls - server;
    const step = still && left !== null && left > SELDOM ? SELDOM : 1;
    const words = left === null ? null : countdown(Math.ceil(left / step) * step);
    const version = JSON.stringify([words, first, letters]);
    if (version === this.painted) return false;
    this.painted = version;
    const pen = this.canvas.getContext("2d");
    if (pen) drawRelease(pen, this.canvas.width, this.canvas.height, words, first);
    return pen !== null;
  }
}
