import { chromium } from "playwright-core";
const FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
const url = process.argv[2];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
for (const lang of ["en", "zh"]) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true, serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.on("pageerror", (e) => console.log(e.message));
  const shot = (name) => page.screenshot({ path: `/tmp/pwa-shot-${lang}-${name}.png` });
  await page.goto(`${url}?lang=${lang}&tier=low`);
  const enter = page.locator("button.enter:enabled");
  await enter.waitFor();
  await page.waitForTimeout(500);
  await shot("loading");
  await enter.press("Enter");
  await page.waitForTimeout(2500);
  await shot("walking");
  const menu = page.locator("[data-menu]");
  await page.evaluate(() => { const o = new Event("beforeinstallprompt", { cancelable: true }); window.dispatchEvent(o); });
  await menu.press("Enter"); await page.locator("[data-panel=help]").waitFor(); await page.waitForTimeout(400); await shot("menu");
  for (const panel of ["map", "settings", "help", "tours", "groups"]) {
    await page.locator(`[data-panel=${panel}]`).press("Enter"); await page.waitForTimeout(900); await shot(panel);
    await page.keyboard.press("Escape"); await page.waitForTimeout(300);
    await menu.press("Enter"); await page.locator("[data-panel=help]").waitFor();
  }
  await page.keyboard.press("Escape"); await page.waitForTimeout(300);
  await page.evaluate(async () => {
    const { venues } = await (await fetch("/api/v1/venues")).json();
    const hall = await (await fetch(venues[0].manifest)).json();
    const root = document.querySelector("hall-interface");
    root.intents.select(hall.areas[0].placements.find((p) => p.exhibit.includes("maglev") || true).id);
  });
  await page.waitForTimeout(900); await shot("card");
  await page.evaluate(() => document.querySelector("hall-interface").intents.select(null));
  await page.evaluate(() => document.querySelector("hall-interface").dispatchEvent(new Event("x")));
  await page.evaluate(() => { const r = document.querySelector("hall-interface"); r.view = { ...r.view, connection: "offline", kept: Date.now() - 86400000 }; });
  await page.waitForTimeout(900); await shot("offline");
  await context.close();
}
await browser.close();
