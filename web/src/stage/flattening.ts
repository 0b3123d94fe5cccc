/** For browsers that cannot draw many parts in one call (no WEBGL_multi_draw): all parts of one material in a file
 *  become one geometry, so that a cell takes a draw for each material instead of one for each part. What moves stays apart. */
import type { Matrix4} from "three";
import { BufferAttribute, BufferGeometry, Matrix3, Vector3 } from "three";
import { packed, type Piece } from "./pieces.js";

/** The same triangles in fewer pieces; pieces with pictures and forms of heroes stay as they are. */
export function flattened(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter((piece) => piece.texture !== null || piece.hero !== null);
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (kept.includes(piece)) continue;
    const key = `${piece.material} ${String(piece.joint)}`;
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...kept, ...[...groups.values()].map(joined)];
}

function joined(group: readonly Piece[]): Piece {
  const { material, joint } = group[0] as Piece;
  const total = (of: (piece: Piece) => number): number => group.reduce((sum, piece) => sum + of(piece) * piece.matrices.length, 0);
  const vertices = total(({ geometry }) => geometry.getAttribute("position").count);
  const whole = {
    positions: new Float32Array(vertices * 3),
    normals: new Int8Array(vertices * 4),
    colors: new Uint16Array(vertices * 4),
    indices: new Uint32Array(total(({ geometry }) => geometry.getIndex()?.count ?? 0)),
    vertex: 0,
    index: 0,
  };
  for (const { geometry, matrices } of group) for (const matrix of matrices) append(whole, geometry, matrix);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(whole.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(whole.normals, 4, true));
  geometry.setAttribute("color", new BufferAttribute(whole.colors, 4, true));
  geometry.setIndex(new BufferAttribute(whole.indices, 1));
  const { geometry: small, unpack } = packed(geometry);
  return { material, geometry: small, matrices: [unpack], hero: null, joint, texture: null };
}

interface Whole {
  readonly positions: Float32Array;
  readonly normals: Int8Array;
  readonly colors: Uint16Array;
  readonly indices: Uint32Array;
  vertex: number;
  index: number;
}

const point = new Vector3();

function append(whole: Whole, part: BufferGeometry, matrix: Matrix4): void {
  const position = part.getAttribute("position");
  const normal = part.getAttribute("normal");
  const turn = new Matrix3().getNormalMatrix(matrix);
  const start = whole.vertex;
  for (let i = 0; i < position.count; i++) {
    point.fromBufferAttribute(position, i).applyMatrix4(matrix).toArray(whole.positions, (start + i) * 3);
    point.fromBufferAttribute(normal, i).applyMatrix3(turn).normalize().multiplyScalar(127).round().toArray(whole.normals, (start + i) * 4);
  }
  whole.colors.set(part.getAttribute("color").array as Uint16Array, start * 4);
  const index = part.getIndex();
  for (let i = 0; index && i < index.count; i++) whole.indices[whole.index + i] = start + index.getX(i);
  whole.vertex += position.count;
  whole.index += index?.count ?? 0;
}
