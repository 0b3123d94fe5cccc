/** Draws on the screen of a stage what is on there, or what comes and when: both languages, the visitor's first and larger. */
import type { Language } from "../../core/text.js";
import { type Session, standing } from "../../session/timetable.js";
import { STAGE as WORDS } from "../messages/screens.js";
import { blend, languageFirst, write } from "../lettering.js";
import { countdown, minutesUntil } from "./clock.js";

export interface SessionShown {
  readonly session: Session;
  /** ms of the server's clock. */
  readonly now: number;
  readonly first: Language;
  /** Whether motion should be reduced: then minutes are told instead of seconds. */
  readonly still: boolean;
}

const PAPER = "#0b1f31";
const INK = "#ffffff";
const QUIET = "#c3d3df";

/** The whole screen, `width` × `height` pixels. */
export function drawSession(pen: CanvasRenderingContext2D, width: number, height: number, { session, now, first, still }: SessionShown): void {
  const { track, title, speakers } = session;
  const dark = blend(track.color, PAPER, 0.6);
  const wash = pen.createLinearGradient(0, 0, width, height);
  wash.addColorStop(0, dark);
  wash.addColorStop(1, PAPER);
  pen.fillStyle = wash;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = blend(track.color, "#ffffff", 0.25);
  pen.fillRect(0, 0, width, height * 0.03);
  const pad = width * 0.05;
  const room = width - 2 * pad;
  const line = (text: string, y: number, size: number, color: string, weight: number): void => {
    if (text) write(pen, text, pad, height * y, room, { size: height * size, color, weight, shrink: 0.45 });
  };
  const [mine, other] = languageFirst(title, first);
  const who = speakers.map(({ name }) => name[first]).join(" · ");
  const on = standing(session, now) === "now";
  const word = languageFirst(WORDS[on ? "now" : "starts"], first).filter(Boolean).join(" · ");
  line(languageFirst(track.name, first).filter(Boolean).join(" · "), 0.13, 0.06, QUIET, 400);
  if (on) {
    const radius = height * 0.03;
    lamp(pen, width - pad - radius, height * 0.13, radius);
    write(pen, word, width - pad - 3 * radius, height * 0.13, room / 2, { size: height * 0.06, color: INK, weight: 700, align: "right" });
    line(mine, 0.38, 0.18, INK, 700);
    line(other, 0.57, 0.1, QUIET, 400);
    line(who, 0.77, 0.085, INK, 400);
    return;
  }
  line(mine, 0.3, 0.15, INK, 700);
  line(other, 0.45, 0.08, QUIET, 400);
  line(who, 0.57, 0.065, INK, 400);
  line(word, 0.7, 0.06, QUIET, 400);
  line(still ? `${String(minutesUntil(session.starts, now))} ${WORDS.minutes[first]}` : countdown(session.starts, now), 0.85, 0.19, INK, 700);
}

/** A lit lamp beside what is on. */
function lamp(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.fillStyle = "#ffb000";
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}
