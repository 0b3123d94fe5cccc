/** What somebody hears who has only a keyboard and a screen reader: Chromium's own accessibility tree says it. */
import type { Page } from "playwright-core";

export interface Heard {
  readonly role: string;
  readonly name: string;
}

interface Property {
  readonly name: string;
  readonly value: { readonly value?: unknown };
}

/** What has the focus, as a screen reader names it. */
export async function focused(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const holds = (properties: readonly Property[] | undefined): boolean =>
      properties?.some(({ name, value }) => name === "focused" && value.value === true) ?? false;
    const found = nodes.filter((node) => !node.ignored && holds(node.properties)).at(-1);
    return { role: String(found?.role?.value ?? "none"), name: String(found?.name?.value ?? "") };
  } finally {
    await session.detach();
  }
}

/** Presses Tab (or another key) until something of this name has the focus; rejects with all that was heard when it never does. */
export async function goTo(page: Page, name: string | RegExp, key = "Tab", most = 40): Promise<Heard> {
  const heard: string[] = [];
  for (let i = 0; i <= most; i++) {
    const now = await focused(page);
    if (typeof name === "string" ? now.name === name : name.test(now.name)) return now;
    heard.push(`${now.role} “${now.name}”`);
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} is never reached by ${key}; heard ${heard.join(", ")}`);
}
