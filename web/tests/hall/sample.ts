/** A small hall for tests, as the server would publish it. */
import { type Manifest, readManifest } from "../../src/hall/manifest.js";

const name = { en: "Name", zh: "名称" };
const file = (url: string) => ({ url, bytes: 100, wire: 50, triangles: 10, draws: 1 });

export function cell(column: number, row: number, size = 25) {
  const [x, y] = [column * size, row * size];
  const id = `c${String(column).padStart(2, "0")}-${String(row).padStart(2, "0")}`;
  return {
    id, key: id, far: file(`${id}-far.glb`), near: file(`${id}-near.glb`),
    bounds: { min: [x, 0, -(y + size)], max: [x + size, 12, -y] },
  };
}

export function area(id: string, columns: number, rows: number) {
  return {
    id, kind: "hall", name, size: [columns * 25, rows * 25], origin: [0, 0], height: 12,
    environment: { sky: "hall", exposure: 1, fog: ["#e6ebee", 70, 300], sun: null },
    walkable: { url: `${id}.walk`, bytes: 10, wire: 5, step: 0.25, columns: columns * 100, rows: rows * 100 },
    zones: [{ id: "a", letter: "A", name, color: "#1f6fb2", polygon: [[0, 0], [25, 0], [25, 25], [0, 25]], area_m2: 625 }],
    spawns: [{ id: "back", at: [40, 10], facing: 1 }, { id: "entrance", at: [5, 5], facing: 0, default: true }],
    portals: [{ id: "east", at: [columns * 25 - 1, 12], facing: Math.PI / 2, width: 6, to: ["other", "west"], name }],
    booths: [{
      id: "b1", number: "A01", name, zone: "a", exhibitor: "", at: [20, 10], size: [6, 4], height: 2.5, facing: 0, exhibits: [],
    }],
    placements: [{ id: "p1", exhibit: "x", model: "rocket", at: [60, 12], elevation: 0, facing: 0, scale: 1, cell: "c02-00" }],
    stages: [], facilities: [], aisles: [],
    cells: Array.from({ length: columns * rows }, (_, i) => cell(i % columns, Math.floor(i / columns))),
  };
}

export function json() {
  return {
    format: "hallwright/1", venue: "sample", revision: "0123456789abcdef", name, theme: name, sample_data: true,
    start: { area: "main", spawn: "entrance" }, files: { count: 1, bytes: 1, wire: 1 }, font: null,
    models: { rocket: { near: file("rocket.glb"), far: null, radius: 4, name } },
    exhibits: [{ id: "x", name, summary: name, model: "rocket", source: "" }], exhibitors: [],
    areas: [
      area("main", 4, 2),
      { ...area("other", 2, 2), portals: [{ id: "west", at: [1, 12], facing: -Math.PI / 2, width: 6, to: ["main", "east"], name }] },
    ],
  };
}

export function sample(): Manifest {
  const read = readManifest(json());
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
