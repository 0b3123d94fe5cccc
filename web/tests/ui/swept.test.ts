import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { PANELS } from "../../src/ui/panel-names.js";
import { everything } from "../browser/sweeping/everything.js";

const source = (path: string): string => readFileSync(fileURLToPath(new URL(`../../src/ui/${path}`, import.meta.url)), "utf8");
const shown = new Set(everything.flatMap(({ shows }) => shows));

/** Every element that `parts.ts` brings, by the tag that it defines. */
const parts = [...source("parts.ts").matchAll(/import "\.\/(.+)\.js"/g)].flatMap(([, path = ""]) =>
  [...source(`${path}.ts`).matchAll(/@customElement\("(.+)"\)/g)].map(([, tag = ""]) => tag));

it("sweeps every panel", () => {
  expect(PANELS.filter((panel) => !shown.has(panel))).toEqual([]);
});

it("sweeps every page, bar, notice and card", () => {
  expect(parts.length).toBeGreaterThan(40);
  expect(parts.filter((tag) => !shown.has(tag))).toEqual([]);
});

it("sweeps nothing that is no more", () => {
  const known = new Set<string>([...PANELS, ...parts, "hall-unveiled"]); // which comes along with the announcements
  expect([...shown].filter((each) => !known.has(each))).toEqual([]);
});

it("sweeps each of them once, under a name of its own", () => {
  expect(new Set(everything.map(({ name }) => name)).size).toBe(everything.length);
});
