import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallTargets, spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, enter, eventually, launch, visit, type Visit } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: kept
name: {en: Kept, zh: 留存}
exhibitors:
  - {id: acme, name: {en: "Acme <Lathes>, Ltd", zh: 艾克车床}, products: [{en: Lathes, zh: 车床}],
     contact: {email: info@example.com, url: "https://example.com/acme", phone: "+1 202 555 0101"}}
  - {id: bolt, name: {en: Bolt, zh: 博特}, products: [{en: Lathes, zh: 车床}]}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [40, 24]
    booths:
      - {id: a1, number: A1, at: [12, 14], size: [6, 4], type: island, exhibitor: acme}
      - {id: b1, number: B1, at: [30, 14], size: [6, 4], type: island, fascia: {en: Mills, zh: 铣床}}
      - {id: c1, number: C1, at: [21, 20], size: [6, 4], type: island, exhibitor: bolt}
    spawns: [{id: door, at: [20, 3], facing: north, default: true}]
`;
/** What nobody but the visitor may read. */
const SECRET = "Ask about <b>rebates</b> 悄悄话";
const PHONE = { width: 360, height: 740 };

/** Everything that leaves the page: addresses, bodies, and what goes through sockets. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(decodeURIComponent(request.url()), request.postData() ?? ""));
  page.on("websocket", (socket) => {
    sent.push(socket.url());
    socket.on("framesent", ({ payload }) => sent.push(payload.toString()));
  });
  return sent;
}

const openVisit = async (page: Page): Promise<void> => {
  await page.locator("[data-menu]").press("Enter");
  await page.locator("[data-panel=visit]").press("Enter");
  await page.locator("hall-visit-dialog [data-private]").waitFor();
};

const saved = async (page: Page, kind: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-save=${kind}]`).press("Enter")]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^visit-kept-\\d{4}-\\d\\d-\\d\\d\\.${kind}$`));
  return readFileSync(await download.path(), "utf8");
};

const fits = async (page: Page): Promise<void> => {
  expect(await breaches(page)).toEqual([]);
  expect(await spilled(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
};

describe("what a visitor keeps", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-kept-"));
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let sent: string[] = [];
  let json = "";

  beforeAll(async () => {
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, LAYOUT);
    [server, browser] = await Promise.all([HallServer.start({ layout }), launch()]);
    ada = await visit(browser, server.url, { at: "12,9.5", facing: 0, outside: true, context: { viewport: PHONE } });
    sent = listen(ada.page);
    await ada.page.reload(); // from its first word on
    await enter(ada.page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("grows by standing before a booth, by a star, a note and a card", async () => {
    const { page } = ada;
    const map = page.locator("hall-minimap button");
    await eventually(() => map.getAttribute("aria-label"), 40_000).toContain("1 visited, 0 bookmarked");
    await page.locator("hall-nearby button").first().press("Enter");
    const star = page.locator("hall-booth-card [data-bookmark]");
    await star.press("Enter");
    await eventually(() => star.getAttribute("aria-pressed")).toBe("true");
    await page.locator("[data-card]").press("Enter");
    await eventually(() => page.locator("[data-basket]").innerText()).toBe("1 card in your basket");
    await page.locator("[data-note]").fill(SECRET);
    await eventually(() => page.locator("hall-keeping #told").innerText()).toBe("Saved on this device.");
    expect(await page.locator("hall-booth-card").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "https://example.com/acme", "mailto:info@example.com", "tel:+12025550101",
    ]);
    await eventually(() => map.getAttribute("aria-label")).toContain("1 visited, 1 bookmarked");
  });

  it("is there again after the page was loaded anew, and is marked in the list", async () => {
    const { page } = ada;
    await page.reload();
    await enter(page);
    await page.locator("hall-minimap button").press("Enter");
    await page.locator("hall-directory summary").first().press("Enter");
    await eventually(() => page.locator("hall-directory details li", { hasText: "A1" }).innerText()).toContain("Visited");
    expect(await page.locator("hall-directory details li", { hasText: "B1" }).innerText()).not.toContain("Visited");
    await page.keyboard.press("Escape");
    await page.locator("hall-map-dialog").waitFor({ state: "detached" });
    await openVisit(page);
    for (const part of ["card", "bookmark", "note", "visited"]) expect(await page.locator(`[data-part=${part}] [data-kept=a1]`).count(), part).toBe(1);
    expect(await page.locator("[data-part=note]").innerText()).toContain(SECRET);
  });

  it("says what one might like next, and why", async () => {
    const suggested = ada.page.locator("hall-visit-dialog hall-for-you [data-suggested]");
    expect(await suggested.evaluateAll((lines) => lines.map((line) => line.getAttribute("data-suggested")))).toEqual(["c1"]);
    expect(await suggested.innerText()).toContain("because of A1 Acme <Lathes>, Ltd");
    expect(await suggested.locator("[data-lead]").getAttribute("aria-label")).toBe("Lead me there: C1 Bolt");
  });

  it("is saved as four kinds of files, made in the page", async () => {
    const { page } = ada;
    json = await saved(page, "json");
    expect(JSON.parse(json)).toMatchObject({ format: "hallwright-visit", version: 1, venue: "kept", things: [{ id: "a1", note: SECRET, card: { email: "info@example.com" } }] });
    expect(await saved(page, "csv")).toContain(`"${SECRET}"`);
    const vcf = await saved(page, "vcf");
    expect(vcf.replaceAll("\r\n ", "")).toContain("FN:Acme <Lathes>\\, Ltd\r\n");
    expect(vcf).not.toContain("rebates");
    const html = await saved(page, "html");
    const elsewhere = await ada.context.newPage(); // the hall's policy forbids the file's own styles
    const told = await elsewhere.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, "text/html");
      return { note: read.querySelector(".note")?.textContent, bold: read.querySelectorAll(".note b").length, plan: read.querySelector("img")?.src.slice(0, 22) };
    }, html);
    await elsewhere.close();
    expect(told).toEqual({ note: SECRET, bold: 0, plan: "data:image/png;base64," });
  });

  it("is deleted when one says so twice, and taken up again from the file", async () => {
    const { page } = ada;
    const stored = (): Promise<string | null> => page.evaluate(() => localStorage.getItem("hallwright.visit.kept"));
    await page.locator("[data-part=bookmark] [data-remove]").press("Enter");
    await page.locator("[data-part=bookmark]").waitFor({ state: "detached" });
    await page.locator("hall-visit-lists h3:focus").waitFor(); // before the next key is pressed
    await page.locator("[data-delete]").press("Enter");
    await page.locator("[data-no]").press("Enter");
    expect(await stored()).toContain("rebates");
    await page.locator("[data-delete]").press("Enter");
    await page.locator("[data-yes]").press("Enter");
    await page.locator("[data-nothing]").waitFor();
    expect((await stored()) ?? "").not.toContain("a1");
    const told = page.locator("hall-visit-tools .told");
    const file = page.locator("hall-visit-tools input");
    await file.setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from(json.replace('"kept"', '"park"')) });
    await eventually(() => told.innerText()).toBe("This visit was to another venue. Take it up there.");
    await file.setInputFiles({ name: "visit.json", mimeType: "application/json", buffer: Buffer.from(json) });
    await eventually(() => told.innerText()).toBe("1 thing taken up.");
    expect(await page.locator("[data-part=bookmark] [data-kept=a1]").count()).toBe(1);
  });

  it("says all of it in Chinese too", async () => {
    const { page } = ada;
    await page.keyboard.press("Escape");
    await page.locator("hall-visit-dialog").waitFor({ state: "detached" });
    await page.locator("[data-menu]").press("Enter");
    await page.locator("[data-language]").press("Enter");
    await page.locator("[data-panel=visit]").press("Enter");
    await eventually(() => page.locator("[data-private]").innerText()).toBe("仅保存在本设备上，不会发送给任何人。");
  });

  it("is a light page of its own, which follows what the hall's page does", async () => {
    const { context, page: hall } = ada;
    const page = await context.newPage();
    const own = listen(page);
    for (const lang of ["en", "zh"] as const) {
      await page.goto(`${server.url}visit?venue=kept&lang=${lang}`);
      await page.locator("[data-part=note]").waitFor();
      expect(await page.locator("img").getAttribute("alt")).toContain(lang === "en" ? "1 visited, 1 bookmarked" : "已参观 1，收藏 1");
      expect(await page.locator(".totals").innerText()).toContain(lang === "en" ? "1 of 3 booths visited" : "已参观 1 / 3 个展位");
    }
    expect(await page.locator("[data-part=note] [data-lead]").getAttribute("href")).toBe("/?venue=kept&to=a1");
    await hall.locator("[data-part=card] [data-remove]").press("Enter");
    await page.locator("[data-part=card]").waitFor({ state: "detached" });
    // Unpacked: the service worker hands them over so. It is a third of that on the wire.
    const scripts = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0));
    expect(scripts).toBeLessThan(130_000); // 10,000 of them ask what may be kept
    sent.push(...own);
    await page.close();
  });

  it("never left the device", () => {
    expect(sent.some((each) => each.includes("/socket.io/"))).toBe(true);
    expect(sent.filter((each) => each.includes("rebates") || each.includes("悄悄话"))).toEqual([]);
    expect(sent.filter((each) => /\bc1\b|Bolt|博特/.test(each))).toEqual([]); // what was suggested
    expect(ada.mistakes).toEqual([]);
  });

  it("leads through all bookmarks, and from its page into the hall with all of them", async () => {
    const { page, context, mistakes } = await visit(browser, server.url, { at: "20,3", context: { viewport: PHONE } });
    for (const id of ["c1", "b1"]) {
      await page.locator("hall-minimap button").press("Enter");
      await page.locator("hall-directory summary", { hasText: "Booths" }).press("Enter");
      await page.locator(`[data-read=${id}]`).press("Enter");
      const star = page.locator("hall-booth-card [data-bookmark]");
      await star.press("Enter");
      await eventually(() => star.getAttribute("aria-pressed")).toBe("true");
      await page.keyboard.press("Escape");
      await openVisit(page);
      expect(await page.locator("[data-through]").count(), id).toBe(id === "c1" ? 0 : 1); // one alone is no round
      if (id === "c1") await page.keyboard.press("Escape");
    }
    expect(await page.locator("[data-through]").innerText()).toContain("Lead me through my bookmarks");
    expect(await page.locator("[data-asked]").innerText()).toContain("the server is asked");
    await fits(page);
    await page.locator("[data-through]").press("Enter");
    await page.locator("hall-visit-dialog").waitFor({ state: "detached" });
    const led = (): Promise<unknown> => page.evaluate(() => [window.hallwright?.led()?.state, window.hallwright?.led()?.stop]);
    await eventually(led, 60_000).toEqual(["leading", { number: 1, of: 2 }]);
    await fits(page);
    const summary = await context.newPage();
    await summary.goto(`${server.url}visit?venue=kept&lang=zh`);
    await eventually(() => summary.locator("[data-through]").getAttribute("href")).toBe("/?venue=kept&to=b1&to=c1");
    await fits(summary);
    await summary.close();
    expect(mistakes).toEqual([]);
    await context.close();
  });
});
