/** What may be kept of a visitor: asked beside the hall, and again where something waits for it; seen, taken back, erased. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { enter, eventually, launch, visit, type Visit } from "./visiting.js";

const view = <T>({ page }: Visit, ask: (root: Root) => T): Promise<T> =>
  page.evaluate(`(${ask.toString()})(document.querySelector("hall-interface"))`) as Promise<T>;
const stored = ({ page }: Visit): Promise<string[]> => page.evaluate(() => Object.keys(localStorage));
const choose = async ({ page }: Visit, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  }
};

describe("a visitor who has not said what may be kept", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let bo: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("walks on beside the question, and nothing is kept of them here", async () => {
    ada = await visit(browser, server.url, { consent: null, context: { viewport: { width: 360, height: 640 } } });
    await ada.page.locator("hall-consent section").waitFor();
    expect(await ada.page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    expect((await stored(ada)).filter((key) => key.includes("visit") || key.includes("mine"))).toEqual([]);
  });

  it("says no, and is not asked again", async () => {
    bo = await visit(browser, server.url, { consent: null, lang: "zh" });
    await bo.page.locator("hall-consent section").waitFor();
    await bo.page.getByRole("button", { name: "保持匿名" }).click();
    await eventually(() => bo.page.locator("hall-consent section").count()).toBe(0);
    expect(await bo.page.evaluate(() => document.cookie)).toContain("hallwright-consent=no");
  });

  it("is asked where something waits for it, and then has what they wanted", async () => {
    await choose(ada, "Menu", "Your name");
    await ada.page.locator("hall-name-dialog input").fill("Ada");
    await ada.page.keyboard.press("Enter");
    const dialog = ada.page.locator("hall-consent hall-dialog [data-consent]");
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Agree" }).click();
    await eventually(() => view(bo, (root) => root.view.people.map(({ nickname }) => nickname))).toEqual(["Ada"]);
    await eventually(() => ada.page.locator("hall-name-dialog").count()).toBe(0);
    expect((await stored(ada)).some((key) => key.startsWith("hallwright.mine."))).toBe(true);
  });

  it("says no there, and nothing happens", async () => {
    await bo.page.getByRole("button", { name: "菜单" }).click();
    await bo.page.getByRole("button", { name: "您的名字" }).click();
    await bo.page.locator("hall-name-dialog input").fill("Bo");
    await bo.page.keyboard.press("Enter");
    await bo.page.locator("hall-consent hall-dialog [data-consent]").waitFor();
    await bo.page.keyboard.press("Escape");
    await eventually(() => bo.page.locator("hall-name-dialog [role=alert]").innerText()).toContain("请先同意");
    await bo.page.keyboard.press("Escape");
    expect(await view(bo, (root) => root.view.me?.nickname)).toBe("");
  });

  it("has all of it as a file, and erases it for everyone", async () => {
    await ada.page.evaluate(() => localStorage.setItem("hallwright.visit.test", "{}"));
    await ada.page.getByRole("button", { name: "Menu" }).click();
    await ada.page.getByRole("button", { name: "Settings" }).click();
    const own = ada.page.locator("hall-own-data");
    await own.scrollIntoViewIfNeeded();
    const [download] = await Promise.all([ada.page.waitForEvent("download"), own.locator("[data-save]").click()]);
    const data = JSON.parse(readFileSync(await download.path(), "utf8")) as { server: { names: unknown[] } };
    expect(JSON.stringify(data.server.names)).toContain("Ada");
    await own.locator("[data-erase]").click();
    await own.locator("[data-yes]").click();
    await eventually(() => own.locator("[role=status]").innerText()).toBe("Everything was erased.");
    await eventually(() => view(bo, (root) => root.view.people.map(({ nickname }) => nickname))).toEqual([""]);
    expect((await stored(ada)).filter((key) => key.includes("visit") || key.includes("mine"))).toEqual([]);
    await ada.page.reload();
    await enter(ada.page);
    await eventually(() => view(ada, (root) => root.view.me?.nickname)).toBe("");
    expect(await ada.page.locator("hall-consent section").count()).toBe(0);
  });
});
