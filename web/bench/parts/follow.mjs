/* Opens pages that follow a group, and notes in each frame where the eye looks. Used by scripts/bench guide: follow.mjs URL CODE COUNT
   Prints `ready` once all follow; on a line of input prints, for each page, [[ms since 1970, radians], …], and ends. */
import { chromium } from "playwright-core";
import { createInterface } from "node:readline";

const [url, code, count] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** In the page: notes the eye once a frame. */
const note = () => {
  window.seen = [];
  const look = () => {
    const eye = window.hallwright.eye();
    if (eye) window.seen.push([performance.timeOrigin + performance.now(), eye.facing]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

async function follow() {
  const context = await browser.newContext({ viewport: { width: 160, height: 120 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${url}?tier=low&lang=en&group=${code}`);
  await page.getByRole("button", { name: "Enter the hall" }).press("Enter");
  while (!(await page.evaluate(() => window.hallwright?.group()?.follows))) await page.waitForTimeout(200);
  await page.evaluate(note);
  return page;
}

try {
  const pages = [];
  for (let i = 0; i < Number(count); i++) pages.push(await follow());
  await pages[0].waitForTimeout(3_000);
  console.log("ready");
  await new Promise((told) => createInterface({ input: process.stdin }).once("line", told));
  for (const page of pages) console.log(JSON.stringify(await page.evaluate(() => window.seen)));
} finally {
  await browser.close();
}
