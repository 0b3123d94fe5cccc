import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit, type VisitOptions } from "./visiting.js";

const PHONE = { viewport: { width: 360, height: 740 } };

describe("looking for something", () => {
  let server: HallServer;
  let browser: Browser;
  const guests: Visit[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });
  afterEach(async () => {
    for (const { context } of guests.splice(0)) await context.close();
  });

  const guest = async (options: VisitOptions): Promise<Visit> => {
    await eventually(async () => (await fetch(`${server.url}api/v1/venues/minimal/search?q=b01`)).status, 60_000).toBe(200);
    const came = await visit(browser, server.url, options);
    guests.push(came);
    return came;
  };
  const field = (page: Page): ReturnType<Page["locator"]> => page.getByRole("combobox");
  const look = async (page: Page, words: string): Promise<void> => {
    await page.keyboard.press("/");
    await eventually(() => field(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.type(words);
    await eventually(() => options(page).count()).toBeGreaterThan(0);
  };
  const options = (page: Page): ReturnType<Page["locator"]> => page.getByRole("option");

  it("takes the keyboard from anywhere to what is meant, also by its sound", async () => {
    const { page, mistakes } = await guest({ at: "9,3", facing: 0 });
    await page.keyboard.press("/");
    await eventually(() => field(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.type("huany/");
    await eventually(() => field(page).inputValue()).toBe("huany/");
    await page.keyboard.press("Escape");
    expect(await field(page).inputValue()).toBe("");
    expect(await page.getByRole("dialog").count()).toBe(1);

    await page.keyboard.type("huanying");
    await eventually(() => options(page).first().getAttribute("data-found")).toBe("b01");
    await eventually(() => page.locator("hall-search").getByRole("status").innerText()).toMatch(/^\d+ match/);
    expect(await page.locator("hall-search mark").allInnerTexts()).toContain("欢迎");
    await page.keyboard.press("ArrowDown");
    await eventually(() => options(page).first().getAttribute("aria-selected")).toBe("true");
    expect(await field(page).getAttribute("aria-activedescendant")).toBe(await options(page).first().getAttribute("id"));
    await page.keyboard.press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    const far = async (): Promise<number> => {
      const [x = 0, y = 0] = (await page.evaluate(() => window.hallwright?.stats().at)) ?? [];
      return Math.hypot(x - 20, y - 9);
    };
    await eventually(far, 60_000).toBeLessThan(5);
    expect(mistakes).toEqual([]);
  });

  it("leads to what is meant, or opens its card, by keyboard alone", async () => {
    const { page, mistakes } = await guest({ at: "9,3", facing: 0 });
    const led = (): Promise<unknown> => page.evaluate(() => {
      const { to, state } = window.hallwright?.led() ?? {};
      return [to, state];
    });
    await look(page, "a0");
    await eventually(() => options(page).count()).toBe(8);
    const keys = await field(page).evaluate((element) => (element.getRootNode() as ShadowRoot).getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent);
    expect(keys).toContain("Shift and Enter lead you there");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const meant = (await options(page).nth(1).getAttribute("data-found")) ?? "";
    await page.keyboard.press("Shift+Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(led, 60_000).toEqual([meant, "leading"]);
    expect(await page.locator("hall-minimap").evaluate((map: HTMLElement & { route?: unknown[] | null }) => map.route?.length ?? 0)).toBeGreaterThan(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");

    await look(page, "b01");
    await page.keyboard.press("Tab");
    await eventually(() => focusedText(page)).toBe("Lead me there: B01 Welcome");
    await page.keyboard.press("Enter");
    await eventually(led, 60_000).toEqual(["b01", "leading"]);

    await look(page, "b01");
    await page.keyboard.press("Control+Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(() => page.locator("hall-booth-card h2").innerText()).toBe("Welcome");
    expect(mistakes).toEqual([]);
  });

  it("hands out a link to a booth from its card", async () => {
    const { page, context, mistakes } = await guest({ at: "20,4", facing: 0 });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await look(page, "b01");
    await page.keyboard.press("Control+Enter");
    await tabTo(page, "Copy link");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator("hall-booth-card hall-share-link").getByRole("status").innerText()).toBe("The link to B01 Welcome is copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}?to=b01`);
    expect(await breaches(page)).toEqual([]);
    expect(mistakes).toEqual([]);
  });

  it("fits a phone in both languages, and goes by letters where the server cannot be asked", async () => {
    const { page } = await guest({ lang: "zh", context: PHONE });
    await page.keyboard.press("/");
    await field(page).fill("huanying");
    await options(page).first().waitFor();
    await page.route("**/search?*", (route) => route.abort());
    await field(page).fill("a0");
    await eventually(() => options(page).count()).toBe(8);
    expect(await page.locator("hall-search").getByRole("status").innerText()).toBe("找到 8 项");
    await field(page).fill("zxqvbn");
    await eventually(() => options(page).count()).toBe(0);
    expect(await field(page).getAttribute("aria-expanded")).toBe("false");
    await field(page).fill("a05");
    await options(page).first().click();
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
  });
});
