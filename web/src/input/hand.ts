/** The visitor's hand: keyboard, mouse and touch together, read once a frame as one intent. */
import type { Intent } from "../movement/walker.js";
import { Keyboard } from "./keyboard.js";
import { type Stick, Touches } from "./touches.js";

export interface HandEvents {
  /** A tap or click, CSS pixels of the page. */
  tap(x: number, y: number): void;
  /** Any sign that somebody moves by hand. */
  active(): void;
  /** The thumb was put down, moved or lifted. */
  stick(stick: Stick | null): void;
}

/** Radians for each CSS pixel dragged: the hall follows the finger at about its own distance. */
const LOOK = 0.0036;

export class Hand {
  private readonly keyboard: Keyboard;
  private readonly touches = new Touches();
  private hadStick = false;

  constructor(private readonly canvas: HTMLCanvasElement, page: Window, private readonly events: HandEvents) {
    this.keyboard = new Keyboard(page, () => events.active());
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.touches.move(contact(event)));
    canvas.addEventListener("pointerup", (event) => this.up(event));
    canvas.addEventListener("pointercancel", (event) => this.touches.cancel(event.pointerId));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    const measure = (): void => this.touches.resize([canvas.clientWidth, canvas.clientHeight]);
    new ResizeObserver(measure).observe(canvas);
    measure();
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
