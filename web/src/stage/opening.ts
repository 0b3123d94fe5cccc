/** Opens a GLB: meshopt, quantisation, instancing and WebP through GLTFLoader, and out come pieces. */
import { ImageBitmapLoader, InstancedMesh, Matrix4, Mesh, SkinnedMesh, Texture, type MeshStandardMaterial, type Object3D } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { MeshoptDecoder } from "three/addons/libs/meshopt_decoder.module.js";
import { packed, type Piece } from "./pieces.js";
import { Rig } from "./rig.js";
import { split } from "./splitting.js";

/** Decodes the pictures of a GLB from its own bytes. GLTFLoader would give each an address and fetch it from there, which takes
 *  a slow processor 20 ms; it hands the bytes over to whoever says that they are a loader of KTX2. */
class Pictures extends ImageBitmapLoader {
  readonly isKTX2Loader = true;

  parse(bytes: ArrayBuffer, done: (picture: Texture) => void, failed: (error: unknown) => void): void {
    createImageBitmap(new Blob([bytes]), { premultiplyAlpha: "none", colorSpaceConversion: "none" }).then((picture) => {
      const texture = new Texture(picture);
      texture.needsUpdate = true;
      done(texture);
    }, failed);
  }
}

const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).register((parser) => {
  parser.textureLoader = new Pictures();
  return { name: "hallwright-pictures" };
});
const HERO = /^hero\/(.+?)(?:\/|$)/;

/** What a GLB holds. With a rig, the places of pieces are in the frames of their joints. */
export interface Opened {
  readonly pieces: readonly Piece[];
  readonly rig: Rig | null;
}

/** The pieces of a GLB, `rigged` with its joints and motions; rejects when it is not one. */
export async function open(body: ArrayBuffer, rigged = false): Promise<Opened> {
  const { scene, parser, animations } = await loader.parseAsync(body, "");
  scene.updateMatrixWorld(true);
  const meshes: Mesh[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  if (rigged) {
    const rig = new Rig(scene, animations);
    return { rig, pieces: meshes.flatMap((mesh) => jointed(mesh, rig)) };
  }
  const names = originalNames(scene, parser);
  return { rig: null, pieces: meshes.map((mesh) => piece(mesh, heroOf(mesh, names))) };
}

/** Names as written in the file: GLTFLoader changes `hero/rocket` so that animations can address it. */
function originalNames(scene: Object3D, parser: { associations: Map<unknown, { nodes?: number }>; json: unknown }): Map<Object3D, string> {
  const { nodes = [] } = parser.json as { nodes?: { name?: string }[] };
  const names = new Map<Object3D, string>();
  scene.traverse((object) => {
    const index = parser.associations.get(object)?.nodes;
    if (index !== undefined) names.set(object, nodes[index]?.name ?? "");
  });
  return names;
}

function heroOf(object: Object3D, names: Map<Object3D, string>): string | null {
  for (let each: Object3D | null = object; each; each = each.parent) {
    const match = HERO.exec(names.get(each) ?? "");
    if (match) return match[1] ?? null;
  }
  return null;
}

const materialOf = (mesh: Mesh): MeshStandardMaterial =>
  (Array.isArray(mesh.material) ? mesh.material[0] : mesh.material) as MeshStandardMaterial;

function piece(mesh: Mesh, hero: string | null, places = placesOf(mesh), joint: number | null = null): Piece {
  const material = materialOf(mesh);
  const texture = material.map ?? null;
  const shared = { material: material.name, hero, joint };
  if (texture) return { ...shared, geometry: mesh.geometry, matrices: places, texture };
  const { geometry, unpack } = packed(mesh.geometry);
  return { ...shared, geometry, matrices: places.map((place) => place.multiply(unpack)), texture: null };
}

/** The pieces of a mesh in the frames of the joints that it moves with: a skin has many, any other mesh one. */
function jointed(mesh: Mesh, rig: Rig): readonly Piece[] {
  if (!(mesh instanceof SkinnedMesh)) return [piece(mesh, null, placesOf(mesh, localOf(mesh)), rig.jointOf(mesh))];
  const whole = piece(mesh, null, [new Matrix4()]);
  const { bones, boneInverses } = mesh.skeleton;
  return split(whole.geometry, mesh.geometry.getAttribute("skinIndex")).map(({ bone, geometry }) => ({
    ...whole, geometry,
    matrices: whole.matrices.map((unpack) => (boneInverses[bone] ?? new Matrix4()).clone().multiply(unpack)),
    joint: bones[bone] ? rig.jointOf(bones[bone]) : 0,
  }));
}

/** From a mesh to the joint that it hangs from: not by way of the scene, for a joint at rest may be scaled to nothing. */
function localOf(mesh: Mesh): Matrix4 {
  const local = mesh.matrix.clone();
  for (let above = mesh.parent; above instanceof Mesh; above = above.parent) local.premultiply(above.matrix);
  return local;
}

function placesOf(mesh: Mesh, frame = mesh.matrixWorld): Matrix4[] {
  if (!(mesh instanceof InstancedMesh)) return [frame.clone()];
  return Array.from({ length: mesh.count }, (_, i) => {
    const matrix = new Matrix4();
    mesh.getMatrixAt(i, matrix);
    return matrix.premultiply(frame);
  });
}
