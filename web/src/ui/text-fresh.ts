/** Puts the newer text of a live part into a page of the text tour: what is as it was stays, and so does the focus. */

/** Takes over what `next` says. False where the focus is on something that is no more: whoever reads it reads on. */
export function renew(place: HTMLElement, next: HTMLElement): boolean {
  const page = place.ownerDocument;
  const focused = page.activeElement;
  const held = focused instanceof HTMLElement && place.contains(focused) ? focused : null;
  if (held && !same(held, next)) return false;
  if (place.dataset["lines"] === undefined) place.replaceChildren(...[...next.childNodes].map((node) => page.importNode(node, true)));
  else renewLines(place, next);
  if (held && page.activeElement !== held) same(held, place)?.focus({ preventScroll: true });
  return true;
}

/** Line by line, by their ids: a reader who is in the middle of a list is not thrown out of it. */
function renewLines(place: HTMLElement, next: HTMLElement): void {
  const known = new Map([...place.children].map((line) => [line.id, line]));
  let at = place.firstElementChild;
  for (const newer of next.children) {
    const line = known.get(newer.id);
    const stays = line?.isEqualNode(newer) ?? false;
    known.delete(newer.id);
    if (line && line === at) at = line.nextElementSibling;
    else if (line && stays) place.insertBefore(line, at);
    if (stays) continue;
    place.insertBefore(place.ownerDocument.importNode(newer, true), at);
    line?.remove();
  }
  for (const gone of known.values()) gone.remove();
}

/** The same control in another version of its part. */
function same(control: HTMLElement, there: HTMLElement): HTMLElement | undefined {
  const line = control.closest("li[id]");
  const within = (line && there.querySelector(`#${CSS.escape(line.id)}`)) ?? there;
  const leads = control.getAttribute("href");
  return [...within.querySelectorAll<HTMLElement>(control.localName)].find((each) => each.getAttribute("href") === leads);
}
