/** The screens of an exhibit that show the simulated factory: one canvas for all of them. */
import { canvasOf, type Display, type Moment } from "./display.js";
import type { Model, Placement } from "./hall/manifest.js";
import { packed, type Placed } from "./hall/packing.js";
import { screenPanes } from "./hall/panes.js";
import { drawScreen, SCREENS, type ScreenName } from "./ui/dashboard-drawing.js";

const SIDE = 1024;
const FINEST = 420; // pixels a metre
/** ms between two paintings at least: twice a second. */
const EVERY = 500;

export class DashboardDisplay implements Display {
  readonly id: string;
  readonly at: Placement["at"];
  readonly reach = 28;
  readonly shown: Display["shown"];
  readonly canvas = canvasOf(SIDE, SIDE);
  private readonly screens: readonly { readonly name: ScreenName; readonly box: Placed }[];
  private painted: readonly unknown[] = [];
  private paintedAt = -Infinity;

  constructor(placement: Placement, model: Model) {
    this.id = `screen/${placement.id}`;
    this.at = placement.at;
    const panes = screenPanes(placement, model);
    const boxes = packed(panes, SIDE, FINEST);
    this.shown = panes.map((pane, i) => {
      const { x, y, width, height } = boxes[i] as Placed;
      return { pane, part: [x / SIDE, y / SIDE, (x + width) / SIDE, (y + height) / SIDE] };
    });
    const order = boxes.map((box) => box).sort((a, b) => b.width * b.height - a.width * a.height);
    this.screens = order.map((box, i) => ({ name: SCREENS[i % SCREENS.length] as ScreenName, box }));
  }

  paint({ telemetry, first, letters, now }: Moment): boolean {
    const version = [telemetry, first, letters];
    if (telemetry.frames.length === 0 || version.every((each, i) => each === this.painted[i])) return false;
    const pen = this.canvas.getContext("2d");
    if (!pen || now - this.paintedAt < EVERY) return false;
    this.painted = version;
    this.paintedAt = now;
    for (const { name, box } of this.screens) drawScreen(pen, box, name, { state: telemetry, first });
    return true;
  }
}
