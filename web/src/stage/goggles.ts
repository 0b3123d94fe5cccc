/**
 * A headset that is worn: its eyes draw the scene, its hands point. Where the visitor's room lies in the hall is told by
 * `lay`; all that is read is in the room, x to the right, y to its front, z up.
 */
import { Group, Vector3 } from "three";
import type { Point, Pose } from "../core/plan.js";
import type { Place } from "../movement/teleport.js";
import { Pointer, type Pointing } from "./pointer.js";
import type { Gear } from "./stage.js";
import { Veil } from "./veil.js";

/** A head in the room. */
export interface Head extends Pose {
  readonly height: number;
  /** Radians that it looks up. */
  readonly pitch: number;
}

/** A hand in the room; what it holds, if anything. */
export interface HandRead {
  /** The same for the same hand, as long as it is there. */
  readonly key: object;
  /** Where it is and points; null while the headset cannot see it. */
  readonly points: { readonly origin: Place; readonly direction: Place } | null;
  /** Its stick, shares in -1…1: to the right, and forward; null without one. */
  readonly stick: Point | null;
  /** Whether its trigger is pulled, or its fingers are pinched. */
  readonly pulled: boolean;
}

export interface Reading {
  readonly head: Head;
  readonly hands: readonly HandRead[];
  /** Whether the room lies elsewhere by the headset's own doing, as when somebody centred it anew. */
  readonly shifted: boolean;
}

export class Goggles {
  private readonly object = new Group();
  private readonly veil = new Veil();
  private readonly pointers: Pointer[] = [];
  private readonly pulled = new Set<XRInputSource>();
  private readonly floor: XRReferenceSpace;
  private shifted = false;

  private constructor(private readonly gear: Gear, private readonly session: XRSession) {
    this.floor = gear.renderer.xr.getReferenceSpace() as XRReferenceSpace;
    this.floor.addEventListener("reset", () => (this.shifted = true));
    session.addEventListener("selectstart", ({ inputSource }) => this.pulled.add(inputSource));
    session.addEventListener("selectend", ({ inputSource }) => this.pulled.delete(inputSource));
    this.object.add(this.veil.mesh);
    gear.scene.add(this.object);
  }

  /** Puts the headset on, for as long as its wearer likes; `off` is called when the page draws again. Rejects where it is refused. */
  static async putOn(gear: Gear, off: () => void): Promise<Goggles> {
    const { xr } = gear.renderer;
    const session = await navigator.xr?.requestSession("immersive-vr", { requiredFeatures: ["local-floor"] });
    if (!session) throw new Error("no headset");
    try {
      xr.enabled = true;
      await xr.setSession(session);
    } catch (error) {
      xr.enabled = false;
      await session.end().catch(() => undefined);
      throw error;
    }
    const goggles = new Goggles(gear, session);
    const ended = (): void => {
      xr.removeEventListener("sessionend", ended);
      xr.enabled = false;
      goggles.dispose();
      off();
    };
    xr.addEventListener("sessionend", ended);
    return goggles;
  }

  takeOff(): void {
    void this.session.end().catch(() => undefined);
  }

  /** Where head and hands are in this frame; null while the headset does not know. */
  read(): Reading | null {
    const frame = this.gear.renderer.xr.getFrame() as XRFrame | null;
    const head = frame?.getViewerPose(this.floor);
    if (!frame || !head) return null;
    const { shifted } = this;
    this.shifted = false;
    return { head: headOf(head.transform.matrix), hands: [...this.session.inputSources].map((source) => this.hand(frame, source)), shifted };
  }

  /** Lays the room in the hall, from the next frame on: where its origin is, and which way its front looks. */
  lay({ x, y, facing }: Pose): void {
    // The headset wants to be told the other way round: where the hall's origin is in the room.
    const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
    const at = { x: y * sin - x * cos, y: 0, z: y * cos + x * sin };
    const turn = { x: 0, y: Math.sin(facing / 2), z: 0, w: Math.cos(facing / 2) };
    this.gear.renderer.xr.setReferenceSpace(this.floor.getOffsetReferenceSpace(new XRRigidTransform(at, turn)));
  }

  /** Draws hands, as they are in the hall; `eyes` are in the plan. */
  show(hands: readonly Pointing[], [x, y, z]: Place): void {
    const eyes = new Vector3(x, z, -y);
    while (this.pointers.length < hands.length) this.add(new Pointer());
    this.pointers.forEach((pointer, i) => {
      const hand = hands[i];
      if (hand) pointer.show(hand, eyes);
      else pointer.hide();
    });
  }

  /** How dark it is before the eyes, 0…1. */
  set dark(share: number) {
    this.veil.dark = share;
  }

  private add(pointer: Pointer): void {
    this.pointers.push(pointer);
    this.object.add(pointer.object);
  }

  private hand(frame: XRFrame, source: XRInputSource): HandRead {
    const matrix = frame.getPose(source.targetRaySpace, this.floor)?.transform.matrix;
    const axes = source.gamepad?.mapping === "xr-standard" ? source.gamepad.axes : [];
    const [right, back] = [axes[2], axes[3]];
    return {
      key: source,
      points: matrix ? { origin: placeOf(matrix), direction: aheadOf(matrix) } : null,
      stick: right === undefined || back === undefined ? null : [right, -back],
      pulled: this.pulled.has(source),
    };
  }

  private dispose(): void {
    this.gear.scene.remove(this.object);
    this.veil.dispose();
    for (const pointer of this.pointers) pointer.dispose();
  }
}

const number = (matrix: Float32Array, i: number): number => matrix[i] as number;
const placeOf = (m: Float32Array): Place => [number(m, 12), -number(m, 14), number(m, 13)];
/** The way that something looks: along its -Z. */
const aheadOf = (m: Float32Array): Place => [-number(m, 8), number(m, 10), -number(m, 9)];

function headOf(m: Float32Array): Head {
  const [x, y, height] = placeOf(m);
  const [dx, dy, up] = aheadOf(m);
  // Who looks straight up or down faces where the crown, or the chin, points.
  const level = Math.hypot(dx, dy) > 0.15;
  const facing = level ? Math.atan2(dx, dy) : Math.atan2(-Math.sign(up) * number(m, 4), Math.sign(up) * number(m, 6));
  return { x, y, height, facing, pitch: Math.asin(Math.max(-1, Math.min(1, up))) };
}
