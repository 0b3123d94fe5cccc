import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { focusedText, tabTo, wordsOf } from "./reading.js";
import { HallServer } from "./serving.js";
import { enter, ENTER, eventually, launch, visit, type Visit, type VisitOptions } from "./visiting.js";

interface Zoned {
  zones: string[];
}

/** In the page: notes what the live region for zones says from now on. */
async function noteZones(): Promise<void> {
  const zones: string[] = ((window as unknown as Zoned).zones = []);
  const banner = document.querySelector("hall-interface")?.shadowRoot?.querySelector("hall-zone-banner")?.shadowRoot;
  const region = banner?.querySelector("[role=status][aria-live=polite]");
  if (!region) throw new Error("there is no live region");
  const heard = (): string => region.querySelector(".name")?.textContent?.trim() ?? "";
  let before = heard();
  new MutationObserver(() => {
    const now = heard();
    if (now !== "" && before === "") zones.push(now);
    before = now;
  }).observe(region, { childList: true, subtree: true, characterData: true });
  await Promise.resolve();
}

const HAN = /\p{Script=Han}/u;

describe("the interface", () => {
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  // Whoever came in a test leaves with it, also when it failed: pages draw, and drawing takes the processors.
  const guests: Visit[] = [];
  const guest = async (url: string, options: VisitOptions, by = browser): Promise<Visit> => {
    const came = await visit(by, url, options);
    guests.push(came);
    return came;
  };
  afterEach(async () => {
    for (const { context } of guests.splice(0)) await context.close();
  });

  const menu = (page: Page): ReturnType<Page["locator"]> => page.locator("[data-menu]");

  describe.each(["en", "zh"] as const)("in %s", (lang) => {
    let ada: Visit;

    beforeAll(async () => {
      ada = await visit(browser, server.url, { at: "20,8", lang, outside: true });
    });
    afterAll(() => ada?.context.close());

    it("loads with a progress bar that speaks", async () => {
      const { page } = ada;
      const bar = page.getByRole("progressbar");
      await bar.waitFor();
      await eventually(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
      await page.getByRole("button", { name: ENTER[lang] }).waitFor();
      expect(await page.getAttribute("html", "lang")).toBe(lang === "en" ? "en" : "zh-CN");
      expect(await page.title()).toBe(lang === "en" ? "My first fair" : "我的第一个展会");
      await enter(page, lang);
    });

    it("says the zone that one walks into, and no other", async () => {
      const { page } = ada;
      await page.evaluate(noteZones);
      const said = (): Promise<string[]> => page.evaluate(() => (window as unknown as Zoned).zones);
      const goto = (at: [number, number]): Promise<unknown> => page.evaluate((to) => window.hallwright?.goto({ at: to }), at);
      await goto([20, 2]); // out of it
      await goto([10, 10]);
      await eventually(said).toEqual([lang === "en" ? "Makers" : "制造者"]);
      await goto([30, 10]); // within it
      await goto([20, 2]);
      await goto([10, 12]);
      await eventually(said).toEqual(Array.from({ length: 2 }, () => (lang === "en" ? "Makers" : "制造者")));
    });

    it("asked nothing of other servers and broke no policy", () => {
      expect(ada.mistakes).toEqual([]);
    });
  });

  it("changes everything visible with the language, and remembers it", async () => {
    const { page, context } = await guest(server.url, { at: "20,8" });
    expect(await wordsOf(page)).not.toMatch(HAN);
    await menu(page).press("Enter");
    await page.locator("[data-language]").press("Enter");
    await eventually(() => wordsOf(page)).toContain("设置");
    expect(await wordsOf(page)).not.toMatch(/[a-z]{3}/i);
    await page.keyboard.press("Escape");
    await eventually(() => page.locator("hall-whereabouts header").innerText()).toMatch(/制造者|一号馆/);
    expect(await menu(page).innerText()).toContain("菜单");
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    expect(await page.locator("canvas").first().getAttribute("aria-label")).toMatch(HAN);
    const again = await context.newPage();
    await again.goto(server.url);
    await again.getByRole("button", { name: ENTER.zh }).waitFor();
  });

  it("can be used with the keyboard alone: look up a booth, go there, read it, close it", async () => {
    const { page } = await guest(server.url, { at: "18,12", outside: true });
    await page.getByRole("button", { name: ENTER.en }).waitFor();
    await tabTo(page, ENTER.en);
    await page.keyboard.press("Enter");
    await tabTo(page, "Menu");
    await page.keyboard.press("Enter");
    await tabTo(page, "Map and booths");
    await page.keyboard.press("Enter");
    await tabTo(page, "Find a booth");
    await page.keyboard.type("A05");
    await page.keyboard.press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(async () => Math.hypot(...(await away(page, [21, 11.7]))), 60_000).toBeLessThan(0.6);
    await tabTo(page, "A05", true);
    await page.keyboard.press("Enter");
    await page.locator("hall-booth-card aside").waitFor();
    expect(await focusedText(page)).toContain("A05");
    await page.keyboard.press("Escape");
    await page.locator("hall-booth-card aside").waitFor({ state: "detached" });
    expect(await focusedText(page)).toContain("A05");
  });

  it("lists the venue where there is no WebGL", async () => {
    const blind = await launch("--disable-gpu", "--disable-webgl", "--disable-webgl2", "--disable-3d-apis");
    for (const lang of ["en", "zh"] as const) {
      const { page } = await guest(server.url, { lang, outside: true }, blind);
      await page.locator("[data-page=unsupported]").waitFor();
      await page.locator("hall-directory").waitFor();
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(lang === "en" ? /3D/ : HAN);
      await page.locator("summary").first().press("Enter");
      const list = await wordsOf(page);
      expect(list).toContain(lang === "en" ? "Makers" : "制造者");
      expect(list).toContain("A08");
    }
    await blind.close();
  });

  it("says when the server cannot be reached, and goes on by itself", async () => {
    const { page } = await guest("about:blank", { outside: true });
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(`${server.url}?lang=en&tier=low`);
    await page.getByRole("heading", { name: "The hall cannot be reached" }).waitFor();
    await page.locator("[data-language]").press("Enter");
    await page.getByRole("heading", { name: "无法连接展厅" }).waitFor();
    await page.unroute("**/api/**");
    await page.locator("[data-retry]").press("Enter");
    await page.getByRole("button", { name: ENTER.zh }).waitFor();
  });

  it("waits for a hall that is being built, and goes on by itself", async () => {
    const { page } = await guest("about:blank", { outside: true }); // ready before the server is, which has little to build
    const fresh = await HallServer.start({ built: false });
    try {
      await page.goto(`${fresh.url}?lang=en&tier=low`);
      await page.getByRole("heading", { name: "The hall is being set up" }).waitFor();
      expect(await page.getByRole("progressbar").count()).toBe(1);
      await page.getByRole("button", { name: ENTER.en }).waitFor();
    } finally {
      await fresh.end();
    }
  });
});

const away = async (page: Page, [x, y]: [number, number]): Promise<[number, number]> => {
  const at = await page.evaluate(() => window.hallwright?.stats().at ?? [0, 0]);
  return [(at[0] ?? 0) - x, (at[1] ?? 0) - y];
};
