/** Something new under a veil: two pages see it hang, count down, and fall at the same moment; readers hear of it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: launch
name: {en: Launch, zh: 发布}
exhibits:
  - {id: car, name: {en: Sedan E1, zh: 轿车E1}, model: ev-sedan, summary: {en: It drives., zh: 它会开。}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 30]
    spawns: [{id: entrance, at: [20, 6], facing: north, default: true}]
    placements: [{id: car, exhibit: car, at: [20, 16], facing: south, release: on-cue}]
`;

describe("a release", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-launch-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    ada = await visit(browser, server.url);
    wei = await visit(browser, server.url, { lang: "zh", ahead: 7_200_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function direct(action: string, value?: number): Promise<void> {
    await server.operate("POST", "venues/launch/shows/release/car", { action, value });
  }
  const card = ({ page }: Visit) => page.locator("hall-booth-card");
  const phase = ({ page }: Visit): Promise<number | undefined> => page.evaluate(() => window.hallwright?.shows()["release/car"]?.phase);

  it("hangs: the card says so, and nothing can be looked at under it", async () => {
    await ada.page.locator("hall-nearby button", { hasText: "Sedan" }).press("Enter");
    await eventually(() => card(ada).locator("[data-veiled]").innerText()).toBe("Under a veil. It falls when the host says so.");
    expect(await card(ada).locator("[data-inspect]").count()).toBe(0);
    expect(await card(ada).innerText()).not.toContain("It drives.");
    await eventually(() => ada.page.evaluate(() => window.hallwright?.displays()?.shown)).toContain("release/car");
  });

  it("counts down to the same moment in both pages, whatever their clocks say", async () => {
    await direct("countdown", 3_600);
    await eventually(() => card(ada).locator("[data-veiled]").innerText()).toContain("your time");
    await eventually(() => wei.page.evaluate(() => window.hallwright?.displays()?.shown)).toContain("release/car");
    expect([await phase(ada), await phase(wei)]).toEqual([0, 0]);
  });

  it("falls for both at once, says so in both languages, and is an exhibit like others then", async () => {
    await direct("start");
    for (const each of [ada, wei]) await eventually(() => phase(each)).toBeGreaterThan(0);
    const [one, other] = await Promise.all([ada, wei].map((each) => phase(each)));
    expect(Math.abs((one ?? 0) - (other ?? 9))).toBeLessThan(1);
    await eventually(() => ada.page.locator("[data-unveiled]").innerText()).toContain("Unveiled: Sedan E1");
    await eventually(() => wei.page.locator("[data-unveiled]").innerText()).toContain("已揭幕：轿车E1");
    await card(ada).locator("[data-inspect]").waitFor();
    await eventually(() => phase(ada)).toBe(6);
    expect(await ada.page.evaluate(() => window.hallwright?.displays()?.shown)).not.toContain("release/car");
    for (const { mistakes } of [ada, wei]) expect(mistakes).toEqual([]);
  });

  it("is there unveiled for whoever comes after", async () => {
    const late = await visit(browser, server.url);
    await eventually(() => phase(late)).toBe(6);
    await late.page.locator("hall-nearby button", { hasText: "Sedan" }).press("Enter");
    await card(late).locator("[data-inspect]").waitFor();
    await late.context.close();
  });
});
