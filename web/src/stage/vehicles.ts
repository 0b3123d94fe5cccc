/** A fleet on a route: every vehicle, near and far ones, wheels and all, in one draw; and their shadows in another. */
import { BatchedMesh, Group, Matrix4, type BufferGeometry } from "three";
import type { RingPlace } from "../core/ring.js";
import { type Cast, cast, castMaterial, molded } from "./casting.js";
import { Blots } from "./blots.js";
import type { Eyes } from "./people.js";

/** A vehicle this frame: `way` metres driven, `gain` m/s². */
export interface StageVehicle extends RingPlace {
  readonly way: number;
  readonly gain: number;
}

/** A kind of vehicle: its model near and far, metres across and along. */
export interface VehicleKind {
  readonly near: ArrayBuffer;
  readonly far: ArrayBuffer;
  readonly footprint: readonly [number, number];
}

/** Metres within which one sees wheels turn, and some more until they are left out again. */
const NEAR = 20;
const GRACE = 3;
/** Metres between the axles, about. */
const WHEELBASE = 2.8;
const GROUND = 0.03;
const WHEEL = /^wheel/i;
/** Parts that nobody sees through dark panes. */
const INSIDE = /^(battery|motor|interior|seat)/i;
/** Radians that a body dips for each m/s² that it brakes. */
const DIP = 0.007;

interface Wheel {
  readonly geometry: number;
  readonly hub: Matrix4;
  readonly radius: number;
  readonly steers: boolean;
}

interface Kind {
  readonly near: number;
  readonly far: number;
  readonly wheels: readonly Wheel[];
  readonly size: readonly [number, number];
}

interface Vehicle {
  readonly kind: Kind;
  readonly body: number;
  readonly wheels: readonly number[];
  near: boolean;
}

export class Vehicles {
  readonly object = new Group();
  private readonly mesh: BatchedMesh;
  private readonly shadows: Blots;
  private readonly fleet: readonly Vehicle[];

  private constructor(forms: readonly Form[], kindOf: readonly number[]) {
    const shapes = forms.flatMap(({ near, far, wheels }) => [near, far, ...wheels.map((wheel) => wheel.shape)]);
    const sum = (of: (shape: BufferGeometry) => number): number => shapes.reduce((total, shape) => total + of(shape), 0);
    const most = kindOf.reduce((total, kind) => total + 1 + (forms[kind]?.wheels.length ?? 0), 0);
    this.mesh = new BatchedMesh(most, sum((s) => s.getAttribute("position").count), sum((s) => s.getIndex()?.count ?? 0), castMaterial());
    this.mesh.name = "vehicles";
    this.mesh.frustumCulled = false; // its parts are
    this.mesh.sortObjects = false;
    this.mesh.receiveShadow = true;
    const kinds = forms.map((form) => this.kind(form));
    this.fleet = kindOf.map((kind) => this.vehicle(kinds[kind] as Kind));
    this.shadows = new Blots(kindOf.length);
    this.object.add(this.shadows.mesh, this.mesh);
    this.object.visible = false;
  }

  /** `kindOf` says which kind each vehicle of the fleet is. Rejects when a model is none. */
  static async create(kinds: readonly VehicleKind[], kindOf: readonly number[]): Promise<Vehicles> {
    return new Vehicles(await Promise.all(kinds.map(formOf)), kindOf);
  }

  /** Draws them there. */
  update(places: readonly StageVehicle[], eyes: Eyes): void {
    this.object.visible = places.length > 0;
    this.shadows.begin();
    for (const [i, vehicle] of this.fleet.entries()) {
      const place = places[i];
      if (place) this.drive(vehicle, place, eyes);
    }
    this.shadows.end();
  }

  dispose(): void {
    this.mesh.dispose();
    this.shadows.dispose();
  }

  private kind({ near, far, wheels, size }: Form): Kind {
    return {
      near: this.mesh.addGeometry(near),
      far: this.mesh.addGeometry(far),
      wheels: wheels.map(({ shape, hub, radius, steers }) => ({ geometry: this.mesh.addGeometry(shape), hub, radius, steers })),
      size,
    };
  }

  private vehicle(kind: Kind): Vehicle {
    const wheels = kind.wheels.map(({ geometry }) => this.mesh.addInstance(geometry));
    for (const wheel of wheels) this.mesh.setVisibleAt(wheel, false);
    return { kind, body: this.mesh.addInstance(kind.far), wheels, near: false };
  }

  private drive(vehicle: Vehicle, { x, y, facing, bend, way, gain }: StageVehicle, eyes: Eyes): void {
    const { kind } = vehicle;
    this.show(vehicle, Math.hypot(x - eyes.x, -y - eyes.z));
    stand.makeRotationY(Math.PI - facing).setPosition(x, GROUND, -y);
    body.copy(stand).multiply(part.makeRotationX(Math.max(-0.04, Math.min(0.04, -gain * DIP))));
    this.mesh.setMatrixAt(vehicle.body, body);
    this.shadows.add(x, GROUND, -y, Math.PI - facing, kind.size[0] * 0.62, kind.size[1] * 0.56);
    if (!vehicle.near) return;
    for (const [i, instance] of vehicle.wheels.entries()) {
      const { hub, radius, steers } = kind.wheels[i] as Wheel;
      part.copy(stand).multiply(hub);
      if (steers) part.multiply(turn.makeRotationY(-Math.atan(WHEELBASE * bend)));
      this.mesh.setMatrixAt(instance, part.multiply(turn.makeRotationX((way / radius) % (2 * Math.PI))));
    }
  }

  private show(vehicle: Vehicle, far: number): void {
    const near = far < NEAR + (vehicle.near ? GRACE : 0);
    if (near === vehicle.near) return;
    vehicle.near = near;
    this.mesh.setGeometryIdAt(vehicle.body, near ? vehicle.kind.near : vehicle.kind.far);
    for (const wheel of vehicle.wheels) this.mesh.setVisibleAt(wheel, near);
  }
}

const stand = new Matrix4();
const body = new Matrix4();
const part = new Matrix4();
const turn = new Matrix4();

interface Form {
  readonly near: BufferGeometry;
  readonly far: BufferGeometry;
  readonly wheels: readonly { readonly shape: BufferGeometry; readonly hub: Matrix4; readonly radius: number; readonly steers: boolean }[];
  readonly size: readonly [number, number];
}

async function formOf({ near, far, footprint }: VehicleKind): Promise<Form> {
  const [close, plain] = await Promise.all([cast(near), cast(far)]);
  const turning = close.rig.joints.flatMap(({ name }, joint) => (WHEEL.test(name) && isRound(close, joint) ? [joint] : []));
  const rest = ({ rig }: Cast, joint: number | null): Matrix4 => rig.atRest[joint ?? 0] ?? new Matrix4();
  return {
    near: molded(close.pieces, ({ joint }) => (turning.includes(joint ?? -1) || isInside(close, joint) ? null : rest(close, joint))),
    far: molded(plain.pieces, ({ joint }) => rest(plain, joint)),
    wheels: turning.map((joint) => {
      const shape = molded(close.pieces, (piece) => (piece.joint === joint ? new Matrix4() : null));
      const hub = rest(close, joint);
      return { shape, hub, radius: radiusOf(shape), steers: (hub.elements[14] ?? 0) > 0 };
    }),
    size: footprint,
  };
}

const isInside = ({ rig }: Cast, joint: number | null): boolean => INSIDE.test(rig.joints[joint ?? -1]?.name ?? "");

/** Whether a part is one wheel about its own hub: older models have all wheels in one part. */
function isRound({ pieces }: Cast, joint: number): boolean {
  const { min, max } = molded(pieces, (piece) => (piece.joint === joint ? new Matrix4() : null)).boundingBox ?? {};
  if (!min || !max || max.z <= min.z) return false;
  return Math.abs(min.z + max.z) < 0.06 && Math.abs(min.y + max.y) < 0.06 && max.z - min.z < 1.4;
}

const radiusOf = (shape: BufferGeometry): number => Math.max(0.1, shape.boundingBox?.max.z ?? 0.33);
