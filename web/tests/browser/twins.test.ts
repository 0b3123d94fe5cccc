/** Devices on site in real pages: what they say by HTTP or by a real broker moves their twins, and what is old is marked. */
import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { Broker, hasBroker } from "./broker.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: works
name: {en: Works, zh: 工厂}
exhibits:
  - {id: dog, name: {en: Robot dog, zh: 机器狗}, model: quadruped-robot, summary: {en: It walks., zh: 它会走。}}
  - {id: press, name: {en: Press, zh: 锻压机}, model: forging-press, summary: {en: It presses., zh: 锻压。}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展馆}
    size: [40, 30]
    zones: [{id: west, letter: A, name: {en: West, zh: 西区}, color: "#1F6FB2", polygon: [[2, 2], [12, 2], [12, 28], [2, 28]]}]
    spawns: [{id: entrance, at: [20, 8], facing: north, default: true}]
    placements:
      - {id: dog, exhibit: dog, at: [18, 18], facing: south, plinth: 0}
      - {id: press, exhibit: press, at: [30, 20], facing: south}
    boards:
      - id: figures
        kind: counters
        at: [22, 26]
        color: "#1F6FB2"
        rows: [{id: guests, label: {en: Guests, zh: 嘉宾}, value: 0, unit: {en: people, zh: 人}}]
devices:
  - {id: dog-1, kind: robot, area: hall, name: {en: Dog one, zh: 一号机器狗}, placement: dog, stale_after: 10}
  - {id: press-1, kind: machine, area: hall, name: {en: Press one, zh: 一号压机}, placement: press, stale_after: 60}
  - {id: gate-1, kind: counter, area: hall, name: {en: Gate one, zh: 一号门}, board: figures, row: guests, stale_after: 10}
  - {id: west-1, kind: occupancy, area: hall, name: {en: People in the west, zh: 西区人数}, zone: west, stale_after: 60}
`;
const SECRET = "a secret of sixteen and more".replaceAll(" ", "-");

/** What a device puts beside what it says. */
function marks(method: string, path: string, body: string): { readonly time: string; readonly sequence: string; readonly signature: string } {
  const [time, sequence] = [(Date.now() / 1000).toFixed(3), String(Date.now())];
  const lines = ["v1", method, path, time, sequence, createHash("sha256").update(body).digest("hex")].join("\n");
  return { time, sequence, signature: `v1=${createHmac("sha256", SECRET).update(lines).digest("hex")}` };
}

/** Says something as a device; resolves to the status. */
async function say(server: HallServer, device: string, values: object): Promise<number> {
  const path = `/api/v1/devices/${device}/events`;
  const body = JSON.stringify({ values });
  const { time, sequence, signature } = marks("POST", path, body);
  const headers = { "Hallwright-Time": time, "Hallwright-Sequence": sequence, "Hallwright-Signature": signature };
  return (await fetch(server.url + path.slice(1), { method: "POST", body, headers })).status;
}

/** The same by the broker, which tells nobody whether it was heard. */
function publish(broker: Broker, device: string, values: object): void {
  const topic = `hallwright/works/devices/${device}/events`;
  const body = JSON.stringify({ values });
  broker.publish(topic, JSON.stringify({ ...marks("MQTT", topic, body), body }));
}

const seen = ({ page }: Visit, device: string) => page.evaluate((id) => window.hallwright?.displays()?.twins[id] ?? null, device);
/** From each part of a model to the scene. */
const parts = ({ page }: Visit, placement = "dog") => page.evaluate((id) => window.hallwright?.parts(id) ?? null, placement);
const row = ({ page }: Visit) => page.evaluate(() => window.hallwright?.displays()?.boards["figures"]?.[0]);
/** Resolves when the first part of the dog is drawn there: how far the model's own middle is from it, it says itself. */
const drawn = ({ page }: Visit, x: number, y: number): Promise<unknown> =>
  page.waitForFunction(([wantedX = 0, wantedY = 0]) => {
    const [root] = Object.values(window.hallwright?.parts("dog") ?? {});
    return root && Math.hypot((root[12] ?? 0) - wantedX, -(root[14] ?? 0) - wantedY) < 0.05;
  }, [x, y], { timeout: 10_000, polling: 20 });
/** Milliseconds until what a device says is drawn in a page, each time: it goes to and fro. */
async function journeys(page: Visit, tell: (values: object) => unknown): Promise<readonly number[]> {
  const took: number[] = [];
  for (const x of [19, 17, 20, 18, 21]) {
    const asked = Date.now();
    await tell({ x, y: 17, heading: 180 });
    await drawn(page, x, 17);
    took.push(Date.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // each is a movement of its own
  }
  return took.sort((one, other) => one - other);
}
/** Opens the card of a thing, as a click on it does. */
const select = ({ page }: Visit, id: string): Promise<void> =>
  page.evaluate((thing) => document.querySelector<Root>("hall-interface")?.intents?.select(thing), id);
const words = ({ page }: Visit) => page.locator("[data-twins]").textContent();

describe("twins of devices on site", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let broker: Broker | null = null;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    broker = hasBroker ? await Broker.start() : null;
    const layout = join(folder, "venue.yaml");
    [server, browser] = await Promise.all([HallServer.start(broker ? { layout, mqtt: broker.url } : { layout }), launch()]);
    writeFileSync(join(server.data, "device-secrets.json"), JSON.stringify(Object.fromEntries(["dog-1", "press-1", "gate-1", "west-1"].map((id) => [id, SECRET]))));
    ada = await visit(browser, server.url, { at: "20,12", facing: 0, context: { reducedMotion: "no-preference", viewport: { width: 320, height: 240 } } });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    await broker?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are drawn where the device says within a second", async () => {
    await eventually(() => say(server, "gate-1", { value: 1 })).toBe(200);
    await eventually(() => parts(ada)).not.toBeNull();
    // The first label of all makes a processor that draws prepare for it.
    expect(await say(server, "dog-1", { x: 18, y: 17, heading: 180 })).toBe(200);
    await drawn(ada, 18, 17);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const took = await journeys(ada, async (values) => expect(await say(server, "dog-1", values)).toBe(200));
    console.log(`by HTTP the twin was there after ${took.join(", ")} ms`);
    expect(took[2]).toBeLessThan(1_000);
  });

  it.runIf(hasBroker)("are drawn where the device says to a broker, within a second too, and machines and figures follow", async () => {
    const told = broker as Broker;
    const answers = async () => {
      publish(told, "west-1", { people: 12 });
      return (await seen(ada, "west-1"))?.stale;
    };
    await eventually(answers).toBe(false); // the bridge is there
    const took = await journeys(ada, (values) => publish(told, "dog-1", values));
    console.log(`by MQTT the twin was there after ${took.join(", ")} ms`);
    expect(took[2]).toBeLessThan(1_000);

    publish(told, "press-1", { stroke: 0 });
    await eventually(async () => (await seen(ada, "press-1"))?.stale).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [open, painted] = [await parts(ada, "press"), await ada.page.evaluate(() => window.hallwright?.displays()?.uploads ?? 0)];
    publish(told, "press-1", { stroke: 0.5 });
    await eventually(async () => JSON.stringify(await parts(ada, "press")) === JSON.stringify(open)).toBe(false);
    publish(told, "gate-1", { value: 8_848 });
    await eventually(async () => (await row(ada))?.value).toBe(8_848);
    expect(await ada.page.evaluate(() => window.hallwright?.displays()?.shown)).toContain("board/figures");
    await eventually(() => ada.page.evaluate(() => window.hallwright?.displays()?.uploads ?? 0)).toBeGreaterThan(painted);
  });

  it("write their figures on boards, and say that they are live", async () => {
    expect(await say(server, "gate-1", { value: 31_204 })).toBe(200);
    await eventually(async () => (await row(ada))?.value).toBe(31_204);
    expect((await row(ada))?.label).toEqual({ en: "Guests · live", zh: "嘉宾 · 实时" });
  });

  it("are told in words on pages of the text tour, anew while one reads", async () => {
    expect(await say(server, "west-1", { people: 31 })).toBe(200);
    const { page } = await visit(browser, server.url, { outside: true });
    await page.goto(`${server.url}text/works/zones/west?lang=en`);
    const devices = page.locator("#devices-now");
    await eventually(() => devices.innerText()).toMatch(/People in the west counts people\s+31 people\s+Live from the site: \d+ s old/);
    expect(await say(server, "west-1", { people: 32 })).toBe(200);
    await eventually(() => devices.innerText()).toContain("32 people");
    expect(await breaches(page)).toEqual([]);
    await page.close();
  });

  it("are the same in every page, and marked in words of the visitor's language when they are out of date", async () => {
    wei = await visit(browser, server.url, { lang: "zh", at: "20,12", facing: 0 }); // who is calm sees no gliding
    expect(await say(server, "dog-1", { x: 20, y: 16 })).toBe(200);
    expect(await say(server, "gate-1", { value: 40_000 })).toBe(200);
    await eventually(async () => (await seen(ada, "dog-1"))?.stale).toBe(false);
    await Promise.all([ada, wei].map((page) => drawn(page, 20, 16)));
    await Promise.all([select(ada, "dog"), select(wei, "dog")]);
    await eventually(() => words(ada)).toContain("Live from the site");
    await eventually(() => words(wei)).toContain("现场实时数据");
    // Then both are silent.
    await eventually(() => words(ada)).toMatch(/Out of date: nothing heard for \d+ s/);
    await eventually(() => words(wei)).toMatch(/数据过时：已 \d+ 秒未收到数据/);
    await eventually(async () => (await row(ada))?.label).toEqual({ en: "Guests · out of date", zh: "嘉宾 · 数据过时" });
    expect((await row(ada))?.value).toBe(40_000); // what was measured last stays, marked
    expect((await seen(ada, "dog-1"))?.label).toBe(true);
    expect(await breaches(wei.page)).toEqual([]);
    // And heard again.
    expect(await say(server, "dog-1", { x: 20, y: 16 })).toBe(200);
    await eventually(() => words(ada)).toContain("Live from the site");
    expect(ada.mistakes).toEqual([]);
    expect(wei.mistakes).toEqual([]);
  });
});
