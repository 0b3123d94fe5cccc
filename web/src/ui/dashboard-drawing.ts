/** Draws the figures of the simulated factory on the screens of an exhibit. Every screen says that they are simulated. */
import type { Language, Text } from "../core/text.js";
import type { TelemetryFrame } from "../protocol/telemetry.js";
import type { TelemetryState } from "../session/telemetry.js";
import { type Box, languageFirst, write } from "./lettering.js";
import { DASHBOARDS, running, SIMULATED, STATES } from "./messages/screens.js";

const DEEP = "#0b2233";
const LINE = "#2b5672";
const INK = "#e8f4fa";
const QUIET = "#9dbdd0";
const CYAN = "#3fc6f0";
const GREEN = "#43d98c";
const AMBER = "#ffb000";
const RED = "#ff7a6b";
/** Colours of states; on screens each state is written too. */
const TONES: Readonly<Record<string, string>> = { running: GREEN, idle: QUIET, setup: CYAN, fault: RED };

export type ScreenName = keyof typeof DASHBOARDS;

/** What is shown on the screens of an exhibit, the largest screen first. */
export const SCREENS: readonly ScreenName[] = ["devices", "overall", "power", "heat", "rate", "history", "effectiveness", "shares"];

export interface Reading {
  readonly state: TelemetryState;
  readonly first: Language;
}

type Draw = (pen: CanvasRenderingContext2D, room: Box, reading: Reading, now: TelemetryFrame) => void;

/** One screen in its part of a canvas. */
export function drawScreen(pen: CanvasRenderingContext2D, box: Box, name: ScreenName, reading: Reading): void {
  pen.save();
  pen.beginPath();
  pen.rect(box.x, box.y, box.width, box.height);
  pen.clip();
  const ground = pen.createLinearGradient(box.x, box.y, box.x, box.y + box.height);
  ground.addColorStop(0, "#103049");
  ground.addColorStop(1, DEEP);
  pen.fillStyle = ground;
  pen.fillRect(box.x, box.y, box.width, box.height);
  const head = Math.min(box.height * 0.16, box.width * 0.1);
  drawHead(pen, { ...box, height: head }, DASHBOARDS[name], reading.first);
  const pad = head * 0.35;
  const room = { x: box.x + pad, y: box.y + head + pad * 0.5, width: box.width - 2 * pad, height: box.height - head - pad * 1.3 };
  const now = reading.state.frames.at(-1);
  if (now) DRAWINGS[name](pen, room, reading, now);
  pen.restore();
}

function drawHead(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, title: Text, first: Language): void {
  pen.fillStyle = "#17415f";
  pen.fillRect(x, y, width, height);
  const pad = height * 0.35;
  const [mine, other] = languageFirst(title, first);
  const badge = [SIMULATED.en, SIMULATED.zh].join(" ");
  const wide = write(pen, badge, x + width - pad, y + height / 2, width * 0.4, { size: height * 0.4, color: AMBER, align: "right" });
  const room = width - wide - 3 * pad;
  const used = write(pen, mine, x + pad, y + height / 2, room, { size: height * 0.52, color: INK, weight: 700 });
  const rest = room - used - pad;
  if (other && rest > height * 2) write(pen, other, x + pad * 2 + used, y + height / 2, rest, { size: height * 0.36, color: QUIET });
}

const drawDevices: Draw = (pen, room, { state, first }, now) => {
  const line = room.height / Math.max(1, now.devices.length);
  now.devices.forEach((device, i) => {
    const name = state.plant?.states[device.state] ?? "";
    const [title] = languageFirst(state.plant?.devices[i]?.name, first);
    const [said] = languageFirst(STATES[name], first);
    const tone = TONES[name] ?? QUIET;
    const y = room.y + line * (i + 0.5);
    dot(pen, room.x + line * 0.25, y, line * 0.14, tone);
    write(pen, title, room.x + line * 0.6, y, room.width * 0.38, { size: line * 0.44, color: INK });
    write(pen, said, room.x + room.width * 0.54, y, room.width * 0.2, { size: line * 0.38, color: tone, weight: 600 });
    const bar = { x: room.x + room.width * 0.73, y: y - line * 0.14, width: room.width * 0.14, height: line * 0.28 };
    drawBar(pen, bar, device.oee / 100, tone);
    write(pen, `${device.oee.toFixed(0)} %`, room.x + room.width, y, room.width * 0.12, { size: line * 0.42, color: INK, align: "right" });
  });
};

const drawOverall: Draw = (pen, room, { first }, now) => {
  const radius = Math.min(room.width * 0.36, room.height * 0.44);
  const [x, y] = [room.x + room.width / 2, room.y + room.height * 0.5];
  const [from, to] = [Math.PI * 0.75, Math.PI * 2.25];
  pen.lineCap = "round";
  pen.lineWidth = radius * 0.18;
  arc(pen, x, y, radius, from, to, LINE);
  arc(pen, x, y, radius, from, from + ((to - from) * now.oee) / 100, now.oee >= 75 ? GREEN : AMBER);
  write(pen, `${now.oee.toFixed(1)} %`, x, y, radius * 1.5, { size: radius * 0.5, color: INK, weight: 700, align: "center" });
  const [words] = languageFirst(running(now.devices.filter(({ state }) => state === 0).length, now.devices.length), first);
  write(pen, words, x, y + radius * 0.72, radius * 1.7, { size: radius * 0.24, color: QUIET, align: "center" });
};

const trend = (pick: (frame: TelemetryFrame) => number, tone: string, digits: number): Draw => (pen, room, { state }, now) => {
  const values = state.frames.map(pick);
  const [low, high] = span(values);
  const side = room.width * 0.24;
  const plot = { ...room, width: room.width - side };
  pen.strokeStyle = LINE;
  pen.lineWidth = Math.max(1, room.height * 0.006);
  for (let i = 0; i <= 3; i++) rule(pen, plot, i / 3);
  line(pen, plot, values, low, high, tone);
  const x = room.x + room.width;
  write(pen, pick(now).toFixed(digits), x, room.y + room.height * 0.3, side * 0.94, { size: room.height * 0.24, color: INK, weight: 700, align: "right" });
  write(pen, `${high.toFixed(digits)} ↑`, x, room.y + room.height * 0.58, side, { size: room.height * 0.12, color: QUIET, align: "right" });
  write(pen, `${low.toFixed(digits)} ↓`, x, room.y + room.height * 0.76, side, { size: room.height * 0.12, color: QUIET, align: "right" });
};

const bars = (pick: (device: TelemetryFrame["devices"][number]) => number, most: number, warm: number): Draw => (pen, room, { state, first }, now) => {
  const step = room.width / Math.max(1, now.devices.length);
  const top = Math.max(most, ...now.devices.map(pick));
  now.devices.forEach((device, i) => {
    const value = pick(device);
    const [x, tall] = [room.x + step * (i + 0.5), room.height * 0.66 * (value / top)];
    const base = room.y + room.height * 0.82;
    pen.fillStyle = value >= warm ? AMBER : CYAN;
    pen.fillRect(x - step * 0.28, base - tall, step * 0.56, tall);
    write(pen, value.toFixed(0), x, base - tall - room.height * 0.06, step, { size: room.height * 0.09, color: INK, align: "center" });
    const [name] = languageFirst(state.plant?.devices[i]?.name, first);
    write(pen, name, x, room.y + room.height * 0.92, step * 0.96, { size: room.height * 0.085, color: QUIET, align: "center", shrink: 0.55 });
  });
};

const drawHistory: Draw = (pen, room, { state, first }, now) => {
  const height = room.height / Math.max(1, now.devices.length);
  const left = room.width * 0.3;
  const step = (room.width - left) / Math.max(1, state.frames.length);
  now.devices.forEach((_, i) => {
    const y = room.y + height * i;
    const [name] = languageFirst(state.plant?.devices[i]?.name, first);
    write(pen, name, room.x, y + height / 2, left * 0.94, { size: height * 0.42, color: INK });
    state.frames.forEach((frame, k) => {
      pen.fillStyle = TONES[state.plant?.states[frame.devices[i]?.state ?? 0] ?? ""] ?? QUIET;
      pen.fillRect(room.x + left + k * step, y + height * 0.2, step + 0.6, height * 0.6);
    });
  });
};

const DRAWINGS: Readonly<Record<ScreenName, Draw>> = {
  devices: drawDevices,
  overall: drawOverall,
  power: trend((frame) => frame.power, CYAN, 0),
  heat: bars((device) => device.temperature, 100, 150),
  rate: trend((frame) => frame.rate, GREEN, 1),
  history: drawHistory,
  effectiveness: trend((frame) => frame.oee, AMBER, 1),
  shares: bars((device) => device.power, 100, 300),
};

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = color;
  pen.fill();
}

function arc(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, from: number, to: number, color: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, from, to);
  pen.strokeStyle = color;
  pen.stroke();
}

function drawBar(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, share: number, color: string): void {
  pen.fillStyle = LINE;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = color;
  pen.fillRect(x, y, width * Math.min(1, Math.max(0, share)), height);
}

/** A level line of a plot, `share` of the way down. */
function rule(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, share: number): void {
  pen.beginPath();
  pen.moveTo(x, y + height * share);
  pen.lineTo(x + width, y + height * share);
  pen.stroke();
}

/** Least and greatest, a little apart even where all are alike. */
export function span(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.12, Math.abs(high) * 0.02, 1e-6);
  return [low - room, high + room];
}

/** Values from left to right, and what is below them filled. */
export function line(
  pen: CanvasRenderingContext2D, { x, y, width, height }: Box, values: readonly number[], low: number, high: number, tone: string,
): void {
  const at = (value: number, i: number): readonly [number, number] => [
    x + (width * i) / Math.max(1, values.length - 1), y + height * (1 - (value - low) / (high - low)),
  ];
  pen.beginPath();
  values.forEach((value, i) => pen.lineTo(...at(value, i)));
  pen.strokeStyle = tone;
  pen.lineWidth = Math.max(1.5, height * 0.022);
  pen.lineJoin = "round";
  pen.stroke();
  pen.lineTo(x + width, y + height);
  pen.lineTo(x, y + height);
  pen.closePath();
  pen.globalAlpha = 0.16;
  pen.fillStyle = tone;
  pen.fill();
  pen.globalAlpha = 1;
}
