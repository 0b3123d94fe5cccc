/* What standing still costs: frames drawn, looks and processor time a second, against the same page kept at full pace.
   Usage: scripts/bench idle [LAYOUT] [TIER]. Prints a table; nothing but the loop differs between the two columns. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [layout = join(ROOT, "layouts/wmc/venue.yaml"), tier = "low"] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run"];
const SECONDS = 6;

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

/** Shift does nothing in the hall, but somebody who presses it is there. */
const keepBusy = (page, on) => page.evaluate((busy) => {
  window.busy = busy;
  const press = () => {
    if (!window.busy) return;
    window.dispatchEvent(new KeyboardEvent("keydown", { code: "ShiftLeft" }));
    requestAnimationFrame(press);
  };
  if (busy) press();
}, on);

async function spent(page, inspector) {
  const { metrics } = await inspector.send("Performance.getMetrics");
  const { frames, beats } = await page.evaluate(() => window.hallwright.stats());
  return { frames, beats, script: metrics.find(({ name }) => name === "ScriptDuration").value };
}

/** Each second of a few: frames drawn, looks, milliseconds of script. */
async function measure(page, inspector, busy) {
  await keepBusy(page, busy);
  await page.waitForTimeout(busy ? 1000 : 14_000); // until somebody who stands still counts as watching
  const before = await spent(page, inspector);
  await page.waitForTimeout(SECONDS * 1000);
  const after = await spent(page, inspector);
  await keepBusy(page, false);
  return {
    frames: (after.frames - before.frames) / SECONDS, beats: (after.beats - before.beats) / SECONDS,
    script: ((after.script - before.script) * 1000) / SECONDS,
  };
}

const data = mkdtempSync(join(tmpdir(), "hallwright-bench-"));
const { server, url } = await serve(data);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const { venues } = await (await fetch(`${url}api/v1/venues`)).json();
  const { areas } = await (await fetch(url + venues[0].manifest.slice(1))).json();
  console.log(["a second of", "", "drawn", "looks", "script ms"].map((each) => each.padStart(16)).join(""));
  for (const reducedMotion of ["reduce", "no-preference"]) {
    const page = await browser.newPage({ viewport: { width: 96, height: 96 }, reducedMotion });
    page.setDefaultTimeout(0);
    await page.goto(`${url}?tier=${tier}`);
    await page.waitForFunction(() => window.hallwright);
    const inspector = await page.context().newCDPSession(page);
    await inspector.send("Performance.enable");
    for (const { id } of areas) {
      await page.evaluate((area) => window.hallwright.goto({ area }), id);
      for (const busy of [true, false]) {
        const { frames, beats, script } = await measure(page, inspector, busy);
        const name = `${id}${reducedMotion === "reduce" ? " (calm)" : ""}`;
        console.log([name, busy ? "full pace" : "standing", frames.toFixed(1), beats.toFixed(1), script.toFixed(0)].map((each) => each.padStart(16)).join("  "));
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  const gone = new Promise((done) => server.once("exit", done));
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true });
}
