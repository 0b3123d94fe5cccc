import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { HallServer } from "./serving.js";
import { ENTER, enter, eventually, launch, visit, type Visit } from "./visiting.js";

/** Paths of all that the service worker keeps. */
const kept = (visitor: Visit): Promise<string[]> =>
  visitor.page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
const connection = (visitor: Visit): Promise<string | undefined> =>
  visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.connection);

describe("the hall as an app", () => {
  let server: HallServer;
  let browser: Browser;
  let visitor: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    visitor = await visit(browser, `${server.url}?open=map`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("is one that Chromium would install", async () => {
    const session = await visitor.context.newCDPSession(visitor.page);
    const { errors, url } = await session.send("Page.getAppManifest");
    expect(url).toBe(`${server.url}app.webmanifest`);
    expect(errors).toEqual([]);
  });

  it("opens the plan when the address asks for it", async () => {
    await visitor.page.getByRole("dialog").waitFor();
    await visitor.page.keyboard.press("Escape");
  });

  it("offers to be installed in the menu, once the browser does", async () => {
    const { page } = visitor;
    const install = page.locator("[data-install]");
    await page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await page.locator("[data-panel=help]").waitFor();
    expect(await install.count()).toBe(0);
    await page.evaluate(() => {
      const offer = new Event("beforeinstallprompt", { cancelable: true });
      Object.assign(offer, { prompt: () => Promise.resolve(document.body.setAttribute("data-asked", String(offer.defaultPrevented))) });
      window.dispatchEvent(offer);
    });
    await install.press("Enter");
    await eventually(() => page.evaluate(() => document.body.dataset["asked"])).toBe("true");
    await page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
    await page.locator("[data-panel=help]").waitFor();
    expect(await install.count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("keeps the viewer whole, and the files that came before there was a worker", async () => {
    const loaded = await visitor.page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/venues/")));
    await eventually(() => kept(visitor), 40_000).toEqual(expect.arrayContaining(["/", ...loaded]));
    expect((await kept(visitor)).filter((path) => /^\/assets\/index-.*\.(js|css)$/.test(path))).toHaveLength(2);
  });

  it("lets one walk without a network and without the server, in the hall as it was, and says so", async () => {
    await visitor.page.reload(); // now by way of the worker, which takes note of the manifest
    await enter(visitor.page);
    await visitor.page.close();
    await server.stop();
    const page = await visitor.context.newPage();
    await page.goto(`${server.url}?lang=en&tier=low`);
    await page.getByRole("button", { name: ENTER.en }).press("Enter");
    await page.getByText(/the hall as it was on .*20\d\d/).waitFor();
    const walks = await page.evaluate(() => window.hallwright?.walk([12, 3]));
    expect(walks).toBe(true);
    visitor = { ...visitor, page };
  });

  it("leaves the text tour to the network", async () => {
    const page = await visitor.context.newPage();
    await expect(page.goto(`${server.url}text`)).rejects.toThrow(/ERR_/);
    await page.close();
  });

  it("is as it is now once the server is back", async () => {
    server = await HallServer.start({ port: server.port, data: server.data });
    await eventually(() => connection(visitor), 40_000).toBe("online");
    expect(await visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.kept)).toBeNull();
    const text = await visitor.context.newPage();
    await text.goto(`${server.url}text?lang=en`);
    expect(await text.evaluate(() => [navigator.serviceWorker.controller !== null, document.querySelector("h1")?.textContent])).toEqual([true, "My first fair"]);
    await text.close();
  });

  it("is a page as ever where service workers are refused", async () => {
    await visitor.page.close();
    const { page, mistakes } = await visit(browser, server.url, { context: { serviceWorkers: "block" } });
    expect(await page.evaluate(() => window.hallwright?.walk([12, 3]))).toBe(true);
    expect(mistakes).toEqual([]);
  });
});
