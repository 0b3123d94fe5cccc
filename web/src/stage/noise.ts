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

/** Value noise that repeats after `cells` squares in both directions; u, v in 0…1. */
function lattice(u: number, v: number, cellsU: number, cellsV: number, seed: number): number {
  const [x, y] = [u * cellsU, v * cellsV];
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [tx, ty] = [smooth(x - x0), smooth(y - y0)];
  const at = (dx: number, dy: number): number => chance((x0 + dx) % cellsU, (y0 + dy) % cellsV, seed);
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * tx;
  const bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * tx;
  return top + (bottom - top) * ty;
}

function clouds(u: number, v: number): number {
  let sum = 0;
  for (let octave = 0; octave < 5; octave++) sum += lattice(u, v, 4 << octave, 4 << octave, octave) / 2 ** (octave + 1);
  return sum * 1.03;
}

function pixel(x: number, y: number): readonly [number, number, number, number] {
  const [u, v] = [x / SIZE, y / SIZE];
  const fine = 0.5 * chance(x, y, 11) + 0.5 * lattice(u, v, 128, 128, 12);
  const streak = 0.6 * lattice(u, v, 4, 256, 13) + 0.4 * lattice(u, v, 16, 128, 14);
  const speck = smooth(Math.max(0, lattice(u, v, 96, 96, 15) - 0.62) / 0.38);
  return [clouds(u, v), fine, streak, speck];
}

export function noiseTexture(): DataTexture {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const channels = pixel(x, y);
      for (let c = 0; c < 4; c++) data[(y * SIZE + x) * 4 + c] = Math.round(Math.min(1, channels[c] as number) * 255);
    }
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
