/* What shows cost: the park with its drones, vehicles and robots against the same park without, in the same page and
   the same run. Prints a table; usage: scripts/bench park [LAYOUT] [AREA]
   Bars: at most 12 draws more, render() within 1.3 times, show data at most 100 KB. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [layout = join(ROOT, "layouts/wmc/venue.yaml"), area = "luogang-park"] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-frame-rate-limit"];
/** Where one looks from: over the field, along the road, before the stage, from above. */
const VIEWS = [
  { at: [235, 70], height: 2, facing: 0, pitch: 14 }, { at: [140, 92], height: 2, facing: 80, pitch: 0 },
  { at: [60, 108], height: 1.7, facing: 0, pitch: 4 }, { at: [180, 60], height: 40, facing: 20, pitch: -14 },
];
const ROUNDS = 3;
const FRAMES = 12;

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

/** Milliseconds of render() in `frames` frames of this view, with shows or without.
 *  Before each of them the graphics card has done all that it was told: software is slow at that, and a call that waits
 *  for room in its queue would be counted as the processor's work. */
const measure = (page, view, shows) => page.evaluate(async ({ view, shows, frames }) => {
  const hall = window.hallwright;
  const gl = document.querySelector("#stage canvas").getContext("webgl2");
  const pixel = new Uint8Array(4);
  hall.perform(shows);
  await hall.camera(view);
  const times = [];
  while (times.length < frames) {
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    hall.reset();
    hall.perform(shows); // asks for a new frame
    const before = hall.stats().frames;
    while (hall.stats().frames === before) await new Promise(requestAnimationFrame);
    times.push(hall.stats().renderMedian);
  }
  return { times, draws: hall.stats().draws };
}, { view, shows, frames: FRAMES });

/** The mean of the middle half: as steady as a median, and finer than the clock's tenth of a millisecond. */
function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const kept = sorted.slice(sorted.length >> 2, sorted.length - (sorted.length >> 2));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const cells = (...values) => values.map((value) => String(value).padStart(13)).join("");

const data = mkdtempSync(join(tmpdir(), "hallwright-bench-"));
const { server, url } = await serve(data);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 240, height: 150 } });
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`${url}?area=${area}&tier=medium`);
  await page.waitForFunction(() => window.hallwright);
  await page.evaluate(() => window.hallwright.ready());
  await page.waitForFunction(() => Object.values(window.hallwright.vehicles()).flat().length > 0);
  await page.waitForTimeout(3000);
  console.log(`render() on the processor, means of the middle half of ${ROUNDS} × ${FRAMES} frames, milliseconds`);
  console.log(cells("view", "draws", "with shows", "ms", "with shows", "ratio"));
  const all = { empty: [], full: [], draws: [] };
  for (const [i, view] of VIEWS.entries()) {
    const empty = [], full = [];
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(await measure(page, view, false));
      full.push(await measure(page, view, true));
    }
    const [a, b] = [empty, full].map((runs) => ({ ms: middle(runs.flatMap((run) => run.times)), draws: runs.at(-1).draws }));
    all.empty.push(a.ms);
    all.full.push(b.ms);
    all.draws.push(b.draws - a.draws);
    console.log(cells(i + 1, a.draws, b.draws, a.ms.toFixed(2), b.ms.toFixed(2), (b.ms / a.ms).toFixed(2)));
  }
  const manifest = await (await fetch((await (await fetch(`${url}api/v1/venues`)).json()).venues[0].manifest.replace(/^\//, url))).json();
  const shown = Object.entries(await page.evaluate(() => window.hallwright.vehicles())).map(([id, fleet]) => `${id} ${fleet.length}`);
  const bytes = manifest.shows.reduce((sum, show) => sum + (show.file?.bytes ?? 0), 0);
  console.log(`vehicles: ${shown.join(", ")}; ${manifest.shows.map((show) => `${show.id} ${show.count ?? ""}`.trim()).join(", ")}`);
  console.log(`most draws more: ${Math.max(...all.draws)} (bar 12)`);
  console.log(`ratio: ${(sum(all.full) / sum(all.empty)).toFixed(2)} (bar 1.3)`);
  console.log(`show data: ${bytes} bytes of files, ${JSON.stringify(manifest.shows).length} in the manifest (bar 100,000)`);
} finally {
  await browser.close();
  const gone = new Promise((done) => server.once("exit", done));
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true });
}
