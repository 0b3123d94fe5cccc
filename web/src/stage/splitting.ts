/** Takes a skin apart: each of its vertices follows one joint wholly, so that it is as many rigid pieces as joints. */
import { BufferAttribute, BufferGeometry, type InterleavedBufferAttribute } from "three";

export interface Limb {
  readonly bone: number;
  readonly geometry: BufferGeometry;
}

/** The triangles of a packed geometry by the joint that their first corner follows. */
export function split(whole: BufferGeometry, bones: BufferAttribute | InterleavedBufferAttribute): readonly Limb[] {
  const index = whole.getIndex() as BufferAttribute;
  const corners = new Map<number, number[]>();
  for (let i = 0; i < index.count; i += 3) {
    const bone = bones.getX(index.getX(i));
    const list = corners.get(bone) ?? [];
    corners.set(bone, list);
    list.push(index.getX(i), index.getX(i + 1), index.getX(i + 2));
  }
  return [...corners].sort(([a], [b]) => a - b).map(([bone, list]) => ({ bone, geometry: only(whole, list) }));
}

/** The corners of a list, each vertex once. */
function only(whole: BufferGeometry, list: readonly number[]): BufferGeometry {
  const numbers = new Map<number, number>();
  for (const vertex of list) if (!numbers.has(vertex)) numbers.set(vertex, numbers.size);
  const geometry = new BufferGeometry();
  for (const [name, attribute] of Object.entries(whole.attributes)) {
    const { itemSize, normalized, array } = attribute as BufferAttribute;
    const values = new (array.constructor as new (length: number) => typeof array)(numbers.size * itemSize);
    for (const [vertex, place] of numbers) values.set(array.subarray(vertex * itemSize, (vertex + 1) * itemSize), place * itemSize);
    geometry.setAttribute(name, new BufferAttribute(values, itemSize, normalized));
  }
  geometry.setIndex(new BufferAttribute(Uint32Array.from(list, (vertex) => numbers.get(vertex) ?? 0), 1));
  geometry.computeBoundingBox();
  geometry.computeBoundingSphere();
  return geometry;
}
