/* What stays behind: the same page tours all areas of a venue, again and again, to where visitors appear and to the
   cell farthest from there. Prints what the graphics card and the page's heap hold after each tour.
   Usage: scripts/bench leaks [TOURS] [LAYOUT] [TIER]. Bar: after the last tour within 10% of after the second.
   Without the compilers that make machine code of what runs often: it lies in the heap, and grows for twenty tours. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [tours = "20", layout = join(ROOT, "layouts/wmc/venue.yaml"), tier = "low"] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run", "--js-flags=--no-sparkplug --no-maglev --no-turbofan"];
/** After the first tour everything was there once: programs, shared pictures, what the browser keeps. */
const SETTLED = 2;
const BAR = 0.1;
const COUNTED = ["geometries", "textures", "programs", "gpu", "heap", "buffers"];

async function serve(data) {
  const python = existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3";
  const server = spawn(python, ["-m", "hallwright", "serve", resolve(layout), "--port", "0"], {
    env: { ...process.env, PYTHONPATH: join(ROOT, "server"), HALLWRIGHT_DATA: data }, stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((found, failed) => {
    server.once("exit", () => failed(new Error("the server ended")));
    server.stdout.on("data", (chunk) => {
      const match = /http:\/\/[^\s/]+\//.exec(String(chunk));
      if (match) found(match[0]);
    });
  });
  return { server, url };
}

/** For each area where one appears, and the middle of the cell farthest from there. */
const stopsOf = (page) => page.evaluate(async () => {
  const { venues } = await (await fetch("/api/v1/venues")).json();
  const { areas } = await (await fetch(venues[0].manifest)).json();
  return areas.flatMap(({ id: area, spawns, cells }) => {
    const [x, y] = spawns[0].at;
    const middles = cells.map(({ bounds: { min, max } }) => [(min[0] + max[0]) / 2, -(min[2] + max[2]) / 2]);
    const away = ([a, b]) => Math.hypot(a - x, b - y);
    return [{ area, at: [x, y] }, { area, at: middles.reduce((far, each) => (away(each) > away(far) ? each : far)) }];
  });
});

async function held(page, inspector) {
  await inspector.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await inspector.send("Runtime.getHeapUsage");
  const { geometries, textures, programs, gpu } = await page.evaluate(() => window.hallwright.stats());
  return { geometries, textures, programs, gpu, heap: usedSize, buffers: backingStorageSize };
}

const mega = (bytes) => (bytes / 1e6).toFixed(1);
const line = (name, { geometries, textures, programs, gpu, heap, buffers }) =>
  [name, geometries, textures, programs, mega(gpu), mega(heap), mega(buffers)].map((each) => String(each).padStart(12)).join("");

const data = mkdtempSync(join(tmpdir(), "hallwright-bench-"));
const { server, url } = await serve(data);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 96, height: 96 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`${url}?tier=${tier}`);
  await page.waitForFunction(() => window.hallwright);
  const inspector = await page.context().newCDPSession(page);
  const stops = await stopsOf(page);
  console.log(["after tour", "geometries", "textures", "programs", "GPU MB", "heap MB", "buffers MB"].map((each) => each.padStart(12)).join(""));
  const seen = [];
  for (let tour = 1; tour <= Number(tours); tour++) {
    for (const stop of stops) await page.evaluate((where) => window.hallwright.goto(where), stop);
    await page.evaluate((home) => window.hallwright.goto(home), stops[0]);
    seen.push(await held(page, inspector));
    console.log(line(String(tour), seen.at(-1)));
  }
  const [first, last] = [seen[Math.min(SETTLED, seen.length) - 1], seen.at(-1)];
  const grown = COUNTED.map((name) => [name, first[name] ? last[name] / first[name] - 1 : 0]);
  console.log(grown.map(([name, share]) => `${name} ${share < 0 ? "" : "+"}${(share * 100).toFixed(1)}%`).join(", "));
  const over = grown.filter(([, share]) => Math.abs(share) > BAR).map(([name]) => name);
  console.log(over.length > 0 ? `beyond 10%: ${over.join(", ")}` : "all within 10%");
} finally {
  await browser.close();
  const gone = new Promise((done) => server.once("exit", done));
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true });
}
