import { describe, expect, it } from "vitest";
import { areaOf, readManifest, spawnOf, type Area } from "../../src/hall/manifest.js";
import { json, sample } from "./sample.js";

describe("readManifest", () => {
  it("reads what the server publishes", () => {
    const hall = sample();
    expect(hall.areas[0]?.environment.fog).toEqual({ color: "#e6ebee", near: 70, far: 300 });
    expect(hall.areas[0]?.portals[0]?.to).toEqual({ area: "other", portal: "west" });
    expect(hall.models["rocket"]?.near?.url).toBe("rocket.glb");
  });

  it("reads where one may sit, and takes models without seats", () => {
    const manifest = structuredClone(json()) as { models: Record<string, object> };
    const seat = { id: "window", at: [1, 2, 3], facing: -1.57, part: "seats", name: { en: "Window", zh: "靠窗" }, rides: true };
    manifest.models["rocket"] = { ...manifest.models["rocket"], seats: [seat] };
    const read = readManifest(manifest);
    expect(read.ok && read.value.models["rocket"]?.seats).toEqual([seat]);
    expect(sample().models["rocket"]?.seats).toEqual([]);
    manifest.models["rocket"] = { ...manifest.models["rocket"], seats: [{ ...seat, facing: "west" }] };
    const refused = readManifest(manifest);
    expect(!refused.ok && refused.error).toMatch(/^models\.rocket\.seats\.0\.facing:/);
  });

  it.each([
    ["areas.0.cells.1.bounds.min", (m: ReturnType<typeof json>) => (m.areas[0]!.cells[1]!.bounds.min = ["x"] as never)],
    ["areas.1.zones.0.polygon.2.1", (m: ReturnType<typeof json>) => (m.areas[1]!.zones[0]!.polygon[2]![1] = NaN)],
    ["name.zh", (m: ReturnType<typeof json>) => (m.name = { en: "x" } as never)],
    ["format", (m: ReturnType<typeof json>) => (m.format = "hallwright/9")],
  ])("says where it is wrong: %s", (path, spoil) => {
    const manifest = structuredClone(json());
    spoil(manifest);
    const read = readManifest(manifest);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.startsWith(`${path}:`)).toBe(true);
  });

  it("refuses what is no manifest at all", () => {
    for (const value of [null, 3, "x", [], {}]) expect(readManifest(value).ok).toBe(false);
  });
});

describe("spawnOf", () => {
  const main = areaOf(sample(), "main") as Area;
  it("takes the named one, else the default, else the middle", () => {
    expect(spawnOf(main, "back").id).toBe("back");
    expect(spawnOf(main, "nowhere").id).toBe("entrance");
    expect(spawnOf({ ...main, spawns: [] }).at).toEqual([50, 25]);
  });
});
