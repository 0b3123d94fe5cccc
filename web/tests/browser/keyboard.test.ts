import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focused, goTo } from "./listening.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const HALL = "The hall in 3D. Arrow keys or W A S D walk, dragging looks around.";
const FIELD = "Find a booth, exhibitor or exhibit";

/** Nothing here touches the page but keys; each step says what a screen reader would. */
describe("a visitor who has only a keyboard", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let page: Page;
  let stood: readonly number[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/exhibit.yaml" }), launch()]);
    ada = await visit(browser, server.url, { outside: true });
    page = ada.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const at = (): Promise<readonly number[]> => page.evaluate(() => [...(window.hallwright?.stats().at ?? []), window.hallwright?.stats().facing ?? NaN]);
  const hears = (name: string | RegExp, timeout = 20_000): Promise<void> =>
    eventually(async () => (await focused(page)).name, timeout)[typeof name === "string" ? "toBe" : "toMatch"](name as string);
  const dialogs = (): Promise<number> => page.getByRole("dialog").count();

  it("enters, and stands in the hall", async () => {
    await eventually(async () => (await fetch(`${server.url}api/v1/venues/exhibit/search?q=turbine`)).status, 60_000).toBe(200);
    await eventually(() => page.getByRole("button", { name: "Enter the hall" }).isEnabled(), 60_000).toBe(true);
    await goTo(page, "Enter the hall");
    await page.keyboard.press("Enter");
    await hears(HALL);
  });

  it("finds an exhibit in either language, and goes there", async () => {
    await page.keyboard.press("/");
    await hears(FIELD);
    await page.keyboard.type("燃气轮机");
    await eventually(() => page.getByRole("option").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await page.keyboard.type("turbine");
    await eventually(() => page.getByRole("option", { name: /Gas turbine/ }).count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatchObject({ role: "combobox", name: FIELD });
    const before = await at();
    await page.keyboard.press("Enter");
    await eventually(dialogs).toBe(0);
    await hears(HALL);
    await eventually(async () => (await at()).join(), 60_000).not.toBe(before.join());
    await eventually(async () => {
      const then = (await at()).join();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return (await at()).join() === then;
    }, 60_000).toBe(true);
    stood = await at();
  });

  it("opens its card, reads it without walking off, and inspects it", async () => {
    await page.keyboard.press("Enter");
    await hears("Gas turbine");
    await page.keyboard.press("Tab");
    expect(await goTo(page, "Gas turbine")).toMatchObject({ role: "group" });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect((await at()).slice(0, 2)).toEqual(stood.slice(0, 2));
    await goTo(page, "Inspect");
    await page.keyboard.press("Enter");
    await hears("Inspecting Gas turbine");
  });

  it("is told a detail, takes it apart and sees it run", async () => {
    const inspected = () => page.evaluate(() => window.hallwright?.inspected() ?? null);
    expect(await goTo(page, /^(\d )?Axial compressor$/)).toMatchObject({ role: "button" });
    await page.keyboard.press("Enter");
    await eventually(async () => (await inspected())?.spot ?? null).not.toBe(null);
    await goTo(page, "Take apart");
    await page.keyboard.press("End");
    await eventually(async () => (await inspected())?.explode).toBe(1);
    await page.keyboard.press("Home");
    await goTo(page, "Start it up");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator("hall-inspector hall-motions").getByRole("status").innerText()).toBe("Start it up: playing for everyone.");
  });

  it("comes back to where they stood, and to the keys that walk", async () => {
    await page.keyboard.press("Escape");
    await hears("Inspect");
    await page.keyboard.press("Escape");
    await hears(HALL);
    expect(await at()).toEqual(stood);
    await page.keyboard.down("ArrowLeft");
    await eventually(async () => (await at())[2]).not.toBe(stood[2]);
    await page.keyboard.up("ArrowLeft");
    expect(ada.mistakes).toEqual([]);
  });
});
