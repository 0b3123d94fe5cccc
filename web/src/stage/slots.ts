/** What stands in the scene, slot by slot: far cells, near cells in their place, heroes in place of their far form. */
import { type BufferGeometry, type Group, Matrix4, Mesh, type Texture } from "three";
import type { Want } from "../hall/wanting.js";
import type { Batches, Ticket } from "./batches.js";
import { type Limb, Mechanism } from "./mechanism.js";
import type { Piece } from "./pieces.js";
import type { Rig } from "./rig.js";
import type { Pictured, Surfaces } from "./surfaces.js";
import { piecesBytes } from "./weighing.js";

type Picture = Mesh<BufferGeometry, Pictured>;

interface Shown {
  /** Either a place in a batch, or a mesh of its own; both know whether they stand for a hero. */
  readonly tickets: readonly { readonly ticket: Ticket; readonly hero: string | null }[];
  readonly pictures: readonly Picture[];
  readonly mechanism: Mechanism | null;
}

export class Slots {
  private readonly slots = new Map<string, { readonly want: Want; readonly shown: Shown }>();

  private only: string | null = null;

  constructor(
    private readonly batches: Batches,
    private readonly surfaces: Surfaces,
    private readonly pictures: Group,
    private readonly anisotropy: () => number,
  ) {}

  get count(): number {
    return this.slots.size;
  }

  /** The models that stand here, by placement. */
  *mechanisms(): Generator<readonly [placement: string, mechanism: Mechanism]> {
    for (const { want, shown } of this.slots.values()) {
      if (want.placement && shown.mechanism) yield [want.placement.id, shown.mechanism];
    }
  }

  /** Fills a slot; what was there goes once the new is in. Returns the bytes that it takes. */
  fill(want: Want, pieces: readonly Piece[], rig: Rig | null = null): number {
    const old = this.slots.get(want.slot);
    this.slots.set(want.slot, { want, shown: this.build(want, pieces, rig) });
    if (old) this.takeDown(old.shown);
    this.settle(want.cell);
    return piecesBytes(pieces);
  }

  empty(slot: string): void {
    const filled = this.slots.get(slot);
    if (!filled) return;
    this.slots.delete(slot);
    this.takeDown(filled.shown);
    this.settle(filled.want.cell);
  }

  clear(): void {
    for (const { shown } of this.slots.values()) this.takeDown(shown);
    this.slots.clear();
    this.only = null;
    this.batches.clear();
  }

  private build(want: Want, pieces: readonly Piece[], rig: Rig | null): Shown {
    const place = want.placement ? placeOf(want.placement) : null;
    const tickets = [];
    const pictures = [];
    const limbs: Limb[] = [];
    for (const piece of pieces) {
      const frame = frameOf(piece, place, rig);
      const picture = piece.texture ? this.picture(piece, piece.texture, frame) : null;
      const ticket = picture ? null : this.batches.add(piece.material, piece.geometry, piece.matrices, frame);
      if (picture) pictures.push(picture);
      if (ticket) tickets.push({ ticket, hero: piece.hero });
      if (piece.joint === null) continue;
      limbs.push({ joint: piece.joint, locals: piece.matrices, ticket, picture, box: piece.geometry.boundingBox });
    }
    const mechanism = rig ? new Mechanism(rig, place ?? new Matrix4(), limbs, this.batches) : null;
    return { tickets, pictures, mechanism };
  }

  private picture(piece: Piece, texture: Texture, frame: Matrix4 | null): Picture {
    texture.anisotropy = this.anisotropy();
    const painted = piece.geometry.hasAttribute("color");
    const mesh = new Mesh(piece.geometry, this.surfaces.pictured(piece.material, texture, painted));
    mesh.matrixAutoUpdate = false;
    mesh.matrix.copy(piece.matrices[0] ?? new Matrix4());
    if (frame) mesh.matrix.premultiply(frame);
    mesh.updateMatrixWorld(true);
    this.pictures.add(mesh);
    return mesh;
  }

  private takeDown(shown: Shown): void {
    for (const { ticket } of shown.tickets) this.batches.remove(ticket);
    for (const mesh of shown.pictures) {
      this.pictures.remove(mesh);
      mesh.geometry.dispose();
      const image = mesh.material.map?.image as { close?(): void } | undefined;
      this.surfaces.release(mesh.material);
      image?.close?.();
    }
  }

  /** Shows nothing but the model of one placement; null for everything again. */
  set alone(placement: string | null) {
    this.only = placement;
    for (const { want, shown } of this.slots.values()) this.reveal(want, shown);
  }

  private settle(cell: string): void {
    for (const { want, shown } of this.slots.values()) if (want.cell === cell) this.reveal(want, shown);
  }

  /** Shows what fills a slot: the far form of a cell where its near one is not there, far heroes where their model is not. */
  private reveal(want: Want, shown: Shown): void {
    const here = this.only === null || this.only === want.placement?.id;
    if (shown.mechanism) return shown.mechanism.conceal(!here);
    const near = want.detail === "far" && this.slots.has(want.slot.replace("/far/", "/near/"));
    for (const { ticket, hero } of shown.tickets) {
      const model = hero !== null && this.slots.has(want.slot.replace(/\/far\/.*/, `/hero/${hero}`));
      this.batches.setVisible(ticket, here && (hero === null ? !near : !model));
    }
    for (const mesh of shown.pictures) mesh.visible = here && !near;
  }
}

/** From the frame of a piece's matrices to the scene; null when they are the scene's. */
function frameOf({ joint }: Piece, place: Matrix4 | null, rig: Rig | null): Matrix4 | null {
  const matrix = joint === null ? undefined : rig?.matrices[joint];
  return matrix ? matrix.clone().premultiply(place ?? new Matrix4()) : place;
}

/** From a model's frame to the area's scene: turned so that its front looks along the bearing. */
function placeOf(placement: NonNullable<Want["placement"]>): Matrix4 {
  const { at, elevation, facing, scale } = placement;
  const matrix = new Matrix4().makeRotationY(Math.PI - facing);
  matrix.multiply(new Matrix4().makeScale(scale, scale, scale));
  return matrix.setPosition(at[0], elevation, -at[1]);
}
