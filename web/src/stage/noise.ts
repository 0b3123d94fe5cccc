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

/** Adds value noise of SIZE × SIZE pixels that repeats after so many squares in both directions, times `share`. Plain loops: a
 *  slow processor makes ten of these before anything is seen. */
function add(values: Float32Array, cellsU: number, cellsV: number, seed: number, share: number): void {
  const [row, next] = [new Float32Array(SIZE), new Float32Array(SIZE)];
  let made = -1;
  for (let y = 0; y < SIZE; y++) {
    const v = (y / SIZE) * cellsV;
    const cell = Math.floor(v);
    const ty = smooth(v - cell);
    if (cell !== made) {
      if (cell > 0) row.set(next);
      else line(row, cellsU, cell, seed);
      line(next, cellsU, (cell + 1) % cellsV, seed);
      made = cell;
    }
    for (let x = 0; x < SIZE; x++) {
      const top = row[x] as number;
      values[y * SIZE + x] = (values[y * SIZE + x] as number) + share * (top + ((next[x] as number) - top) * ty);
    }
  }
}

/** One line of corners, smoothed along u. */
function line(into: Float32Array, cells: number, y: number, seed: number): void {
  for (let x = 0; x < SIZE; x++) {
    const u = (x / SIZE) * cells;
    const cell = Math.floor(u);
    const left = chance(cell, y, seed);
    into[x] = left + (chance((cell + 1) % cells, y, seed) - left) * smooth(u - cell);
  }
}

/** The four channels, each of SIZE × SIZE numbers in 0…1. */
function channels(): readonly Float32Array[] {
  const [clouds, fine, streaks, specks] = [0, 1, 2, 3].map(() => new Float32Array(SIZE * SIZE)) as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let octave = 0; octave < 5; octave++) add(clouds, 4 << octave, 4 << octave, octave, 1.03 / 2 ** (octave + 1));
  add(fine, 128, 128, 12, 0.5);
  for (let i = 0; i < fine.length; i++) fine[i] = (fine[i] as number) + 0.5 * chance(i % SIZE, Math.floor(i / SIZE), 11);
  add(streaks, 4, 256, 13, 0.6);
  add(streaks, 16, 128, 14, 0.4);
  add(specks, 96, 96, 15, 1);
  for (let i = 0; i < specks.length; i++) specks[i] = smooth(Math.max(0, (specks[i] as number) - 0.62) / 0.38);
  return [clouds, fine, streaks, specks];
}

/** The picture's bytes: SIZE × SIZE × RGBA. */
export function noise(): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (const [c, values] of channels().entries()) {
    for (let i = 0; i < values.length; i++) data[i * 4 + c] = Math.round(Math.min(1, values[i] as number) * 255);
  }
  return data;
}

/** The picture as a texture. It is plain until it is made: a phone is at that for a tenth of a second, which may come once one
 *  stands in the hall. */
export class Noise {
  readonly texture = new DataTexture(plain(), SIZE, SIZE, RGBAFormat);
  /** Whether the picture is there. */
  made = false;

  constructor() {
    const { texture } = this;
    texture.wrapS = texture.wrapT = RepeatWrapping;
    texture.magFilter = LinearFilter;
    texture.minFilter = LinearMipmapLinearFilter;
    texture.generateMipmaps = true;
    texture.anisotropy = 4;
    texture.needsUpdate = true;
  }

  /** Makes the picture, unless it is there. Returns whether it was not. */
  make(): boolean {
    if (this.made) return false;
    this.made = true;
    (this.texture.image.data as Uint8Array).set(noise());
    this.texture.needsUpdate = true;
    return true;
  }
}

/** What changes no tone: the middle, and no specks. */
const plain = (): Uint8Array<ArrayBuffer> => new Uint8Array(SIZE * SIZE * 4).map((_, i) => (i % 4 === 3 ? 0 : 128));
