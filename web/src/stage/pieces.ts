/** Pieces: what a GLB holds once it is open. Triangles of one material in one layout, and where they stand. */
import { BufferAttribute, BufferGeometry, InterleavedBufferAttribute, Matrix4, type Texture } from "three";

export interface Piece {
  readonly material: string;
  readonly geometry: BufferGeometry;
  /** One for each place it stands, in the frame of its file, or of its joint. */
  readonly matrices: readonly Matrix4[];
  /** Id of the placement whose far form this is; null for all else. */
  readonly hero: string | null;
  /** Number of the joint of its file's rig that it moves with; null in a file without one. */
  readonly joint: number | null;
  /** The picture on it: such a piece is drawn by itself. */
  readonly texture: Texture | null;
}

type AnyAttribute = BufferAttribute | InterleavedBufferAttribute;

/** Smallest scale of a piece whose positions are packed here. */
const FLAT = 1e-6;

/**
 * The geometry in the one layout that all batches share: position 4 × int16 and normal 4 × int8, normalised;
 * colour 4 × uint16, normalised. Positions are in -1…1; `unpack` brings them back where they were.
 */
export function packed(source: BufferGeometry): { geometry: BufferGeometry; unpack: Matrix4 } {
  const geometry = new BufferGeometry();
  const position = source.getAttribute("position") as AnyAttribute;
  const small = position.array instanceof Int16Array && position.normalized;
  const unpack = small ? new Matrix4() : boxMatrix(source);
  const places = small ? four(Int16Array, position) : packedPositions(position, unpack);
  geometry.setAttribute("position", new BufferAttribute(places, 4, true));
  geometry.setAttribute("normal", new BufferAttribute(normals(source, position.count), 4, true));
  geometry.setAttribute("color", new BufferAttribute(colors(source, position.count), 4, true));
  geometry.setIndex(source.getIndex() ?? counting(position.count));
  geometry.computeBoundingBox();
  geometry.computeBoundingSphere();
  return { geometry, unpack };
}

function boxMatrix(source: BufferGeometry): Matrix4 {
  source.computeBoundingBox();
  const { min, max } = source.boundingBox as NonNullable<BufferGeometry["boundingBox"]>;
  const half = Math.max(FLAT, max.x - min.x, max.y - min.y, max.z - min.z) / 2;
  return new Matrix4()
    .makeTranslation((min.x + max.x) / 2, (min.y + max.y) / 2, (min.z + max.z) / 2)
    .scale({ x: half, y: half, z: half } as never);
}

function packedPositions(position: AnyAttribute, unpack: Matrix4): Int16Array {
  const result = new Int16Array(position.count * 4);
  const [half = 1, cx = 0, cy = 0, cz = 0] = [unpack.elements[0], unpack.elements[12], unpack.elements[13], unpack.elements[14]];
  for (let i = 0; i < position.count; i++) {
    result[i * 4] = Math.round(((position.getX(i) - cx) / half) * 32767);
    result[i * 4 + 1] = Math.round(((position.getY(i) - cy) / half) * 32767);
    result[i * 4 + 2] = Math.round(((position.getZ(i) - cz) / half) * 32767);
  }
  return result;
}

function normals(source: BufferGeometry, count: number): Int8Array {
  const normal = source.getAttribute("normal") as AnyAttribute | undefined;
  if (!normal) return new Int8Array(count * 4).map((_, i) => (i % 4 === 1 ? 127 : 0));
  if (normal.array instanceof Int8Array && normal.normalized) return four(Int8Array, normal);
  const result = new Int8Array(count * 4);
  for (let i = 0; i < count; i++) {
    result[i * 4] = Math.round(normal.getX(i) * 127);
    result[i * 4 + 1] = Math.round(normal.getY(i) * 127);
    result[i * 4 + 2] = Math.round(normal.getZ(i) * 127);
  }
  return result;
}

function colors(source: BufferGeometry, count: number): Uint16Array {
  const color = source.getAttribute("color") as AnyAttribute | undefined;
  const result = new Uint16Array(count * 4).fill(65535);
  if (!color) return result;
  const alpha = color.itemSize === 4;
  for (let i = 0; i < count; i++) {
    result[i * 4] = Math.round(color.getX(i) * 65535);
    result[i * 4 + 1] = Math.round(color.getY(i) * 65535);
    result[i * 4 + 2] = Math.round(color.getZ(i) * 65535);
    if (alpha) result[i * 4 + 3] = Math.round(color.getW(i) * 65535);
  }
  return result;
}

/** An attribute as four numbers a vertex: a view of what is there when it already is laid out so. */
function four<T extends Int16Array | Int8Array>(Type: new (length: number) => T, attribute: AnyAttribute): T {
  const array = attribute.array as T;
  if (attribute instanceof InterleavedBufferAttribute && attribute.data.stride === 4 && attribute.offset === 0) {
    return array.subarray(0, attribute.count * 4) as T;
  }
  const stride = attribute instanceof InterleavedBufferAttribute ? attribute.data.stride : attribute.itemSize;
  const offset = attribute instanceof InterleavedBufferAttribute ? attribute.offset : 0;
  const result = new Type(attribute.count * 4);
  for (let i = 0; i < attribute.count; i++) {
    for (let c = 0; c < 3; c++) result[i * 4 + c] = array[i * stride + offset + c] as number;
  }
  return result;
}

function counting(count: number): BufferAttribute {
  return new BufferAttribute(Uint32Array.from({ length: count }, (_, i) => i), 1);
}
