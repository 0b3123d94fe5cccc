/** Keys held down, as a wish to move. Keys meant for the interface are left alone. */

export interface KeyWish {
  readonly forward: number;
  readonly sideways: number;
  readonly turn: number;
  readonly run: boolean;
  /** 1 nearer, -1 away; where one looks at a thing from around. */
  readonly nearer: number;
}

type Axis = "forward" | "sideways" | "turn" | "nearer";

const KEYS: Readonly<Record<string, readonly [axis: Axis, amount: number]>> = {
  KeyW: ["forward", 1], ArrowUp: ["forward", 1], KeyS: ["forward", -1], ArrowDown: ["forward", -1],
  KeyA: ["sideways", -1], KeyD: ["sideways", 1],
  KeyQ: ["turn", -1], ArrowLeft: ["turn", -1], KeyE: ["turn", 1], ArrowRight: ["turn", 1],
};
/** Of these, the ones that write nothing. */
const SILENT = /^Arrow/;
/** By what they write, for keyboards have them in different places. */
const ZOOM: Readonly<Record<string, number>> = { "+": 1, "=": 1, "-": -1, _: -1 };

/** The same without writing; elsewhere than on the picture they turn over what is to be read. */
const PAGES: Readonly<Record<string, number>> = { PageUp: 1, PageDown: -1 };

/** What of a page types with these keys or moves by them; on a button they may walk on. */
const OWN_KEYS = "input, textarea, select, dialog, [role=listbox], [role=menu], [role=slider], [contenteditable]";

/** A text that is scrolled by arrows while it has the focus itself. */
const READ = "[role=group][tabindex]";

export class Keyboard {
  private readonly held = new Map<string, readonly [axis: Axis, amount: number]>();
  private shift = false;
  /** Whether + and - are wanted. */
  zooms = false;
  /** Whether keys that write a letter or a sign move anybody; the arrows always do. */
  letters = true;

  constructor(page: Window, private readonly onPress: () => void) {
    page.addEventListener("keydown", (event) => this.down(event));
    page.addEventListener("keyup", (event) => this.up(event));
    page.addEventListener("blur", () => this.release());
    page.document.addEventListener("focusin", (event) => {
      if (belongsElsewhere(event)) this.release();
    });
  }

  get wish(): KeyWish {
    const sum = { forward: 0, sideways: 0, turn: 0, nearer: 0 };
    for (const [axis, amount] of this.held.values()) sum[axis] += amount;
    const { forward, sideways, turn, nearer } = sum;
    return {
      forward: Math.sign(forward), sideways: Math.sign(sideways), turn: Math.sign(turn), nearer: Math.sign(nearer), run: this.shift,
    };
  }

  private down(event: KeyboardEvent): void {
    this.shift = event.shiftKey;
    const key = this.keyOf(event);
    if (!key || event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event) || scrolls(event)) return;
    this.held.set(event.code, key);
    event.preventDefault(); // arrows would scroll
    this.onPress();
  }

  private keyOf({ code, key, target }: KeyboardEvent): readonly [axis: Axis, amount: number] | undefined {
    const page = this.zooms && target instanceof HTMLCanvasElement ? PAGES[code] : undefined;
    if (page !== undefined) return ["nearer", page];
    if (!this.letters) return SILENT.test(code) ? KEYS[code] : undefined;
    const zoom = this.zooms ? ZOOM[key] : undefined;
    return zoom === undefined ? KEYS[code] : ["nearer", zoom];
  }

  private up(event: KeyboardEvent): void {
    this.shift = event.shiftKey;
    this.held.delete(event.code);
  }

  private release(): void {
    this.held.clear();
    this.shift = false;
  }
}

/** Whether an arrow moves the text that somebody reads rather than the reader. */
function scrolls(event: KeyboardEvent): boolean {
  const [focused] = event.composedPath();
  return event.code.startsWith("Arrow") && focused instanceof Element && focused.matches(READ);
}

/** Whether a control of the interface has this key; looks inside web components too. */
function belongsElsewhere(event: Event): boolean {
  return event.composedPath().some((each) => each instanceof Element && each.matches(OWN_KEYS));
}
