import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { HallServer } from "./serving.js";
import { enter, eventually, launch, visit, type Visit } from "./visiting.js";

const QUIET = 4_000; // ms in which two tabs that fought would have changed places

describe("a visitor in two tabs", () => {
  let server: HallServer;
  let browser: Browser;
  let first: Visit;
  let second: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    first = await visit(browser, server.url, { lang: "zh" });
    const kept = await first.page.evaluate(() => ({ ...sessionStorage }));
    second = await visit(browser, server.url, { outside: true });
    // What a browser does when a tab is duplicated.
    await second.context.addInitScript((all) => Object.entries(all).forEach(([key, value]) => sessionStorage.setItem(key, value)), kept);
    await second.page.reload();
    await enter(second.page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  const view = ({ page }: Visit): Promise<{ connection?: string; me?: number }> =>
    page.evaluate(() => {
      const { connection, me } = document.querySelector<Root>("hall-interface")?.view ?? {};
      return { ...(connection ? { connection } : {}), ...(me ? { me: me.number } : {}) };
    });
  const connections = async (): Promise<unknown[]> => [(await view(first)).connection, (await view(second)).connection];

  it("goes on in the newer one, and the older one says so", async () => {
    await eventually(connections).toEqual(["superseded", "online"]);
    await first.page.getByText("您已在另一个标签页中继续参观").waitFor();
    expect((await view(second)).me).toBe((await view(first)).me);
  });

  it("is not fought over, not even when the network returns", async () => {
    await first.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await first.page.waitForTimeout(QUIET);
    expect(await connections()).toEqual(["superseded", "online"]);
    const health = (await (await fetch(`${server.url}healthz`)).json()) as { live: { people: number } };
    expect(health.live.people).toBe(1);
  });

  it("comes back to the older one when asked", async () => {
    await first.page.getByRole("button", { name: "在此继续" }).press("Enter");
    await eventually(connections).toEqual(["online", "superseded"]);
    await second.page.getByText("You went on in another tab").waitFor();
    await second.page.waitForTimeout(QUIET);
    expect(await connections()).toEqual(["online", "superseded"]);
    expect([...first.mistakes, ...second.mistakes]).toEqual([]);
  });
});
