/** Draws on a plan what was visited (a tick in a disc) and what is bookmarked (a star). */
import { clamp } from "../../core/math.js";
import type { Point } from "../../core/plan.js";
import type { Marked } from "../visit/listing.js";
import type { PlanColors } from "./colors.js";
import { Taken } from "./labels.js";
import { type Fit, toPixel } from "./looking.js";

type Pen = CanvasRenderingContext2D;

/** Stars first, for they were chosen; what would lie over another is left out. */
export function drawMarks(pen: Pen, marks: readonly Marked[], to: Fit, colors: PlanColors, size: number): void {
  const taken = new Taken();
  const order = [...marks].sort((a, b) => Number(b.bookmarked) - Number(a.bookmarked));
  for (const mark of order) {
    const [x, y] = corner(mark, to, size);
    const wide = mark.bookmarked && mark.visited ? 2.2 * size : size;
    const box = { left: x - wide, top: y - size, right: x + size, bottom: y + size };
    if (!taken.free(box)) continue;
    taken.add(box);
    if (mark.visited) drawTick(pen, mark.bookmarked ? x - 1.6 * size : x, y, size, colors);
    if (mark.bookmarked) drawStar(pen, x, y, size * 1.25, colors);
  }
}

/** In the upper right corner of what is large, where no name stands; else on its middle. */
function corner({ at, size, facing }: Marked, to: Fit, mark: number): Point {
  const [x, y] = toPixel(to, at);
  const [sin, cos] = [Math.abs(Math.sin(facing)), Math.abs(Math.cos(facing))];
  const half = ((size[0] * cos + size[1] * sin) * to.scale) / 2;
  const tall = ((size[0] * sin + size[1] * cos) * to.scale) / 2;
  return [x + Math.max(0, half - mark), y - Math.max(0, tall - mark)];
}

function drawTick(pen: Pen, x: number, y: number, size: number, colors: PlanColors): void {
  pen.beginPath();
  pen.arc(x, y, size, 0, 2 * Math.PI);
  pen.fillStyle = colors.visited;
  pen.strokeStyle = colors.halo;
  pen.lineWidth = clamp(size / 4, 1, 2);
  pen.fill();
  pen.stroke();
  pen.beginPath();
  pen.moveTo(x - size * 0.5, y);
  pen.lineTo(x - size * 0.1, y + size * 0.4);
  pen.lineTo(x + size * 0.5, y - size * 0.4);
  pen.lineWidth = size / 3;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.stroke();
}

function drawStar(pen: Pen, x: number, y: number, size: number, colors: PlanColors): void {
  pen.beginPath();
  for (let point = 0; point < 10; point++) {
    const far = point % 2 === 0 ? size : size * 0.45;
    const turn = (point * Math.PI) / 5;
    pen.lineTo(x + far * Math.sin(turn), y - far * Math.cos(turn));
  }
  pen.closePath();
  pen.lineJoin = "round";
  pen.strokeStyle = colors.casing;
  pen.lineWidth = clamp(size / 3, 2, 4);
  pen.stroke();
  pen.fillStyle = colors.route;
  pen.fill();
}
