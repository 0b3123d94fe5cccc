/** What a guide points at: a ring on the floor around it, and an arrow above. */
import { ConeGeometry, DoubleSide, Group, Mesh, MeshBasicMaterial, RingGeometry } from "three";
import type { Point } from "../core/plan.js";

/** What is pointed at: its middle, metres around it, and metres to its top. */
export interface Pointed {
  readonly at: Point;
  readonly radius: number;
  readonly top: number;
}

const COLOR = 0xffb000;
/** Metres that the ring is wide, and that the arrow stays above the top. */
const WIDTH = 0.22;
const ABOVE = 0.9;

export class Halo {
  readonly object = new Group();
  private readonly ring = new Mesh(
    new RingGeometry(1, 1, 3).rotateX(-Math.PI / 2),
    new MeshBasicMaterial({ color: COLOR, transparent: true, opacity: 0.9, depthWrite: false, polygonOffset: true, polygonOffsetFactor: -4, polygonOffsetUnits: -4 }),
  );
  private readonly arrow = new Mesh(new ConeGeometry(0.42, 0.9, 24).rotateX(Math.PI), new MeshBasicMaterial({ color: COLOR, side: DoubleSide }));
  private shown: Pointed | null = null;

  constructor() {
    this.object.add(this.ring, this.arrow);
    this.object.visible = false;
    this.ring.renderOrder = 5;
  }

  /** Points at something, or at nothing; returns whether that changed anything. */
  set(pointed: Pointed | null): boolean {
    if (JSON.stringify(pointed) === JSON.stringify(this.shown)) return false;
    this.shown = pointed;
    this.object.visible = pointed !== null;
    if (!pointed) return true;
    this.ring.geometry.dispose();
    this.ring.geometry = new RingGeometry(pointed.radius, pointed.radius + WIDTH, 96).rotateX(-Math.PI / 2);
    this.object.position.set(pointed.at[0], 0.04, -pointed.at[1]);
    this.arrow.position.y = pointed.top + ABOVE;
    return true;
  }
}
