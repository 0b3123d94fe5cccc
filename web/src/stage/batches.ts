/** One BatchedMesh for each untextured material of the area: a draw for all cells together, parts culled one by one. */
import {
  BatchedMesh, Box3, BufferGeometry, DoubleSide, Group, type Intersection, type Matrix4, Mesh, MeshBasicMaterial, type Raycaster, Sphere,
} from "three";
import type { Surfaces } from "./surfaces.js";

/** Where a piece went; hand it back to hide or remove it. */
export interface Ticket {
  readonly material: string;
  readonly geometry: number;
  readonly instances: readonly number[];
}

interface Batch {
  readonly mesh: BatchedMesh;
  vertices: number;
  indices: number;
  instances: number;
  /** Vertices of removed pieces that still take room. */
  waste: number;
}

/** Room that a batch begins with, and never goes below: most materials need little. */
const FIRST = { instances: 64, vertices: 8_000, indices: 16_000 };
/** Share of a batch's room that may lie waste before it is moved together, and how much more than it needs is left then. */
const WASTE = 0.5;
const SPARE = 1.3;
/** How much larger a batch becomes that is full. */
const GROWTH = 1.6;

/** Stands for one piece at a time where a line of sight is followed. */
const probe = new Mesh(new BufferGeometry(), new MeshBasicMaterial({ side: DoubleSide }));
probe.matrixAutoUpdate = false;

export class Batches {
  readonly group = new Group();
  private readonly batches = new Map<string, Batch>();

  constructor(private readonly surfaces: Surfaces) {}

  add(material: string, geometry: BufferGeometry, matrices: readonly Matrix4[], area: Matrix4 | null = null): Ticket {
    const batch = this.batches.get(material) ?? this.create(material);
    this.makeRoom(batch, geometry, matrices.length);
    const id = batch.mesh.addGeometry(geometry);
    const instances = matrices.map((matrix) => {
      const instance = batch.mesh.addInstance(id);
      batch.mesh.setMatrixAt(instance, area ? matrix.clone().premultiply(area) : matrix);
      return instance;
    });
    return { material, geometry: id, instances };
  }

  remove(ticket: Ticket): void {
    const batch = this.batches.get(ticket.material);
    if (!batch) return;
    const range = batch.mesh.getGeometryRangeAt(ticket.geometry) as { reservedVertexCount?: number } | null;
    batch.waste += range?.reservedVertexCount ?? 0;
    batch.instances -= ticket.instances.length;
    batch.mesh.deleteGeometry(ticket.geometry);
    if (batch.waste > Math.max(FIRST.vertices, batch.vertices * WASTE)) this.shrink(batch);
  }

  /** Puts one instance of a piece elsewhere; the matrix is the scene's. */
  move(ticket: Ticket, index: number, matrix: Matrix4): void {
    const instance = ticket.instances[index];
    if (instance !== undefined) this.batches.get(ticket.material)?.mesh.setMatrixAt(instance, matrix);
  }

  /** Where a line of sight first meets a piece, metres along it; null where it does not. */
  meet(ticket: Ticket, ray: Raycaster): Intersection | null {
    const mesh = this.batches.get(ticket.material)?.mesh;
    const range = mesh?.getGeometryRangeAt(ticket.geometry);
    if (!mesh || !range) return null;
    probe.geometry.index = mesh.geometry.index;
    probe.geometry.attributes = mesh.geometry.attributes;
    probe.geometry.setDrawRange(range.start, range.count);
    probe.geometry.boundingSphere = mesh.getBoundingSphereAt(ticket.geometry, new Sphere());
    probe.geometry.boundingBox = mesh.getBoundingBoxAt(ticket.geometry, new Box3());
    const hits: Intersection[] = [];
    for (const instance of ticket.instances) {
      mesh.getMatrixAt(instance, probe.matrixWorld);
      probe.raycast(ray, hits);
    }
    return hits.sort((a, b) => a.distance - b.distance)[0] ?? null;
  }

  setVisible(ticket: Ticket, visible: boolean): void {
    const mesh = this.batches.get(ticket.material)?.mesh;
    for (const instance of ticket.instances) mesh?.setVisibleAt(instance, visible);
  }

  /** Gives everything back, as when another area is entered. */
  clear(): void {
    for (const { mesh } of this.batches.values()) {
      this.group.remove(mesh);
      mesh.dispose();
    }
    this.batches.clear();
  }

  private create(material: string): Batch {
    const surface = this.surfaces.named(material);
    const mesh = new BatchedMesh(FIRST.instances, FIRST.vertices, FIRST.indices, surface.material);
    mesh.name = material;
    mesh.frustumCulled = false; // its parts are
    mesh.sortObjects = surface.sorted;
    mesh.renderOrder = surface.order;
    mesh.castShadow = surface.casts;
    mesh.receiveShadow = surface.receives;
    mesh.matrixAutoUpdate = false;
    const batch = { mesh, vertices: FIRST.vertices, indices: FIRST.indices, instances: 0, waste: 0 };
    this.batches.set(material, batch);
    this.group.add(mesh);
    return batch;
  }

  private makeRoom(batch: Batch, geometry: BufferGeometry, count: number): void {
    const { mesh } = batch;
    batch.instances += count;
    if (batch.instances > mesh.maxInstanceCount) mesh.setInstanceCount(Math.ceil(batch.instances * 1.6));
    const vertices = geometry.getAttribute("position").count;
    const indices = geometry.getIndex()?.count ?? 0;
    if (this.fits(batch, vertices, indices)) return;
    if (batch.waste > batch.vertices * 0.3) {
      mesh.optimize();
      batch.waste = 0;
      if (this.fits(batch, vertices, indices)) return;
    }
    if (mesh.unusedVertexCount < vertices) batch.vertices = Math.ceil(Math.max(batch.vertices * GROWTH, batch.vertices + vertices));
    if (mesh.unusedIndexCount < indices) batch.indices = Math.ceil(Math.max(batch.indices * GROWTH, batch.indices + indices));
    mesh.setGeometrySize(batch.vertices, batch.indices);
  }

  /** Gives the room back that removed pieces took. */
  private shrink(batch: Batch): void {
    const { mesh } = batch;
    mesh.optimize();
    batch.waste = 0;
    const vertices = Math.max(FIRST.vertices, Math.ceil((batch.vertices - mesh.unusedVertexCount) * SPARE));
    const indices = Math.max(FIRST.indices, Math.ceil((batch.indices - mesh.unusedIndexCount) * SPARE));
    if (vertices >= batch.vertices && indices >= batch.indices) return;
    batch.vertices = Math.min(batch.vertices, vertices);
    batch.indices = Math.min(batch.indices, indices);
    mesh.setGeometrySize(batch.vertices, batch.indices);
  }

  private fits({ mesh }: Batch, vertices: number, indices: number): boolean {
    return mesh.unusedVertexCount >= vertices && mesh.unusedIndexCount >= indices;
  }
}
