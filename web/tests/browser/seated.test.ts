import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Seated } from "../../src/instruments.js";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const AT = { at: "20,4.5", facing: 0 };

describe("taking a seat", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/seats.yaml" }), launch()]);
    ada = await visit(browser, server.url, { ...AT, lang: "zh", context: { viewport: { width: 360, height: 480 } } });
    ({ page } = ada);
    await page.evaluate(() => window.hallwright!.ready());
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const seated = (): Promise<Seated | null> => page.evaluate(() => window.hallwright!.seated());
  const status = (): Promise<string> => page.locator("hall-seat-bar [role=status]").innerText();
  const stood = (): Promise<unknown> => page.evaluate(() => {
    const { at, facing } = window.hallwright!.stats();
    return [at, facing];
  });

  it("sits, rides along with the train, looks about, and comes back to where one stood", async () => {
    const before = await stood();
    await page.keyboard.press("Enter"); // the hall has the keys since one entered
    await page.locator("hall-booth-card aside").waitFor();
    await tabTo(page, "靠窗座位");
    await page.keyboard.press("Enter");
    await page.locator("hall-seat-bar section").waitFor();
    await eventually(() => focusedText(page)).toBe("靠窗座位");
    await eventually(status).toContain("您坐在：磁浮列车");
    expect(await page.locator("canvas").first().getAttribute("aria-label")).toContain("座位");
    const [rest] = [await seated()];
    // Seat 7.44 m behind the middle of the train, 1.2 m on the visitor's side of it, looking west as the nose does.
    expect(rest!.at[0]).toBeCloseTo(27.44, 2);
    expect(rest!.at[1]).toBeCloseTo(11.8, 2);
    expect(rest!.facing).toBeCloseTo(270, 2);

    await page.keyboard.down("ArrowRight"); // turns the head, and walks nowhere
    await eventually(async () => (await seated())!.facing).toBeGreaterThan(280);
    await page.keyboard.up("ArrowRight");
    await page.keyboard.down("w");
    await eventually(async () => (await seated())!.pitch).toBeGreaterThan(5);
    await page.keyboard.up("w");

    await tabTo(page, "开始行程");
    await page.keyboard.press("Enter");
    await eventually(status, 40_000).toContain("行程已开始");
    await eventually(async () => rest!.at[0] - (await seated())!.at[0], 60_000).toBeGreaterThan(1); // it glides
    await eventually(async () => (await seated())!.height - rest!.height).toBeCloseTo(0.08, 2); // it floats
    await page.keyboard.press("Enter");
    await eventually(status).not.toContain("行程已开始"); // the server says why not now

    await page.keyboard.press("Escape");
    await page.locator("hall-seat-bar").waitFor({ state: "detached" });
    await eventually(() => focusedText(page)).toBe("靠窗座位");
    expect(await seated()).toBeNull();
    expect(await stood()).toEqual(before);
    expect(await page.locator("canvas").first().getAttribute("aria-label")).toContain("展厅");
    expect(ada.mistakes).toEqual([]);
  }, 300_000);
});
