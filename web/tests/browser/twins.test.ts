/** Devices on site in real pages: what they say by HTTP moves their twins, and what is old is marked. */
import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
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
  - {id: gate-1, kind: counter, area: hall, name: {en: Gate one, zh: 一号门}, board: figures, row: guests, stale_after: 60}
  - {id: west-1, kind: occupancy, area: hall, name: {en: People in the west, zh: 西区人数}, zone: west, stale_after: 60}
`;
const SECRET = "a secret of sixteen and more".replaceAll(" ", "-");

/** Says something as a device; resolves to the status. */
async function say(server: HallServer, device: string, values: object): Promise<number> {
  const path = `/api/v1/devices/${device}/events`;
  const body = JSON.stringify({ values });
  const [time, sequence] = [(Date.now() / 1000).toFixed(3), String(Date.now())];
  const lines = ["v1", "POST", path, time, sequence, createHash("sha256").update(body).digest("hex")].join("\n");
  const signature = `v1=${createHmac("sha256", SECRET).update(lines).digest("hex")}`;
  const headers = { "Hallwright-Time": time, "Hallwright-Sequence": sequence, "Hallwright-Signature": signature };
  return (await fetch(server.url + path.slice(1), { method: "POST", body, headers })).status;
}

const seen = ({ page }: Visit, device: string) => page.evaluate((id) => window.hallwright?.displays()?.twins[id] ?? null, device);
/** From each part of the dog to the scene. */
const parts = ({ page }: Visit) => page.evaluate(() => window.hallwright?.parts("dog") ?? null);
/** Resolves when the dog is there. */
const arrived = ({ page }: Visit, x: number, y: number): Promise<unknown> =>
  page.waitForFunction(([wantedX = 0, wantedY = 0]) => {
    const at = window.hallwright?.displays()?.twins["dog-1"]?.at;
    return at && Math.hypot(at.x - wantedX, at.y - wantedY) < 0.01;
  }, [x, y], { timeout: 10_000, polling: 20 });
/** Opens the card of a thing, as a click on it does. */
const select = ({ page }: Visit, id: string): Promise<void> =>
  page.evaluate((thing) => document.querySelector<Root>("hall-interface")?.intents?.select(thing), id);
const words = ({ page }: Visit) => page.locator("[data-twins]").textContent();

describe("twins of devices on site", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    writeFileSync(join(server.data, "device-secrets.json"), JSON.stringify(Object.fromEntries(["dog-1", "press-1", "gate-1", "west-1"].map((id) => [id, SECRET]))));
    [ada, wei] = await Promise.all([visit(browser, server.url), visit(browser, server.url, { lang: "zh" })]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are where the device says, in every page, and their models with them", async () => {
    await eventually(() => say(server, "gate-1", { value: 1 })).toBe(200);
    await eventually(() => parts(ada)).not.toBeNull();
    const before = await parts(ada);
    // The first label of all makes a processor that draws prepare for it.
    expect(await say(server, "dog-1", { x: 19, y: 17 })).toBe(200);
    await Promise.all([ada, wei].map((visitor) => arrived(visitor, 19, 17)));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const asked = Date.now();
    expect(await say(server, "dog-1", { x: 22, y: 16, heading: 90 })).toBe(200);
    await Promise.all([ada, wei].map((visitor) => arrived(visitor, 22, 16)));
    console.log(`the twins were there after ${String(Date.now() - asked)} ms`);
    await eventually(async () => {
      const now = await parts(ada);
      const [root] = Object.keys(before ?? {});
      return root ? (now?.[root]?.[12] ?? 0) - (before?.[root]?.[12] ?? 0) : 0;
    }).toBeCloseTo(4, 0);
  });

  it("write their figures on boards, and say that they are live", async () => {
    expect(await say(server, "gate-1", { value: 31_204 })).toBe(200);
    const row = () => ada.page.evaluate(() => window.hallwright?.displays()?.boards["figures"]?.[0]);
    await eventually(async () => (await row())?.value).toBe(31_204);
    expect((await row())?.label).toEqual({ en: "Guests · live", zh: "嘉宾 · 实时" });
  });

  it("are marked, in words of the visitor's language, when they are out of date", async () => {
    expect(await say(server, "dog-1", { x: 20, y: 16 })).toBe(200);
    await eventually(async () => (await seen(ada, "dog-1"))?.stale).toBe(false);
    await select(wei, "dog");
    await eventually(() => words(wei)).toContain("现场实时数据");
    await eventually(() => words(wei)).toContain("数据过时");
    expect((await seen(ada, "dog-1"))?.label).toBe(true);
    expect(await breaches(wei.page)).toEqual([]);
    expect(ada.mistakes).toEqual([]);
    expect(wei.mistakes).toEqual([]);
  });
});
