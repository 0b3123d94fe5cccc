/** The visitor's hand: keyboard, mouse, touch and gamepad together, read once a frame as one intent: to walk, or to turn a thing. */
import { clamp } from "../core/math.js";
import type { Point } from "../core/plan.js";
import type { Turn } from "../movement/orbit.js";
import type { Intent } from "../movement/walker.js";
import { Gamepads, IDLE, type PadState, type PadWish, type Pads, stirs, type Way } from "./gamepad.js";
import { Keyboard } from "./keyboard.js";
import { type Stick, Touches } from "./touches.js";

export interface HandEvents {
  /** A tap or click, CSS pixels of the page. */
  tap(x: number, y: number): void;
  /** Any sign that somebody moves by hand. */
  active(): void;
  /** Enter, while the hall has the keys. */
  act(): void;
  /** A gamepad's buttons: what has the focus or is ahead is meant; and back from it. */
  press(): void;
  back(): void;
  /** Its Start, and a step of its cross. */
  menu(): void;
  step(way: Way): void;
  /** A gamepad came or went. */
  pad(state: PadState): void;
  /** A gamepad is held or pressed now; no event of the page tells of that. */
  stirs(): void;
  /** Whether a dialog of the interface is open: nobody walks by gamepad meanwhile. */
  occupied(): boolean;
  /** The thumb was put down, moved or lifted. */
  stick(stick: Stick | null): void;
}

/** How the visitor likes their hand to be understood. */
export interface Likes {
  /** Multiplies how fast one looks about. */
  readonly pace: number;
  /** Whether dragging down, or a stick pulled down, looks the other way. */
  readonly invert: boolean;
  /** The lower corner of the screen that is the stick. */
  readonly stick: "left" | "right";
  /** Whether keys that write a letter or a sign do something. */
  readonly letters: boolean;
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

/** Radians up in a second with a stick pushed to its end. */
const PAD_UP = 1.2;

export class Hand {
  private readonly keyboard: Keyboard;
  private readonly touches = new Touches();
  private hadStick = false;
  private wheeled = 0;
  private turns = false;
  private likes: Likes = { pace: 1, invert: false, stick: "left", letters: true };
  private readonly gamepads: Gamepads;
  private stirred = false;
  private watching = false;

  constructor(
    private readonly canvas: HTMLCanvasElement, private readonly page: Window, private readonly events: HandEvents,
    pads: Pads = () => page.navigator.getGamepads(),
  ) {
    this.gamepads = new Gamepads(pads);
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

  like(likes: Likes): void {
    this.likes = likes;
    this.touches.side = likes.stick;
    this.keyboard.letters = likes.letters;
  }

  /** How a thing should be turned since the last frame, `seconds` ago. */
  readTurn(seconds: number): Turn {
    const { forward, sideways, turn, nearer } = this.keyboard.wish;
    const { walk, look, nearer: pulled } = this.readPad();
    const [dx, dy] = this.touches.takeDrag();
    const wheel = Math.exp(this.wheeled * WHEEL);
    this.wheeled = 0;
    return {
      round: dx * ROUND - share(Math.sign(sideways + turn) + walk[0] + look[0]) * KEY_PACE.round * seconds,
      up: dy * ROUND + share(forward + walk[1] + look[1]) * KEY_PACE.up * seconds,
      zoom: (wheel / this.touches.takePinch()) * Math.pow(KEY_PACE.zoom, -share(nearer + pulled) * seconds),
    };
  }

  /** Radians to look right and up since the last frame, `seconds` ago, by somebody who does not walk. */
  readLook(seconds: number): Point {
    const { forward, sideways, turn } = this.keyboard.wish;
    const { walk, look } = this.readPad();
    const { pace } = this.likes;
    const [right, up] = this.dragged();
    return [
      right + share(Math.sign(sideways + turn) + walk[0] + look[0]) * LOOK_PACE.right * pace * seconds,
      up + share(forward + this.upward * (walk[1] + look[1])) * LOOK_PACE.up * pace * seconds,
    ];
  }

  /** What is wanted since the last frame, `seconds` ago. */
  read(seconds: number): Intent {
    const keys = this.keyboard.wish;
    const pad = this.readPad();
    const { pace } = this.likes;
    const [right, up] = this.dragged();
    const stick = this.touches.stick;
    if (stick !== null || this.hadStick) this.events.stick(stick);
    this.hadStick = stick !== null;
    return {
      forward: keys.forward || (stick ? -stick.dy : pad.walk[1]),
      sideways: keys.sideways || (stick ? stick.dx : pad.walk[0]),
      turn: share(keys.turn + pad.look[0]) * pace,
      run: keys.run || pad.run || (stick !== null && Math.hypot(stick.dx, stick.dy) > 0.97),
      look: [right, up + this.upward * pad.look[1] * PAD_UP * pace * seconds],
    };
  }

  /** 1, or -1 for who wants to look up by pulling down. */
  private get upward(): number {
    return this.likes.invert ? -1 : 1;
  }

  /** Radians right and up that were dragged since the last time. */
  private dragged(): Point {
    const [dx, dy] = this.touches.takeDrag();
    const { pace } = this.likes;
    return [-dx * LOOK * pace, dy * LOOK * pace * this.upward];
  }

  /** What the gamepad wants; its buttons are told at once. A dialog that is open keeps the sticks, not the buttons. */
  private readPad(): PadWish {
    const before = this.gamepads.state;
    const wish = this.gamepads.read();
    if (this.gamepads.state !== before) this.events.pad(this.gamepads.state);
    if (this.gamepads.state === "ready" && !this.watching) this.watch();
    if (wish.back) this.events.back();
    if (wish.act) this.events.press();
    if (wish.menu) this.events.menu();
    if (wish.step) this.events.step(wish.step);
    const free = this.events.occupied() ? IDLE : wish;
    const stirred = stirs(free);
    if (stirred && !this.stirred) this.grasp();
    this.stirred = stirred;
    if (stirred || wish.act || wish.back || wish.menu || wish.step) this.events.stirs();
    return free;
  }

  /** Looks at a gamepad as often as the screen is drawn: the hall's own frames are few while nothing moves, and a button
   *  may be down for less time than lies between two of them. */
  private watch(): void {
    this.watching = true;
    this.page.requestAnimationFrame(() => {
      this.readPad();
      if (this.gamepads.state === "ready") this.watch();
      else this.watching = false;
    });
  }

  /** Takes hold of the hall: it has the focus now, for the buttons to mean what is ahead. */
  private grasp(): void {
    this.canvas.focus({ preventScroll: true });
    this.events.active();
  }

  private wheel(event: WheelEvent): void {
    if (!this.turns || event.ctrlKey) return;
    event.preventDefault();
    this.wheeled += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1);
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.touches.down(contact(event), event.pointerType !== "mouse");
    this.grasp();
  }

  private up(event: PointerEvent): void {
    if (this.touches.up(contact(event))) this.events.tap(event.clientX, event.clientY);
  }
}

const share = (sum: number): number => clamp(sum, -1, 1);

const contact = (event: PointerEvent): { id: number; x: number; y: number; time: number } => ({
  id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp,
});
