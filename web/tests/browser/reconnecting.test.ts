import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";
import { Wire } from "./wire.js";

/** What the page's interface has been told, oldest first. */
const told = (visitor: Visit): Promise<string[]> =>
  visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.announcements.map(({ text }) => text.en) ?? []);
const connection = (visitor: Visit): Promise<string | undefined> =>
  visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.connection);
const people = (visitor: Visit): Promise<string[]> =>
  visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.people.map(({ nickname }) => nickname) ?? []);
const me = (visitor: Visit): Promise<number | undefined> =>
  visitor.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.me?.number);

const rename = async (visitor: Visit, name: string): Promise<void> => {
  await visitor.page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
  await visitor.page.locator("[data-panel=name]").press("Enter");
  await visitor.page.locator("#nickname").fill(name);
  await visitor.page.locator("#nickname").press("Enter");
};

describe("a visitor whose network goes away", () => {
  let server: HallServer;
  let wire: Wire;
  let browser: Browser;
  let ada: Visit;
  let wei: Visit;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
    wire = await Wire.to(server.port);
    ada = await visit(browser, wire.url, { at: "20,2" });
    wei = await visit(browser, server.url, { at: "18,6" });
  });

  afterAll(async () => {
    await browser?.close();
    await wire?.remove();
    await server?.end();
  });

  it("resumes as the same person, with every event told once", async () => {
    server.announce("one", "一");
    await eventually(() => told(ada)).toEqual(["one"]);
    const number = await me(ada);
    wire.cut();
    await eventually(() => connection(ada)).toBe("reconnecting");
    server.announce("two", "二");
    server.announce("three", "三");
    await rename(wei, "Wei");
    await ada.page.getByText("Reconnecting…").waitFor({ timeout: 20_000 });
    wire.mend();
    await eventually(() => connection(ada), 30_000).toBe("online");
    server.announce("four", "四");
    await eventually(() => told(ada)).toEqual(["one", "two", "three", "four"]);
    await eventually(() => people(ada)).toEqual(["Wei"]); // that page may still be drawing when it is renamed
    expect(await me(ada)).toBe(number);
    await eventually(() => told(wei)).toEqual(["one", "two", "three", "four"]); // the other page may still be drawing
  });

  it("sees the others move again", async () => {
    const others = (): Promise<readonly { x: number; y: number }[]> => ada.page.evaluate(() => window.hallwright?.others() ?? []);
    await eventually(async () => (await others()).length).toBe(1);
    const [before] = await others();
    await wei.page.evaluate(() => window.hallwright?.walk([10, 3]));
    await eventually(async () => {
      const [seen] = await others();
      return seen && before ? Math.hypot(seen.x - before.x, seen.y - before.y) : 0;
    }, 60_000).toBeGreaterThan(0.5);
  });

  it("is told at once when the device is offline, and comes back by itself", async () => {
    await ada.context.setOffline(true);
    await ada.page.getByText("You are offline").waitFor({ timeout: 20_000 });
    server.announce("five", "五");
    await eventually(() => told(wei)).toContain("five");
    await ada.context.setOffline(false);
    await eventually(() => connection(ada), 30_000).toBe("online");
    await eventually(() => told(ada)).toEqual(["one", "two", "three", "four", "five"]);
  });

  it("joins the hall of a server that was started again", async () => {
    await server.stop("SIGKILL");
    await eventually(() => connection(wei)).toBe("reconnecting");
    server = await HallServer.start({ port: server.port, data: server.data });
    await eventually(() => connection(wei), 40_000).toBe("online");
    await eventually(() => connection(ada), 40_000).toBe("online");
    await eventually(async () => (await people(ada)).length).toBe(1);
    server.announce("six", "六");
    await eventually(() => told(ada)).toEqual(["one", "two", "three", "four", "five", "six"]);
    await eventually(() => ada.page.evaluate(() => window.hallwright?.others().length), 30_000).toBe(1);
  });
});
