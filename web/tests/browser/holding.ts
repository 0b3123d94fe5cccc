/** Notices that go by themselves stay for as long as a test looks at them: the page's timers of a few seconds wait meanwhile. */
import type { BrowserContext, Page } from "playwright-core";

interface Held {
  held: Map<number, () => void> | null;
}

/** Before any page of the context is opened. */
export const fitHolding = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // ms; what is shorter is part of how something comes, what is longer outlasts the look by itself: the sockets' wait for a
    // sign of life (35 s) is of these, and would close them as soon as it is let go.
    const [SHORT, LONG] = [2_500, 20_000];
    const page = window as unknown as Held;
    page.held = null;
    const [start, stop] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    let next = -1;
    Object.assign(window, {
      setTimeout: (act: TimerHandler, after = 0, ...more: unknown[]): number => {
        if (!page.held || after < SHORT || after > LONG || typeof act !== "function") return start(act, after, ...more);
        page.held.set(--next, () => void act(...more));
        return next;
      },
      clearTimeout: (timer?: number): void => void (page.held?.delete(timer ?? 0) || stop(timer)),
    });
  });

/** From now on what would go after some seconds stays. */
export const holdOn = (page: Page): Promise<void> =>
  page.evaluate(() => void ((window as unknown as Held).held ??= new Map()));

/** All that waited happens now. */
export const letGo = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const page = window as unknown as Held;
    const waiting = [...(page.held?.values() ?? [])];
    page.held = null;
    for (const act of waiting) act();
  });
