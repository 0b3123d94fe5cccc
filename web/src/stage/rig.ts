/** The rig of a model: joints that hang from one another, and motions that can be sampled at any moment of them. */
import {
  type AnimationClip, DiscreteInterpolant, type Interpolant, InterpolateDiscrete, type KeyframeTrack, LinearInterpolant, Matrix4, Mesh,
  type Object3D, PropertyBinding, type Quaternion, QuaternionLinearInterpolant, Vector3,
} from "three";

/** A motion and how many seconds into it. */
export interface Playing {
  readonly motion: string;
  readonly time: number;
}

/** The motion that takes a model apart: what it moves comes on top of whatever else moves. */
export const EXPLODE = "explode";

type Property = "position" | "quaternion" | "scale";

interface Pose {
  readonly position: Vector3;
  readonly quaternion: Quaternion;
  readonly scale: Vector3;
}

interface Joint extends Pose {
  readonly name: string;
  /** Number of the joint it hangs from; -1 for none. Parents come before their children. */
  readonly parent: number;
  readonly rest: Pose;
  /** Whether the cutaway view leaves its own triangles out. */
  readonly cut: boolean;
  /** Whether any motion moves it, or something it hangs from. */
  moving: boolean;
}

interface Channel {
  readonly joint: number;
  readonly property: Property;
  readonly values: Interpolant;
}

interface Motion {
  readonly duration: number;
  readonly channels: readonly Channel[];
}

export class Rig {
  readonly joints: readonly Joint[];
  /** From each joint's frame to the model's, as posed last. */
  readonly matrices: readonly Matrix4[];
  /** The same at rest. */
  readonly atRest: readonly Matrix4[];
  private readonly motions: ReadonlyMap<string, Motion>;

  /** Of what a GLB holds: everything in it is a joint but its meshes. */
  constructor(scene: Object3D, clips: readonly AnimationClip[], private readonly numbers: Map<Object3D, number> = new Map()) {
    this.joints = jointsOf(scene, numbers);
    this.motions = new Map(clips.map((clip) => [clip.name, this.motionOf(clip, scene)]));
    for (const { channels } of this.motions.values()) for (const { joint } of channels) (this.joints[joint] as Joint).moving = true;
    for (const joint of this.joints) joint.moving ||= this.joints[joint.parent]?.moving ?? false;
    this.matrices = this.joints.map(() => new Matrix4());
    for (let i = 0; i < this.joints.length; i++) this.place(i);
    this.atRest = this.matrices.map((matrix) => matrix.clone());
  }

  /** Seconds that a motion takes; null when there is none of that name. */
  duration(motion: string): number | null {
    return this.motions.get(motion)?.duration ?? null;
  }

  /** Whether a motion ends as it began. */
  returns(motion: string): boolean {
    const { channels = [], duration = 0 } = this.motions.get(motion) ?? {};
    return channels.every(({ values }) => {
      const first = Array.from(values.evaluate(0) as ArrayLike<number>);
      const last = values.evaluate(duration) as ArrayLike<number>;
      return first.every((value, i) => Math.abs(value - (last[i] ?? NaN)) < 1e-3);
    });
  }

  /** The joint that an object of the file hangs from, itself when it is one. */
  jointOf(object: Object3D): number {
    for (let each: Object3D | null = object; each; each = each.parent) {
      const number = this.numbers.get(each);
      if (number !== undefined) return number;
    }
    return 0;
  }

  /** The joint of a part, by the name that its recipe gave it; the whole model's when there is none. */
  named(part: string): number {
    return Math.max(0, this.joints.findIndex(({ name }) => name === PropertyBinding.sanitizeNodeName(part)));
  }

  /** Takes up a pose: rest, then each motion on top, the later ones where two move the same. */
  pose(playing: readonly Playing[]): void {
    for (const joint of this.joints) if (joint.moving) settle(joint);
    for (const { motion, time } of playing) this.play(motion, time);
    for (let i = 0; i < this.joints.length; i++) if (this.joints[i]?.moving) this.place(i);
  }

  private play(name: string, time: number): void {
    for (const { joint: number, property, values } of this.motions.get(name)?.channels ?? []) {
      const joint = this.joints[number] as Joint;
      const sample = values.evaluate(time) as ArrayLike<number>;
      if (name !== EXPLODE) joint[property].fromArray(sample as number[]);
      else if (property === "position") joint.position.add(moved.fromArray(sample as number[]).sub(joint.rest.position));
    }
  }

  private place(number: number): void {
    const { position, quaternion, scale, parent } = this.joints[number] as Joint;
    const matrix = (this.matrices[number] as Matrix4).compose(position, quaternion, scale);
    const above = this.matrices[parent];
    if (above) matrix.premultiply(above);
  }

  private motionOf(clip: AnimationClip, scene: Object3D): Motion {
    const channels = clip.tracks.flatMap((track) => {
      const { nodeName, propertyName } = PropertyBinding.parseTrackName(track.name);
      const node = PropertyBinding.findNode(scene, nodeName) as Object3D | null;
      const joint = node ? this.numbers.get(node) : undefined;
      return joint === undefined ? [] : [{ joint, property: propertyName as Property, values: interpolant(track) }];
    });
    return { duration: clip.duration, channels };
  }
}

const moved = new Vector3();

function settle({ position, quaternion, scale, rest }: Joint): void {
  position.copy(rest.position);
  quaternion.copy(rest.quaternion);
  scale.copy(rest.scale);
}

const poseOf = ({ position, quaternion, scale }: Pose): Pose => ({
  position: position.clone(), quaternion: quaternion.clone(), scale: scale.clone(),
});

function jointsOf(scene: Object3D, numbers: Map<Object3D, number>): Joint[] {
  const joints: Joint[] = [];
  const add = (object: Object3D, above: number): void => {
    if (object instanceof Mesh) return;
    const number = joints.length;
    numbers.set(object, number);
    const { name, userData } = object;
    joints.push({ name, parent: above, ...poseOf(object), rest: poseOf(object), cut: userData["cut"] === true, moving: false });
    for (const child of object.children) add(child, number);
  };
  add(scene, -1);
  return joints;
}

function interpolant(track: KeyframeTrack): Interpolant {
  const size = track.getValueSize();
  const result = new Float32Array(size);
  const { times, values } = track;
  if (track.getInterpolation() === InterpolateDiscrete) return new DiscreteInterpolant(times, values, size, result);
  if (track.ValueTypeName === "quaternion") return new QuaternionLinearInterpolant(times, values, size, result);
  return new LinearInterpolant(times, values, size, result);
}
