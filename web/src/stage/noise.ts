/** The one picture that all grain comes from: 256 × 256, tiling, made here.
 *  R soft clouds, G fine grain, B streaks along u, A sparse specks. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from "three";

const SIZE = 256;

/** The same number in 0…1 for the same square and seed. */
function chance(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2246822519);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Value noise of SIZE × SIZE pixels that repeats after so many squares in both directions: one number in 0…1 for each. */
function lattice(cellsU: number, cellsV: number, seed: number): Float32Array {
  const corners = new Float32Array(cellsU * cellsV);
  for (let y = 0; y < cellsV; y++) for (let x = 0; x < cellsU; x++) corners[y * cellsU + x] = chance(x, y, seed);
  const [across, up] = [steps(cellsU), steps(cellsV)];
  const values = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    const { at: y0, next: y1, share: ty } = up[y] as Step;
    for (let x = 0; x < SIZE; x++) {
      const { at: x0, next: x1, share: tx } = across[x] as Step;
      const corner = (cx: number, cy: number): number => corners[cy * cellsU + cx] as number;
      const top = corner(x0, y0) + (corner(x1, y0) - corner(x0, y0)) * tx;
      const bottom = corner(x0, y1) + (corner(x1, y1) - corner(x0, y1)) * tx;
      values[y * SIZE + x] = top + (bottom - top) * ty;
    }
  }
  return values;
}

/** The square that a pixel lies in, the one after it, and how far it is on the way between them. */
interface Step {
  readonly at: number;
  readonly next: number;
  readonly share: number;
}

function steps(cells: number): readonly Step[] {
  return Array.from({ length: SIZE }, (_, i) => {
    const at = Math.floor((i / SIZE) * cells);
    return { at, next: (at + 1) % cells, share: smooth((i / SIZE) * cells - at) };
  });
}

/** The four channels, each of SIZE × SIZE numbers in 0…1. */
function channels(): readonly Float32Array[] {
  const mixed = (of: (i: number) => number): Float32Array => Float32Array.from({ length: SIZE * SIZE }, (_, i) => of(i));
  const at = (values: Float32Array, i: number): number => values[i] as number;
  const octaves = [0, 1, 2, 3, 4].map((octave) => lattice(4 << octave, 4 << octave, octave));
  const [fine, long, short, speck] = [lattice(128, 128, 12), lattice(4, 256, 13), lattice(16, 128, 14), lattice(96, 96, 15)];
  return [
    mixed((i) => 1.03 * octaves.reduce((sum, values, octave) => sum + at(values, i) / 2 ** (octave + 1), 0)),
    mixed((i) => 0.5 * chance(i % SIZE, Math.floor(i / SIZE), 11) + 0.5 * at(fine, i)),
    mixed((i) => 0.6 * at(long, i) + 0.4 * at(short, i)),
    mixed((i) => smooth(Math.max(0, at(speck, i) - 0.62) / 0.38)),
  ];
}

export function noiseTexture(): DataTexture {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (const [c, values] of channels().entries()) {
    for (let i = 0; i < values.length; i++) data[i * 4 + c] = Math.round(Math.min(1, values[i] as number) * 255);
  }
  const texture = new DataTexture(data, SIZE, SIZE, RGBAFormat);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}
