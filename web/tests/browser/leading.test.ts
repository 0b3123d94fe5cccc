import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

/** A wall across the hall with a gap in the east, and three booths behind it. */
const LAYOUT = `
hallwright: 1
id: led
name: {en: Led, zh: 导航}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [40, 30]
    walls: [{path: [[0, 15], [30, 15]], height: 3}]
    booths:
      - {id: b1, number: B1, at: [8, 24], size: [3, 3], type: shell, open: [front], facing: south, fascia: {en: Lathes, zh: 车床}}
      - {id: b2, number: B2, at: [34, 24], size: [3, 3], type: shell, open: [front], facing: south, fascia: {en: Mills, zh: 铣床}}
      - {id: b3, number: B3, at: [20, 24], size: [3, 3], type: shell, open: [front], facing: south, fascia: {en: Drills, zh: 钻床}}
    spawns: [{id: door, at: [8, 6], facing: north, default: true}]
`;

const left = (visitor: Visit): Promise<number> => visitor.page.evaluate(() => window.hallwright?.led()?.left ?? NaN);
/** Opens the menu by key, copies the link to the view, first without a clipboard, and closes the menu again. */
async function sharesWhatIsSeen({ page, context }: Visit): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "菜单" }).press("Enter");
  const button = page.getByRole("button", { name: "复制此视角的链接" });
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await button.press("Enter");
  const field = page.getByLabel("请复制此链接");
  await eventually(() => field.evaluate((each: HTMLInputElement) => each.value.slice(each.selectionStart ?? 0, each.selectionEnd ?? 0)))
    .toMatch(/\?area=hall&at=[\d.]+,[\d.]+&facing=0&pitch=-12$/);
  const link = await field.inputValue();
  expect(await breaches(page)).toEqual([]);
  await page.evaluate(() => Reflect.deleteProperty(navigator, "clipboard"));
  await button.press("Enter");
  await eventually(() => page.locator("hall-menu-dialog").getByRole("status").innerText()).toBe("此视角的链接已复制。");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press("Escape");
}

const state = (visitor: Visit): Promise<string> => visitor.page.evaluate(() => window.hallwright?.led()?.state ?? "none");

describe("somebody who is led", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-leading-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;

  beforeAll(async () => {
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout }), launch()]);
    ada = await visit(browser, `${server.url}?from=hall/door&to=b1`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is led by the address, round the wall, as soon as the ways are known", async () => {
    await eventually(() => state(ada), 60_000).toBe("leading");
    expect(await left(ada)).toBeGreaterThan(40); // 16 m as the crow flies
    expect(await ada.page.locator("hall-route-bar [data-hint]").innerText()).not.toMatch(/In \d+ m: You have arrived/);
    await ada.page.getByRole("heading", { name: "Lathes" }).waitFor();
  });

  it("has less to go nearer by", async () => {
    const before = await left(ada);
    await ada.page.evaluate(() => window.hallwright?.goto({ at: [31, 13] }));
    await eventually(() => left(ada), 60_000).toBeLessThan(before - 15);
  });

  it("is shown another way from well beside the line", async () => {
    const asked: string[] = [];
    ada.page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith("/route")) asked.push(searchParams.get("from") ?? "");
    });
    await ada.page.evaluate(() => window.hallwright?.goto({ at: [37, 2] })); // 14 m from the line's nearest point
    await eventually(() => Promise.resolve(asked.length), 60_000).toBeGreaterThan(0);
    expect(asked[0]).toMatch(/^hall:3[67]\.\d\d,[12]\.\d\d$/);
    await eventually(() => left(ada), 60_000).toBeGreaterThan(33); // on the old line 24 m would be left
  });

  it("is told of the arrival", async () => {
    await ada.page.evaluate(() => window.hallwright?.goto({ at: [20, 20] }));
    await eventually(() => state(ada)).toBe("leading");
    await eventually(async () => {
      await ada.page.evaluate(() => window.hallwright?.walk([8, 21.2]));
      return state(ada);
    }, 90_000).toBe("arrived");
  });

  it("is led over several stops in the shortest order, and goes on when they like", async () => {
    const { page } = ada;
    await page.goto(`${server.url}?lang=en&tier=low&from=hall/door&to=b1&to=b2&to=booth-B3`);
    await page.getByRole("button", { name: "Enter the hall" }).press("Enter");
    const led = (): Promise<unknown> => page.evaluate(() => {
      const { to, state, stop } = window.hallwright?.led() ?? {};
      return [to, state, stop?.number, stop?.of];
    });
    await eventually(led, 60_000).toEqual(["b2", "leading", 1, 3]);
    expect(await page.locator("hall-route-bar [data-stop-number]").innerText()).toBe("Stop 1 of 3");
    await page.evaluate(() => window.hallwright?.goto({ at: [34, 21.8] }));
    await eventually(led, 60_000).toEqual(["b2", "arrived", 1, 3]);
    expect(await page.locator("hall-route-bar [data-told]").textContent()).toContain("Stay as long as you like");
    expect(await breaches(page)).toEqual([]);
    await tabTo(page, "Next stop");
    await page.keyboard.press("Enter");
    await eventually(led, 60_000).toEqual(["b3", "leading", 2, 3]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    await tabTo(page, "Next stop"); // one may leave a stop out
    await page.keyboard.press("Enter");
    await eventually(led, 60_000).toEqual(["b1", "leading", 3, 3]);
    expect(await page.locator("hall-route-bar [data-next]").count()).toBe(0);
    await page.locator("hall-route-bar [data-stop]").press("Enter");
    await eventually(() => state(ada)).toBe("none");
  });

  it("is led from a card, in Chinese, and ends it by key", async () => {
    await ada.page.goto(`${server.url}?lang=zh&tier=low&at=8,15.05&facing=nonsense&pitch=-12`); // in the wall
    await ada.page.getByRole("button", { name: "进入展厅" }).press("Enter");
    const [x = NaN, y = NaN] = await ada.page.evaluate(() => window.hallwright?.stats().at ?? []);
    expect(Math.hypot(x - 8, y - 15.05)).toBeLessThan(1);
    expect(Math.abs(y - 15)).toBeGreaterThan(0.2);
    await sharesWhatIsSeen(ada);
    await ada.page.keyboard.press("Tab");
    await ada.page.evaluate(() => window.hallwright?.goto({ at: [8, 20] }));
    await ada.page.getByRole("button", { name: /车床/ }).first().press("Enter");
    await ada.page.getByRole("button", { name: "带我去" }).press("Enter");
    await eventually(() => state(ada), 60_000).toMatch(/leading|arrived/);
    await ada.page.getByRole("button", { name: "结束导航" }).press("Enter");
    await eventually(() => state(ada)).toBe("none");
    expect(ada.mistakes).toEqual([]);
  });
});
