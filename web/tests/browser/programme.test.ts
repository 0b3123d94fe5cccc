/** The programme in real pages: read by keyboard, gone to, kept in mind, and changed live by an operator. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture } from "./picturing.js";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const MINUTE = 60_000;
/** By the venue's clock, which is UTC here: one session has begun, one begins soon. */
const written = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace("T", " ");
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
const LAYOUT = `
hallwright: 1
id: days
name: {en: Days, zh: 开放日}
sample_data: true
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [60, 40]
    spawns: [{id: entrance, at: [10, 8], facing: north, default: true}]
    stages:
      - {id: main, name: {en: Main stage, zh: 主舞台}, at: [44, 30], facing: south, size: [12, 5], screen: [9, 4], color: "#1F6FB2"}
      - {id: small, name: {en: Small stage, zh: 小舞台}, at: [14, 32], facing: south, size: [8, 4], screen: [6, 3], color: "#0B8F8C"}
programme:
  timezone: UTC
  starts: ${written(NOW - 60 * MINUTE).slice(0, 10)}
  tracks:
    - {id: opening, name: {en: Opening, zh: 开幕}, color: "#B3202C"}
    - {id: release, name: {en: Release, zh: 发布}, color: "#B85C00"}
  speakers: [{id: lin, name: {en: Lin Yue, zh: 林越}, role: {en: Host, zh: 主持人}}]
  sessions:
    - {id: ceremony, title: {en: Opening ceremony, zh: 开幕式}, abstract: {en: Doors open., zh: 开门。}, track: opening, stage: small, starts: ${written(NOW - 30 * MINUTE)}, ends: ${written(NOW + 120 * MINUTE)}, speakers: [lin]}
    - {id: car, title: {en: A city car for two, zh: 双座城市车}, abstract: {en: For the first time., zh: 首次亮相。}, track: release, stage: main, starts: ${written(NOW + 30 * MINUTE)}, ends: ${written(NOW + 60 * MINUTE)}, language: [zh, en]}
`;

describe("the programme", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const change = (session: string, body: object): Promise<unknown> => server.operate("PATCH", `venues/days/programme/${session}`, body);

  const open = async ({ page }: Visit): Promise<void> => {
    await page.getByRole("application").focus();
    await page.keyboard.press("p");
    await page.locator("hall-programme-dialog dialog").waitFor();
  };
  const shown = ({ page }: Visit): Promise<readonly string[]> => page.evaluate(() => window.hallwright?.displays()?.shown ?? []);

  describe.each(["en", "zh"] as const)("in %s", (lang) => {
    it("opens by key, and tells now and next", async () => {
      const ada = await visit(browser, server.url, { lang, context: { timezoneId: "Asia/Shanghai" } });
      await eventually(() => ada.page.locator("[data-on=ceremony]").textContent()).toContain(lang === "en" ? "Opening ceremony" : "开幕式");
      await open(ada);
      const now = ada.page.locator("[data-part=now]");
      expect(await now.textContent()).toContain(lang === "en" ? "Small stage" : "小舞台");
      expect(await ada.page.locator("[data-part=next]").textContent()).toContain(lang === "en" ? "A city car for two" : "双座城市车");
      expect(await ada.page.locator("[data-part=next] .own").textContent()).toContain(lang === "en" ? "your time" : "您的时间");
      expect(ada.mistakes).toEqual([]);
      await ada.context.close();
    });
  });

  it("is filtered, kept in mind, gone to by keyboard, and changes in an open page when an operator says so", async () => {
    const ada = await visit(browser, server.url, { at: "14,24", facing: 0 });
    await eventually(() => shown(ada)).toContain("stage/small");
    await picture(ada.page, "programme-screen-now");
    await open(ada);
    await tabTo(ada.page, "Release");
    await ada.page.keyboard.press("Enter");
    await eventually(() => ada.page.locator("[data-part=day]").count()).toBe(1);
    const next = ada.page.locator("[data-part=next]");
    await next.locator("[data-remind]").press("Enter");
    await eventually(() => next.locator("[data-remind]").getAttribute("aria-pressed")).toBe("true");
    expect(await next.locator("[data-calendar]").getAttribute("href")).toContain("/api/v1/venues/days/sessions/car.ics?lang=en");
    await change("car", { starts: new Date(NOW + 90 * MINUTE).toISOString(), note: { en: "An hour later.", zh: "推迟一小时。" } });
    await eventually(() => next.textContent()).toContain("An hour later.");
    expect(await next.textContent()).toContain("New time");
    await next.locator("[data-go]").press("Enter");
    await eventually(() => shown(ada)).toContain("stage/main");
    await eventually(() => ada.page.locator("[data-reminder=car]").textContent()).toContain("Moved to");
    await eventually(() => ada.page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    const away = async (): Promise<number> => {
      const [x = 0, y = 0] = await ada.page.evaluate(() => window.hallwright?.stats().at ?? []);
      return Math.hypot(x - 44, y - (30 - 2.5 - 6.75));
    };
    await eventually(away).toBeLessThan(3);
    await picture(ada.page, "programme-screen-next");
    await change("ceremony", { cancelled: true });
    await eventually(() => shown(ada)).not.toContain("stage/small");
    await open(ada);
    expect(await ada.page.locator("[data-session=ceremony]").first().textContent()).toContain("Cancelled");
    await ada.context.close();
  });
});
