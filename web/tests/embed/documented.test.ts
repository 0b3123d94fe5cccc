import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ATTRIBUTES } from "../../src/embed/attributes.js";
import { COMMANDS, EVENTS } from "../../src/protocol/embedding.js";

const page = readFileSync(new URL("../../../docs/formats/embed.md", import.meta.url), "utf8");

/** The first column of the table below a heading: the names between backticks. */
function documented(heading: string): string[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? "");
}

it("every attribute is documented, and every one that is documented is there", () => {
  expect(documented("Attributes").sort()).toEqual([...ATTRIBUTES].sort());
});

it("every event is", () => {
  // The answer to hello is heard by the element itself.
  expect(documented("Events").sort()).toEqual(EVENTS.filter((each) => each !== "hello").map((each) => `hallwright-${each}`).sort());
});

it("every message is", () => {
  expect(documented("Messages").sort()).toEqual([...COMMANDS].sort());
});

it("every code of an error is", () => {
  const source = readFileSync(new URL("../../src/protocol/embedding.ts", import.meta.url), "utf8");
  const codes = [...(/type EmbedError = (.*);/.exec(source)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(3);
  expect(documented("Errors").sort()).toEqual(codes.sort());
});
