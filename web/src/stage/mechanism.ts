/** A model that stands somewhere and moves: puts its parts, which lie in the batches of everything else, where its rig says. */
import { Box3, Matrix4, Sphere, Vector3, type Object3D } from "three";
import type { Batches, Ticket } from "./batches.js";
import type { Playing, Rig } from "./rig.js";

/** Triangles that move with one joint: a place in a batch, or a mesh of its own. */
export interface Limb {
  readonly joint: number;
  /** From the limb's own numbers to its joint; one for each time it stands there. */
  readonly locals: readonly Matrix4[];
  readonly ticket: Ticket | null;
  readonly picture: Object3D | null;
  /** In its own numbers. */
  readonly box: Box3 | null;
}

/** Where something stands that follows a device on site, in the plan, and where it was written to stand. */
export interface Carried {
  readonly x: number;
  readonly y: number;
  readonly facing: number;
  readonly home: { readonly x: number; readonly y: number; readonly facing: number; readonly elevation: number };
}

/** Smaller than this (a part scaled to nothing) is not drawn. */
const NOTHING = 1e-12;
/** How far a model reaches beyond what it is at rest, when it moves. */
const REACH = 1.6;

export class Mechanism {
  /** Where it is in the scene, its usual moves included. */
  readonly sphere = new Sphere();
  private readonly drawn: readonly Matrix4[];
  private readonly shown: boolean[];
  private concealed = false;
  private done = "";
  private readonly written: Matrix4;
  private readonly center = new Vector3();
  private carried = "";

  constructor(
    readonly rig: Rig,
    /** From the model to the scene. */
    readonly place: Matrix4,
    readonly limbs: readonly Limb[],
    private readonly batches: Batches,
  ) {
    this.written = place.clone();
    this.drawn = rig.matrices.map((matrix) => matrix.clone());
    this.shown = limbs.map(() => true);
    this.filled().getBoundingSphere(this.sphere).applyMatrix4(place);
    this.sphere.radius *= REACH;
    this.center.copy(this.sphere.center);
    for (const [i, limb] of limbs.entries()) this.show(i, this.there(limb, false));
  }

  /** Stands there from now on; null: where it was written to stand. Returns whether that is elsewhere. */
  carry(to: Carried | null): boolean {
    const asked = to ? [to.x, to.y, to.facing].join(" ") : "";
    if (asked === this.carried) return false;
    this.carried = asked;
    const way = new Matrix4();
    if (to) {
      way.makeRotationY(to.home.facing - to.facing).multiply(new Matrix4().makeTranslation(-to.home.x, -to.home.elevation, to.home.y));
      way.premultiply(new Matrix4().makeTranslation(to.x, to.home.elevation, -to.y));
    }
    this.place.multiplyMatrices(way, this.written);
    this.sphere.center.copy(this.center).applyMatrix4(way);
    for (const limb of this.limbs) this.put(limb);
    return true;
  }

  /** Plays these motions, `cut` open or whole. Returns whether anything looks different now. */
  pose(playing: readonly Playing[], cut = false): boolean {
    const asked = `${String(cut)} ${playing.map(({ motion, time }) => `${motion}@${String(time)}`).join(" ")}`;
    if (asked === this.done) return false;
    this.done = asked;
    this.rig.pose(playing);
    const moved = this.rig.matrices.map((matrix, i) => !matrix.equals(this.drawn[i] as Matrix4));
    let changed = false;
    for (const [i, limb] of this.limbs.entries()) {
      changed = this.show(i, this.there(limb, cut)) || changed;
      if (!moved[limb.joint]) continue;
      changed ||= this.shown[i] === true;
      this.put(limb);
    }
    for (const [i, matrix] of this.rig.matrices.entries()) if (moved[i]) this.drawn[i]?.copy(matrix);
    return changed;
  }

  /** What it fills while it plays these motions, in the model's frame. */
  extent(playing: readonly Playing[]): Box3 {
    this.rig.pose(playing);
    this.done = ""; // the next pose is taken up whatever it is
    return this.filled();
  }

  /** Hides it as a whole, whatever it does; or shows it again. */
  conceal(concealed: boolean): void {
    if (this.concealed === concealed) return;
    this.concealed = concealed;
    for (const [i, limb] of this.limbs.entries()) this.draw(limb, this.shown[i] === true);
  }

  /** The limbs that are drawn now. */
  get visible(): readonly Limb[] {
    return this.concealed ? [] : this.limbs.filter((_, i) => this.shown[i]);
  }

  /** From a joint to the scene, as posed last. */
  jointMatrix(joint: number): Matrix4 {
    // A joint of a model that was changed meanwhile: the whole of it.
    return new Matrix4().multiplyMatrices(this.place, (this.rig.matrices[joint] ?? this.rig.matrices[0]) as Matrix4);
  }

  /** From a limb's own numbers to the scene, as posed last. */
  matrixOf({ joint, locals }: Limb, index = 0): Matrix4 {
    return this.jointMatrix(joint).multiply(locals[index] as Matrix4);
  }

  private put(limb: Limb): void {
    for (let i = 0; i < limb.locals.length; i++) {
      const matrix = this.matrixOf(limb, i);
      if (limb.ticket) this.batches.move(limb.ticket, i, matrix);
      if (!limb.picture) continue;
      limb.picture.matrix.copy(matrix);
      limb.picture.updateMatrixWorld(true);
    }
  }

  private there({ joint }: Limb, cut: boolean): boolean {
    const open = cut && this.rig.joints[joint]?.cut === true;
    return !open && Math.abs(this.rig.matrices[joint]?.determinant() ?? 0) > NOTHING;
  }

  /** Returns whether it was otherwise before. */
  private show(index: number, visible: boolean): boolean {
    if (this.shown[index] === visible) return false;
    this.shown[index] = visible;
    this.draw(this.limbs[index] as Limb, visible);
    return true;
  }

  private draw({ ticket, picture }: Limb, shown: boolean): void {
    const visible = shown && !this.concealed;
    if (ticket) this.batches.setVisible(ticket, visible);
    if (picture) picture.visible = visible;
  }

  private filled(): Box3 {
    const whole = new Box3();
    for (const limb of this.limbs) {
      if (!limb.box || !this.there(limb, false)) continue;
      const joint = this.rig.matrices[limb.joint] as Matrix4;
      for (const local of limb.locals) whole.union(limb.box.clone().applyMatrix4(new Matrix4().multiplyMatrices(joint, local)));
    }
    return whole;
  }
}
