/** Where the focus is and what keys mean there, inside web components too. */
/** What has the focus. */
export function deepFocus(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
}

/** Whether keys write something. */
export const typing = (): boolean => deepFocus()?.matches("input, textarea, select, [contenteditable]") ?? false;

/** Whether the focus is on the hall, where keys walk and must go on doing so. */
export function walkingFocus(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.tagName === "CANVAS";
}
