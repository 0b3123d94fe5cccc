/* Takes pictures: a JSON plan on standard input, a line on standard output for each picture.
   {"files": DIR, "hall": URL|null, "size": [w, h], "shots": [{"name": PATH, "model": {…} | "place": {…}}]} */
import { createReadStream, existsSync } from "node:fs";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run"];
const STUDIO = fileURLToPath(new URL("..", import.meta.url));

let text = "";
for await (const chunk of process.stdin) text += chunk;
const plan = JSON.parse(text);
const [width, height] = plan.size;

const models = {
  name: "models",
  configureServer(server) {
    server.middlewares.use("/models", (request, response, next) => {
      const file = join(plan.files, normalize(request.url ?? ""));
      if (file.startsWith(plan.files) && existsSync(file)) createReadStream(file).pipe(response);
      else next();
    });
  },
};

const pages = await createServer({
  root: STUDIO, configFile: false, server: { port: 0, hmr: false }, logLevel: "error", plugins: [models],
  optimizeDeps: { entries: ["sheet/model.html"] },
});
await pages.listen();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
let failed = 0;

/** While a place comes in, frames are drawn this small: what streams in waits for frames, and they are slow here. */
const SMALL = { width: 80, height: 60 };

/** Frames are slow here: time stands still within one, so that all that has come goes into the scene at once. */
function frozen() {
  const ask = window.requestAnimationFrame.bind(window), clock = performance.now.bind(performance);
  window.requestAnimationFrame = (run) => ask((time) => {
    performance.now = () => time;
    try { run(time); } finally { performance.now = clock; }
  });
}

async function opened(url, ready) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: "reduce" });
  await page.addInitScript(frozen);
  page.setDefaultTimeout(180_000);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url);
  await page.waitForFunction(ready);
  return page;
}

async function taken(shots, page, make) {
  for (const shot of shots) {
    try {
      const figures = await make(shot);
      await page.screenshot({ path: shot.name });
      console.log(JSON.stringify({ name: shot.name, ...figures }));
    } catch (error) {
      failed = 1;
      console.error(`${shot.name}: ${String(error.message).split("\n")[0]}`);
    }
  }
}

try {
  const studio = plan.shots.filter((shot) => shot.model);
  if (studio.length) {
    const page = await opened(`${pages.resolvedUrls.local[0]}sheet/model.html`, () => window.shoot);
    await taken(studio, page, (shot) => page.evaluate((model) => window.shoot(model), { ...shot.model, file: `/models/${shot.model.file}` }));
    await page.close();
  }
  const places = plan.shots.filter((shot) => shot.place);
  // The time of day is chosen by the address, so each has a page of its own.
  for (const sky of new Set(places.map((shot) => shot.place.sky ?? ""))) {
    const page = await opened(`${plan.hall}/?time=${sky}`, () => window.hallwright);
    await page.setViewportSize(SMALL);
    await page.evaluate(() => {
      document.getElementById("interface").style.display = "none";
      document.querySelector("canvas").style.outline = "none";
      window.hallwright.enter();
      window.hallwright.tier("high");
      return window.hallwright.ready();
    });
    await taken(places.filter((shot) => (shot.place.sky ?? "") === sky), page, async ({ place }) => {
      await page.setViewportSize(SMALL);
      await page.evaluate(async ({ area, at, facing, height: eyes, pitch }) => {
        await window.hallwright.goto({ area, at, facing });
        await window.hallwright.camera({ at, facing, height: eyes, pitch });
      }, place);
      await page.setViewportSize({ width, height });
      return page.evaluate(async () => {
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        const { draws, triangles } = window.hallwright.stats();
        return { draws, triangles };
      });
    });
    await page.close();
  }
} finally {
  await browser.close();
  await pages.close();
}
process.exit(failed);
