/** Every file of the reference venue, opened in Chromium by the viewer's own reader: meshopt, quantisation, WebP. */
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HallServer } from "./serving.js";
import { launch } from "./visiting.js";

interface Opened {
  readonly url: string;
  /** Drawn pieces, and their triangles; null when the file did not open. */
  readonly pieces: number | null;
  readonly triangles: number;
  readonly told: number;
}

interface Reader {
  open(body: ArrayBuffer): Promise<{ pieces: readonly { geometry: { index: { count: number } | null }; matrices: readonly unknown[] }[] }>;
}

/** The reader as one script that leaves itself in `globalThis.reader`. */
async function reader(): Promise<string> {
  const entry = fileURLToPath(new URL("../../src/stage/opening.ts", import.meta.url));
  const lib = { entry, formats: ["iife" as const], name: "reader", fileName: "reader" };
  const made = await build({ configFile: false, logLevel: "error", build: { write: false, minify: false, lib } });
  const output = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
  return `${output.output[0].code};globalThis.reader = reader;`;
}

describe("every published file", () => {
  let server: HallServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "layouts/wmc/venue.yaml" }), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("opens in Chromium and holds the triangles that the manifest tells", async () => {
    const page = await browser.newPage();
    // A page of the server under its own policy, without the viewer at work in it.
    await page.goto(`${server.url}healthz`);
    await page.evaluate(await reader());
    const opened = await page.evaluate(openAll);
    expect(opened.length).toBeGreaterThan(250);
    expect(opened.filter(({ pieces }) => pieces === null)).toEqual([]);
    expect(opened.filter(({ triangles, told }) => triangles !== told)).toEqual([]);
  });
});

async function openAll(): Promise<Opened[]> {
  type File = { url: string; triangles: number };
  type Hall = { models: Record<string, { near: File }>; areas: { cells: { far: File | null; near: File | null }[] }[] };
  const hall = (await (await fetch("/api/v1/venues/wmc/manifest")).json()) as Hall;
  const cells = hall.areas.flatMap(({ cells }) => cells.flatMap(({ far, near }) => [far, near]));
  const files = [...Object.values(hall.models).map(({ near }) => near), ...cells].filter((file) => file !== null);
  const { reader } = globalThis as unknown as { reader: Reader };
  const opened: Opened[] = [];
  for (const { url, triangles: told } of files) {
    const body = await (await fetch(`/venues/wmc/files/${url}`)).arrayBuffer();
    const pieces = await reader.open(body).then((opened) => opened.pieces, () => null);
    const count = (pieces ?? []).reduce((sum, { geometry, matrices }) => sum + ((geometry.index?.count ?? 0) / 3) * matrices.length, 0);
    opened.push({ url, pieces: pieces?.length ?? null, triangles: count, told });
  }
  return opened;
}
