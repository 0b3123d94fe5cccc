/** What lights an area: surroundings to mirror, made here; a sun or the glow of a ceiling; fog and exposure. */
import {
  BackSide, BoxGeometry, Color, DirectionalLight, Float32BufferAttribute, Fog, HemisphereLight, InstancedMesh, Matrix4, Mesh,
  MeshBasicMaterial, PlaneGeometry, Scene, type Vector3, type WebGLRenderer, type WebGLRenderTarget,
} from "three";
import type { Environment } from "../hall/manifest.js";
import { Prefilter } from "./prefilter.js";
import type { Drawn, Making } from "./preparing.js";
import { DAY, DUSK, type Sky } from "./sky.js";

/** Metres around the visitor that the sun's shadow map covers. */
const SHADE = 42;

/** Milliseconds between two shadow maps of things that move. */
const SHADING = 90;

interface Mood {
  readonly surroundings: number;
  readonly sun: number;
  readonly sunColor: number;
  readonly overhead: number;
  readonly underneath: number;
  readonly ambient: number;
  readonly exposure: number;
}

const MOODS: Readonly<Record<Environment["sky"], Mood>> = {
  hall: {
    surroundings: 0.5, sun: 0.95, sunColor: 0xfff6ea, overhead: 0xf4f8ff, underneath: 0xf0ebe2, ambient: 0.75, exposure: 1.12,
  },
  day: {
    surroundings: 0.5, sun: 3.1, sunColor: 0xfff1dc, overhead: 0xe6eefa, underneath: 0xc9c5a8, ambient: 0.95, exposure: 1.0,
  },
  dusk: {
    surroundings: 1.0, sun: 1.3, sunColor: 0xffb37e, overhead: 0xb9c4f2, underneath: 0x857c86, ambient: 1.3, exposure: 1.5,
  },
};

/** The light of a hall, where it is not known yet. */
export const USUAL: Environment = { sky: "hall", exposure: 1, fog: { color: "#e6ebee", near: 70, far: 300 }, sun: null };

/** Indoors the light comes from above and a little from the south, where the glass front is. */
const CEILING_LIGHT = [0.35, 1, 0.55] as const;

export class Lighting {
  readonly sun = new DirectionalLight();
  private readonly ambient = new HemisphereLight();
  /** Surroundings made so far, by what they depend on. */
  private readonly targets = new Map<string, WebGLRenderTarget>();
  private unfinished: { readonly generator: Prefilter; readonly model: Scene } | null = null;
  private shown: Environment | null = null;
  /** Side of the surroundings in pixels, a face. */
  private detail = 256;
  private shaded = -Infinity;

  constructor(private readonly renderer: WebGLRenderer, private readonly scene: Scene, private readonly sky: Sky) {
    scene.add(this.sun, this.sun.target, this.ambient);
    const camera = this.sun.shadow.camera;
    [camera.left, camera.right, camera.top, camera.bottom] = [-SHADE, SHADE, SHADE, -SHADE];
    [camera.near, camera.far] = [1, 260];
    this.sun.shadow.bias = -0.0006;
    this.sun.shadow.normalBias = 0.06;
    this.sun.shadow.radius = 3;
  }

  get outdoors(): boolean {
    return this.shown?.sky !== "hall";
  }

  apply(environment: Environment, detail = this.detail): void {
    this.shown = environment;
    this.detail = detail;
    const mood = MOODS[environment.sky];
    const { color, near, far } = environment.fog;
    this.scene.fog = new Fog(color, near, far);
    this.scene.background = new Color(color);
    this.sky.mesh.visible = environment.sky !== "hall";
    this.sun.color.setHex(mood.sunColor);
    this.sun.intensity = mood.sun;
    this.ambient.color.setHex(mood.overhead);
    this.ambient.groundColor.setHex(mood.underneath);
    this.ambient.intensity = mood.ambient;
    this.renderer.toneMappingExposure = mood.exposure * environment.exposure;
    this.sky.paint({ ...(environment.sky === "dusk" ? DUSK : DAY), horizon: color }, this.direction);
    this.surround();
    this.scene.environmentIntensity = mood.surroundings;
  }

  /** A plain room of this colour in place of the sky or the hall's haze; null for those again. */
  enclose(room: Color | null): void {
    this.sky.mesh.visible = room === null && this.outdoors;
    this.scene.background = room ?? new Color(this.shown?.fog.color);
  }

  /** Makes all surroundings and shadows anew, as after the graphics context was lost. */
  restore(): void {
    this.unfinished = null;
    for (const target of this.targets.values()) target.dispose();
    this.targets.clear();
    this.surround();
    this.renderer.shadowMap.needsUpdate = this.sun.castShadow;
  }

  /** What an area mirrors; made once for each kind of sky and detail. */
  private surround(): void {
    const key = `${this.shown?.sky ?? ""} ${this.direction.join()} ${String(this.detail)}`;
    const target = this.targets.get(key) ?? this.begin();
    this.targets.set(key, target);
    this.scene.environment = target.texture;
    if (this.outdoors) this.scene.add(this.sky.mesh);
  }

  /** Begins new surroundings: what mirrors them can be made ready, and they are drawn when somebody finishes them. */
  private begin(): WebGLRenderTarget {
    this.finish();
    const generator = new Prefilter(this.renderer, this.detail);
    this.unfinished = { generator, model: this.outdoors ? this.openAir() : hallModel() };
    if (this.outdoors) this.finish(); // the sky cannot be in two scenes
    return generator.target;
  }

  /** What draws the surroundings that are not finished, and where; null when all are. */
  get making(): Making | null {
    if (!this.unfinished) return null;
    const { generator, model } = this.unfinished;
    return { objects: [...(model.children as Mesh[] as Drawn[]), ...generator.drawn], scene: model, target: generator.target };
  }

  /** Draws the surroundings that were begun. */
  finish(): void {
    if (!this.unfinished) return;
    const { generator, model } = this.unfinished;
    this.unfinished = null;
    const { xr } = this.renderer;
    const worn = xr.enabled;
    xr.enabled = false; // a headset's eyes would be taken for the six ways to look
    generator.fill(model, this.outdoors || this.detail < 128 ? 0 : 0.02); // fewer pixels are wider than so many radians
    xr.enabled = worn;
    for (const object of [...model.children]) if (object !== this.sky.mesh) dispose(object as Mesh);
    generator.dispose();
  }

  /** Switches the sun's shadow on or off: the side of its map in pixels, 0 for none. */
  setShadow(size: number): void {
    const on = size > 0 && this.outdoors;
    this.sun.castShadow = on;
    this.renderer.shadowMap.enabled = on;
    this.renderer.shadowMap.autoUpdate = false;
    if (on && this.sun.shadow.mapSize.width !== size) {
      this.sun.shadow.mapSize.set(size, size);
      this.sun.shadow.map?.dispose();
      this.sun.shadow.map = null;
    }
    this.renderer.shadowMap.needsUpdate = on;
  }

  /** Something that casts a shadow moved: shades anew, a few times a second. */
  shadeAnew(now: number): void {
    if (!this.sun.castShadow || now - this.shaded < SHADING) return;
    this.shaded = now;
    this.renderer.shadowMap.needsUpdate = true;
  }

  /** Keeps the light, and what it shades, around the visitor. */
  follow(eye: Vector3): void {
    const [x, y, z] = this.direction;
    const length = Math.hypot(x, y, z);
    const step = 6; // moving in steps keeps the edges of shadows from crawling
    const [cx, cz] = [Math.round(eye.x / step) * step, Math.round(eye.z / step) * step];
    if (this.sun.target.position.x === cx && this.sun.target.position.z === cz && this.sun.position.y !== 0) return;
    this.sun.target.position.set(cx, 0, cz);
    this.sun.position.set(cx + (x / length) * 120, (y / length) * 120, cz + (z / length) * 120);
    this.renderer.shadowMap.needsUpdate = this.sun.castShadow;
  }

  dispose(): void {
    for (const target of this.targets.values()) target.dispose();
    this.sun.dispose();
  }

  private get direction(): readonly [number, number, number] {
    return this.shown?.sun ?? CEILING_LIGHT;
  }

  private openAir(): Scene {
    const model = new Scene();
    const ground = new Mesh(new PlaneGeometry(160, 160), new MeshBasicMaterial({ color: this.shown?.sky === "dusk" ? 0x3a3d3a : 0x8a9470 }));
    ground.rotation.x = -Math.PI / 2;
    ground.position.y = -3;
    model.add(this.sky.mesh, ground);
    return model;
  }
}

/**
 * A bright hall to mirror: rows of strips that shine between dark trusses, a glass front, pale walls with the booths
 * below them. As bright as a plain one on the whole, so that what is dull stays as it is; what is polished has
 * something to mirror.
 */
function hallModel(): Scene {
  const model = new Scene();
  model.add(walls(), together(blocks()));
  return model;
}

interface Block {
  readonly size: Triple;
  readonly at: Triple;
  readonly color: Color;
}
type Triple = readonly [number, number, number];

function blocks(): readonly Block[] {
  const found: Block[] = [{ size: [40, 6.4, 0.1], at: [0, 3.8, 15.6], color: new Color(2.3, 2.5, 2.7) }];
  for (let row = -3; row <= 3; row++) found.push({ size: [34, 0.1, 0.8], at: [0, 7.6, row * 3.4], color: new Color(7.2, 7.4, 7.6) });
  for (let truss = -2; truss <= 2; truss++) found.push({ size: [0.7, 0.5, 30], at: [truss * 8.5, 7.2, 0], color: new Color(0.16, 0.17, 0.19) });
  for (const [i, color] of BOOTHS.entries()) {
    const side = i % 2 ? 1 : -1;
    found.push({ size: [5.4, 2.6, 0.4], at: [-20 + i * 5.8, -0.3, side * 13.5], color: new Color(color) });
    found.push({ size: [0.4, 2.2, 5.4], at: [side * 21, -0.4, -12 + i * 3.4], color: new Color(BOOTHS[(i + 3) % BOOTHS.length] as number) });
  }
  return found;
}

/** All in one draw: they are drawn six times over before anything is seen. */
function together(all: readonly Block[]): InstancedMesh {
  const mesh = new InstancedMesh(new BoxGeometry(1, 1, 1), new MeshBasicMaterial(), all.length);
  for (const [i, { size, at, color }] of all.entries()) {
    mesh.setMatrixAt(i, new Matrix4().makeScale(...size).setPosition(...at));
    mesh.setColorAt(i, color);
  }
  return mesh;
}

/** What stands along the walls, as it is seen in polished metal. */
const BOOTHS = [0x1f6fb2, 0x24292e, 0xd9dee2, 0xc8561b, 0x2b3138, 0x0b8f8c, 0xe9edf0, 0x24292e];

function walls(): Mesh {
  const box = new BoxGeometry(48, 10, 32);
  const [side, above, below] = [0.9, 0.62, 1.1];
  const tones = [side, side, above, below, side, side]; // as boxes have their faces: east, west, up, down, south, north
  const colors = tones.flatMap((tone) => Array.from({ length: 4 }, () => [tone, tone, tone * 1.02]).flat());
  box.setAttribute("color", new Float32BufferAttribute(colors, 3));
  const mesh = new Mesh(box, new MeshBasicMaterial({ vertexColors: true, side: BackSide }));
  mesh.position.y = 3;
  return mesh;
}

function dispose(mesh: Mesh): void {
  if (mesh instanceof InstancedMesh) mesh.dispose();
  mesh.geometry.dispose();
  for (const material of [mesh.material].flat()) material.dispose();
}
