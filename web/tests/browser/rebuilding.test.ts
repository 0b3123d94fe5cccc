import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

const MINIMAL = fileURLToPath(new URL("../../../layouts/minimal.yaml", import.meta.url));

describe("an organizer saves the layout", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  const layout = join(folder, "venue.yaml");
  let server: HallServer;
  let browser: Browser;
  let visitor: Visit;
  let asked: string[];

  beforeAll(async () => {
    writeFileSync(layout, readFileSync(MINIMAL));
    [server, browser] = await Promise.all([HallServer.start({ layout, watch: true }), launch()]);
    visitor = await visit(browser, server.url, { at: "20,3", facing: 0 });
    await visitor.page.evaluate(() => window.hallwright?.ready());
    asked = [];
    visitor.page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop() ?? ""));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = (change: (text: string) => string): void => writeFileSync(layout, change(readFileSync(layout, "utf8")));
  const triangles = (): Promise<number> =>
    visitor.page.evaluate(async () => {
      await window.hallwright?.ready();
      return window.hallwright?.stats().triangles ?? 0;
    });

  const problems = async (): Promise<number> => {
    const { venues } = (await (await fetch(`${server.url}api/v1/venues`)).json()) as { venues: { problems: number }[] };
    return venues[0]?.problems ?? 0;
  };

  it("and only the cells that changed are fetched and swapped", async () => {
    const before = await triangles();
    // B01 stands in the eastern half; the western cell stays what it is.
    save((text) => text.replace("number: B01, type: island, size: [6, 4], at: [20, 9]", "number: B01, type: island, size: [8, 5], at: [29, 9]"));
    await eventually(async () => asked.filter((name) => name.endsWith(".glb")).length, 60_000).toBeGreaterThan(0);
    await eventually(triangles).not.toBe(before);
    const cells = asked.filter((name) => name.endsWith(".glb")).map((name) => /c\d\d-\d\d/.exec(name)?.[0]);
    expect(new Set(cells).size).toBeLessThanOrEqual(2);
    expect(await visitor.page.evaluate(() => window.hallwright?.stats().waiting)).toBe(0);
  });

  it("and a broken save leaves the hall as it was", async () => {
    const before = await triangles();
    asked.length = 0;
    save((text) => text.replace("kind: hall", "kind: hal"));
    await eventually(problems, 60_000).toBeGreaterThan(0);
    await visitor.page.waitForTimeout(1000); // in which a page that was told something wrong would ask
    expect(asked.filter((name) => name.endsWith(".glb"))).toEqual([]);
    expect(await triangles()).toBe(before);
  });

  it("and nobody sees a mistake", () => {
    expect(visitor.mistakes).toEqual([]);
  });
});
