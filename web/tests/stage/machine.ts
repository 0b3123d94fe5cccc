/** A small machine as GLTFLoader gives it: a frame, an arm on it that turns, a hand on the arm, a lid, a flame. */
import type { Matrix4} from "three";
import {
  AnimationClip, BoxGeometry, Group, InterpolateDiscrete, Mesh, Object3D, Quaternion, QuaternionKeyframeTrack, Vector3,
  VectorKeyframeTrack,
} from "three";
import { packed, type Piece } from "../../src/stage/pieces.js";
import { Rig } from "../../src/stage/rig.js";

function node(name: string, parent: Object3D, at: readonly [number, number, number], extras: object = {}): Object3D {
  const object = new Object3D();
  object.name = name;
  object.position.set(...at);
  Object.assign(object.userData, extras);
  parent.add(object, new Mesh());
  return object;
}

const turn = (angle: number): number[] => new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), angle).toArray();

export function scene(): Group {
  const root = new Group();
  const frame = node("frame", root, [0, 0, 0]);
  const arm = node("arm", frame, [0, 2, 0]);
  node("hand", arm, [3, 0, 0]);
  node("lid", root, [0, 2, -0.5], { cut: true });
  node("flame", root, [0, 3, 0], { hidden: true }).scale.set(0, 0, 0);
  return root;
}

/** `run` lifts the arm to upright within a second and lets it down in another; `open` lifts the lid and leaves it. */
export const clips = (): AnimationClip[] => [
  new AnimationClip("run", 2, [
    new QuaternionKeyframeTrack("arm.quaternion", [0, 1, 2], [...turn(0), ...turn(Math.PI / 2), ...turn(0)]),
    new VectorKeyframeTrack("flame.scale", [0, 0.5, 1.5], [0, 0, 0, 1, 1, 1, 0, 0, 0], InterpolateDiscrete),
  ]),
  new AnimationClip("idle", 4, [new VectorKeyframeTrack("hand.position", [0, 4], [3, 0, 0, 3, 0, 4])]),
  new AnimationClip("open", 1, [new VectorKeyframeTrack("lid.position", [0, 1], [0, 2, -0.5, 0, 3, -0.5])]),
  new AnimationClip("explode", 1, [new VectorKeyframeTrack("hand.position", [0, 1], [3, 0, 0, 4, 0, 0])]),
];

export const machine = (): Rig => new Rig(scene(), clips());

/** A cube of 0.2 m at the pivot of each part. */
export function pieces(rig: Rig, parts = ["frame", "arm", "hand", "lid", "flame"]): Piece[] {
  return parts.map((part) => {
    const { geometry, unpack } = packed(new BoxGeometry(0.2, 0.2, 0.2));
    return { material: "metal", geometry, matrices: [unpack], hero: null, joint: rig.named(part), texture: null };
  });
}

/** Where the pivot of a part is, in the model. */
export const pivot = (rig: Rig, part: string): number[] =>
  new Vector3().setFromMatrixPosition(rig.matrices[rig.named(part)] as Matrix4).toArray().map((value) => Math.round(value * 1000) / 1000 + 0);
