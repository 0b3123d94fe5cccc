/** Fingers and the mouse on the canvas: drag to look, a thumb in a lower corner to walk, a tap to go somewhere, two
 *  fingers to come nearer where nobody walks. Pure. */
import { clamp } from "../core/math.js";
import type { Point } from "../core/plan.js";

export interface Contact {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Milliseconds of any steady clock. */
  readonly time: number;
}

/** Where the thumb was put down, and how far it pushes in -1…1 (dy up is forward, negative). */
export interface Stick {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

interface Held {
  readonly start: Contact;
  readonly kind: "look" | "stick";
  x: number;
  y: number;
  moved: boolean;
}

const TAP = { time: 350, distance: 9 };
const STICK_RADIUS = 56;

export class Touches {
  private readonly held = new Map<number, Held>();
  private turned: [number, number] = [0, 0];
  private pinched = 1;
  /** Whether a thumb in the lower corner walks; without, every finger looks about. */
  sticks = true;
  /** Which corner that is. */
  side: "left" | "right" = "left";

  /** The canvas in CSS pixels. */
  constructor(private size: Point = [1, 1]) {}

  resize(size: Point): void {
    this.size = size;
  }

  down(contact: Contact, finger: boolean): void {
    const inwards = this.side === "left" ? contact.x : this.size[0] - contact.x;
    const corner = inwards < this.size[0] * 0.42 && contact.y > this.size[1] * 0.45;
    const kind = this.sticks && finger && corner && !this.stickHeld ? "stick" : "look";
    this.held.set(contact.id, { start: contact, kind, x: contact.x, y: contact.y, moved: false });
  }

  move(contact: Contact): void {
    const held = this.held.get(contact.id);
    if (!held) return;
    const far = Math.hypot(contact.x - held.start.x, contact.y - held.start.y);
    if (far > TAP.distance) held.moved = true;
    const other = this.sticks ? undefined : [...this.held.values()].find((each) => each !== held);
    if (other) this.pinch(held, other, contact);
    else if (held.kind === "look" && held.moved) {
      this.turned[0] += contact.x - held.x;
      this.turned[1] += contact.y - held.y;
    }
    [held.x, held.y] = [contact.x, contact.y];
  }

  /** Lets go. Returns whether it was a tap. */
  up(contact: Contact): boolean {
    const held = this.held.get(contact.id);
    this.held.delete(contact.id);
    return held !== undefined && !held.moved && contact.time - held.start.time < TAP.time;
  }

  cancel(id: number): void {
    this.held.delete(id);
  }

  /** How much wider two fingers were spread since the last time: 2 is twice as wide. */
  takePinch(): number {
    const { pinched } = this;
    this.pinched = 1;
    return pinched;
  }

  /** Pixels dragged since the last time. */
  takeDrag(): Point {
    const drag = this.turned;
    this.turned = [0, 0];
    return drag;
  }

  /** The thumb, once it was moved. */
  get stick(): Stick | null {
    for (const { kind, start, x, y, moved } of this.held.values()) {
      if (kind !== "stick" || !moved) continue;
      const [dx, dy] = [(x - start.x) / STICK_RADIUS, (y - start.y) / STICK_RADIUS];
      const length = Math.max(1, Math.hypot(dx, dy));
      return { x: start.x, y: start.y, dx: clamp(dx / length, -1, 1), dy: clamp(dy / length, -1, 1) };
    }
    return null;
  }

  private pinch(held: Held, other: Held, to: Contact): void {
    const before = Math.hypot(held.x - other.x, held.y - other.y);
    held.moved = other.moved = true;
    this.pinched *= Math.hypot(to.x - other.x, to.y - other.y) / Math.max(1, before);
  }

  private get stickHeld(): boolean {
    return [...this.held.values()].some((each) => each.kind === "stick");
  }
}
