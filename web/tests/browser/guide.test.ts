/** The guide in the hall: a question, its answer, the card of what it cites, and the way there. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const PHONE = { viewport: { width: 360, height: 740 } };

async function asks({ page }: Visit, question: string): Promise<void> {
  await page.locator("[data-menu]").press("Enter");
  await page.locator("[data-panel=guide]").press("Enter");
  await page.locator("hall-guide-dialog input[name=question]").waitFor();
  await page.keyboard.type(question); // the field has the focus
  await page.keyboard.press("Enter");
}

const said = ({ page }: Visit): Promise<string> => page.locator("hall-guide-dialog").getByRole("status").innerText();

describe("the guide", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    ada = await visit(browser, server.url, { context: PHONE, at: "20,4" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("answers a question by keyboard, on a phone, without a breach", async () => {
    await asks(ada, "Where is booth B01?");
    await eventually(() => said(ada), 60_000).toContain("B01 Welcome is in");
    const wide = await ada.page.locator("hall-guide-dialog dialog, hall-dialog dialog").first().evaluate((each) => each.scrollWidth - each.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  it("opens the card of what it cites", async () => {
    await ada.page.locator("[data-cited='booth/b01']").press("Enter");
    await ada.page.locator("hall-booth-card aside").waitFor();
    expect(await ada.page.locator("hall-booth-card aside").innerText()).toContain("Welcome");
    await ada.page.keyboard.press("Escape");
  });

  it("says plainly what it does not know, and offers nothing", async () => {
    await asks(ada, "What is the Wi-Fi password?");
    await eventually(() => said(ada)).toContain("I don't know that");
    expect(await ada.page.locator("hall-guide-dialog").locator("[data-go], [data-more], [data-cited]").count()).toBe(0);
    await ada.page.keyboard.press("Escape");
    await ada.page.locator("hall-guide-dialog").waitFor({ state: "detached" });
  });

  it("plans a visit and leads to its first stop", async () => {
    await asks(ada, "plan half an hour at Welcome");
    await ada.page.locator("[data-plan]").press("Enter");
    await ada.page.locator("hall-guide-dialog").waitFor({ state: "detached" });
    await eventually(() => ada.page.evaluate(() => window.hallwright?.led()?.state ?? "none"), 60_000).toMatch(/leading|arrived/);
    expect(ada.mistakes).toEqual([]);
  });
});
