import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { focusedText, smallTargets, spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, ENTER, eventually, launch } from "./visiting.js";

const LAYOUT = `
hallwright: 1
id: embedded
name: {en: Embedded, zh: 嵌入}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [40, 30]
    booths:
      - {id: b1, number: B1, at: [8, 24], size: [3, 3], type: shell, open: [front], facing: south, fascia: {en: Lathes, zh: 车床}}
    spawns: [{id: door, at: [8, 6], facing: north, default: true}]
    portals: [{id: out, at: [38, 15], facing: east, to: park/in}]
  - id: park
    kind: park
    name: {en: Park, zh: 公园}
    size: [40, 40]
    spawns: [{id: gate, at: [20, 20]}]
    portals: [{id: in, at: [2, 20], facing: west, to: hall/out}]
`;
const HEARD = ["ready", "enter", "area", "zone", "select", "inspect", "arrive", "error"];

interface Told {
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A page of another site, whose policy allows of the hall what docs/formats/embed.md asks for and nothing more. */
function press(hall: () => string): Server {
  return createServer((request, response) => {
    const origin = new URL(hall()).origin;
    response.setHeader("Content-Security-Policy", `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}; style-src 'unsafe-inline'`);
    if (request.url === "/news.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(`window.told = []; for (const event of ${JSON.stringify(HEARD)})
        document.addEventListener("hallwright-" + event, ({ detail }) => window.told.push({ event, detail }));`);
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>News</title><script src="/news.js"></script>
      <script type="module" src="${origin}/embed.js"></script>
      <style>body { margin: 16px; height: 3000px }</style>
      <h1>News</h1><p><a id="before" href="#a">Before</a></p>
      <hallwright-view title="Our hall" lang="en" tier="low"><a href="${origin}/text">The hall in words</a></hallwright-view>
      <p><a id="after" href="#b">After</a></p></html>`);
  });
}

describe("a hall in a page of another site", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-embedding-"));
  const site = press(() => server.url);
  const mistakes: string[] = [];
  let server: HallServer;
  let browser: Browser;
  let page: Page;
  let frame: Frame;

  beforeAll(async () => {
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, LAYOUT);
    await new Promise<void>((up) => site.listen(0, "127.0.0.1", up));
    [server, browser] = await Promise.all([HallServer.start({ layout, embed: at("localhost") }), launch()]);
    const context = await browser.newContext({ viewport: { width: 372, height: 640 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(60_000);
    await context.addInitScript(forbidStorage);
    page = await context.newPage();
    page.on("pageerror", (error) => mistakes.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") mistakes.push(message.text());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (host: string): string => `http://${host}:${String((site.address() as AddressInfo).port)}`;
  const told = (event: string): Promise<unknown[]> =>
    page.evaluate((wanted) => (window as unknown as { told: Told[] }).told.filter((each) => each.event === wanted).map(({ detail }) => detail), event);
  const set = (attributes: Readonly<Record<string, string>>): Promise<void> =>
    page.evaluate((all) => {
      for (const [name, value] of Object.entries(all)) document.querySelector("hallwright-view")!.setAttribute(name, value);
    }, attributes);
  const call = (method: "goTo" | "leadTo" | "select", id: string | null): Promise<void> =>
    page.evaluate(([name, what]) => {
      (document.querySelector("hallwright-view") as unknown as Record<string, (id: string | null) => void>)[name!]!(what ?? null);
    }, [method, id] as const);

  it("opens where the organizer allows it, without storage, and tells the page", async () => {
    await page.goto(at("localhost"));
    await page.locator("#before").focus();
    const iframe = page.locator("hallwright-view iframe");
    expect(await iframe.getAttribute("title")).toBe("Our hall");
    expect(await iframe.getAttribute("allow")).not.toMatch(/camera(?! 'none')|microphone(?! 'none')/);
    expect(await iframe.boundingBox()).toMatchObject({ width: 340, height: 240 });
    frame = (await (await iframe.elementHandle())!.contentFrame())!;
    await eventually(() => told("ready"), 60_000).toEqual([{ venue: "embedded" }]);
    expect(await told("area")).toEqual([{ id: "hall" }]);
    expect(await focusedText(page)).toBe("Before");
    await frame.getByRole("button", { name: ENTER.en }).press("Enter");
    await eventually(() => told("enter")).toEqual([{}]);
    await eventually(() => frame.evaluate(() => window.hallwright!.stats().people)).toBe(1);
    await frame.evaluate(() => Object.assign(window, { sameAsBefore: true }));
  });

  it("takes up changed attributes without loading anew", async () => {
    await set({ lang: "zh", area: "park", at: "10,10" });
    await eventually(() => frame.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await eventually(() => told("area"), 30_000).toEqual([{ id: "hall" }, { id: "park" }]);
    await eventually(() => frame.evaluate(() => window.hallwright!.stats().at.map(Math.round))).toEqual([10, 10]);
    await set({ lang: "en" });
    await eventually(() => frame.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await frame.evaluate(() => "sameAsBefore" in window)).toBe(true);
  });

  it("leads, goes, arrives, and opens cards as the page asks; says what cannot be", async () => {
    await call("goTo", "nowhere");
    await eventually(() => told("error")).toEqual([{ code: "unknown_place", id: "nowhere" }]);
    await set({ to: "b1" });
    await eventually(() => frame.evaluate(() => window.hallwright!.led()?.state ?? "none"), 60_000).toBe("leading");
    await call("goTo", "b1");
    await eventually(() => told("arrive"), 60_000).toEqual([{ id: "b1" }]);
    await call("select", "b1");
    await eventually(() => told("select")).toEqual([{ id: "b1" }]);
    await frame.getByRole("heading", { name: "Lathes" }).last().waitFor();
    await call("select", null);
    await eventually(() => told("select")).toEqual([{ id: "b1" }, { id: null }]);
  });

  it("lets the page scroll and the focus go", async () => {
    const box = (await page.locator("hallwright-view").boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, 120);
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await frame.locator("canvas").first().focus();
    await eventually(async () => {
      await page.keyboard.press("Tab");
      return focusedText(page);
    }).toBe("After");
  });

  it("is whole in 340 by 240 pixels, with a way out to a page of its own", async () => {
    await frame.locator("[data-menu]").press("Enter");
    const out = frame.locator("[data-full]");
    expect(await out.getAttribute("target")).toBe("_blank");
    expect(await out.getAttribute("rel")).toBe("noopener");
    expect(await out.getAttribute("href")).toMatch(/^\/\?lang=en&venue=embedded&area=hall&at=8\.\d%2C2\d\.\d&facing=\d+$/);
    expect(await breaches(frame)).toEqual([]);
    expect(await smallTargets(frame as unknown as Page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await spilled(frame as unknown as Page)).toEqual([]);
    expect(await breaches(frame)).toEqual([]);
    expect(mistakes).toEqual([]);
  });

  it("is read instead", async () => {
    await set({ text: "" });
    await eventually(async () => page.frames().at(-1)!.url()).toContain("/text");
    await page.frameLocator("hallwright-view iframe").getByRole("heading", { level: 1 }).waitFor();
    expect(mistakes).toEqual([]);
  });

  it("does not open for a page that is not named, which says so and links to the hall", async () => {
    await page.goto(at("127.0.0.1"));
    await call("leadTo", "b1");
    await eventually(async () => mistakes.join("\n")).toMatch(/frame-ancestors/);
    expect(page.frames().map((each) => each.url())).not.toContain(server.url);
    await eventually(() => told("error")).toEqual([{ code: "refused" }]);
    expect(await page.getByRole("link", { name: "The hall in words" }).isVisible()).toBe(true);
    for (const event of HEARD.filter((each) => each !== "error")) expect(await told(event)).toEqual([]);
  });
});

/** In frames of other sites some browsers forbid it; the hall must do without. */
function forbidStorage(): void {
  if (window.parent === window) return;
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  }
}
