/* Draws the pictures of the installed app from public/favicon.svg, in Chromium: node build/icons.mjs. They are kept in the
   checkout, for building must not need a browser. Maskable ones may be cut to a circle of four fifths: all that counts
   is within it, and the ground goes to the edges. */
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const FOLDER = fileURLToPath(new URL("../public/", import.meta.url));
const ICONS = [["icon-192", 192, false], ["icon-512", 512, false], ["maskable-512", 512, true], ["apple-180", 180, true]];
const MASKED = 0.72; // of the side

const drawing = readFileSync(`${FOLDER}favicon.svg`, "utf8");
const ground = /<rect[^>]*fill="(#\w+)"/.exec(drawing)?.[1] ?? "#ffffff";
mkdirSync(`${FOLDER}icons`, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, side, masked] of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const size = masked ? Math.round(side * MASKED) : side;
  await page.setContent(`<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${masked ? ground : "transparent"}}
    svg{width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: `${FOLDER}icons/${name}.png`, omitBackground: !masked });
  await page.close();
}
await browser.close();
