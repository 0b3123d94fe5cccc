/** Two visitors in one line: the second is called when the first leaves, wherever they walk; and where it is quiet is said in words. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture } from "./picturing.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const PHONE = { width: 360, height: 740 };

describe("a line at an exhibit", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let bo: Visit;
  const card = async ({ page }: Visit): Promise<void> => {
    await page.keyboard.press("Enter"); // the hall has the keys since one entered
    await page.locator("hall-booth-card aside").waitFor();
  };
  const state = ({ page }: Visit): Promise<string | null> => page.locator("hall-queue section").getAttribute("data-queue");
  const said = ({ page }: Visit): Promise<string> => page.locator("hall-queue [role=status]").innerText();
  const press = ({ page }: Visit, name: string): Promise<void> => page.locator(`hall-queue [data-line=${name}]`).press("Enter");

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/queues.yaml" }), launch()]);
    const at = { at: "20,6", facing: 0 };
    ada = await visit(browser, server.url, { ...at, lang: "zh", context: { viewport: PHONE } });
    bo = await visit(browser, server.url, { ...at, lang: "en" });
    for (const { page } of [ada, bo]) await page.evaluate(() => window.hallwright!.ready());
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("calls who is first at once, and tells the second how long it takes", async () => {
    await card(ada);
    expect(await said(ada)).toBe("无人等候，可立即体验。");
    await press(ada, "join");
    await eventually(() => state(ada)).toBe("called");
    await ada.page.locator("hall-queue-news [data-queue-news=called]").waitFor();
    await eventually(() => ada.page.locator("hall-queue-news > [role=alert], hall-queue-news [role=alert]").first().innerText()).toBe("轮到您了：磁力仪");
    await press(ada, "take");
    await eventually(() => state(ada)).toBe("trying");

    await card(bo);
    await eventually(() => said(bo)).toBe("Somebody is trying it; about 5 minutes.");
    await press(bo, "join");
    await eventually(() => said(bo)).toBe("You are number 1, about 5 minutes.");
  });

  it("tells where it is quiet, in words, beside every place, and lists the quiet ones first", async () => {
    await eventually(() => bo.page.locator("hall-booth-card .crowded").innerText()).toBe("Some people"); // the two of them
    await bo.page.locator("hall-booth-card [aria-label=Close]").press("Enter");
    await bo.page.keyboard.press("/");
    const zone = bo.page.locator("hall-directory summary").first();
    await zone.waitFor();
    await eventually(() => zone.locator(".crowded").innerText()).toBe("Quiet now");
    await zone.press("Enter");
    expect(await bo.page.locator("hall-directory li .crowded").first().innerText()).toBe("Quiet now");
    const first = bo.page.locator("[data-quiet-first]");
    await first.press("Enter");
    expect(await first.getAttribute("aria-pressed")).toBe("true");
    await bo.page.keyboard.press("Escape");
    await bo.page.locator("hall-map-dialog").waitFor({ state: "detached" });
  });

  it("calls the second when the first is done, says so aloud, and leads there", async () => {
    await bo.page.locator("hall-queue-news [data-queue-news=waiting]").waitFor();
    await press(ada, "leave");
    await eventually(() => state(ada)).toBe("outside");
    const called = bo.page.locator("hall-queue-news [data-queue-news=called]");
    await called.waitFor();
    await eventually(() => bo.page.locator("hall-queue-news [role=alert]").first().innerText()).toBe("It is your turn: Magnetometer");
    expect(await called.locator("[role=timer]").innerText()).toMatch(/^(1:00|0:\d\d) left$/);
    await called.locator("[data-go]").press("Enter");
    await eventually(async () => (await bo.page.evaluate(() => window.hallwright!.stats())).at[1]).toBeGreaterThan(6.2);
    await called.locator("[data-take]").press("Enter");
    await bo.page.locator("hall-queue-news [data-queue-news=trying]").waitFor();
  });

  it("keeps the place of who reloads the page, and lets readers without a script stand in the same line", async () => {
    await bo.page.reload();
    await bo.page.getByRole("button", { name: "Enter the hall" }).press("Enter");
    await bo.page.locator("hall-queue-news [data-queue-news=trying]").waitFor();

    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
    const reader = await plain.newPage();
    await reader.goto(`${server.url}text/queues/exhibits/magnetometer?lang=en`);
    await reader.locator("[data-queue]").click();
    await reader.getByRole("button", { name: "Line up" }).click();
    expect(await reader.locator("[data-queue-state]").innerText()).toMatch(/^You are number 1 in the line, about \d minutes\.$/);
    await picture(reader, "queue-text-phone-en");
    await bo.page.locator("hall-queue-news [data-leave]").press("Enter");
    await eventually(async () => {
      await reader.reload();
      return reader.locator("[data-queue-state]").innerText();
    }).toContain("It is your turn.");
    await reader.getByRole("button", { name: "Begin my turn" }).click();
    await eventually(() => said(ada)).toBe("有访客正在体验，约需 5 分钟。");
    await plain.close();
  });

  it("makes no mistakes meanwhile", () => {
    expect([...ada.mistakes, ...bo.mistakes]).toEqual([]);
  });
});
