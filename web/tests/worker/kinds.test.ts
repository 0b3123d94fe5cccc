import { describe, expect, it } from "vitest";
import { assetsOf, kindOf, namesIn } from "../../src/worker/kinds.js";
import { ORIGIN } from "./storage.js";

const asked = (path: string, more: object = {}) => ({ method: "GET", url: new URL(path, ORIGIN).href, mode: "cors", cache: "default", part: false, ...more });

describe("kindOf", () => {
  it.each([
    ["/", { mode: "navigate" }, "page"],
    ["/?venue=x&lang=zh", { mode: "navigate" }, "page"],
    ["/visit?venue=x", { mode: "navigate" }, "page"],
    ["/assets/index-AbC_-123.js", {}, "asset"],
    ["/venues/wmc/files/main-hall.c00-00-far-0123456789abcdef.glb", {}, "file"],
    ["/api/v1/venues", {}, "list"],
    ["/api/v1/venues/wmc/manifest", {}, "manifest"],
  ])("%s %j is a %s", (path, more, kind) => {
    expect(kindOf(asked(path, more), ORIGIN)).toBe(kind);
  });

  it.each([
    ["/text", { mode: "navigate" }],
    ["/visit/x", { mode: "navigate" }],
    ["/", {}],
    ["/socket.io/?transport=polling", {}],
    ["/presence", {}],
    ["/healthz", {}],
    ["/api/v1/venues/wmc/shows", {}],
    ["/api/v1/venues/wmc/search?q=robot", {}],
    ["/api/v1/venues/wmc/announcements", { method: "POST" }],
    ["/api/v1/venues/wmc/manifest", { cache: "no-cache" }],
    ["/venues/wmc/files/tileset.json", {}],
    ["/venues/wmc/files/c00-0123456789abcdef.glb", { part: true }],
    ["https://elsewhere.test/assets/index-AbC_-123.js", {}],
  ])("%s %j is none of the worker's business", (path, more) => {
    expect(kindOf(asked(path, more), ORIGIN)).toBeNull();
  });
});

it("reads the viewer's files from its page, and a hall's from its manifest", () => {
  const page = '<link rel="stylesheet" crossorigin href="/assets/a-12345678.css"><script src="/assets/b-12345678.js"></script><a href="/text">';
  expect(assetsOf(page)).toEqual(["/assets/a-12345678.css", "/assets/b-12345678.js"]);
  expect([...namesIn('{"url":"a-0123456789abcdef.glb","font":{"url":"font-0123456789abcdef.ttf"},"id":"0123456789abcdef"}')])
    .toEqual(["a-0123456789abcdef.glb", "font-0123456789abcdef.ttf"]);
});
