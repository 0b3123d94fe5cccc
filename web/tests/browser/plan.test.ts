import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fit } from "../../src/ui/plan/looking.js";
import { focusedText, smallTargets, spilled, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, speak, visit, type Visit } from "./visiting.js";

/** A hall of two zones, one booth in each, and a park with a lake and a stage. */
const LAYOUT = `
hallwright: 1
id: planned
name: {en: Planned, zh: 平面}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [40, 30]
    zones:
      - {id: west, letter: A, name: {en: Lathes, zh: 车床}, color: "#1f6fb2", polygon: [[1, 1], [20, 1], [20, 29], [1, 29]]}
      - {id: east, letter: B, name: {en: Mills, zh: 铣床}, color: "#c8561b", polygon: [[20, 1], [39, 1], [39, 29], [20, 29]]}
    booths:
      - {id: a1, number: A1, at: [8, 22], size: [6, 6], type: island, fascia: {en: Turning, zh: 车削}}
      - {id: b1, number: B1, at: [30, 15], size: [6, 6], type: island, fascia: {en: Milling, zh: 铣削}}
    spawns: [{id: door, at: [8, 6], facing: north, default: true}]
    portals: [{id: out, at: [20, 28.4], facing: north, width: 6, to: park/in, name: {en: Park, zh: 公园}}]
    doors: [{id: gate, at: [20, 30], width: 8}]
  - id: park
    kind: park
    name: {en: Park, zh: 公园}
    size: [60, 60]
    features: [{id: lake, kind: water, name: {en: Lake, zh: 湖}, polygon: [[15, 15], [45, 15], [45, 45], [15, 45]]}]
    spawns: [{id: gate, at: [30, 6], facing: north, default: true}]
    stages: [{id: meadow, name: {en: Meadow stage, zh: 草地舞台}, at: [44, 52], facing: south, seat_rows: 1, seats_per_row: 4}]
    portals: [{id: in, at: [30, 2], facing: south, width: 6, to: hall/out, name: {en: Hall, zh: 展厅}}]
`;

/** Pixels of a plan point within a picture of the plan. */
const pixel = (plan: Locator, [x, y]: readonly [number, number]): Promise<{ x: number; y: number }> =>
  plan.evaluate((element, [px, py]) => {
    const { fit } = element as unknown as { fit: Fit };
    return { x: fit.left + px * fit.scale, y: fit.top - py * fit.scale };
  }, [x, y] as const);

const press = async (plan: Locator, at: readonly [number, number]): Promise<void> => plan.click({ position: await pixel(plan, at) });

const away = (page: Page, [x, y]: readonly [number, number]): Promise<number> =>
  page.evaluate(([px, py]) => {
    const [mx = 1e9, my = 1e9] = window.hallwright?.stats().at ?? [];
    return Math.hypot(mx - px, my - py);
  }, [x, y] as const);

const led = (page: Page) => (): Promise<unknown> =>
  page.evaluate(() => {
    const { to, state } = window.hallwright?.led() ?? {};
    return [to, state];
  });

/** From the middle of the hall, with keys, until its eastern booth is in the middle of the picture. */
async function aimAtMills(page: Page): Promise<void> {
  const told = page.locator("hall-plan-view [data-told]");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await eventually(() => page.locator("[data-tool=minus]").isEnabled()).toBe(true);
  for (let i = 0; i < 20 && !(await told.innerText()).includes("B1"); i++) {
    await page.keyboard.press("ArrowRight");
    await page.evaluate(() => new Promise(requestAnimationFrame)); // told by the next frame
  }
}

describe("the plan", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-plan-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;

  beforeAll(async () => {
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout }), launch()]);
    ada = await visit(browser, server.url);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens by key, zooms, and says what its middle is on", async () => {
    const { page } = ada;
    await tabTo(page, "Plan: open it");
    await page.keyboard.press("Enter");
    await tabTo(page, "Plan of Hall");
    await aimAtMills(page);
    expect(await page.locator("hall-plan-view [data-told]").innerText()).toBe("B Mills · B1 Milling");
    await page.keyboard.press("0");
    await eventually(() => page.locator("[data-tool=minus]").isDisabled()).toBe(true);
  });

  it("is written anew in another language", async () => {
    const { page } = ada;
    const written = (): Promise<readonly string[]> =>
      page.locator("hall-plan-view hall-plan").evaluate((plan) => {
        const { labels } = plan as unknown as { labels: { labels: readonly { lines: readonly string[] }[] } | null };
        return labels?.labels.map(({ lines }) => lines.join(" ")) ?? [];
      });
    expect(await written()).toContain("B Mills");
    await speak(page, "zh");
    await eventually(written).toContain("B 铣床");
    expect(await written()).not.toContain("B Mills");
    await speak(page, "en");
    await eventually(written).toContain("B Mills");
  });

  it("goes where it is pressed, unless nobody can stand there", async () => {
    const { page } = ada;
    await page.getByRole("tab", { name: "Park" }).click();
    const plan = page.locator("hall-plan-view hall-plan");
    await eventually(() => plan.evaluate((element) => (element as unknown as { area: { id: string } }).area.id)).toBe("park");
    const choices = page.locator("hall-map-dialog .choices");
    await press(plan, [30, 30]);
    await choices.locator("[data-go]").press("Enter");
    await eventually(() => page.locator("hall-plan-view [data-told]").innerText()).toContain("Nobody can stand there");
    expect(await page.getByRole("dialog").count()).toBe(1);
    await press(plan, [8, 50]);
    await eventually(() => focusedText(page)).toBe("Go there");
    expect(await choices.locator("b").innerText()).toBe("This spot");
    await choices.locator("[data-dismiss]").press("Enter");
    await eventually(() => focusedText(page)).toContain("Plan of Park");
    await press(plan, [8, 50]);
    await choices.locator("[data-go]").press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(() => page.evaluate(() => window.hallwright?.stats().area)).toBe("park");
    await eventually(() => away(page, [8, 50])).toBeLessThan(1);
  });

  it("goes from the small map too", async () => {
    const { page } = ada;
    await press(page.locator("hall-minimap hall-plan"), [8, 40]);
    await eventually(() => away(page, [8, 40]), 60_000).toBeLessThan(2);
    expect(ada.mistakes).toEqual([]);
  });

  it("is there again, as sharp as before, after talk lay over the small one", async () => {
    const { page } = ada;
    const before = page.viewportSize();
    await page.setViewportSize({ width: 820, height: 740 }); // talk beside a stage leaves no room for it
    const small = page.locator("hall-minimap canvas");
    const pixels = (): Promise<number> => small.evaluate((canvas) => (canvas as HTMLCanvasElement).width);
    await eventually(pixels).toBeGreaterThan(100);
    const wide = await pixels();
    await page.locator("canvas").first().focus();
    await page.keyboard.press("t");
    await small.waitFor({ state: "hidden" });
    await page.waitForTimeout(500); // people are drawn on it meanwhile
    await page.locator("hall-talk-panel").press("Escape");
    await small.waitFor();
    await eventually(pixels).toBe(wide);
    if (before) await page.setViewportSize(before);
  });

  it("leads to what is pressed on it, by key alone", async () => {
    const { page } = ada;
    await page.locator("hall-minimap button").press("Enter");
    await page.getByRole("tab", { name: "Hall" }).press("Enter");
    await tabTo(page, "Plan of Hall");
    await aimAtMills(page);
    await page.keyboard.press("Enter");
    await eventually(() => focusedText(page)).toBe("Go there");
    expect(await breaches(page)).toEqual([]);
    await tabTo(page, "Lead me there");
    await page.keyboard.press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(led(page), 60_000).toEqual(["b1", "leading"]);
  });

  it("leads to a zone and to another area from the list, and opens the card of a booth", async () => {
    const { page } = ada;
    const list = page.locator("hall-directory");
    await page.locator("hall-minimap button").press("Enter");
    await list.locator("[data-lead=hall]").press("Enter"); // one is in the park
    await eventually(led(page), 60_000).toEqual(["hall", "leading"]);
    await page.locator("hall-minimap button").press("Enter");
    expect(await list.locator("[data-lead=park]").count()).toBe(0);
    expect(await list.locator("[data-lead=east]").getAttribute("aria-label")).toBe("Lead me there: Mills");
    await list.locator("[data-lead=east]").press("Enter");
    await eventually(led(page), 60_000).toEqual(["east", "leading"]);
    await page.locator("hall-minimap button").press("Enter");
    await list.locator("summary", { hasText: "Mills" }).press("Enter");
    await list.locator("li [data-lead=b1]").waitFor();
    await list.locator("[data-read=b1]").press("Enter");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await eventually(() => page.locator("hall-booth-card h2").innerText()).toBe("Milling");
    await page.keyboard.press("Escape");
    await page.locator("hall-minimap button").press("Enter");
    await list.locator("[data-go=east]").press("Enter");
    await eventually(() => page.evaluate(() => window.hallwright?.stats().zone), 60_000).toBe("east");
    expect(ada.mistakes).toEqual([]);
  });

  it("fills a phone in Chinese, without a breach, and hands out the file", async () => {
    const { page, context } = await visit(browser, server.url, { lang: "zh", context: { viewport: { width: 360, height: 740 } } });
    await page.locator("hall-minimap button").press("Enter");
    const surface = page.locator("hall-plan-view .surface");
    await surface.waitFor();
    const box = await surface.boundingBox();
    expect(box?.width).toBe(360);
    expect(box?.height).toBeGreaterThan(360);
    await press(surface.locator("hall-plan"), [30, 15]);
    await eventually(() => page.locator("hall-map-dialog .choices b").innerText()).toBe("B1 铣削");
    await page.locator("hall-directory summary").first().press("Enter");
    expect(await breaches(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await spilled(page)).toEqual([]);
    const file = await page.locator("hall-map-dialog a[download]").getAttribute("href");
    const answer = await page.request.get(new URL(file ?? "", server.url).href);
    expect(answer.headers()["content-type"]).toContain("image/svg+xml");
    expect(await answer.text()).toContain("车削");
    await context.close();
  });
});
