/** A visitor leaves a question at a booth and goes; the staff answer later; the visitor reads it. And both at once. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { picture } from "./picturing.js";
import { spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, enter, eventually, launch, visit, type Visit } from "./visiting.js";

const select = (page: Page, id: string): Promise<void> =>
  page.evaluate((booth) => document.querySelector<Root>("hall-interface")?.intents?.select(booth), id);

describe("letters to a booth", () => {
  let server: HallServer;
  let browser: Browser;
  let wei: Visit;
  let bo: Visit;
  let invited: string;
  const texts = (page: Page): Promise<string[]> => page.locator("hall-letter-thread .text").allInnerTexts();
  const openLetters = async (page: Page): Promise<void> => {
    await page.locator("[data-menu]").press("Enter");
    await page.locator("[data-panel=letters]").press("Enter");
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/talking.yaml" }), launch()]);
    invited = await server.invite("exhibitor", "en", ["a01"]);
    wei = await visit(browser, server.url, { lang: "zh", at: "12,10", context: { viewport: { width: 360, height: 740 }, hasTouch: true } });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("a visitor asks on a phone, and nothing is sent without a yes", async () => {
    const { page } = wei;
    await select(page, "a01");
    await page.locator("hall-booth-card [data-letter]").press("Enter");
    await eventually(() => page.evaluate(() => {
      let focused: Element | null = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.tagName;
    })).toBe("TEXTAREA");
    await page.keyboard.type("多少钱？<b>急</b>");
    await page.locator("hall-letter-form summary").press("Enter");
    await page.locator("hall-letter-form input[name=email]").fill("wei@example.org");
    await page.locator("hall-letter-form [data-send]").press("Enter");
    await eventually(() => page.locator("hall-letter-form [role=alert]").innerText()).toBe("请先同意保存相关内容。");
    await page.locator("hall-letter-form input[name=consent]").press("Space");
    await page.locator("hall-letter-form input[name=card-consent]").press("Space");
    await page.locator("hall-letter-form [data-send]").press("Enter");
    await eventually(() => texts(page)).toEqual(["多少钱？<b>急</b>"]);
    await page.goto("about:blank"); // gone
  });

  it("the staff come later, find it in their inbox, and answer", async () => {
    bo = await visit(browser, server.url, { outside: true, context: { viewport: { width: 1280, height: 800 } } });
    const { page } = bo;
    await page.goto(invited);
    await page.getByLabel("Name that others see").fill("Bo");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/");
    await enter(page);
    await eventually(() => page.locator("[data-menu] [data-unread]").innerText()).toBe("1");
    await openLetters(page);
    await page.locator("hall-letters-dialog [data-open]").waitFor();
    await page.locator("hall-letters-dialog [data-open]").press("Enter");
    expect(await page.locator("hall-letter-thread dl").innerText()).toContain("wei@example.org");
    await page.locator("hall-letter-thread textarea").fill("Ten.");
    await page.locator("hall-letter-thread [data-send]").press("Enter");
    await eventually(() => texts(page)).toEqual(["多少钱？<b>急</b>", "Ten."]);
  });

  it("the visitor comes back, sees that there is an answer, and reads it", async () => {
    const { page } = wei;
    await page.goto(`${server.url}?lang=zh&tier=low&at=12,10`);
    await enter(page, "zh");
    await eventually(() => page.locator("[data-menu] [data-unread]").innerText()).toBe("1");
    await select(page, "a01");
    await eventually(() => page.locator("[data-staff-here]").innerText()).toBe("在线：Bo");
    await page.locator("[data-menu]").press("Enter");
    await page.locator("[data-panel=letters]").press("Enter");
    await page.locator("hall-letters-dialog [data-open]").press("Enter");
    await eventually(() => texts(page)).toEqual(["多少钱？<b>急</b>", "Ten."]);
    await eventually(() => page.locator("[data-menu] [data-unread]").count()).toBe(0);
  });

  it("while both are here, both see at once what the other writes, and that they write", async () => {
    await wei.page.locator("hall-letter-thread textarea").pressSequentially("谢谢");
    await eventually(() => bo.page.locator("hall-letter-thread [role=status]").first().innerText()).toBe("The other side is writing…");
    await wei.page.locator("hall-letter-thread [data-send]").press("Enter");
    await eventually(() => texts(bo.page), 3_000).toContain("谢谢");
    await bo.page.locator("hall-letter-thread textarea").fill("You are welcome.");
    await bo.page.locator("hall-letter-thread [data-send]").press("Enter");
    await eventually(() => texts(wei.page), 3_000).toContain("You are welcome.");
  });

  it("the private link opens it without a script; the staff have a page too", async () => {
    const secret = await wei.page.evaluate(() => (JSON.parse(localStorage.getItem("hallwright.letters.talking") ?? "[]") as string[])[0]);
    const plain: BrowserContext = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await plain.newPage();
    await page.goto(`${server.url}text/talking/letters/${secret ?? ""}?lang=zh`);
    expect(await page.locator(".written").allInnerTexts()).toEqual(["多少钱？<b>急</b>", "Ten.", "谢谢", "You are welcome."]);
    await page.locator("textarea").fill("再见");
    await page.getByRole("button", { name: "发送" }).click();
    expect(await page.locator(".written").last().innerText()).toBe("再见");
    await picture(page, "letter-page");
    await eventually(() => texts(bo.page)).toContain("再见");
    const staff = await bo.context.newPage();
    await staff.goto(`${server.url}staff/talking?lang=en`);
    expect(await staff.locator("h1").innerText()).toBe("Letters to your booths");
    expect(await breaches(staff)).toEqual([]);
    await picture(staff, "staff-page");
    await staff.locator(".inbox a").click();
    expect(await breaches(staff)).toEqual([]);
    await staff.goto(`${server.url}text/talking/booths/a01/ask?lang=en`);
    await staff.setViewportSize({ width: 360, height: 740 });
    expect(await breaches(staff)).toEqual([]);
    expect(await spilled(staff)).toEqual([]);
    await picture(staff, "ask-page");
    expect(wei.mistakes).toEqual([]);
    expect(bo.mistakes).toEqual([]);
  });
});
