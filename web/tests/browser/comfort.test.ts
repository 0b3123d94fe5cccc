import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fitPads, hold, pressPad } from "./padding.js";
import { focusedText, tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { enter, eventually, launch } from "./visiting.js";

const [A, B, START, UP, DOWN] = [0, 1, 9, 12, 13];

/** Low while things are inspected, because software draws every pixel; then as high as a phone is. */
const [LOW, HIGH] = [{ width: 360, height: 240 }, { width: 360, height: 740 }];

// One train at (20, 13), and a visitor before it.
describe("a visitor with a gamepad, and with wishes", () => {
  let server: HallServer;
  let browser: Browser;
  let page: Page;
  const mistakes: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/seats.yaml" }), launch()]);
    const context = await browser.newContext({ viewport: LOW, reducedMotion: "reduce" });
    context.setDefaultTimeout(110_000);
    await fitPads(context);
    page = await context.newPage();
    page.on("pageerror", (error) => mistakes.push(error.message));
    await page.goto(`${server.url}?lang=en&tier=low&at=20,4.5&facing=0`);
    await enter(page);
    await page.evaluate(() => window.hallwright!.ready());
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const stats = () => page.evaluate(() => window.hallwright!.stats());
  const note = () => page.locator("hall-pad-note [role=status]").innerText();
  const until = async (held: Parameters<typeof hold>[1], there: () => Promise<boolean>): Promise<void> => {
    await hold(page, held);
    await eventually(there).toBe(true);
    await hold(page, {});
  };

  it("is told that it is there, walks and looks by its sticks", async () => {
    await hold(page, {});
    await eventually(note).toContain("Gamepad connected");
    await until({ axes: [0, 1, 0, 0] }, async () => (await stats()).at[1] < 4); // backwards
    await until({ axes: [0, -1, 0, 0] }, async () => (await stats()).at[1] > 4.5);
    await until({ axes: [0, 0, 1, 0] }, async () => (await stats()).facing > 20);
    await until({ axes: [0, 0, -1, 0] }, async () => (await stats()).facing > 300 || (await stats()).facing < 15);
  });

  it("opens what is ahead, inspects it, turns it, and comes back, by two buttons and a stick", async () => {
    await page.evaluate(() => window.hallwright!.goto({ at: [20, 4.5], facing: 0 }));
    await pressPad(page, A);
    await page.locator("hall-booth-card aside").waitFor();
    await eventually(() => focusedText(page)).toBe("Maglev train");
    await pressPad(page, A);
    await page.locator("hall-inspector aside").waitFor();
    const eye = () => page.evaluate(() => window.hallwright!.eye()!.facing);
    const before = await eye();
    await until({ axes: [0, 0, 1, 0] }, async () => Math.abs((await eye()) - before) > 0.3);
    await pressPad(page, B);
    await page.locator("hall-inspector").waitFor({ state: "detached" });
    await page.locator("[data-seat]").first().press("Enter");
    await page.locator("hall-seat-bar section").waitFor();
    const head = () => page.evaluate(() => window.hallwright!.seated()!);
    const rest = await head();
    await until({ axes: [0, 0, 1, -1] }, async () => (await head()).facing > rest.facing + 10 && (await head()).pitch > 3);
    await pressPad(page, B);
    await page.locator("hall-seat-bar").waitFor({ state: "detached" });
    await pressPad(page, B);
    await page.locator("hall-booth-card aside").waitFor({ state: "detached" });
  });

  it("opens the menu by Start, goes to the search by the cross, opens it by A, and leaves all by B and Start", async () => {
    const presses = async (button: number, there: () => Promise<boolean>): Promise<void> => {
      for (let i = 0; i < 40 && !(await there()); i++) await pressPad(page, button);
      expect(await there()).toBe(true);
    };
    await pressPad(page, START);
    await page.locator("hall-menu-dialog dialog").waitFor();
    expect(await focusedText(page)).toBe("Close");
    await pressPad(page, UP); // round to the last one
    expect(await focusedText(page)).toContain("中文");
    await pressPad(page, DOWN);
    await presses(DOWN, async () => (await focusedText(page)).startsWith("Map"));
    const outlined = page.locator("hall-menu-dialog [data-panel=map]");
    expect(await outlined.evaluate((button) => button.matches(":focus-visible"))).toBe(true);
    await pressPad(page, A);
    await page.locator("hall-map-dialog dialog").waitFor();
    await presses(DOWN, async () => (await focusedText(page)).startsWith("Find"));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("HALL-INTERFACE");
    await pressPad(page, B);
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await pressPad(page, START);
    await page.locator("hall-menu-dialog dialog").waitFor();
    await pressPad(page, START);
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
  });

  it("goes from bar to bar by the cross where no dialog is, and back to the hall by B", async () => {
    await page.locator("canvas").first().focus();
    for (let i = 0; i < 20 && !(await focusedText(page)).startsWith("Menu"); i++) await pressPad(page, DOWN);
    expect(await focusedText(page)).toBe("Menu");
    await pressPad(page, B);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    const { at } = await stats();
    await until({ axes: [0, -1, 0, 0] }, async () => Math.hypot((await stats()).at[0] - at[0], (await stats()).at[1] - at[1]) > 0.3);
  });

  it("says so where nobody knows its layout, and when it is gone", async () => {
    await hold(page, { mapping: "", axes: [0, -1, 0, 0] });
    await eventually(note).toContain("cannot be used");
    const moved = async (): Promise<boolean> => {
      const before = (await stats()).at;
      await page.waitForTimeout(500); // longer than a frame takes where two processors are shared
      return Math.hypot((await stats()).at[0] - before[0], (await stats()).at[1] - before[1]) > 0;
    };
    await eventually(moved).toBe(false); // whoever walked before slows down
    const { at } = await stats();
    await hold(page, null);
    await eventually(note).toContain("disconnected");
    expect((await stats()).at).toEqual(at);
  });

  const choose = (name: string, value: string) => page.locator(`hall-settings-dialog input[name=${name}][value=${value}]`).press("Space");
  const root = (attribute: string) => page.locator("hall-interface").evaluate((element, name) => element.hasAttribute(name), attribute);

  it("is understood as they like it, on a phone, by key, and again the next time", async () => {
    await page.setViewportSize(HIGH);
    await eventually(async () => (await stats()).field).toBeGreaterThan(60); // held upright
    expect([await root("calm"), await root("left-handed"), (await stats()).field.toFixed(0)]).toEqual([true, false, "74"]);
    await tabTo(page, "Menu");
    await page.keyboard.press("Enter");
    await tabTo(page, "Settings");
    await page.keyboard.press("Enter");
    await page.locator("hall-settings-dialog [name=field]").press("Home");
    await choose("motion", "full");
    await choose("hand", "left");
    await choose("shortcuts", "off");
    await choose("look", "fast");
    await choose("invert", "inverted");
    await hold(page, { axes: [0, -1, 0, 0] }); // nobody walks while a dialog is open
    await eventually(note).toContain("Gamepad connected"); // until then its buttons count as held since before
    const { at } = await stats();
    await page.waitForTimeout(400);
    expect((await stats()).at).toEqual(at);
    await hold(page, {});
    await pressPad(page, B);
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await page.reload();
    await enter(page);
    expect([await root("calm"), await root("left-handed")]).toEqual([false, true]);
    expect((await stats()).field).toBeLessThan(50);
    expect((await page.locator("[data-menu]").boundingBox())!.x).toBeLessThan(30);
  });

  it("has no single keys where they are off, and still walks by arrows", async () => {
    await page.locator("canvas").first().focus();
    const { at } = await stats();
    await page.keyboard.press("/");
    await page.keyboard.press("w", { delay: 300 });
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect((await stats()).at).toEqual(at);
    await page.keyboard.down("ArrowDown");
    await eventually(async () => at[1] - (await stats()).at[1]).toBeGreaterThan(0.2);
    await page.keyboard.up("ArrowDown");
  });

  it("looks down by dragging down, faster, once that is inverted", async () => {
    const pitch = () => page.evaluate(() => window.hallwright!.eye()!.pitch);
    const from = await pitch();
    await page.mouse.move(180, 450); // below the question of what may be kept
    await page.mouse.down();
    await page.mouse.move(180, 550, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => (await pitch()) - from).toBeCloseTo(-100 * 0.0036 * 1.7, 2);
    expect(mistakes).toEqual([]);
  });
});
