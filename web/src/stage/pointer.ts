/** A hand of somebody with a headset on: the hand itself, what it points at, and the arc to where one would stand. */
import {
  CylinderGeometry, Group, InstancedMesh, Matrix4, Mesh, MeshBasicMaterial, PlaneGeometry, Quaternion, RingGeometry, SphereGeometry, Vector3,
} from "three";
import type { Point } from "../core/plan.js";
import type { Place } from "../movement/teleport.js";
import { Plate } from "./plate.js";

/** What is drawn of a hand, in the plan of the area. */
export interface Pointing {
  readonly origin: Place;
  readonly direction: Place;
  /** Metres of its straight ray; 0 for none. */
  readonly ray: number;
  /** Whether the ray ends on a thing. */
  readonly meets: boolean;
  /** The arc to where one would stand; null while none is thrown. */
  readonly arc: readonly Place[] | null;
  /** Where one would come to stand, or where the arc lands and nobody can. */
  readonly spot: { readonly at: Point; readonly allowed: boolean } | null;
  readonly plate: readonly string[];
}

/** Blue and round where one may stand; red and crossed out where not: told apart without colours too. */
const ALLOWED = 0x37b6ff;
const REFUSED = 0xe5483d;
const THING = 0xffb000;
const MOST_BEADS = 61;
const AHEAD = new Vector3(0, 0, -1);
const bead = new Matrix4();
/** Metres from the eyes within which a bead of the arc is as small as it is; farther off it grows, to be seen as well. */
const CLOSE = 1.6;

const flat = { transparent: true, toneMapped: false, fog: false, depthWrite: false } as const;
const onFloor = { ...flat, polygonOffset: true, polygonOffsetFactor: -4, polygonOffsetUnits: -4 } as const;

export class Pointer {
  readonly object = new Group();
  private readonly paint = new MeshBasicMaterial({ ...onFloor, opacity: 0.95 });
  private readonly beadPaint = new MeshBasicMaterial({ ...flat, opacity: 0.9 });
  private readonly rayPaint = new MeshBasicMaterial({ ...flat, opacity: 0.75 });
  private readonly body = new Mesh(
    new CylinderGeometry(0.013, 0.019, 0.13, 16).rotateX(-Math.PI / 2).translate(0, 0, 0.065), new MeshBasicMaterial({ color: 0x2b3840, fog: false }),
  );
  private readonly ray = new Mesh(new CylinderGeometry(0.0016, 0.0022, 1, 8).rotateX(-Math.PI / 2).translate(0, 0, -0.5), this.rayPaint);
  private readonly end = new Mesh(new SphereGeometry(0.018, 12, 8), this.rayPaint);
  private readonly beads = new InstancedMesh(new SphereGeometry(0.014, 8, 6), this.beadPaint, MOST_BEADS);
  private readonly spot = new Group();
  private readonly dot = new Mesh(new RingGeometry(0, 0.2, 40).rotateX(-Math.PI / 2), this.paint);
  private readonly cross = new Group();
  private readonly plate = new Plate();

  constructor() {
    const ring = new Mesh(new RingGeometry(0.3, 0.37, 48).rotateX(-Math.PI / 2), this.paint);
    for (const turn of [1, -1]) {
      this.cross.add(new Mesh(new PlaneGeometry(0.07, 0.62).rotateX(-Math.PI / 2).rotateY((turn * Math.PI) / 4), this.paint));
    }
    this.spot.add(ring, this.dot, this.cross);
    this.spot.traverse((part) => (part.renderOrder = 6));
    this.beads.frustumCulled = false;
    this.ray.renderOrder = this.end.renderOrder = this.beads.renderOrder = 7;
    this.object.add(this.body, this.ray, this.end, this.beads, this.spot, this.plate.mesh);
    this.object.visible = false;
  }

  show(pointing: Pointing, eyes: Vector3): void {
    const { origin, direction, ray, meets } = pointing;
    this.object.visible = true;
    const turn = new Quaternion().setFromUnitVectors(AHEAD, toScene(direction).normalize());
    for (const part of [this.body, this.ray]) {
      part.position.copy(toScene(origin));
      part.quaternion.copy(turn);
    }
    this.ray.visible = ray > 0;
    this.ray.scale.set(1, 1, Math.max(0.01, ray));
    this.rayPaint.color.setHex(meets ? THING : 0xffffff);
    this.end.visible = meets;
    this.end.position.copy(toScene(direction)).normalize().multiplyScalar(ray).add(this.ray.position);
    this.end.scale.setScalar(Math.max(1, ray / 3)); // as well seen from afar
    this.throw(pointing, eyes);
    this.plate.show(pointing.plate, this.body.position, eyes);
  }

  hide(): void {
    this.object.visible = false;
  }

  dispose(): void {
    this.plate.dispose();
    this.object.traverse((part) => {
      if (part instanceof Mesh) part.geometry.dispose();
    });
    this.beads.dispose();
    for (const paint of [this.paint, this.beadPaint, this.rayPaint, this.body.material]) paint.dispose();
  }

  private throw({ arc, spot }: Pointing, eyes: Vector3): void {
    this.beads.visible = arc !== null;
    this.spot.visible = spot !== null;
    this.beads.count = Math.min(MOST_BEADS, arc?.length ?? 0);
    arc?.slice(0, MOST_BEADS).forEach((place, i) => {
      const at = toScene(place);
      const size = Math.max(1, at.distanceTo(eyes) / CLOSE);
      this.beads.setMatrixAt(i, bead.makeScale(size, size, size).setPosition(at));
    });
    this.beads.instanceMatrix.needsUpdate = true;
    const allowed = spot?.allowed ?? false;
    for (const paint of [this.paint, this.beadPaint]) paint.color.setHex(allowed ? ALLOWED : REFUSED);
    this.paint.depthTest = allowed; // what is refused may be inside of something
    this.dot.visible = allowed;
    this.cross.visible = !allowed;
    if (spot) this.spot.position.set(spot.at[0], 0.03, -spot.at[1]);
  }
}

const toScene = ([x, y, z]: Place): Vector3 => new Vector3(x, z, -y);
