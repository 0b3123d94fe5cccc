/** Draws what does not move on a plan: ground, zones, aisles, booths, stages, walls and their doors. */
import type { Point } from "../../core/plan.js";
import type { Area } from "../../hall/manifest.js";
import { GROUNDS, mixColors, type PlanColors } from "./colors.js";
import { type Fit, toPixel } from "./looking.js";

/** How much there is to see: less on a small map. */
export interface Detail {
  /** How strong the colours of zones are, 0 to 1. */
  readonly tint: number;
  /** Pixels of the picture: what is outside is not drawn. */
  readonly width: number;
  readonly height: number;
}

type Pen = CanvasRenderingContext2D;

export function drawGround(pen: Pen, area: Area, to: Fit, colors: PlanColors, detail: Detail): void {
  const [left, top] = toPixel(to, [0, area.size[1]]);
  const [width, height] = [area.size[0] * to.scale, area.size[1] * to.scale];
  pen.fillStyle = area.kind === "hall" ? colors.floor : mixColors(colors.floor, "#2e7d4f", 0.25);
  pen.fillRect(left, top, width, height);
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  for (const feature of area.features) drawFeature(pen, feature, to, colors);
  for (const zone of area.zones) drawZone(pen, zone, to, detail.tint * (area.kind === "hall" ? 1 : 0.6));
  drawAisles(pen, area, to, colors);
  for (const structure of area.structures) drawBox(pen, structure, to, colors.edge, colors.wall, 0.45);
  pen.restore();
  for (const stage of area.stages) drawBox(pen, stage, to, mixColors(colors.floor, colors.edge, 0.6), colors.edge);
  drawBooths(pen, area, to, colors, detail);
  drawWalls(pen, area, to, colors);
}

function drawFeature(pen: Pen, feature: Area["features"][number], to: Fit, colors: PlanColors): void {
  const tint = mixColors(colors.floor, GROUNDS[feature.kind] ?? colors.edge, 0.4);
  outline(pen, feature.polygon.length ? feature.polygon : feature.path, to, feature.polygon.length > 0 || feature.closed);
  if (feature.polygon.length) {
    pen.fillStyle = tint;
    pen.fill();
    return;
  }
  pen.strokeStyle = tint;
  pen.lineWidth = Math.max(1, feature.width * to.scale);
  pen.lineJoin = "round";
  pen.stroke();
}

function drawZone(pen: Pen, zone: Area["zones"][number], to: Fit, tint: number): void {
  outline(pen, zone.polygon, to, true);
  pen.globalAlpha = tint;
  pen.fillStyle = zone.color;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = zone.color;
  pen.lineWidth = 1;
  pen.stroke();
}

function drawAisles(pen: Pen, area: Area, to: Fit, colors: PlanColors): void {
  pen.strokeStyle = colors.aisle;
  pen.lineCap = "butt";
  pen.lineJoin = "round";
  pen.globalAlpha = 0.75;
  for (const aisle of area.aisles) {
    pen.lineWidth = Math.max(1, aisle.width * to.scale);
    outline(pen, aisle.path, to, false);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function drawBooths(pen: Pen, area: Area, to: Fit, colors: PlanColors, { width, height }: Detail): void {
  const tints = new Map(area.zones.map(({ id, color }) => [id, color]));
  for (const booth of area.booths) {
    const [x, y] = toPixel(to, booth.at);
    const reach = (Math.max(...booth.size) * to.scale) / 1.4;
    if (x + reach < 0 || y + reach < 0 || x - reach > width || y - reach > height) continue;
    drawBox(pen, booth, to, colors.booth, tints.get(booth.zone) ?? colors.edge);
  }
}

interface Box {
  readonly at: Point;
  readonly size: Point;
  readonly facing: number;
}

function drawBox(pen: Pen, box: Box, to: Fit, fill: string, edge: string, alpha = 1): void {
  const [x, y] = toPixel(to, box.at);
  const width = box.size[0] * to.scale;
  const depth = box.size[1] * to.scale;
  pen.save();
  pen.translate(x, y);
  pen.rotate(box.facing);
  pen.globalAlpha = alpha;
  pen.fillStyle = fill;
  pen.fillRect(-width / 2, -depth / 2, width, depth);
  if (width > 5) {
    pen.strokeStyle = edge;
    pen.lineWidth = width > 24 ? 1.5 : 1;
    pen.strokeRect(-width / 2, -depth / 2, width, depth);
  }
  pen.restore();
}

/** Walls, or an edge where there are none, the gaps of doors, and columns. */
function drawWalls(pen: Pen, area: Area, to: Fit, colors: PlanColors): void {
  pen.strokeStyle = colors.wall;
  pen.lineJoin = "miter";
  if (area.walls.length === 0) {
    const [left, top] = toPixel(to, [0, area.size[1]]);
    pen.lineWidth = 1.5;
    pen.strokeRect(left, top, area.size[0] * to.scale, area.size[1] * to.scale);
  }
  for (const wall of area.walls) {
    pen.lineWidth = Math.max(1.5, wall.thickness * to.scale);
    outline(pen, wall.path, to, false);
    pen.stroke();
  }
  for (const door of area.doors) {
    const depth = Math.max(4, to.scale * 0.6) / to.scale;
    drawBox(pen, { at: door.at, size: [door.width, depth], facing: door.facing }, to, colors.aisle, colors.aisle);
  }
  pen.fillStyle = colors.wall;
  for (const column of area.columns) {
    const side = Math.max(2, column.size * to.scale);
    const [x, y] = toPixel(to, column.at);
    pen.beginPath();
    if (column.round) pen.arc(x, y, side / 2, 0, 2 * Math.PI);
    else pen.rect(x - side / 2, y - side / 2, side, side);
    pen.fill();
  }
}

/** Makes the outline the path of the pen. */
export function outline(pen: Pen, points: readonly Point[], to: Fit, closed: boolean): void {
  pen.beginPath();
  for (const point of points) pen.lineTo(...toPixel(to, point));
  if (closed) pen.closePath();
}
