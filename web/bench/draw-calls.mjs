/* What drawing costs the processor: a mesh per part against the stage's batches, same files, same path, same run.
   Prints a table; usage: scripts/bench draw-calls [LAYOUT] [AREA] */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [layout = join(ROOT, "layouts/wmc/venue.yaml"), area = ""] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-frame-rate-limit"];

async function serve(data) {
  const python = existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3";
  const server = spawn(python, ["-m", "hallwright", "serve", resolve(layout), "--port", "0", "--watch"], {
    env: { ...process.env, PYTHONPATH: join(ROOT, "server"), HALLWRIGHT_DATA: data }, stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((found, failed) => {
    server.once("exit", () => failed(new Error("the server ended")));
    server.stdout.on("data", (chunk) => {
      const match = /http:\/\/[^\s/]+/.exec(String(chunk));
      if (match) found(match[0]);
    });
  });
  return { server, url };
}

const line = (name, { objects, draws, triangles, median, p95 }) =>
  [name.padEnd(18), objects, draws, triangles, median.toFixed(2), p95.toFixed(2)].map((each) => String(each).padStart(10)).join("");

const data = mkdtempSync(join(tmpdir(), "hallwright-bench-"));
const { server, url } = await serve(data);
const proxy = { "/api": url, "/venues": url };
const pages = await createServer({ root: fileURLToPath(new URL("..", import.meta.url)), configFile: false, server: { port: 0, proxy }, logLevel: "error" });
await pages.listen();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 480, height: 300 } });
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`${pages.resolvedUrls.local[0]}bench/naive.html`);
  await page.waitForFunction(() => window.compare);
  const { naive, stage, ratio, poses } = await page.evaluate((id) => window.compare(id), area);
  console.log(`render() on the processor, ${poses} poses, milliseconds`);
  console.log(["".padEnd(18), "objects", "draws", "triangles", "median", "p95"].map((each) => each.padStart(10)).join(""));
  console.log(line("a mesh per part", naive));
  console.log(line("batches", stage));
  console.log(`ratio of medians: ${ratio.toFixed(1)}`);
} finally {
  await browser.close();
  await pages.close();
  const gone = new Promise((done) => server.once("exit", done));
  server.kill();
  await gone;
  rmSync(data, { recursive: true, force: true });
}
