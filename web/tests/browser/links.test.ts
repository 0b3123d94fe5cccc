/** Links to the reference venue as people write them: `?to=`, `?from=` and `?select=`. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch, visit } from "./visiting.js";

const PHONE = { viewport: { width: 360, height: 740 } };

interface Hall {
  readonly areas: readonly { readonly booths: readonly { readonly id: string; readonly number: string; readonly at: readonly [number, number]; readonly name: { readonly zh: string } }[] }[];
}

describe("a link into the reference venue", () => {
  let server: HallServer;
  let browser: Browser;
  let hall: Hall;

  const booth = (id: string): Hall["areas"][number]["booths"][number] => {
    const found = hall.areas.flatMap(({ booths }) => booths).find((each) => each.id === id);
    if (!found) throw new Error(`the reference venue has no booth ${id}`);
    return found;
  };
  const led = (page: Page) => (): Promise<unknown> => page.evaluate(() => [window.hallwright?.led()?.to, window.hallwright?.led()?.state]);

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "layouts/wmc/venue.yaml" }), launch()]);
    hall = (await (await fetch(`${server.url}api/v1/venues/wmc/manifest`)).json()) as Hall;
    const way = `${server.url}api/v1/venues/wmc/route?from=main-hall/a12&to=a14`;
    while ((await fetch(way)).status === 503) await new Promise((again) => setTimeout(again, 500)); // still surveyed: nobody's mistake
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("begins before a booth, leads to another and opens the card of a third, by their numbers", async () => {
    expect(booth("a12").number).toBe("A12");
    const { page, context, mistakes } = await visit(browser, `${server.url}?from=booth-a12&to=booth-B61&select=booth-A14`);
    const [x = NaN, y = NaN] = (await page.evaluate(() => window.hallwright?.stats().at)) ?? [];
    expect(Math.hypot(x - booth("a12").at[0], y - booth("a12").at[1])).toBeLessThan(5);
    await eventually(led(page), 90_000).toEqual(["b61", "leading"]);
    expect(await page.locator("hall-booth-card .head").innerText()).toContain("A14");
    expect(await page.locator("[data-unknown]").count()).toBe(0);
    expect(mistakes).toEqual([]);
    await context.close();
  });

  it("says in words what it does not know, and goes on", async () => {
    const { page, context } = await visit(browser, `${server.url}?from=booth-z99&select=nothing&to=booth-z98`, { lang: "zh", context: PHONE });
    const note = page.locator("[data-unknown]");
    await eventually(() => note.innerText()).toMatch(/没有名为“booth-z99”的地点[^]*没有名为“nothing”的地点/);
    await eventually(() => page.locator("hall-route-bar [data-left]").innerText(), 90_000).toContain("没有名为“booth-z98”的地点");
    expect(await breaches(page)).toEqual([]);
    expect(await spilled(page)).toEqual([]);
    await note.getByRole("button", { name: "关闭" }).press("Enter");
    await note.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("CANVAS");
    await context.close();
  });
});
