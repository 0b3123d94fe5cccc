/** A gamepad in a page: the browser's own list of them is replaced, as if somebody had plugged one in. */
import type { BrowserContext, Page } from "playwright-core";

export interface Held {
  /** Left stick right and down, right stick right and down. */
  readonly axes?: readonly [number, number, number, number];
  /** Places of buttons that are down. */
  readonly down?: readonly number[];
  readonly mapping?: "standard" | "";
}

/** Before any page of the context is opened. */
export const fitPads = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.assign(window, { pads: [] });
    navigator.getGamepads = () => (window as unknown as { pads: (Gamepad | null)[] }).pads;
  });

/** Holds the gamepad like this from now on; null unplugs it. */
export const hold = (page: Page, held: Held | null): Promise<void> =>
  page.evaluate((how) => {
    const buttons = Array.from({ length: 17 }, (_, i) => {
      const pressed = how?.down?.includes(i) ?? false;
      return { pressed, touched: pressed, value: pressed ? 1 : 0 };
    });
    const pad = how && { id: "Pad", index: 0, connected: true, mapping: how.mapping ?? "standard", axes: how.axes ?? [0, 0, 0, 0], buttons };
    Object.assign(window, { pads: pad ? [null, pad] : [] });
  }, held);

/** Presses a button and lets go of it, each for as long as it takes to be seen. */
export async function pressPad(page: Page, button: number): Promise<void> {
  for (const down of [[button], []]) {
    await hold(page, { down });
    await page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    });
  }
}
