/** Draws a poll on the screen of a stage: the question and its options in both languages, the visitor's first, with bars. */
import { countdown } from "../core/release.js";
import type { Language, Text } from "../core/text.js";
import type { Poll } from "../protocol/polls.js";
import { type Box, languageFirst, write } from "./lettering.js";
import { POLL, votersOf } from "./messages/polls.js";

export interface PollShown {
  readonly poll: Poll;
  /** Lengths of the bars, 0…1. */
  readonly bars: readonly number[];
  readonly over: boolean;
  /** Seconds that are left, where they are told. */
  readonly left: number | null;
  readonly first: Language;
}

const PAPER = "#0b1f31";
const TRACK = "#1b3a55";
const BAR = "#2f81c9";
const LIVE = "#ffb000";
const INK = "#ffffff";
const QUIET = "#c3d3df";
/** Options that stand below each other; more stand in two columns. */
const ONE_COLUMN = 4;

/** The whole screen, `width` × `height` pixels. */
export function drawPoll(pen: CanvasRenderingContext2D, width: number, height: number, shown: PollShown): void {
  const { poll, first } = shown;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = LIVE;
  pen.fillRect(0, 0, width, height * 0.02);
  const pad = width * 0.04;
  drawHead(pen, { x: pad, y: height * 0.05, width: width - 2 * pad, height: height * 0.08 }, shown);
  const [mine, other] = languageFirst(poll.question, first);
  write(pen, mine, pad, height * (other ? 0.225 : 0.25), width - 2 * pad, { size: height * 0.1, color: INK, weight: 700, shrink: 0.5 });
  write(pen, other, pad, height * 0.325, width - 2 * pad, { size: height * 0.058, color: QUIET, shrink: 0.6 });
  const top = height * 0.39;
  const room = { x: pad, y: top, width: width - 2 * pad, height: height * 0.96 - top };
  const most = Math.max(...(poll.counts ?? [0]));
  places(room, poll.options.length).forEach((box, index) => {
    const leads = shown.over && most > 0 && poll.counts?.[index] === most;
    drawOption(pen, box, poll, index, shown.bars[index] ?? 0, leads, first);
  });
}

/** One line: what it is, how many voted, and how long one still can. */
function drawHead(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, { poll, over, left, first }: PollShown): void {
  const middle = y + height / 2;
  const both = (text: Text): string => languageFirst(text, first).filter(Boolean).join(" · ");
  const size = height * 0.75;
  pen.fillStyle = over ? QUIET : LIVE;
  pen.beginPath();
  pen.arc(x + size * 0.35, middle, size * 0.35, 0, 2 * Math.PI);
  pen.fill();
  const note = over ? "" : ` (${(poll.counts ? (poll.several ? POLL.several : POLL.one) : POLL.hidden)[first]})`;
  write(pen, both(over ? POLL.over : POLL.open) + note, x + size, middle, width * 0.52, { size, color: INK, weight: 700 });
  const told = [both(votersOf(poll.voters)), left === null ? "" : countdown(left)].filter(Boolean).join("   ");
  write(pen, told, x + width, middle, width * 0.4, { size, color: INK, weight: 700, align: "right" });
}

function places({ x, y, width, height }: Box, count: number): readonly Box[] {
  const columns = count > ONE_COLUMN ? 2 : 1;
  const lines = Math.max(3, Math.ceil(count / columns));
  const gap = width * 0.03;
  const each = (width - gap * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, i) => {
    const [column, line] = [Math.floor(i / lines), i % lines];
    return { x: x + column * (each + gap), y: y + (line * height) / lines, width: each, height: (height / lines) * 0.9 };
  });
}

function drawOption(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, poll: Poll, index: number, length: number, leads: boolean, first: Language): void {
  const [mine, other] = languageFirst(poll.options[index], first);
  const sums = poll.counts ? `${String(Math.round((poll.voters > 0 ? (poll.counts[index] ?? 0) / poll.voters : 0) * 100))}%  ·  ${String(poll.counts[index] ?? 0)}` : "";
  const line = y + height * 0.32;
  const size = height * 0.42;
  const told = sums ? write(pen, sums, x + width, line, width * 0.4, { size, color: leads ? LIVE : INK, weight: 700, align: "right" }) : 0;
  const room = width - told - (told ? size * 0.6 : 0);
  const wide = write(pen, mine, x, line, other ? room * 0.68 : room, { size, color: INK, weight: 600, shrink: 0.55 });
  write(pen, other, x + wide + size * 0.45, line + size * 0.08, room - wide - size * 0.45, { size: size * 0.7, color: QUIET, shrink: 0.6 });
  if (!poll.counts) return;
  const bar = { y: y + height * 0.66, height: height * 0.24 };
  rounded(pen, x, bar.y, width, bar.height, TRACK);
  if (length > 0) rounded(pen, x, bar.y, Math.max(bar.height, width * Math.min(1, length)), bar.height, leads ? LIVE : BAR);
}

function rounded(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, color: string): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, height / 2);
  pen.fillStyle = color;
  pen.fill();
}
