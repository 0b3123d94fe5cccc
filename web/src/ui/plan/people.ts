/** Draws what moves on a plan: how many people are where, the way one is led, places that are pointed out, everybody. */
import type { Point, Pose } from "../../core/plan.js";
import type { Area } from "../../hall/manifest.js";
import type { CountsFrame } from "../../protocol/presence.js";
import type { Dot } from "../view.js";
import type { PlanColors } from "./colors.js";
import { outline } from "./ground.js";
import { type Fit, toPixel } from "./looking.js";

type Pen = CanvasRenderingContext2D;

const FAINTEST = 0.06;
const STRONGEST = 0.4;
/** People on 100 m² from which it grows no denser. */
const CROWDED = 20;

/** People in each zone of the area, in its order; none as long as it is not known. */
export function peopleIn(counts: CountsFrame | null, area: Area, index: number): readonly number[] {
  const told = counts?.area === index ? counts.zones : [];
  return area.zones.map((_, zone) => told.find((each) => each.zone === zone)?.people ?? 0);
}

/** How dense so many people on so many square metres are drawn, 0 to 1: a little more for each, ever less. */
export function density(people: number, squareMetres: number): number {
  if (people <= 0) return 0;
  const dense = (people * 100) / Math.max(1, squareMetres);
  return FAINTEST + (STRONGEST - FAINTEST) * Math.min(1, Math.log1p(dense) / Math.log1p(CROWDED));
}

/** Darker zones (lighter ones on a dark plan) hold more people. */
export function drawHeat(pen: Pen, area: Area, to: Fit, colors: PlanColors, people: readonly number[]): void {
  pen.save();
  pen.fillStyle = colors.heat;
  area.zones.forEach((zone, index) => {
    pen.globalAlpha = density(people[index] ?? 0, zone.area_m2);
    if (pen.globalAlpha === 0) return;
    outline(pen, zone.polygon, to, true);
    pen.fill();
  });
  pen.restore();
}

/** The way that is left, a bright line in a dark casing. */
export function drawRoute(pen: Pen, route: readonly Point[], to: Fit, colors: PlanColors, size: number): void {
  if (route.length < 2) return;
  pen.lineJoin = "round";
  pen.lineCap = "round";
  outline(pen, route, to, false);
  pen.strokeStyle = colors.casing;
  pen.lineWidth = size + 3;
  pen.stroke();
  pen.strokeStyle = colors.route;
  pen.lineWidth = size;
  pen.stroke();
}

/** A pin whose foot is on each point. */
export function drawPins(pen: Pen, pins: readonly Point[], to: Fit, colors: PlanColors, size: number): void {
  for (const pin of pins) {
    const [x, y] = toPixel(to, pin);
    pen.beginPath();
    pen.arc(x, y - size, size * 0.55, Math.PI * 0.85, Math.PI * 0.15);
    pen.lineTo(x, y);
    pen.closePath();
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = colors.casing;
    pen.stroke();
    pen.fillStyle = colors.route;
    pen.fill();
  }
}

/** The others as dots, and the visitor as an arrowhead that looks where they look. */
export function drawPeople(pen: Pen, to: Fit, colors: PlanColors, me: Pose | null, others: readonly Dot[], size: number): void {
  pen.fillStyle = colors.other;
  pen.strokeStyle = colors.halo;
  pen.lineWidth = size / 6;
  for (const other of others) {
    const [x, y] = toPixel(to, [other.x, other.y]);
    pen.beginPath();
    pen.arc(x, y, size / 3.2, 0, 2 * Math.PI);
    pen.stroke();
    pen.fill();
  }
  if (me) drawArrow(pen, toPixel(to, [me.x, me.y]), me.facing, size, colors);
}

function drawArrow(pen: Pen, [x, y]: Point, facing: number, size: number, colors: PlanColors): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(facing);
  pen.beginPath();
  pen.moveTo(0, -size * 0.9);
  pen.lineTo(size * 0.65, size * 0.7);
  pen.lineTo(0, size * 0.35);
  pen.lineTo(-size * 0.65, size * 0.7);
  pen.closePath();
  pen.lineJoin = "round";
  pen.lineWidth = size / 2.5;
  pen.strokeStyle = colors.halo;
  pen.stroke();
  pen.fillStyle = colors.you;
  pen.fill();
  pen.restore();
}
