/** Opens a GLB: meshopt, quantisation, instancing and WebP through GLTFLoader, and out come pieces. */
import { InstancedMesh, Matrix4, Mesh, SkinnedMesh, type MeshStandardMaterial, type Object3D } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { MeshoptDecoder } from "three/addons/libs/meshopt_decoder.module.js";
import { packed, type Piece } from "./pieces.js";

const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
const HERO = /^hero\/(.+?)(?:\/|$)/;

/** The pieces of a GLB; rejects when it is not one. */
export async function open(body: ArrayBuffer): Promise<readonly Piece[]> {
  const { scene, parser } = await loader.parseAsync(body, "");
  scene.updateMatrixWorld(true);
  const names = originalNames(scene, parser);
  const pieces: Piece[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) pieces.push(piece(object, heroOf(object, names)));
  });
  return pieces;
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

function piece(mesh: Mesh, hero: string | null): Piece {
  const material = (Array.isArray(mesh.material) ? mesh.material[0] : mesh.material) as MeshStandardMaterial;
  const texture = material.map ?? null;
  const places = placesOf(mesh);
  if (texture) return { material: material.name, geometry: mesh.geometry, matrices: places, hero, texture };
  const { geometry, unpack } = packed(mesh.geometry);
  return { material: material.name, geometry, matrices: places.map((place) => place.multiply(unpack)), hero, texture: null };
}

function placesOf(mesh: Mesh): Matrix4[] {
  if (mesh instanceof SkinnedMesh) return [restOf(mesh)];
  if (!(mesh instanceof InstancedMesh)) return [mesh.matrixWorld.clone()];
  return Array.from({ length: mesh.count }, (_, i) => {
    const matrix = new Matrix4();
    mesh.getMatrixAt(i, matrix);
    return matrix.premultiply(mesh.matrixWorld);
  });
}

/** Where a skin is at rest: joints are where they were bound, so each of them says the same of the whole. */
function restOf({ skeleton, matrixWorld }: SkinnedMesh): Matrix4 {
  const [bone] = skeleton.bones;
  const [bind] = skeleton.boneInverses;
  return bone && bind ? new Matrix4().multiplyMatrices(bone.matrixWorld, bind) : matrixWorld.clone();
}
