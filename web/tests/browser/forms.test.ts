/** The pages of forms beside the hall, and the reference: no breach of accessibility and nothing beside the picture on the
 *  narrowest phone, in both languages. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture } from "./picturing.js";
import { HallServer } from "./serving.js";
import { breaches, launch } from "./visiting.js";

describe("pages without scripts", () => {
  let server: HallServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  /** Opens a page in both languages, small and large. */
  async function read(path: string, en: RegExp, zh: RegExp): Promise<void> {
    await readIn("en", path, en);
    await readIn("zh", path, zh);
  }

  async function readIn(lang: string, path: string, title: RegExp): Promise<void> {
    const address = new URL(path, server.url);
    address.searchParams.set("lang", lang);
    const answer = await page.goto(address.href);
    expect(answer?.status()).toBe(200);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(lang);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (width === 360) expect(await breaches(page)).toEqual([]);
      await picture(page, `form${path.replaceAll(/\W+/g, "-")}-${lang}-${String(width)}`, !path.startsWith("/reference"));
    }
    await page.setViewportSize({ width: 360, height: 740 });
  }

  it("asks what may be kept", () => read("/consent", /What is kept/, /保留|保存/));
  it("logs in", () => read("/enter", /Log in/, /登录/));
  it("is a reference of addresses", () => read("/reference", /over HTTP/, /HTTP/));
  it("is a reference of events", () => read("/reference/events", /live/, /实时/));

  it("shows organizers who is who", async () => {
    await page.goto(await server.invite("organizer"));
    await page.getByLabel("Name that others see").fill("Ada");
    await Promise.all([page.waitForURL((url) => url.pathname === "/"), page.keyboard.press("Enter")]);
    await read("/people", /./, /./);
    await page.goto(`${server.url}people?lang=en`);
    expect(await page.locator("[data-account=Ada]").count()).toBe(1);
  });
});
