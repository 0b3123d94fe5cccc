/** Takes the focus from control to control for a hand without Tab: through the dialog on top, else through the bars. */
import { deepFocus } from "./focus.js";

export type Way = "up" | "down" | "left" | "right";

const CONTROLS = "button, a[href], input, select, textarea, summary, [tabindex]";
/** A text that is read by scrolling; where it holds controls, going to them does that. */
const READ = "[role=group][tabindex]";
/** Share of what one sees of a text by which a press moves it. */
const PAGE = 0.6;

/** One step: left and right change what has a value, up and down turn a text over, else the focus goes on. */
export function step(root: HTMLElement, way: Way): void {
  const focused = deepFocus();
  const on = way === "down" || way === "right" ? 1 : -1;
  if (focused && (way === "left" || way === "right" ? changes(focused, on) : scrolls(focused, on))) return;
  const all = [...elements(root)];
  const top = all.findLast((each) => each.matches("dialog:modal")) ?? root;
  const controls = [...elements(top)].filter((each) => reachable(each) && !(each.matches(READ) && [...elements(each)].some(reachable)));
  const at = focused ? controls.indexOf(focused) : -1;
  const next = at < 0 ? controls.at(on > 0 ? 0 : -1) : controls[(at + on + controls.length) % controls.length];
  next?.focus({ focusVisible: true } as FocusOptions);
}

/** All elements below one in the order in which they are seen, inside web components too. */
function* elements(parent: Element): Generator<HTMLElement> {
  const children = parent instanceof HTMLSlotElement ? parent.assignedElements() : (parent.shadowRoot ?? parent).children;
  for (const child of children) {
    if (child instanceof HTMLElement) yield child;
    yield* elements(child);
  }
}

/** Of radio buttons of one name all are reached: there is no other key to choose by. */
const reachable = (element: HTMLElement): boolean =>
  element.matches(CONTROLS) && !element.matches(":disabled, [inert] *") && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true });

/** Moves a slider or a choice by one; whether there is one. */
function changes(element: HTMLElement, by: 1 | -1): boolean {
  if (element instanceof HTMLInputElement && element.type === "range") {
    if (by > 0) element.stepUp();
    else element.stepDown();
  } else if (element instanceof HTMLSelectElement) {
    element.selectedIndex = Math.min(element.options.length - 1, Math.max(0, element.selectedIndex + by));
  } else return false;
  for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  return true;
}

/** Turns a text over; false where it ends. */
function scrolls(element: HTMLElement, by: 1 | -1): boolean {
  if (!element.matches(READ)) return false;
  const before = element.scrollTop;
  element.scrollTop += by * element.clientHeight * PAGE;
  return element.scrollTop !== before;
}
