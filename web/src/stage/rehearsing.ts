/** Stand-ins: one thing of each material, of no size, so that the graphics card learns to draw it before any that has come. */
import { BatchedMesh, BufferAttribute, BufferGeometry, DataTexture, Mesh, type Scene, Sphere } from "three";
import { type Lighting, USUAL } from "./lighting.js";
import type { Preparing } from "./preparing.js";
import type { Pictured, Surfaces } from "./surfaces.js";

/** What far forms are made of, which are seen first (`far_of` in server/hallwright/scene/materials.py). */
const FAR = ["concrete", "matte", "glow", "signs", "screens"] as const;
/** Those that have pictures on them. */
const PICTURED: ReadonlySet<string> = new Set(["signs", "screens"]);

type StandIn = BatchedMesh | Mesh<BufferGeometry, Pictured>;

export interface RehearsalOptions {
  readonly surfaces: Surfaces;
  readonly preparing: Preparing;
  readonly lighting: Lighting;
  readonly scene: Scene;
}

export class Rehearsal {
  private extras: readonly StandIn[] = [];

  constructor(private readonly options: RehearsalOptions) {}

  /** Has the graphics card learn to draw what most halls begin with, while nobody knows yet which hall comes. `detail`: side of
   *  the surroundings in pixels, a face. */
  begin(detail: number): void {
    const { surfaces, preparing, lighting, scene } = this.options;
    lighting.apply(USUAL, detail);
    const { making } = lighting;
    if (making) preparing.prepare(making.objects, making.scene, making.target);
    this.extras = FAR.map((material) => standIn(surfaces, material));
    for (const extra of this.extras) scene.add(extra);
    preparing.worth();
  }

  /** Stands there no more, as when a picture was drawn. */
  end(): void {
    this.dismiss(this.extras);
    this.extras = [];
  }

  /** Resolves once what is made of these materials can be drawn without waiting. What has a picture on it is like what came first. */
  async prepare(materials: readonly string[]): Promise<void> {
    const { surfaces, preparing } = this.options;
    const names = [...new Set(materials)].filter((material) => !PICTURED.has(material));
    const unknown = names.filter((name) => !preparing.begins(surfaces.named(name).material));
    const extras = unknown.map((name) => standIn(surfaces, name));
    preparing.prepare(extras);
    await Promise.all(names.map((name) => preparing.begins(surfaces.named(name).material)));
    this.dismiss(extras);
  }

  /** Gives everything back but the programs. */
  private dismiss(extras: readonly StandIn[]): void {
    for (const extra of extras) {
      extra.removeFromParent();
      if (extra instanceof BatchedMesh) extra.dispose();
      else {
        extra.geometry.dispose();
        this.options.surfaces.release(extra.material);
      }
    }
  }
}

/** A stand-in for what is made of this material, laid out in memory as that will be (pieces.ts, slots.ts). */
function standIn(surfaces: Surfaces, material: string): StandIn {
  if (PICTURED.has(material)) return withPicture(surfaces, material);
  const { material: shared } = surfaces.named(material);
  const mesh = new BatchedMesh(1, 3, 3, shared);
  const geometry = triangle().setAttribute("color", new BufferAttribute(new Uint16Array(12), 4, true));
  geometry.boundingSphere = new Sphere(undefined, Infinity); // in sight wherever one looks, or it would not be drawn
  mesh.addInstance(mesh.addGeometry(geometry));
  mesh.frustumCulled = false;
  return mesh;
}

function withPicture(surfaces: Surfaces, material: string): Mesh<BufferGeometry, Pictured> {
  const picture = new DataTexture(new Uint8Array(4), 1, 1);
  picture.needsUpdate = true;
  const geometry = triangle().setAttribute("uv", new BufferAttribute(new Uint16Array(6), 2, true));
  const mesh = new Mesh(geometry, surfaces.pictured(material, picture, false));
  mesh.frustumCulled = false;
  return mesh;
}

function triangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Int16Array(12), 4, true));
  geometry.setAttribute("normal", new BufferAttribute(new Int8Array(12), 4, true));
  return geometry.setIndex(new BufferAttribute(new Uint16Array(3), 1));
}
