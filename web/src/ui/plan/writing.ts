/** Writes the labels of a plan, and draws its symbols and the letters of zones. */
import type { Area, Zone } from "../../hall/manifest.js";
import { face } from "../lettering.js";
import { inkOn } from "../zone-badge.js";
import type { PlanColors } from "./colors.js";
import { BADGE, type Label, LINE, type Measure } from "./labels.js";
import { type Fit, toPixel } from "./looking.js";
import { FILLED, LINES } from "./symbols.js";

type Pen = CanvasRenderingContext2D;
const MEASURED_AT = 100;
const known = new Map<string, number>();
const drawn = new Map<string, Path2D>();

/** Measures texts with the fonts of now; `forget` when others came. */
export function measuring(pen: Pen): Measure {
  return (text, bold) => {
    const key = `${bold ? "b" : "r"}${text}`;
    const width = known.get(key) ?? measured(pen, text, bold);
    known.set(key, width);
    return width;
  };
}

export const forget = (): void => known.clear();

/** `left`, `top`: how far the picture was moved since the labels were placed. */
export function writeLabels(pen: Pen, labels: readonly Label[], colors: PlanColors, left: number, top: number, width: number, height: number): void {
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const { box, lines, wish } of labels) {
    if (box.right + left < 0 || box.bottom + top < 0 || box.left + left > width || box.top + top > height) continue;
    const x = (box.left + box.right) / 2 + left;
    if (wish.symbol === BADGE && wish.badge) {
      drawBadge(pen, wish.badge.letter, wish.badge.color, x, (box.top + box.bottom) / 2 + top, wish.size / 1.24);
      pen.lineJoin = "round";
      continue;
    }
    if (wish.symbol) {
      drawSymbol(pen, wish.symbol, x, (box.top + box.bottom) / 2 + top, wish.size, wish.turn ?? 0, colors);
      continue;
    }
    pen.font = face(wish.size, wish.bold ? 700 : 400);
    pen.strokeStyle = colors.halo;
    pen.fillStyle = colors.ink;
    pen.lineWidth = 3;
    lines.forEach((line, row) => {
      const y = box.top + top + (row + 0.5) * wish.size * LINE;
      pen.strokeText(line, x, y);
      pen.fillText(line, x, y);
    });
  }
}

/** The letters of zones on their colours, for a map too small for names. */
export function drawLetters(pen: Pen, area: Area, to: Fit, size: number): void {
  for (const zone of area.zones) drawLetter(pen, zone, to, size);
}

function drawLetter(pen: Pen, zone: Zone, to: Fit, size: number): void {
  const xs = zone.polygon.map(([x]) => x);
  const ys = zone.polygon.map(([, y]) => y);
  const [x, y] = toPixel(to, [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]);
  drawBadge(pen, zone.letter, zone.color, x, y, size);
}

function drawBadge(pen: Pen, letter: string, color: string, x: number, y: number, size: number): void {
  pen.beginPath();
  pen.roundRect(x - size * 0.62, y - size * 0.62, size * 1.24, size * 1.24, size * 0.3);
  pen.fillStyle = color;
  pen.fill();
  pen.fillStyle = inkOn(color).ink;
  pen.font = face(size, 700);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(letter, x, y + size * 0.05);
}

export function drawSymbol(pen: Pen, name: string, x: number, y: number, size: number, turn: number, colors: PlanColors): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(turn);
  pen.scale(size / 24, size / 24);
  pen.translate(-12, -12);
  pen.lineJoin = "round";
  pen.lineCap = "round";
  if (FILLED[name]) drawShape(pen, name, colors);
  else drawService(pen, name, colors);
  pen.restore();
}

function drawShape(pen: Pen, name: string, colors: PlanColors): void {
  const path = pathOf(FILLED[name] ?? "");
  pen.strokeStyle = colors.halo;
  pen.lineWidth = 4;
  pen.stroke(path);
  pen.fillStyle = name === "portal" || name === "entrance" ? colors.you : colors.ink;
  pen.fill(path);
}

function drawService(pen: Pen, name: string, colors: PlanColors): void {
  pen.beginPath();
  pen.roundRect(0, 0, 24, 24, 6);
  pen.fillStyle = colors.ink;
  pen.fill();
  pen.strokeStyle = colors.halo;
  pen.lineWidth = 2;
  pen.stroke(pathOf(LINES[name] ?? LINES["information"] ?? ""));
}

function pathOf(data: string): Path2D {
  const path = drawn.get(data) ?? new Path2D(data);
  drawn.set(data, path);
  return path;
}

function measured(pen: Pen, text: string, bold: boolean): number {
  pen.font = face(MEASURED_AT, bold ? 700 : 400);
  return pen.measureText(text).width / MEASURED_AT;
}
