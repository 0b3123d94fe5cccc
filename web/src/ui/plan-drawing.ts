/** Draws the plan of an area on a canvas: zones, booths, stages, ways out, the visitor and the others. */
import type { Point, Pose } from "../core/plan.js";
import type { Area, Zone } from "../hall/manifest.js";
import { inkOn } from "./zone-badge.js";
import type { Dot } from "./view.js";

/** Colours of the plan, light or dark. */
export interface PlanColors {
  readonly floor: string;
  readonly edge: string;
  readonly aisle: string;
  readonly booth: string;
  readonly you: string;
  readonly halo: string;
  readonly other: string;
}

export const lightPlan: PlanColors = {
  floor: "#eef2f4", edge: "#9aa7b1", aisle: "#ffffff", booth: "#ffffff", you: "#12609f", halo: "#ffffff", other: "#39454e",
};
export const darkPlan: PlanColors = {
  floor: "#202a32", edge: "#6a7983", aisle: "#2f3b44", booth: "#3f4d57", you: "#7fc0f5", halo: "#0b1218", other: "#e4ebf0",
};

/** How plan metres become pixels of a canvas: scaled, north up, with a margin. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The largest fit of an area of `size` metres in `width` × `height` pixels. */
export function fit(size: Point, width: number, height: number, margin: number): Fit {
  const scale = Math.min((width - 2 * margin) / size[0], (height - 2 * margin) / size[1]);
  return { scale, left: (width - size[0] * scale) / 2, top: (height + size[1] * scale) / 2 };
}

export const toPixel = (to: Fit, [x, y]: Point): [number, number] => [to.left + x * to.scale, to.top - y * to.scale];

/** The plan with metres under a pixel of the canvas. */
export const toPlan = (to: Fit, px: number, py: number): [number, number] => [(px - to.left) / to.scale, (to.top - py) / to.scale];

/** What does not move. `letters` asks for the zones' letters; `size` of them in pixels. */
export function drawPlan(pen: CanvasRenderingContext2D, area: Area, to: Fit, colors: PlanColors, letters: number): void {
  const [left, top] = toPixel(to, [0, area.size[1]]);
  pen.fillStyle = area.kind === "park" ? mixColors(colors.floor, "#2e7d4f", 0.25) : colors.floor;
  pen.strokeStyle = colors.edge;
  pen.lineWidth = Math.max(1, letters / 14);
  roundRect(pen, left, top, area.size[0] * to.scale, area.size[1] * to.scale, letters / 4);
  pen.fill();
  for (const zone of area.zones) drawZone(pen, zone, to);
  drawAisles(pen, area, to, colors);
  for (const booth of area.booths) drawBox(pen, booth, to, colors.booth, zoneColor(area, booth.zone) ?? colors.edge);
  for (const stage of area.stages) drawBox(pen, stage, to, colors.edge, colors.edge);
  for (const portal of area.portals) drawPortal(pen, portal.at, to, colors, letters);
  roundRect(pen, left, top, area.size[0] * to.scale, area.size[1] * to.scale, letters / 4);
  pen.strokeStyle = colors.edge;
  pen.stroke();
  if (letters > 0) for (const zone of area.zones) drawLetter(pen, zone, to, letters);
}

/** The others as dots, and the visitor as an arrowhead that looks where they look. */
export function drawPeople(
  pen: CanvasRenderingContext2D, to: Fit, colors: PlanColors, me: Pose, others: readonly Dot[], size: number,
): void {
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
  drawArrow(pen, toPixel(to, [me.x, me.y]), me.facing, size, colors);
}

function drawArrow(pen: CanvasRenderingContext2D, [x, y]: Point, facing: number, size: number, colors: PlanColors): void {
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

function drawZone(pen: CanvasRenderingContext2D, zone: Zone, to: Fit): void {
  polygon(pen, zone.polygon, to);
  pen.globalAlpha = 0.55;
  pen.fillStyle = zone.color;
  pen.fill();
  pen.globalAlpha = 1;
}

function drawAisles(pen: CanvasRenderingContext2D, area: Area, to: Fit, colors: PlanColors): void {
  pen.strokeStyle = colors.aisle;
  pen.lineCap = "butt";
  pen.lineJoin = "round";
  pen.globalAlpha = 0.75;
  for (const aisle of area.aisles) {
    pen.lineWidth = Math.max(1, aisle.width * to.scale);
    pen.beginPath();
    for (const point of aisle.path) pen.lineTo(...toPixel(to, point));
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

interface Box {
  readonly at: Point;
  readonly size: Point;
  readonly facing: number;
}

function drawBox(pen: CanvasRenderingContext2D, box: Box, to: Fit, fill: string, edge: string): void {
  const [x, y] = toPixel(to, box.at);
  const width = box.size[0] * to.scale;
  const depth = box.size[1] * to.scale;
  pen.save();
  pen.translate(x, y);
  pen.rotate(box.facing);
  pen.fillStyle = fill;
  pen.fillRect(-width / 2, -depth / 2, width, depth);
  if (width > 6) {
    pen.strokeStyle = edge;
    pen.lineWidth = 1;
    pen.strokeRect(-width / 2, -depth / 2, width, depth);
  }
  pen.restore();
}

function drawPortal(pen: CanvasRenderingContext2D, at: Point, to: Fit, colors: PlanColors, letters: number): void {
  const [x, y] = toPixel(to, at);
  const size = Math.max(3, letters / 3.5);
  pen.beginPath();
  pen.rect(x - size, y - size, 2 * size, 2 * size);
  pen.fillStyle = colors.you;
  pen.fill();
  pen.strokeStyle = colors.halo;
  pen.lineWidth = Math.max(1, size / 3);
  pen.stroke();
}

function drawLetter(pen: CanvasRenderingContext2D, zone: Zone, to: Fit, size: number): void {
  const [x, y] = labelSpot(zone, to);
  roundRect(pen, x - size * 0.62, y - size * 0.62, size * 1.24, size * 1.24, size * 0.3);
  pen.fillStyle = zone.color;
  pen.fill();
  pen.fillStyle = inkOn(zone.color).ink;
  pen.font = `700 ${String(Math.round(size))}px "Hall Sans", system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(zone.letter, x, y + size * 0.05);
}

function labelSpot(zone: Zone, to: Fit): [number, number] {
  const xs = zone.polygon.map(([x]) => x);
  const ys = zone.polygon.map(([, y]) => y);
  return toPixel(to, [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]);
}

const zoneColor = (area: Area, id: string): string | undefined => area.zones.find((zone) => zone.id === id)?.color;

function polygon(pen: CanvasRenderingContext2D, points: readonly Point[], to: Fit): void {
  pen.beginPath();
  for (const point of points) pen.lineTo(...toPixel(to, point));
  pen.closePath();
}

function roundRect(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, radius: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
}

function mixColors(a: string, b: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) * (1 - share) + part(b, at) * share));
  return `rgb(${mixed.join(" ")})`;
}
