/** Keys held down, as a wish to move. Keys meant for the interface are left alone. */

export interface KeyWish {
  readonly forward: number;
  readonly sideways: number;
  readonly turn: number;
  readonly run: boolean;
}

const KEYS: Readonly<Record<string, readonly [axis: "forward" | "sideways" | "turn", amount: number]>> = {
  KeyW: ["forward", 1], ArrowUp: ["forward", 1], KeyS: ["forward", -1], ArrowDown: ["forward", -1],
  KeyA: ["sideways", -1], KeyD: ["sideways", 1],
  KeyQ: ["turn", -1], ArrowLeft: ["turn", -1], KeyE: ["turn", 1], ArrowRight: ["turn", 1],
};

/** What of a page types with these keys or moves by them; on a button they may walk on. */
const OWN_KEYS = "input, textarea, select, dialog, [role=listbox], [role=menu], [role=slider], [contenteditable]";

export class Keyboard {
  private readonly held = new Set<string>();
  private shift = false;

  constructor(page: Window, private readonly onPress: () => void) {
    page.addEventListener("keydown", (event) => this.down(event));
    page.addEventListener("keyup", (event) => this.up(event));
    page.addEventListener("blur", () => this.release());
    page.document.addEventListener("focusin", (event) => {
      if (belongsElsewhere(event)) this.release();
    });
  }

  get wish(): KeyWish {
    const sum = { forward: 0, sideways: 0, turn: 0 };
    for (const code of this.held) {
      const key = KEYS[code];
      if (key) sum[key[0]] += key[1];
    }
    return { forward: Math.sign(sum.forward), sideways: Math.sign(sum.sideways), turn: Math.sign(sum.turn), run: this.shift };
  }

  private down(event: KeyboardEvent): void {
    this.shift = event.shiftKey;
    if (!KEYS[event.code] || event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return;
    this.held.add(event.code);
    event.preventDefault(); // arrows would scroll
    this.onPress();
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

/** Whether a control of the interface has this key; looks inside web components too. */
function belongsElsewhere(event: Event): boolean {
  return event.composedPath().some((each) => each instanceof Element && each.matches(OWN_KEYS));
}
