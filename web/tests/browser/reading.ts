/** Reads a page as somebody would who sees it, hears it, or goes through it by key. */
import type { Page } from "playwright-core";

/** Presses Tab until the focus is on a control whose words begin with, or hold, these. */
export async function tabTo(page: Page, words: string, anywhere = false): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const text = await focusedText(page);
    if (anywhere ? text.includes(words) : text.startsWith(words)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to "${words}"; it is on "${await focusedText(page)}"`);
}

/** What a screen reader would call the focused control. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return "";
    const label = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent ?? "";
    return label.trim().replace(/\s+/g, " ");
  });

/** Visible controls that a thumb would miss: less than 44 pixels high or wide. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.matches("button, summary, select")) continue;
        const { width, height } = element.getBoundingClientRect();
        if (width > 2 && height > 2 && (width < 44 || height < 44)) found.push(`${element.textContent?.trim() ?? ""} ${String(width)}×${String(height)}`);
      }
    };
    look(document);
    return found;
  });

/** All words on the page that are to be seen or read out, inside web components too, in the language of the page. */
export const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (node: Node): void => {
      if (node instanceof Element) {
        if (node.matches("style, script, noscript") || !node.checkVisibility()) return;
        // The button to the other language is in that language.
        if (node.closest("[lang]") !== document.documentElement && node.hasAttribute("lang")) return;
        found.push(node.getAttribute("aria-label") ?? "", node.getAttribute("placeholder") ?? "");
        if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) look(child);
      } else if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? "");
      for (const child of node.childNodes) look(child);
    };
    look(document.body);
    return found.join(" ").replace(/\s+/g, " ");
  });

/** Words that reach beyond the sides of the screen. */
export const spilled = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { left, right, width } = element.getBoundingClientRect();
        const spoken = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
        if (spoken && width > 2 && (left < 0 || right > innerWidth)) found.push(element.textContent?.trim() ?? "");
      }
    };
    look(document);
    return found;
  });

/** Buttons over a part of which something else lies: they look broken, and a thumb may meet the other. Under a modal dialog nothing
 *  counts, nor what a scrolling box cuts off, nor numbers on a thing, which come before one another as it is turned. */
export const halfCovered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parentOf = (node: Element): Element | null => node.assignedSlot ?? node.parentElement ?? ((node.getRootNode() as Partial<ShadowRoot>).host ?? null);
    const upwards = (node: Element | null): Element[] => (node ? [node, ...upwards(parentOf(node))] : []);
    const at = ([x, y]: readonly [number, number], within: Document | ShadowRoot = document): Element | null => {
      const found = within.elementFromPoint(x, y);
      const root = found?.shadowRoot ?? null;
      return root && root.elementFromPoint(x, y) !== found ? at([x, y], root) : found;
    };
    const all = (root: Document | ShadowRoot): Element[] => [...root.querySelectorAll("*")].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    const elements = all(document);
    const modal = elements.findLast((each) => each.matches("dialog:modal"));
    return elements.flatMap((element): string[] => {
      if (!element.matches("button, summary, select, a.button") || !element.checkVisibility({ visibilityProperty: true })) return [];
      const above = upwards(element);
      if ((modal && !above.includes(modal)) || above.some(({ localName }) => localName === "hall-hotspot-marks")) return [];
      const { left, top, width, height } = element.getBoundingClientRect();
      const boxes = [...above.slice(1).filter((each) => getComputedStyle(each).overflow !== "visible").map((each) => each.getBoundingClientRect()), new DOMRect(0, 0, innerWidth, innerHeight)];
      const points = ([[0.5, 0.5], [0.15, 0.15], [0.85, 0.15], [0.15, 0.85], [0.85, 0.85]] as const).map(([x, y]) => [left + x * width, top + y * height] as const)
        .filter(([x, y]) => boxes.every((box) => x > box.left && x < box.right && y > box.top && y < box.bottom));
      const free = points.filter((point) => upwards(at(point)).includes(element));
      const other = points.filter((point) => !free.includes(point)).map((point) => at(point))[0];
      return free.length > 0 && other ? [`${element.textContent?.trim() ?? ""} under ${other.tagName.toLowerCase()} ${other.className}`] : [];
    });
  });
