/** What things take of the graphics card's memory, in bytes, as far as can be told from their sizes. */
import {
  BatchedMesh, type BufferAttribute, type BufferGeometry, DepthTexture, FloatType, HalfFloatType, InterleavedBufferAttribute, LinearFilter, type Material,
  Mesh, NearestFilter, type Object3D, RedFormat, RGFormat, Texture,
} from "three";
import type { Piece } from "./pieces.js";

/** A matrix, and its turn in the order of drawing. */
const INSTANCE = 64 + 4;
/** All smaller forms of a picture together take a third of it. */
const MIPMAPS = 4 / 3;

/** Its numbers, those that several attributes share counted once. */
export function geometryBytes(geometry: BufferGeometry): number {
  const arrays = new Set(Object.values(geometry.attributes).map((attribute) => arrayOf(attribute as BufferAttribute | InterleavedBufferAttribute)));
  if (geometry.index) arrays.add(geometry.index.array);
  return [...arrays].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** A picture as it lies there, unpacked; nothing for one that has not come. */
export function textureBytes(texture: Texture): number {
  const { width = 0, height = 0, depth = 1 } = (texture.image ?? {}) as { width?: number; height?: number; depth?: number };
  const smaller = texture.generateMipmaps && texture.minFilter !== LinearFilter && texture.minFilter !== NearestFilter;
  return width * height * depth * texelBytes(texture) * (smaller ? MIPMAPS : 1);
}

/** What the pieces of a file add, pictures that they share counted once. */
export function piecesBytes(pieces: readonly Piece[]): number {
  const pictures = new Set(pieces.flatMap(({ texture }) => texture ?? []));
  const shapes = pieces.reduce((sum, piece) => sum + shapeBytes(piece), 0);
  return Math.round([...pictures].reduce((sum, picture) => sum + textureBytes(picture), shapes));
}

function shapeBytes({ geometry, matrices, texture }: Piece): number {
  const { index } = geometry;
  if (texture || !index) return geometryBytes(geometry);
  const wider = index.count * 4 - index.array.byteLength; // batches count to more than 65,535
  return geometryBytes(geometry) + wider + matrices.length * INSTANCE;
}

/** Everything below an object, drawn now or not, each shape and picture once. */
export function sceneBytes(root: Object3D, others: Iterable<Texture | null> = []): number {
  const shapes = new Set<BufferGeometry>();
  const pictures = new Set<Texture>();
  let instances = 0;
  root.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    shapes.add(object.geometry as BufferGeometry);
    if (object instanceof BatchedMesh) instances += object.maxInstanceCount;
    for (const material of [object.material as Material | Material[]].flat()) for (const picture of picturesOf(material)) pictures.add(picture);
  });
  for (const picture of others) if (picture) pictures.add(picture);
  let sum = instances * INSTANCE;
  for (const shape of shapes) sum += geometryBytes(shape);
  for (const picture of pictures) sum += textureBytes(picture);
  return Math.round(sum);
}

function arrayOf(attribute: BufferAttribute | InterleavedBufferAttribute): ArrayBufferView {
  return (attribute instanceof InterleavedBufferAttribute ? attribute.data.array : attribute.array) as unknown as ArrayBufferView;
}

function picturesOf(material: Material): readonly Texture[] {
  const { uniforms = {} } = material as { uniforms?: Record<string, { value: unknown }> };
  const values = [...Object.values(material), ...Object.values(uniforms).map(({ value }) => value)];
  return values.filter((value): value is Texture => value instanceof Texture);
}

function texelBytes(texture: Texture): number {
  if (texture instanceof DepthTexture) return 4;
  const channels = texture.format === RedFormat ? 1 : texture.format === RGFormat ? 2 : 4;
  return channels * (texture.type === FloatType ? 4 : texture.type === HalfFloatType ? 2 : 1);
}
