import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

describe("a guide and a follower", () => {
  let server: HallServer;
  let browser: Browser;
  let guide: Visit;
  let wei: Visit;
  let code = "";

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/tour.yaml" }), launch()]);
    guide = await visit(browser, server.url, { at: "25,8", facing: 0 });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const group = ({ page }: Visit) => page.evaluate(() => {
    const now = window.hallwright!.group();
    return now && { code: now.code, role: now.role, follows: now.follows, notice: now.notice?.kind ?? null };
  });
  const eye = ({ page }: Visit) => page.evaluate(() => window.hallwright!.eye());
  const apart = async (): Promise<number> => {
    const [a, b] = await Promise.all([eye(guide), eye(wei)]);
    if (!a || !b) return Infinity;
    const turned = Math.abs(Math.atan2(Math.sin(a.facing - b.facing), Math.cos(a.facing - b.facing)));
    return Math.hypot(a.x - b.x, a.y - b.y) + turned + Math.abs(a.pitch - b.pitch);
  };
  const press = async (page: Page, ...names: string[]): Promise<void> => {
    for (const name of names) {
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    }
  };

  it("one leads, with the keyboard alone, and gets a code", async () => {
    const { page } = guide;
    await press(page, "Menu", "Groups", "Lead a group");
    await page.locator("[data-code]").waitFor();
    code = await page.locator("[data-code]").innerText();
    expect(code).toMatch(/^[A-Z2-9]{5}$/);
    await page.keyboard.press("Escape");
    await eventually(() => group(guide)).toMatchObject({ role: "guide", code });
  });

  it("the other comes by the link, and sees what the guide sees, within a step", async () => {
    wei = await visit(browser, `${server.url}?group=${code}`, { lang: "zh", at: "40,10", context: { viewport: { width: 360, height: 640 } } });
    await eventually(() => group(wei)).toMatchObject({ role: "follower", follows: true });
    await eventually(apart, 40_000).toBeLessThan(0.15);
    expect(await wei.page.locator("hall-group-bar h2").innerText()).toContain("参观团");
    await guide.page.locator("canvas").first().focus();
    await guide.page.keyboard.down("KeyE");
    await eventually(async () => (await eye(guide))?.facing ?? 0).toBeGreaterThan(0.8);
    await guide.page.keyboard.up("KeyE");
    await eventually(apart, 40_000).toBeLessThan(0.15);
  });

  it("the guide points, and the card opens without taking the focus", async () => {
    await guide.page.evaluate(() => window.hallwright!.goto({ at: [25, 16], facing: 0 }));
    await guide.page.locator("canvas").first().focus();
    await guide.page.keyboard.press("Enter");
    await press(guide.page, "Show to the group");
    await wei.page.locator("hall-booth-card aside").waitFor();
    await eventually(() => wei.page.locator("hall-booth-card h2").innerText()).toBe("运载火箭");
    expect(await wei.page.evaluate(() => document.activeElement?.tagName)).not.toBe("HALL-INTERFACE");
  });

  it("breaks away by a key, is seen to be away, is called, and comes back", async () => {
    await wei.page.locator("canvas").first().focus();
    await wei.page.keyboard.press("KeyS");
    await eventually(() => group(wei)).toMatchObject({ follows: false });
    await guide.page.keyboard.press("Escape");
    await press(guide.page, "Members");
    await guide.page.locator("[data-how=away]").waitFor();
    await press(guide.page, "Call all back");
    await eventually(() => group(wei)).toMatchObject({ follows: false, notice: "rung" });
    await wei.page.locator("[data-act=rejoin]").press("Enter");
    await eventually(() => group(wei)).toMatchObject({ follows: true });
    await eventually(apart, 40_000).toBeLessThan(0.15);
  });

  it("goes along through a portal", async () => {
    await guide.page.keyboard.press("Escape");
    await guide.page.evaluate(() => window.hallwright!.goto({ area: "park", at: [20, 20], facing: 90 }));
    await eventually(() => wei.page.evaluate(() => window.hallwright!.stats().area), 40_000).toBe("park");
    await eventually(apart, 40_000).toBeLessThan(0.15);
  });

  it("is free, with a word, when the guide goes, and walks", async () => {
    await guide.context.close();
    await eventually(() => group(wei), 60_000).toMatchObject({ role: "none", notice: "ended" });
    const before = await eye(wei);
    await wei.page.locator("canvas").first().focus();
    await wei.page.keyboard.down("KeyW");
    await eventually(async () => {
      const now = await eye(wei);
      return before && now ? Math.hypot(now.x - before.x, now.y - before.y) : 0;
    }).toBeGreaterThan(0.3);
    await wei.page.keyboard.up("KeyW");
    expect(wei.mistakes).toEqual([]);
  });
});
