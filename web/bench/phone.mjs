/* How long until one walks, on a phone: processor slowed four times, 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back,
   360 × 740 at two pixels a point, touch. First with nothing kept, then again in a new tab.
   Usage: scripts/bench phone [LAYOUT or the address of a running server]; bars: 12 s and 3 s. Software draws here, which a phone's graphics card would not. */
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ROOT, serve } from "./parts/serving.mjs";
import { bytesOf, slow, watch } from "./parts/phone-line.mjs";

const [layout = join(ROOT, "layouts/wmc/venue.yaml")] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run"];
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** ms that a page may take before it is given up. */
const PATIENCE = 180_000;
/** ms that a first visit lasts once one walks: what is kept for the next one is fetched meanwhile. */
const STAY = 12_000;

/** One visit in a tab of its own. */
async function visit(context, url) {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  const traffic = await slow(context, page);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "commit", timeout: PATIENCE });
  await page.waitForFunction(() => window.walkedAt, null, { timeout: PATIENCE, polling: 500 });
  const told = await page.evaluate(() => ({
    ready: performance.getEntriesByName("hallwright-ready")[0].startTime,
    walking: window.walkedAt,
    tasks: window.longTasks,
    timings: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map(({ name, startTime, responseStart, responseEnd, encodedBodySize, transferSize }) => ({ name, startTime, responseStart, responseEnd, encodedBodySize, transferSize })),
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  }));
  return { page, ...told, bytes: bytesOf(traffic, told.ready) };
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;

function report(name, { ready, walking, tasks, timings, paint, bytes }) {
  const before = timings.filter(({ startTime }) => startTime < ready);
  const end = (pattern) => Math.max(...before.filter(({ name }) => pattern.test(name)).map(({ responseEnd }) => responseEnd));
  const busy = tasks.filter(({ at }) => at < walking).reduce((sum, { took }) => sum + took, 0);
  console.log(`${name}: walking after ${seconds(walking)} (could enter after ${seconds(ready)}); ${kilobytes(bytes)} over the wire, ${before.length} requests`);
  console.log(`  first words ${seconds(paint)}, page ${seconds(end(/\/(\?.*)?$/))}, program ${seconds(end(/assets\/.*js$/))}, manifest ${seconds(end(/manifest$/))}, ` +
    `last file ${seconds(end(/files\//))}; long tasks before walking ${seconds(busy)}`);
  if (!process.env.VERBOSE) return;
  for (const { name, startTime, responseStart, responseEnd, encodedBodySize, transferSize } of before) {
    const row = [startTime, responseStart, responseEnd].map((ms) => String(Math.round(ms)).padStart(7)).join("");
    console.log(`  ${row} ${String(encodedBodySize).padStart(8)} ${String(transferSize).padStart(8)}  ${name.replace(/^http:\/\/[^/]+/, "")}`);
  }
  for (const { at, took } of tasks.filter(({ at }) => at < walking)) console.log(`  task at ${Math.round(at)}: ${Math.round(took)} ms`);
}

const { url, end } = layout.startsWith("http") ? { url: layout, end: () => undefined } : await serve(layout);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext(PHONE);
    const cold = await visit(context, url);
    report("first visit", cold);
    await cold.page.waitForTimeout(STAY);
    await cold.page.close();
    const warm = await visit(context, url);
    report("next visit", warm);
    await context.close();
  }
} finally {
  await browser.close();
  await end();
}
