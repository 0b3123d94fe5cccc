/** The line on the floor that leads somewhere: a ribbon with dark edges and chevrons that run ahead. One draw. */
import {
  BufferAttribute, BufferGeometry, DataTexture, LinearFilter, Mesh, MeshBasicMaterial, RepeatWrapping, SRGBColorSpace,
} from "three";
import type { Point } from "../core/plan.js";

const HALF = 0.19; // metres
/** Metres of one chevron and the gap behind it. */
const ROUND = 1.5;
/** Metres a second that chevrons run. */
const PACE = 1.1;
const HEIGHT = 0.035;
const LIVE: readonly [number, number, number] = [255, 176, 0];
const EDGE: readonly [number, number, number] = [58, 40, 0];
const ARROW: readonly [number, number, number] = [122, 78, 0];
const [ACROSS, ALONG] = [32, 64];

export class Trail {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;
  private readonly paint = chevrons();
  private line: readonly Point[] = [];

  constructor() {
    const material = new MeshBasicMaterial({
      map: this.paint, transparent: true, opacity: 0.94, depthWrite: false, toneMapped: false,
      polygonOffset: true, polygonOffsetFactor: -4, polygonOffsetUnits: -4,
    });
    this.mesh = new Mesh(new BufferGeometry(), material);
    this.mesh.name = "trail";
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.renderOrder = 4;
  }

  /** Lays the line over these points of the plan; fewer than two take it up. Returns whether anything changed. */
  lay(line: readonly Point[]): boolean {
    const none = line.length < 2 && !this.mesh.visible;
    if (line === this.line || none) return false;
    this.line = line;
    this.mesh.visible = line.length > 1;
    if (!this.mesh.visible) return true;
    this.mesh.geometry.dispose();
    this.mesh.geometry = ribbon(line);
    return true;
  }

  /** Lets the chevrons run on; returns whether they did. */
  run(seconds: number): boolean {
    if (!this.mesh.visible || seconds === 0) return false;
    this.paint.offset.y = (this.paint.offset.y - (seconds * PACE) / ROUND) % 1;
    return true;
  }
}

/** Two triangles a stretch, mitred at corners; `v` counts from the line's end, so that what is left stays in place. */
function ribbon(line: readonly Point[]): BufferGeometry {
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  let left = line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - (line[i] as Point)[0], y - (line[i] as Point)[1]), 0);
  line.forEach((point, i) => {
    const [sx, sy] = sideways(line, i);
    for (const side of [1, -1]) {
      positions.push(point[0] + sx * HALF * side, HEIGHT, -(point[1] + sy * HALF * side));
      uvs.push((1 - side) / 2, -left / ROUND);
    }
    const next = line[i + 1];
    if (!next) return;
    left -= Math.hypot(next[0] - point[0], next[1] - point[1]);
    const at = i * 2;
    indices.push(at, at + 1, at + 2, at + 1, at + 3, at + 2);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setIndex(indices);
  return geometry;
}

/** To the left of the way at a point, as long as the mitre wants. */
function sideways(line: readonly Point[], i: number): Point {
  const [px, py] = line[i] as Point;
  const [bx, by] = line[Math.max(0, i - 1)] as Point;
  const [nx, ny] = line[Math.min(line.length - 1, i + 1)] as Point;
  const [before, after] = [unit(px - bx, py - by), unit(nx - px, ny - py)];
  const way = unit(before[0] + after[0], before[1] + after[1]);
  const flat = after[0] || after[1] ? after : before;
  const stretch = 1 / Math.max(0.5, way[0] * flat[0] + way[1] * flat[1]);
  return [-way[1] * stretch, way[0] * stretch];
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : [0, 0];
}

/** The ribbon's paint: edges, ground, and one chevron that points along v. */
function chevrons(): DataTexture {
  const data = new Uint8Array(ACROSS * ALONG * 4);
  for (let v = 0; v < ALONG; v++) {
    for (let u = 0; u < ACROSS; u++) {
      const aside = Math.abs((u + 0.5) / ACROSS - 0.5) * 2;
      const reach = (v + 0.5) / ALONG - 0.3 + aside * 0.24;
      const color = aside > 0.84 ? EDGE : reach > 0.12 && reach < 0.3 && aside < 0.66 ? ARROW : LIVE;
      data.set([...color, 255], (v * ACROSS + u) * 4);
    }
  }
  const texture = new DataTexture(data, ACROSS, ALONG);
  texture.wrapT = RepeatWrapping;
  texture.magFilter = texture.minFilter = LinearFilter;
  texture.colorSpace = SRGBColorSpace;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  return texture;
}
