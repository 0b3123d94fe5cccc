import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wrapAngle } from "../../src/core/math.js";
import { equip, Hands } from "./emulating.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

/** What is shown matters little here, and software draws every pixel of every frame that a headset asks for. */
const SMALLER = { width: 240, height: 180 };
/** Metres from the middle between the eyes to one of them. */
const APART = 0.0315;
/** Metres of an arc from a hand held level at this height: 9.5 m/s, as something thrown falls. */
const level = (height: number): number => 9.5 * Math.sqrt((2 * height) / 9.8);

// A hall with a turbine at (23, 10), whose portal at (15, 18.4) leads north to a park. Ada has a headset, Wei has none.
describe("a visitor with a headset", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;
  let hands: Hands;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/headset.yaml" }), launch()]);
    ada = await visit(browser, server.url, { at: "15,5", facing: 0, prepare: equip, context: { viewport: SMALLER } });
    wei = await visit(browser, server.url, { at: "4,3", facing: 225, lang: "zh", context: { viewport: SMALLER } });
    hands = new Hands(ada.page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const stats = ({ page }: Visit) => page.evaluate(() => window.hallwright!.stats());
  const worn = () => ada.page.evaluate(() => window.hallwright!.headset());
  const spot = async () => (await worn())?.spots[0] ?? null;
  const others = ({ page }: Visit) => page.evaluate(() => window.hallwright!.others());
  /** A frame of the headset goes by. */
  const frame = async (): Promise<void> => {
    const { frames } = await stats(ada);
    await eventually(async () => (await stats(ada)).frames).toBeGreaterThan(frames + 1);
  };
  /** Metres from where the left eye should be drawn from to where it is. */
  const astray = async (): Promise<number> => {
    await frame();
    const [{ at, facing }, seen] = [await stats(ada), await worn()];
    const left = (facing / 180 - 0.5) * Math.PI;
    const [x, y, height] = seen!.eye;
    return Math.hypot(x - at[0] - Math.sin(left) * APART, y - at[1] - Math.cos(left) * APART, height - 1.72);
  };
  const away = async ([x, y]: readonly [number, number]): Promise<number> => {
    const { at } = await stats(ada);
    return Math.hypot(at[0] - x, at[1] - y);
  };

  it("is offered to put it on, who has one", async () => {
    for (const [{ page }, menu, count] of [[wei, "菜单", 0], [ada, "Menu", 1]] as const) {
      await page.getByRole("button", { name: menu, exact: true }).press("Enter");
      await page.locator("[data-panel=help]").waitFor({ state: "attached" });
      await eventually(() => page.locator("[data-headset]").count()).toBe(count);
    }
    expect(await breaches(ada.page)).toEqual([]);
    await hands.stand(0.2, 1.72, 0.1);
    await hands.hold({ at: [0.4, 1.4, -0.2] });
    await ada.page.getByRole("button", { name: "Enter VR" }).press("Enter");
    await eventually(async () => (await worn())?.dark).toBe(0);
    expect(await ada.page.locator("hall-menu-dialog").count()).toBe(0);
  });

  it("stands where they stood, with eyes as high as their head is", async () => {
    expect(await away([15, 5])).toBeLessThan(0.01);
    const eye = await ada.page.evaluate(() => window.hallwright!.eye());
    expect(eye?.height).toBeCloseTo(1.72, 2);
    expect(wrapAngle(eye!.facing)).toBeCloseTo(0, 3);
    expect((await worn())?.plates.flat().join()).toContain("Stick forward");
    expect(await astray()).toBeLessThan(0.003);
  });

  it("does not go where nobody can stand", async () => {
    await hands.hold({ at: [0.4, 1.4, -0.2], right: 180, up: 20 }); // over the wall behind
    await hands.pull(1);
    await eventually(async () => (await spot())?.allowed).toBe(false);
    await hands.pull(0);
    await eventually(spot).toBeNull();
    expect(await away([15, 5])).toBeLessThan(0.01);
  });

  it("goes by the stick where an arc lands, which the others see", async () => {
    await hands.hold({ at: [0.4, 1.4, -0.2] });
    await hands.push(0, 1);
    await eventually(spot).toEqual({ at: [expect.closeTo(15.2, 1), expect.closeTo(5.3 + level(1.4), 1)], allowed: true });
    const { at } = (await spot())!;
    await hands.push(0, 0);
    await eventually(() => away(at)).toBeLessThan(0.01);
    await eventually(async () => (await others(wei)).map(({ x, y }) => Math.hypot(x - at[0], y - at[1]))).toEqual([expect.closeTo(0, 1)]);
    expect(await spot()).toBeNull();
    expect(await astray()).toBeLessThan(0.003);
  });

  it("turns by thirty degrees for each push aside, on the spot", async () => {
    const { at } = await stats(ada);
    for (const facing of [30, 60]) {
      await hands.push(1, 0);
      await eventually(async () => (await stats(ada)).facing).toBeCloseTo(facing, 1);
      await hands.push(0, 0);
      await eventually(async () => (await worn())?.dark).toBe(0);
    }
    expect(await away(at)).toBeLessThan(0.01);
    expect(await astray()).toBeLessThan(0.003);
  });

  it("walks a step in their room, along their own front", async () => {
    const { at } = await stats(ada);
    await hands.stand(0.2, 1.72, -0.4);
    await eventually(() => away([at[0] + 0.5 * Math.sin(Math.PI / 3), at[1] + 0.5 * Math.cos(Math.PI / 3)])).toBeLessThan(0.01);
  });

  it("stays where they are when the headset centres its room anew", async () => {
    const { at, facing } = await stats(ada);
    await ada.page.evaluate(() => window.headset.recenter());
    await frame();
    expect(await away(at)).toBeLessThan(0.01);
    expect((await stats(ada)).facing).toBeCloseTo(facing, 1);
  });

  it("reads what an exhibit is called, and runs it for everyone by the trigger", async () => {
    const { at } = await stats(ada);
    await hands.hold({ at: [0.4, 1.4, -0.6], right: 30, up: -2 }); // to the east
    await eventually(async () => (await worn())?.plates.flat()).toEqual(["Gas turbine", "Pull the trigger: it runs for everyone"]);
    await hands.pull(1);
    await frame();
    await hands.pull(0);
    await eventually(() => wei.page.evaluate(() => window.hallwright!.shows()["exhibit/turbine"]?.rate)).toBe(1);
    await eventually(async () => (await worn())?.plates.flat().join()).toContain("playing for everyone");
    expect(await away(at)).toBeLessThan(0.01);
  });

  it("goes through a portal by an arc that lands in it", async () => {
    await hands.hold({ at: [0.4, 1.4, -0.6], right: -60, up: 15 }); // to the north
    await hands.push(0, 1);
    await eventually(async () => (await spot())?.allowed).toBe(true);
    await hands.push(0, 0);
    await eventually(async () => (await stats(ada)).area, 60_000).toBe("park");
    await eventually(async () => (await worn())?.dark, 60_000).toBe(0);
    await eventually(async () => (await others(wei)).length).toBe(0);
    expect((await stats(ada)).at[1]).toBeGreaterThan(4);
  });

  it("takes it off, and the page goes on from there", async () => {
    const { at } = await stats(ada);
    await ada.page.evaluate(() => window.headset.activeSession?.end());
    await eventually(worn).toBeNull();
    expect(await away(at)).toBeLessThan(0.01);
    await ada.page.keyboard.down("KeyW"); // the canvas has the keys
    await eventually(() => away(at)).toBeGreaterThan(0.5);
    await ada.page.keyboard.up("KeyW");
    expect((await ada.page.evaluate(() => window.hallwright!.eye()))?.height).toBeCloseTo(1.65, 1);
    await eventually(() => ada.page.evaluate(() => { // once one stands again
      const { width, height, clientWidth, clientHeight } = document.querySelector("canvas")!;
      return [width / clientWidth, height / clientHeight];
    })).toEqual([1, 1]);
  });

  it("did all that without a mistake", () => {
    expect([...ada.mistakes, ...wei.mistakes]).toEqual([]);
  });
});
