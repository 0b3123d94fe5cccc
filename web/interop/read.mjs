/* node read.mjs FOLDER NAME…: a line of JSON for each GLB and engine. */
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const HERE = dirname(fileURLToPath(import.meta.url));
const DECODER = join(dirname(createRequire(import.meta.url).resolve("meshoptimizer/decoder")), "meshopt_decoder.cjs");
const [folder, ...names] = process.argv.slice(2);
const files = {
  name: "files",
  configureServer({ middlewares }) {
    middlewares.use("/meshopt_decoder.cjs", (_, response) => {
      response.setHeader("Content-Type", "text/javascript");
      createReadStream(DECODER).pipe(response);
    });
    for (const name of names) middlewares.use(`/files/${name}.glb`, (_, response) => createReadStream(join(folder, `${name}.glb`)).pipe(response));
  },
};
const pages = await createServer({
  root: HERE, configFile: false, server: { port: 0, hmr: false }, logLevel: "error", plugins: [files], optimizeDeps: { entries: ["page.html"] },
});
await pages.listen();
const flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(`${pages.resolvedUrls.local[0]}page.html`);
  await page.waitForFunction(() => window.read);
  for (const name of names) {
    for (const engine of ["three", "babylon"]) {
      const found = await page.evaluate(async ([which, file]) => {
        try {
          return await window.read[which](file);
        } catch (error) {
          return { fault: String(error) };
        }
      }, [engine, `/files/${name}.glb`]);
      console.log(JSON.stringify({ name, engine, ...found }));
    }
  }
} finally {
  await browser.close();
  await pages.close();
}
