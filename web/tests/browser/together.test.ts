import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

// The same must hold in both async modes of the server.
describe.each(["eventlet", "threading"] as const)("two visitors (%s)", (mode) => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ mode }), launch()]);
    ada = await visit(browser, server.url, { at: "20,2", facing: 0 });
    wei = await visit(browser, server.url, { at: "17,5", facing: 90, lang: "zh" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const others = (visitor: Visit): Promise<readonly { x: number; y: number; walking: boolean }[]> =>
    visitor.page.evaluate(() => window.hallwright?.others() ?? []);

  it("see where the other is", async () => {
    await eventually(async () => (await others(ada)).length, 60_000).toBe(1);
    const off = async (): Promise<number> => {
      const [seen] = await others(ada);
      return Math.hypot((seen?.x ?? Infinity) - 17, (seen?.y ?? Infinity) - 5);
    };
    await eventually(off).toBeLessThan(0.05);
    await eventually(async () => (await others(wei)).length, 60_000).toBe(1);
  });

  it("are counted, in each one's language", async () => {
    await eventually(() => ada.page.locator("hall-whereabouts header").innerText()).toContain("2 visitors here");
    await eventually(() => wei.page.locator("hall-whereabouts header").innerText()).toContain("此处有 2 位观众");
  });

  it("see the other walk, drawn", async () => {
    const before = await ada.page.screenshot();
    await wei.page.locator("canvas").first().focus();
    await wei.page.keyboard.down("KeyW");
    await eventually(async () => (await others(ada)).some(({ x, walking }) => x > 17.5 && walking), 60_000).toBe(true);
    await wei.page.keyboard.up("KeyW");
    await eventually(async () => {
      const [truth, [seen]] = await Promise.all([wei.page.evaluate(() => window.hallwright?.stats().at), others(ada)]);
      return seen && truth ? Math.hypot(seen.x - truth[0], seen.y - truth[1]) : Infinity;
    }, 60_000).toBeLessThan(0.05);
    expect((await ada.page.screenshot()).equals(before)).toBe(false);
  });

  it("take names that are text, whatever is in them", async () => {
    const name = "<img src=x>&amp;";
    await wei.page.getByRole("button", { name: "菜单" }).press("Enter");
    await wei.page.locator("[data-panel=name]").press("Enter");
    await wei.page.locator("#nickname").fill(name);
    await wei.page.locator("#nickname").press("Enter");
    await ada.page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await eventually(() => ada.page.locator("[data-person] span").first().textContent()).toBe(name);
    expect(await ada.page.locator("img").count()).toBe(0);
    expect(await breaches(ada.page)).toEqual([]);
    await ada.page.keyboard.press("Escape");
  });

  it("fetch the letters that a name needs and the hall's own font lacks, and no others", async () => {
    const fetched = (): Promise<number> =>
      ada.page.evaluate(() => [...document.fonts].filter(({ family, status }) => family.includes("Noto") && status === "loaded").length);
    expect(await fetched()).toBe(0);
    await wei.page.getByRole("button", { name: "菜单" }).press("Enter");
    await wei.page.locator("[data-panel=name]").press("Enter");
    await wei.page.locator("#nickname").fill("李雷鑫");
    await wei.page.locator("#nickname").press("Enter");
    await eventually(fetched).toBeGreaterThan(0);
    expect(await fetched()).toBeLessThanOrEqual(3);
  });

  it("are told why a name is refused", async () => {
    await wei.page.getByRole("button", { name: "菜单" }).press("Enter");
    await wei.page.locator("[data-panel=name]").press("Enter");
    await wei.page.locator("#nickname").fill("‮evil");
    await wei.page.locator("#nickname").press("Enter");
    await eventually(() => wei.page.locator("#problem").textContent()).toMatch(/\p{Script=Han}/u);
    await wei.page.keyboard.press("Escape");
  });

  it("hear announcements", async () => {
    server.announce("The keynote begins.", "主旨论坛开始。");
    await eventually(() => ada.page.locator("hall-toasts .stack").innerText()).toContain("The keynote begins.");
    await eventually(() => wei.page.locator("hall-toasts .stack").innerText()).toContain("主旨论坛开始。");
    await ada.page.getByRole("button", { name: "Dismiss" }).press("Enter");
    await eventually(() => ada.page.locator("hall-toasts .toast").count()).toBe(0);
  });

  it("notice that the other has left", async () => {
    await wei.page.goto("about:blank");
    await wei.context.close();
    await eventually(async () => (await others(ada)).length, 40_000).toBe(0);
  });

  it("met without a mistake", () => {
    expect([...ada.mistakes, ...wei.mistakes]).toEqual([]);
  });
});
