/* A real page for `scripts/bench devices --page`: watches where the models of some placements are drawn, at each frame.
   Usage: twin-page.mjs ADDRESS DEVICE:PLACEMENT,…. Says which of the devices it watches: ten at most that are drawn near; after a line on standard input it prints what it saw as JSON. */
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [address, probes] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run", "--webgl-antialiasing-mode=none"];
const PATIENCE = 60_000;

/** In the page: notes each change of where a probe is drawn, in plan metres. */
function watch(pairs) {
  const last = new Map();
  window.seen = { shown: [], frames: 0, since: performance.now() };
  const look = () => {
    window.seen.frames += 1;
    for (const [device, placement] of pairs) {
      const [root] = Object.values(window.hallwright.parts(placement) ?? {});
      if (!root) continue;
      const [x, y] = [root[12], -root[14]];
      const before = last.get(device);
      if (before && Math.abs(before[0] - x) < 1e-4 && Math.abs(before[1] - y) < 1e-4) continue;
      last.set(device, [x, y]);
      window.seen.shown.push([device, x, y, Date.now() / 1000]);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const context = await browser.newContext({ viewport: { width: 320, height: 240 } });
const page = await context.newPage();
page.on("pageerror", (error) => console.error(error.message));
await page.goto(address, { timeout: PATIENCE });
// An address that says where one stands enters by itself.
await page.waitForFunction(() => (window.hallwright?.stats().people ?? 0) > 0, null, { polling: 200, timeout: PATIENCE });
const given = probes.split(",").map((pair) => pair.split(":"));
await page.waitForFunction((all) => all.filter(([, placement]) => window.hallwright.parts(placement)).length >= 8, given, { polling: 200, timeout: PATIENCE });
const pairs = await page.evaluate((all) => all.filter(([, placement]) => window.hallwright.parts(placement)).slice(0, 10), given);
await page.evaluate(watch, pairs);
console.log(pairs.map(([device]) => device).join(","));
for await (const line of createInterface({ input: process.stdin })) if (line) break;
const { shown, frames, seconds } = await page.evaluate(() => ({ ...window.seen, seconds: (performance.now() - window.seen.since) / 1000 }));
console.log(JSON.stringify({ shown, frames: frames / seconds, drawn: await page.evaluate(() => window.hallwright.stats().renderMedian) }));
await browser.close();
process.exit(0);
