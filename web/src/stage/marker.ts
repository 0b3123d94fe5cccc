/** A ring on the floor where a tap sent the visitor. */
import { Mesh, MeshBasicMaterial, RingGeometry } from "three";
import type { Point } from "../core/plan.js";

export class Marker {
  readonly mesh = new Mesh(
    new RingGeometry(0.26, 0.36, 40).rotateX(-Math.PI / 2),
    new MeshBasicMaterial({ color: 0xffb000, transparent: true, opacity: 0.9, depthWrite: false, polygonOffset: true, polygonOffsetFactor: -4, polygonOffsetUnits: -4 }),
  );

  constructor() {
    this.mesh.visible = false;
    this.mesh.renderOrder = 5;
  }

  /** Puts it at a point of the plan, or away. Returns whether that changed anything. */
  set(at: Point | null): boolean {
    const same = at ? this.mesh.visible && this.mesh.position.x === at[0] && this.mesh.position.z === -at[1] : !this.mesh.visible;
    this.mesh.visible = at !== null;
    if (at) this.mesh.position.set(at[0], 0.03, -at[1]);
    return !same;
  }
}
