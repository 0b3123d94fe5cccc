/** Veils over exhibits that are to be unveiled: cloth that hangs in folds over a frame, and falls. */
import { BufferGeometry, DoubleSide, Float32BufferAttribute, Group, Mesh, MeshStandardMaterial } from "three";

/** What a veil covers: plan metres and bearing, as placements have them. */
export interface Covered {
  readonly at: readonly [x: number, y: number];
  /** Metres of its foot above the floor. */
  readonly elevation: number;
  readonly facing: number;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
}

/** Metres around what is covered, at the sides and above it. */
const AIR = { side: 0.25, top: 0.3 };
const ACROSS = 200;
const DOWN = 14;
/** Metres from one fold to the next, and how far one comes out at the hem. */
const FOLD = 0.55;
const DEEP = 0.11;
/** Share of the fall in which the cloth is on its way down; then it lies there and fades. */
const FALLING = 0.55;

export class Drapes {
  readonly object = new Group();
  private readonly meshes = new Map<string, Mesh<BufferGeometry, MeshStandardMaterial>>();

  /** Hangs a veil over something. */
  hang(id: string, covered: Covered): void {
    this.remove(id);
    const material = new MeshStandardMaterial({ color: 0x9c1026, roughness: 0.62, side: DoubleSide, envMapIntensity: 0.6 });
    const mesh = new Mesh(cloth(covered.width + 2 * AIR.side, covered.depth + 2 * AIR.side, covered.height + AIR.top), material);
    mesh.position.set(covered.at[0], covered.elevation, -covered.at[1]);
    mesh.rotation.y = Math.PI - covered.facing;
    this.meshes.set(id, mesh);
    this.object.add(mesh);
  }

  /** How far a veil has fallen: 0 hangs, 1 is gone. Returns whether that changed anything. */
  set(id: string, share: number): boolean {
    const mesh = this.meshes.get(id);
    if (!mesh) return false;
    if (mesh.userData["share"] === share) return false;
    mesh.userData["share"] = share;
    mesh.visible = share < 1;
    const down = Math.min(1, share / FALLING);
    const spread = 1 + 0.16 * down * down;
    mesh.scale.set(spread, Math.max(0.015, 1 - down * down), spread);
    const gone = Math.max(0, (share - FALLING) / (1 - FALLING));
    mesh.material.transparent = gone > 0;
    mesh.material.opacity = 1 - gone;
    return true;
  }

  clear(): void {
    for (const id of [...this.meshes.keys()]) this.remove(id);
  }

  private remove(id: string): void {
    const mesh = this.meshes.get(id);
    if (!mesh) return;
    this.meshes.delete(id);
    this.object.remove(mesh);
    mesh.geometry.dispose();
    mesh.material.dispose();
  }
}

/** A cloth over a box that stands on the ground: rings from the middle of its top outwards, then down its sides. */
function cloth(width: number, depth: number, height: number): BufferGeometry {
  const around = 2 * (width + depth);
  const folds = Math.max(8, Math.round(around / FOLD));
  const positions: number[] = [];
  const rings: readonly (readonly [out: number, up: number, fold: number])[] = [
    [0, 1.02, 0], [0.5, 1.015, 0], [0.9, 1.003, 0.02], [1, 0.985, 0.12],
    ...Array.from({ length: DOWN }, (_, i) => {
      const down = (i + 1) / DOWN;
      return [1 + 0.035 * down, 0.985 * (1 - down), 0.15 + 0.85 * down ** 0.7] as const;
    }),
  ];
  for (const [out, up, fold] of rings) {
    for (let i = 0; i <= ACROSS; i++) {
      const turn = (i % ACROSS) / ACROSS;
      const [x, z, nx, nz] = edge(turn, width, depth);
      const wave = DEEP * fold * (Math.sin(turn * folds * 2 * Math.PI) + 0.4 * Math.sin(turn * (folds * 2 + 3) * 2 * Math.PI + 1.3));
      positions.push(x * out + nx * wave, Math.max(0.01, up * height), z * out + nz * wave);
    }
  }
  const indices: number[] = [];
  const row = ACROSS + 1;
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let i = 0; i < ACROSS; i++) {
      const [a, b] = [ring * row + i, (ring + 1) * row + i];
      indices.push(a, b, a + 1, a + 1, b, b + 1);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(positions, 3));
  geometry.setIndex(indices);
  geometry.computeVertexNormals();
  return geometry;
}

/** A point of a rectangle's edge with round corners, `turn` in 0…1 of the way around, and the way outwards there. */
function edge(turn: number, width: number, depth: number): readonly [x: number, z: number, nx: number, nz: number] {
  const angle = turn * 2 * Math.PI;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const round = 0.22; // a superellipse: a rectangle with round corners
  const [x, z] = [Math.sign(c) * Math.abs(c) ** round * (width / 2), Math.sign(s) * Math.abs(s) ** round * (depth / 2)];
  const [nx, nz] = [Math.sign(c) * Math.abs(c) ** (2 - round), Math.sign(s) * Math.abs(s) ** (2 - round)];
  const length = Math.hypot(nx, nz) || 1;
  return [x, z, nx / length, nz / length];
}
