/** Boards in real pages: an operator writes, and everyone sees it, hears it, and can read it as a table. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: boards
name: {en: Signing day, zh: 签约日}
exhibits:
  - {id: oryx, name: {en: Oryx, zh: 羚羊}, model: oryx, summary: {en: Dashboards., zh: 看板。}}
  - {id: magnetometer, name: {en: Magnetometer, zh: 磁力仪}, model: quantum-magnetometer, summary: {en: It feels you., zh: 感应访客。}}
tables:
  - id: works
    rows: [${Array.from({ length: 120 }, (_, i) => `{name: {en: Works ${String(i + 1)}, zh: 工厂${String(i + 1)}}}`).join(", ")}]
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [90, 40]
    spawns: [{id: entrance, at: [15, 8], facing: north, default: true}]
    placements:
      - {id: oryx, exhibit: oryx, at: [78, 30], facing: south, screen: telemetry}
      - {id: magnetometer, exhibit: magnetometer, at: [60, 28], facing: south, screen: field}
    boards:
      - id: figures
        kind: counters
        at: [15, 16]
        color: "#1F6FB2"
        name: {en: In figures, zh: 数说大会}
        rows: [{id: projects, label: {en: Projects signed, zh: 签约项目}, value: 3600, unit: {en: projects, zh: 个}}]
      - {id: top, kind: list, at: [23, 16], size: [6, 3], color: "#0B8F8C", name: {en: Top list, zh: 榜单}, table: works}
      - {id: signing, kind: signing, at: [30, 14], facing: west, color: "#B3202C", name: {en: Signing wall, zh: 签约墙}}
`;
/** As rows are told: the figure of a row of a board. */
const figureOf = ({ page }: Visit, board: string, row: string): Promise<number | undefined> =>
  page.evaluate(([b = "", r = ""]) => window.hallwright?.displays()?.boards[b]?.find(({ id }) => id === r)?.value, [board, row]);
const shown = ({ page }: Visit): Promise<readonly string[]> => page.evaluate(() => window.hallwright?.displays()?.shown ?? []);
const news = ({ page }: Visit): Promise<string | null> => page.locator("[data-board-news]").textContent();

describe("boards", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    ada = await visit(browser, server.url);
    wei = await visit(browser, server.url, { lang: "zh" });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (board: string, changes: object): Promise<unknown> => server.operate("POST", `venues/boards/boards/${board}`, { changes });

  it("show the same figure to two pages when an operator changes it, and say it to readers in their language", async () => {
    for (const visitor of [ada, wei]) await eventually(() => shown(visitor)).toContain("board/figures");
    expect(await figureOf(ada, "figures", "projects")).toBe(3600);
    await write("figures", { projects: { value: 3601 } });
    for (const visitor of [ada, wei]) await eventually(() => figureOf(visitor, "figures", "projects")).toBe(3601);
    await eventually(() => news(ada)).toBe("In figures, new: Projects signed: 3,601 projects");
    await eventually(() => news(wei)).toBe("数说大会更新：签约项目: 3,601 个");
  });

  it("can be read as a table, by key alone", async () => {
    const { page } = wei;
    await page.locator("#stage canvas").focus();
    await tabTo(page, "数说大会", true);
    await page.keyboard.press("Enter");
    const row = page.locator("[data-board=figures] tr[data-row=projects]");
    await eventually(() => row.textContent()).toContain("3,601 个");
    await write("figures", { projects: { value: 3700 } });
    await eventually(() => row.textContent()).toContain("3,700 个");
    expect(await breaches(page)).toEqual([]);
  });

  it("with many rows come in pages, and are found by name or rank", async () => {
    const { page } = wei;
    await page.keyboard.press("Escape");
    await page.locator("#stage canvas").focus();
    await tabTo(page, "榜单", true);
    await page.keyboard.press("Enter");
    const told = page.locator("[data-board=top] [role=status]");
    await eventually(() => told.textContent()).toBe("第1–50条，共120条");
    await tabTo(page, "下一页");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await eventually(() => told.textContent()).toBe("第101–120条，共120条");
    await page.keyboard.press("Enter"); // there is no other page, and the focus stays
    expect(await focusedText(page)).toBe("下一页");
    const close = (await page.locator("hall-booth-card").getByRole("button", { name: "关闭" }).boundingBox())?.y ?? -1;
    expect(close, "the card's head stays in sight").toBeGreaterThan(0);
    await page.locator("[data-board=top] input").fill("77");
    await eventually(() => page.locator("[data-board=top] tbody tr").allTextContents()).toEqual([expect.stringContaining("工厂77")]);
    expect(await breaches(page)).toEqual([]);
    await page.locator("[data-board=top] input").press("Escape");
    await eventually(() => told.textContent()).toBe("第1–50条，共120条");
  });

  it("are told to whoever comes late", async () => {
    const late = await visit(browser, server.url);
    await eventually(() => figureOf(late, "figures", "projects")).toBe(3700);
    await late.context.close();
  });

  it("dashboards are fed, say that they are simulated, and the field follows visitors", async () => {
    const { page } = ada;
    await eventually(() => page.evaluate(() => window.hallwright?.displays()?.telemetry ?? 0)).toBeGreaterThan(50);
    await page.evaluate(() => window.hallwright?.goto({ at: [60, 24], facing: 0 }));
    await eventually(() => page.evaluate(() => window.hallwright?.displays()?.fields["magnetometer"]?.nearest ?? 99)).toBeLessThan(5);
    await eventually(() => shown(ada)).toContain("screen/oryx");
    expect(ada.mistakes).toEqual([]);
    expect(wei.mistakes).toEqual([]);
  });
});
