/** What two engines make of a GLB. web/interop/read.mjs opens this page and compares. */
import { AnimationMixer, Mesh, SkinnedMesh } from "three";
import { MeshoptDecoder } from "three/addons/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { Engine } from "@babylonjs/core/Engines/engine";
import { LoadAssetContainerAsync } from "@babylonjs/core/Loading/sceneLoader";
import { MeshoptCompression } from "@babylonjs/core/Meshes/Compression/meshoptCompression";
import { Scene } from "@babylonjs/core/scene";
import "@babylonjs/core/Animations/animatable";
import "@babylonjs/loaders/glTF/2.0";

interface Found {
  readonly triangles: number;
  readonly motions: readonly string[];
  readonly skins: number;
}

declare global {
  interface Window {
    read?: Readonly<Record<string, (file: string) => Promise<Found>>>;
  }
}

MeshoptCompression.Configuration = { decoder: { url: "/meshopt_decoder.cjs" } };
const engine = new Engine(document.getElementById("canvas") as HTMLCanvasElement);
const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);

async function three(file: string): Promise<Found> {
  const { scene, animations } = await loader.loadAsync(file);
  let triangles = 0, skins = 0;
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    triangles += (object.geometry.index?.count ?? object.geometry.attributes.position.count) / 3;
    skins += object instanceof SkinnedMesh ? 1 : 0;
  });
  const mixer = new AnimationMixer(scene);
  for (const clip of animations) mixer.clipAction(clip).play();
  mixer.update(0.5);
  return { triangles, motions: animations.map((clip) => clip.name), skins };
}

async function babylon(file: string): Promise<Found> {
  const scene = new Scene(engine);
  const container = await LoadAssetContainerAsync(file, scene, { pluginExtension: ".glb" });
  const triangles = container.meshes.reduce((sum, mesh) => sum + mesh.getTotalIndices() / 3, 0);
  const motions = container.animationGroups.map((group) => group.name);
  for (const group of container.animationGroups) group.goToFrame((group.from + group.to) / 2);
  const found = { triangles, motions, skins: container.meshes.filter((mesh) => mesh.skeleton).length };
  scene.dispose();
  return found;
}

window.read = { three, babylon };
