/** One model in the hall's light and materials, at rest or in the middle of a motion.
 *  web/sheet/shots.mjs opens this page and takes the pictures. */
import {
  AnimationMixer, Box3, CircleGeometry, LoopOnce, Mesh, MeshStandardMaterial, NeutralToneMapping, type Object3D,
  PCFShadowMap, PerspectiveCamera, Scene, Vector3, WebGLRenderer,
} from "three";
import { MeshoptDecoder } from "three/addons/libs/meshopt_decoder.module.js";
import { type GLTF, GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import type { Environment } from "../src/hall/manifest.js";
import type { GrainUniforms } from "../src/stage/grain.js";
import { Lighting } from "../src/stage/lighting.js";
import { Mirror } from "../src/stage/mirror.js";
import { Noise } from "../src/stage/noise.js";
import { Sky } from "../src/stage/sky.js";
import { Surfaces } from "../src/stage/surfaces.js";

interface Shot {
  readonly file: string;
  /** Degrees around the model from its front, and up. */
  readonly turn?: number;
  readonly tilt?: number;
  /** How near: 1 shows all of it. */
  readonly zoom?: number;
  /** Motions, each at a time in seconds. */
  readonly at?: Readonly<Record<string, number>>;
  readonly cut?: boolean;
  readonly sky?: Environment["sky"];
}

declare global {
  interface Window {
    shoot?: (shot: Shot) => Promise<{ triangles: number; draws: number }>;
  }
}

const FOG = { hall: "#dfe6ea", day: "#d5e2ea", dusk: "#8d7f96" } as const;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.toneMapping = NeutralToneMapping;
renderer.shadowMap.type = PCFShadowMap;
renderer.shadowMap.enabled = true;
document.body.append(renderer.domElement);

function studio(sky: Environment["sky"]): { scene: Scene; surfaces: Surfaces; lighting: Lighting } {
  const scene = new Scene();
  const noise = new Noise();
  noise.make();
  const uniforms: GrainUniforms = {
    grainNoise: { value: noise.texture }, grainTime: { value: 0 }, grainLamps: { value: [0, 0] }, ...new Mirror().uniforms,
  };
  const lighting = new Lighting(renderer, scene, new Sky(noise.texture));
  lighting.apply({ sky, exposure: 1, fog: { color: FOG[sky], near: 200, far: 900 }, sun: null } as Environment);
  lighting.finish();
  const floor = new Mesh(new CircleGeometry(300, 64), new MeshStandardMaterial({ color: 0x8c9193, roughness: 0.85 }));
  floor.rotation.x = -Math.PI / 2;
  floor.position.y = -0.004;
  floor.receiveShadow = true;
  scene.add(floor);
  return { scene, surfaces: new Surfaces(uniforms), lighting };
}

function dress(model: Object3D, surfaces: Surfaces): void {
  model.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    const surface = surfaces.named((object.material as { name: string }).name);
    object.material = surface.material;
    object.renderOrder = surface.order;
    object.castShadow = surface.casts;
    object.receiveShadow = surface.receives;
    object.frustumCulled = false;
  });
}

function pose({ scene, animations }: GLTF, { at = {}, cut = false }: Shot): void {
  const mixer = new AnimationMixer(scene);
  for (const [name, time] of Object.entries(at)) {
    const clip = animations.find((each) => each.name === name);
    if (!clip) throw new Error(`there is no motion ${name}; there is ${animations.map((each) => each.name).join(", ") || "none"}`);
    const action = mixer.clipAction(clip).setLoop(LoopOnce, 1);
    action.clampWhenFinished = true;
    action.play().time = Math.min(time, clip.duration);
  }
  mixer.update(0);
  if (!cut) return;
  scene.traverse((object) => {
    if (object.userData.cut) object.visible = false;
  });
}

function frame(model: Object3D, { turn = 32, tilt = 14, zoom = 1 }: Shot): PerspectiveCamera {
  const { innerWidth: width, innerHeight: height } = window;
  const camera = new PerspectiveCamera(30, width / height, 0.05, 2000);
  const box = new Box3().setFromObject(model);
  const middle = box.getCenter(new Vector3());
  const [azimuth, rise] = [radians(turn), radians(tilt)];
  const away = new Vector3(Math.sin(azimuth) * Math.cos(rise), Math.sin(rise), Math.cos(azimuth) * Math.cos(rise));
  const right = new Vector3(away.z, 0, -away.x).normalize();
  const up = new Vector3().crossVectors(away, right);
  const slope = Math.tan(radians(15));
  let distance = 0.1;
  for (let corner = 0; corner < 8; corner++) {
    const point = new Vector3(corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y, corner & 4 ? box.max.z : box.min.z).sub(middle);
    const across = Math.max(Math.abs(point.dot(right)) / (slope * camera.aspect), Math.abs(point.dot(up)) / slope);
    distance = Math.max(distance, point.dot(away) + across);
  }
  camera.position.copy(middle).addScaledVector(away, (distance * 1.06) / zoom);
  camera.position.y = Math.max(0.25, camera.position.y);
  camera.lookAt(middle);
  return camera;
}

window.shoot = async (shot) => {
  renderer.setSize(window.innerWidth, window.innerHeight);
  const { scene, surfaces, lighting } = studio(shot.sky ?? "hall");
  const gltf = await loader.loadAsync(shot.file);
  dress(gltf.scene, surfaces);
  pose(gltf, shot);
  scene.add(gltf.scene);
  gltf.scene.updateMatrixWorld(true);
  lighting.setShadow(2048);
  lighting.follow(new Vector3());
  renderer.render(scene, frame(gltf.scene, shot));
  return { triangles: renderer.info.render.triangles, draws: renderer.info.render.calls };
};
