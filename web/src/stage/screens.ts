/**
 * Live pictures on flat places of the hall: the faces of boards, the screens of exhibits. All places of one thing share
 * a canvas and a draw. A picture goes to the graphics card only when it was painted anew.
 */
import {
  BufferGeometry, CanvasTexture, Float32BufferAttribute, Group, Matrix4, Mesh, MeshBasicMaterial, SRGBColorSpace, Vector3, VideoTexture,
} from "three";
import type { Pane } from "../hall/panes.js";

/** A place, and the part of the picture that it shows: left, top, right, bottom, as shares from the top left. */
export interface Shown {
  readonly pane: Pane;
  readonly part: readonly [left: number, top: number, right: number, bottom: number];
}

/** Screens shine by themselves, as those of the compiled hall do. */
const GLOW = 1.1;
const SHARPNESS = 8; // anisotropy, where the card has it

export class Screens {
  readonly object = new Group();
  /** How often a picture was sent to the graphics card. */
  uploads = 0;
  private readonly meshes = new Map<string, Mesh<BufferGeometry, MeshBasicMaterial>>();

  /** Hangs the picture of a canvas where it is to be seen; hidden until it is shown. */
  hang(id: string, canvas: HTMLCanvasElement, places: readonly Shown[]): void {
    const texture = new CanvasTexture(canvas);
    texture.anisotropy = SHARPNESS;
    texture.onUpdate = () => (this.uploads += 1);
    const material = new MeshBasicMaterial({ map: texture, polygonOffset: true, polygonOffsetFactor: -1, polygonOffsetUnits: -2 });
    material.color.setScalar(GLOW);
    this.put(id, material, places);
  }

  /** Hangs moving pictures there, in front of what else is; they keep their own colours. Again with another size it moves. */
  project(id: string, video: HTMLVideoElement, pane: Pane): void {
    const size = [pane.width, pane.height].join(" ");
    if (this.meshes.get(id)?.userData["size"] === size) return;
    const map = new VideoTexture(video);
    map.anisotropy = SHARPNESS;
    const material = new MeshBasicMaterial({ map, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -4, toneMapped: false });
    this.put(id, material, [{ pane, part: [0, 0, 1, 1] }]).userData["size"] = size;
  }

  private put(id: string, material: MeshBasicMaterial, places: readonly Shown[]): Mesh<BufferGeometry, MeshBasicMaterial> {
    this.remove(id);
    if (material.map) material.map.colorSpace = SRGBColorSpace;
    const mesh = new Mesh(quads(places), material);
    mesh.visible = false;
    mesh.name = id;
    this.meshes.set(id, mesh);
    this.object.add(mesh);
    return mesh;
  }

  /** Says that the canvas was painted anew. */
  refresh(id: string): void {
    const map = this.meshes.get(id)?.material.map;
    if (map) map.needsUpdate = true;
  }

  /** Shows or hides a picture; returns whether that changed anything. */
  show(id: string, visible: boolean): boolean {
    const mesh = this.meshes.get(id);
    if (!mesh || mesh.visible === visible) return false;
    mesh.visible = visible;
    return true;
  }

  remove(id: string): void {
    const mesh = this.meshes.get(id);
    if (!mesh) return;
    this.meshes.delete(id);
    this.object.remove(mesh);
    mesh.geometry.dispose();
    mesh.material.map?.dispose();
    mesh.material.dispose();
  }

  clear(): void {
    for (const id of [...this.meshes.keys()]) this.remove(id);
  }
}

/** The corners of a place in the scene: lower left, lower right, upper right, upper left, seen from its front. */
export function corners({ at, facing, pitch, width, height }: Pane): readonly Vector3[] {
  const turn = new Matrix4().makeRotationY(Math.PI - facing).multiply(new Matrix4().makeRotationX(-pitch));
  turn.setPosition(at[0], at[2], -at[1]);
  const [x, y] = [width / 2, height / 2];
  return [[-x, -y], [x, -y], [x, y], [-x, y]].map(([cx = 0, cy = 0]) => new Vector3(cx, cy, 0).applyMatrix4(turn));
}

function quads(places: readonly Shown[]): BufferGeometry {
  const positions = places.flatMap(({ pane }) => corners(pane).flatMap((corner) => corner.toArray()));
  const uvs = places.flatMap(({ part: [left, top, right, bottom] }) => [
    left, 1 - bottom, right, 1 - bottom, right, 1 - top, left, 1 - top,
  ]);
  const indices = places.flatMap((_, i) => [0, 1, 2, 0, 2, 3].map((corner) => i * 4 + corner));
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(positions, 3));
  geometry.setAttribute("uv", new Float32BufferAttribute(uvs, 2));
  geometry.setIndex(indices);
  geometry.computeBoundingSphere();
  return geometry;
}
