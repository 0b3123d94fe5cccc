/** The visitor's hand: keyboard, mouse and touch together, read once a frame as one intent: to walk, or to turn a thing. */
import type { Point } from "../core/plan.js";
import type { Turn } from "../movement/orbit.js";
import type { Intent } from "../movement/walker.js";
import { Keyboard } from "./keyboard.js";
import { type Stick, Touches } from "./touches.js";

export interface HandEvents {
  /** A tap or click, CSS pixels of the page. */
  tap(x: number, y: number): void;
  /** Any sign that somebody moves by hand. */
  active(): void;
  /** Enter, while the hall has the keys. */
  act(): void;
  /** The thumb was put down, moved or lifted. */
  stick(stick: Stick | null): void;
}

/** Radians for each CSS pixel dragged: the hall follows the finger at about its own distance. */
const LOOK = 0.0036;
/** Radians for each CSS pixel dragged about a thing: half the width of a screen is a good half turn. */
const ROUND = 0.0075;
/** Radians in a second with a key held down, looking about from a seat. */
const LOOK_PACE = { right: 1.3, up: 0.8 };
/** Radians, and times nearer, in a second with a key held down. */
const KEY_PACE = { round: 1.5, up: 0.9, zoom: 2.2 };
const WHEEL = 0.0013;

export class Hand {
  private readonly keyboard: Keyboard;
  private readonly touches = new Touches();
  private hadStick = false;
  private wheeled = 0;
  private turns = false;

  constructor(private readonly canvas: HTMLCanvasElement, page: Window, private readonly events: HandEvents) {
    this.keyboard = new Keyboard(page, () => events.active());
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.touches.move(contact(event)));
    canvas.addEventListener("pointerup", (event) => this.up(event));
    canvas.addEventListener("pointercancel", (event) => this.touches.cancel(event.pointerId));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.repeat) events.act();
    });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    const measure = (): void => this.touches.resize([canvas.clientWidth, canvas.clientHeight]);
    new ResizeObserver(measure).observe(canvas);
    measure();
  }

  /** Whether it turns a thing (`readTurn`) or only looks about (`readLook`) rather than walks (`read`). */
  set turning(on: boolean) {
    this.turns = this.keyboard.zooms = on;
    this.touches.sticks = !on;
    this.touches.takeDrag();
    this.touches.takePinch();
    this.wheeled = 0;
    if (on && this.hadStick) this.events.stick(null);
    this.hadStick = false;
  }

  /** How a thing should be turned since the last frame, `seconds` ago. */
  readTurn(seconds: number): Turn {
    const { forward, sideways, turn, nearer } = this.keyboard.wish;
    const [dx, dy] = this.touches.takeDrag();
    const wheel = Math.exp(this.wheeled * WHEEL);
    this.wheeled = 0;
    return {
      round: dx * ROUND - (Math.sign(sideways + turn)) * KEY_PACE.round * seconds,
      up: dy * ROUND + forward * KEY_PACE.up * seconds,
      zoom: (wheel / this.touches.takePinch()) * Math.pow(KEY_PACE.zoom, -nearer * seconds),
    };
  }

  /** Radians to look right and up since the last frame, `seconds` ago, by somebody who does not walk. */
  readLook(seconds: number): Point {
    const { forward, sideways, turn } = this.keyboard.wish;
    const [dx, dy] = this.touches.takeDrag();
    return [
      Math.sign(sideways + turn) * LOOK_PACE.right * seconds - dx * LOOK,
      forward * LOOK_PACE.up * seconds + dy * LOOK,
    ];
  }

  /** What is wanted since the last frame. */
  read(): Intent {
    const keys = this.keyboard.wish;
    const [dx, dy] = this.touches.takeDrag();
    const stick = this.touches.stick;
    if (stick !== null || this.hadStick) this.events.stick(stick);
    this.hadStick = stick !== null;
    return {
      forward: keys.forward || (stick ? -stick.dy : 0),
      sideways: keys.sideways || (stick ? stick.dx : 0),
      turn: keys.turn,
      run: keys.run || (stick !== null && Math.hypot(stick.dx, stick.dy) > 0.97),
      look: [-dx * LOOK, dy * LOOK],
    };
  }

  private wheel(event: WheelEvent): void {
    if (!this.turns || event.ctrlKey) return;
    event.preventDefault();
    this.wheeled += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1);
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.touches.down(contact(event), event.pointerType !== "mouse");
    this.events.active();
  }

  private up(event: PointerEvent): void {
    if (this.touches.up(contact(event))) this.events.tap(event.clientX, event.clientY);
  }
}

const contact = (event: PointerEvent): { id: number; x: number; y: number; time: number } => ({
  id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp,
});
