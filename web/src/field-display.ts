/** The screen of the magnetometer: the field there, worked out from where everyone stands. */
import { fieldAt, type Passer } from "./core/field.js";
import { canvasOf, type Display, type Moment, type Standing, WHOLE } from "./display.js";
import type { Model, Placement } from "./hall/manifest.js";
import { screenPanes } from "./hall/panes.js";
import { drawField } from "./ui/field-drawing.js";

export interface FieldReading {
  /** nT, and metres to the nearest visitor; null for none within reach. */
  readonly value: number;
  readonly nearest: number | null;
}

const WIDTH = 768;
const EVERY = 0.1; // s between two samples
const KEPT = 300;
/** ms between two paintings; where motion is reduced the trace moves seldom. */
const PAINTED = { moving: 250, still: 1000 };
/** Metres above the placement's ground of the sensor, and of the middle of a body. */
const SENSOR = 1.05;
const BODY = 1.1;
/** People farther away are not felt. */
const REACH = 15;

export class FieldDisplay implements Display {
  readonly id: string;
  readonly at: Placement["at"];
  readonly reach = 14;
  readonly shown: Display["shown"];
  readonly canvas: HTMLCanvasElement;
  reading: FieldReading = { value: 0, nearest: null };
  private values: number[] = [];
  private sampled = 0;
  private paintedAt = -Infinity;

  readonly placementId: string;

  constructor(private readonly placement: Placement, model: Model) {
    this.placementId = placement.id;
    this.id = `screen/${placement.id}`;
    this.at = placement.at;
    const panes = screenPanes(placement, model);
    this.shown = panes.map((pane) => ({ pane, part: WHOLE }));
    const [pane] = panes;
    this.canvas = canvasOf(WIDTH, pane ? (WIDTH * pane.height) / pane.width : WIDTH / 2);
  }

  paint({ server, people, now, still, first }: Moment): boolean {
    this.sample(server, people);
    const pen = this.canvas.getContext("2d");
    if (!pen || now - this.paintedAt < (still ? PAINTED.still : PAINTED.moving)) return false;
    this.paintedAt = now;
    const box = { x: 0, y: 0, width: this.canvas.width, height: this.canvas.height };
    drawField(pen, box, { values: this.values, every: EVERY, nearest: this.reading.nearest, first });
    return true;
  }

  /** Takes the samples that are due, at the same moments of the server's clock on every page. */
  private sample(server: number, people: readonly Standing[]): void {
    const step = Math.floor(server / EVERY);
    const missing = Math.min(KEPT, step - this.sampled);
    if (missing <= 0) return;
    const near = people.map((person) => this.passer(person)).filter(({ from }) => Math.hypot(...from) < REACH);
    // What was before somebody came to look is not known: without them it was quiet.
    for (let back = missing - 1; back >= 0; back--) this.values.push(fieldAt(back > 5 ? [] : near, (step - back) * EVERY));
    this.values = this.values.slice(-KEPT);
    this.sampled = step;
    const distances = near.map(({ from }) => Math.hypot(from[0], from[1]));
    this.reading = { value: this.values.at(-1) ?? 0, nearest: distances.length > 0 ? Math.min(...distances) : null };
  }

  private passer({ number, x, y }: Standing): Passer {
    const { at, elevation } = this.placement;
    return { number, from: [x - at[0], y - at[1], BODY - SENSOR - elevation] };
  }
}
