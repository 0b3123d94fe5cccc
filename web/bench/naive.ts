/** Draws one area twice from the same files: a mesh per part, as a plain viewer would, and as the stage does.
 *  The page only measures; web/bench/draw-calls.mjs opens it and prints. */
import {
  DirectionalLight, HemisphereLight, InstancedMesh, Matrix4, Mesh, type Object3D, PerspectiveCamera, Scene, WebGLRenderer,
} from "three";
import { MeshoptDecoder } from "three/addons/libs/meshopt_decoder.module.js";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { spread } from "../src/core/math.js";
import { Library } from "../src/hall/fetching.js";
import { findHall } from "../src/hall/finding.js";
import type { Area, Manifest } from "../src/hall/manifest.js";
import { type Want, wants } from "../src/hall/wanting.js";
import { Stage } from "../src/stage/stage.js";

interface Figures {
  readonly objects: number;
  readonly draws: number;
  readonly triangles: number;
  readonly median: number;
  readonly p95: number;
}

interface Pose {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
}

declare global {
  interface Window {
    compare?: (area: string) => Promise<{ naive: Figures; stage: Figures; ratio: number; poses: number }>;
  }
}

const ROUNDS = 3;
const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);

/** Along the middle of the area there and back, then across. */
function path(area: Area): readonly Pose[] {
  const [width, depth] = area.size;
  const along = (count: number, pose: (share: number) => Pose): Pose[] => Array.from({ length: count }, (_, i) => pose((i + 0.5) / count));
  return [
    ...along(8, (share) => ({ x: width * share, y: depth / 2, facing: Math.PI / 2 })),
    ...along(8, (share) => ({ x: width * (1 - share), y: depth / 2, facing: -Math.PI / 2 })),
    ...along(4, (share) => ({ x: width / 2, y: depth * share, facing: 0 })),
  ];
}

/** Near detail of the whole area, so that both draw the same everywhere on the path. */
const everything = (hall: Manifest, area: Area): readonly Want[] =>
  wants(hall, area, { x: area.size[0] / 2, y: area.size[1] / 2, facing: 0 }, { near: 1e6, hero: 1e6 }, new Set());

function separate(model: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  model.updateMatrixWorld(true);
  model.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    const count = object instanceof InstancedMesh ? object.count : 1;
    for (let i = 0; i < count; i++) {
      const mesh = new Mesh(object.geometry, object.material);
      if (object instanceof InstancedMesh) object.getMatrixAt(i, mesh.matrix);
      mesh.matrix.premultiply(object.matrixWorld);
      mesh.matrixAutoUpdate = false;
      meshes.push(mesh);
    }
  });
  return meshes;
}

async function naiveScene(files: readonly Want[], library: Library): Promise<Scene> {
  const scene = new Scene();
  scene.add(new HemisphereLight(0xffffff, 0xcccccc, 1), new DirectionalLight(0xffffff, 1));
  for (const want of files) {
    if (want.detail === "far") continue; // near takes its place
    const { scene: model } = await loader.parseAsync(await library.get(want.file.url), "");
    const at = want.placement;
    const place = new Matrix4();
    if (at) place.makeRotationY(Math.PI - at.facing).multiply(new Matrix4().makeScale(at.scale, at.scale, at.scale)).setPosition(at.at[0], at.elevation, -at.at[1]);
    for (const mesh of separate(model)) {
      mesh.matrix.premultiply(place);
      scene.add(mesh);
    }
  }
  scene.updateMatrixWorld(true);
  return scene;
}

async function measureNaive(scene: Scene, poses: readonly Pose[], host: HTMLElement): Promise<Figures> {
  const renderer = new WebGLRenderer({ antialias: true });
  renderer.setSize(host.clientWidth, host.clientHeight);
  host.append(renderer.domElement);
  const camera = new PerspectiveCamera(58, host.clientWidth / host.clientHeight, 0.15, 1200);
  const times: number[] = [];
  let [draws, triangles] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { x, y, facing } of poses) {
      camera.position.set(x, 1.65, -y);
      camera.rotation.set(0, -facing, 0, "YXZ");
      const start = performance.now();
      renderer.render(scene, camera);
      if (round > 0) times.push(performance.now() - start); // the first round uploads and compiles
      draws = Math.max(draws, renderer.info.render.calls);
      triangles = Math.max(triangles, renderer.info.render.triangles);
      renderer.getContext().finish(); // so that a full queue of the last frame is not counted in the next
      await new Promise(requestAnimationFrame);
    }
  }
  renderer.domElement.remove();
  renderer.dispose();
  return { objects: scene.children.length - 2, draws, triangles, ...spread(times) };
}

async function measureStage(stage: Stage, poses: readonly Pose[]): Promise<Figures> {
  let [draws, triangles] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    if (round === 1) stage.resetStats();
    for (const pose of poses) {
      stage.look({ ...pose, height: 1.65, pitch: 0 });
      stage.draw();
      draws = Math.max(draws, stage.stats.draws);
      triangles = Math.max(triangles, stage.stats.triangles);
      stage.canvas.getContext("webgl2")?.finish();
      await new Promise(requestAnimationFrame);
    }
  }
  const { renderMedian: median, renderP95: p95, geometries: objects } = stage.stats;
  return { objects, draws, triangles, median, p95 };
}

async function filledStage(area: Area, files: readonly Want[], library: Library): Promise<Stage> {
  const made = Stage.create(document.body, "low");
  if (!made.ok) throw new Error(made.error);
  const stage = made.value;
  stage.enter(area);
  for (const want of files) {
    const shown = stage.show(want, await library.get(want.file.url));
    const pump = setInterval(() => stage.stream(), 1);
    await shown;
    clearInterval(pump);
  }
  return stage;
}

window.compare = async (areaId) => {
  const found = await findHall({ origin: location.origin });
  if (!found.ok) throw new Error(found.error);
  const { hall, files: base } = found.value;
  const area = hall.areas.find((each) => each.id === areaId) ?? (hall.areas[0] as Area);
  const library = new Library({ base, budget: 64 * 1024 * 1024 });
  const files = everything(hall, area);
  const poses = path(area);
  document.body.style.cssText = "width:160px;height:100px";
  const naive = await measureNaive(await naiveScene(files, library), poses, document.body);
  const stage = await measureStage(await filledStage(area, files, library), poses);
  return { naive, stage, ratio: naive.median / stage.median, poses: poses.length };
};
