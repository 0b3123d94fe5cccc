/**
 * Performers with limbs: all of them in one draw near by and one far off. Every motion of the model is played once when
 * it comes, and where its joints were is written into a picture that the vertex shader reads: a row for each moment.
 */
import {
  type BufferGeometry, ClampToEdgeWrapping, DataTexture, DynamicDrawUsage, FloatType, Group, InstancedBufferAttribute,
  InstancedBufferGeometry, Matrix4, Mesh, type MeshStandardMaterial, NearestFilter, RGBAFormat,
} from "three";
import { type Cast, cast, castMaterial, molded, takeFinish } from "./casting.js";
import { Blots } from "./blots.js";
import type { Eyes } from "./people.js";

/** Someone of a troupe this frame, in the plan: what they do and how many seconds into it. */
export interface StagePerformer {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
  readonly motion: string;
  readonly time: number;
}

/** Moments a second that are kept of a motion; the shader goes straight from one to the next. */
const MOMENTS = 16;
const TEXELS = 3; // of a joint: three rows of its matrix
const NEAR = 14;

interface Score {
  readonly row: number;
  readonly rows: number;
  readonly duration: number;
}

export class Troupe {
  readonly object = new Group();
  private readonly scores = new Map<string, Score>();
  private readonly poses: DataTexture;
  private readonly near: Company;
  private readonly far: Company | null;
  private readonly shadows: Blots;

  private constructor(close: Cast, plain: Cast | null, most: number, private readonly motions: readonly string[]) {
    this.poses = this.bake(close);
    const material = this.material();
    const shape = (pieces: Cast["pieces"]): BufferGeometry => molded(pieces, () => new Matrix4());
    this.near = new Company(shape(close.pieces), material, most);
    this.far = plain ? new Company(shape(renumbered(plain, close)), material, most) : null;
    this.shadows = new Blots(most);
    this.object.add(this.shadows.mesh, this.near.mesh);
    if (this.far) this.object.add(this.far.mesh);
    this.object.visible = false;
  }

  /** At most `most` of a model that play these motions. Rejects when a model is none. */
  static async create(near: ArrayBuffer, far: ArrayBuffer | null, most: number, motions: readonly string[]): Promise<Troupe> {
    const [close, plain] = await Promise.all([cast(near), far ? cast(far) : null]);
    return new Troupe(close, plain, most, motions);
  }

  /** Seconds of a motion; null when the model has none of that name. */
  duration(motion: string): number | null {
    return this.scores.get(motion)?.duration ?? null;
  }

  update(performers: readonly StagePerformer[], eyes: Eyes): void {
    this.object.visible = performers.length > 0;
    for (const part of [this.near, this.far, this.shadows]) part?.begin();
    for (const performer of performers) {
      const away = Math.hypot(performer.x - eyes.x, -performer.y - eyes.z);
      const company = this.far && away > NEAR ? this.far : this.near;
      company.add(performer, this.moment(performer));
      this.shadows.add(performer.x, performer.height + 0.02, -performer.y, Math.PI - performer.facing, 0.42, 0.42);
    }
    for (const part of [this.near, this.far, this.shadows]) part?.end();
  }

  dispose(): void {
    for (const part of [this.near, this.far]) part?.dispose();
    this.shadows.dispose();
    this.poses.dispose();
  }

  /** (row, next row, share) of a moment; row 0 is rest. */
  private moment({ motion, time }: StagePerformer): readonly [number, number, number] {
    const score = this.scores.get(motion);
    if (!score || score.rows < 2) return [0, 0, 0];
    const at = Math.max(0, Math.min(score.rows - 1 - 1e-4, (time / score.duration) * (score.rows - 1)));
    return [score.row + Math.floor(at), score.row + Math.floor(at) + 1, at % 1];
  }

  private bake({ rig }: Cast): DataTexture {
    const width = rig.joints.length * TEXELS;
    const rows: number[][] = [[]];
    rig.pose([]);
    rows[0] = rig.matrices.flatMap(rowsOf);
    for (const motion of this.motions) {
      const duration = rig.duration(motion);
      if (duration === null || duration <= 0) continue;
      const count = Math.max(2, Math.ceil(duration * MOMENTS) + 1);
      this.scores.set(motion, { row: rows.length, rows: count, duration });
      for (let k = 0; k < count; k++) {
        rig.pose([{ motion, time: (duration * k) / (count - 1) }]);
        rows.push(rig.matrices.flatMap(rowsOf));
      }
    }
    const texture = new DataTexture(new Float32Array(rows.flat()), width, rows.length, RGBAFormat, FloatType);
    texture.minFilter = texture.magFilter = NearestFilter;
    texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
    texture.needsUpdate = true;
    return texture;
  }

  private material(): MeshStandardMaterial {
    const material = castMaterial();
    material.onBeforeCompile = (shader) => {
      shader.uniforms["poses"] = { value: this.poses };
      shader.vertexShader = `${LIMBS}\n${shader.vertexShader}`
        .replace("#include <beginnormal_vertex>", "mat4x3 limb = limbMatrix(); vec3 objectNormal = placed(mat3(limb) * normal);")
        .replace("#include <begin_vertex>", "vec3 transformed = placed(limb * vec4(position, 1.0)) + standing.xyz;");
      takeFinish(shader); // declares what LIMBS reads
    };
    material.customProgramCacheKey = () => "troupe";
    return material;
  }
}

const LIMBS = /* glsl */ `
attribute vec4 standing; // x, y, z, yaw
attribute vec3 moment;   // two rows, and the share of the second
uniform highp sampler2D poses;

vec4 poseTexel(int row, int i) {
  return mix(texelFetch(poses, ivec2(i, row), 0), texelFetch(poses, ivec2(i, int(moment.y)), 0), moment.z);
}

mat4x3 limbMatrix() {
  int first = int(finish.w + 0.5) * 3, row = int(moment.x);
  vec4 a = poseTexel(row, first), b = poseTexel(row, first + 1), c = poseTexel(row, first + 2);
  return mat4x3(a.x, b.x, c.x, a.y, b.y, c.y, a.z, b.z, c.z, a.w, b.w, c.w);
}

vec3 placed(vec3 p) {
  float s = sin(standing.w), c = cos(standing.w);
  return vec3(c * p.x + s * p.z, p.y, c * p.z - s * p.x);
}
`;

/** The first three rows of a matrix, one after another. */
function rowsOf({ elements: e }: Matrix4): number[] {
  return [0, 1, 2].flatMap((row) => [e[row], e[row + 4], e[row + 8], e[row + 12]] as number[]);
}

/** The pieces of the far form with the numbers that its joints have in the near one, by their names. */
function renumbered(plain: Cast, close: Cast): Cast["pieces"] {
  const numbers = plain.rig.joints.map(({ name }) => close.rig.joints.findIndex((joint) => joint.name === name));
  return plain.pieces.map((piece) => ({ ...piece, joint: Math.max(0, numbers[piece.joint ?? 0] ?? 0) }));
}

/** Instances of one shape. */
class Company {
  readonly mesh: Mesh<InstancedBufferGeometry, MeshStandardMaterial>;
  private readonly standing: InstancedBufferAttribute;
  private readonly moment: InstancedBufferAttribute;
  private count = 0;

  constructor(shape: BufferGeometry, material: MeshStandardMaterial, most: number) {
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(shape.getIndex());
    for (const [name, attribute] of Object.entries(shape.attributes)) geometry.setAttribute(name, attribute);
    this.standing = new InstancedBufferAttribute(new Float32Array(most * 4), 4).setUsage(DynamicDrawUsage);
    this.moment = new InstancedBufferAttribute(new Float32Array(most * 3), 3).setUsage(DynamicDrawUsage);
    geometry.setAttribute("standing", this.standing);
    geometry.setAttribute("moment", this.moment);
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false; // its instances move
    this.mesh.receiveShadow = true;
  }

  begin(): void {
    this.count = 0;
  }

  add({ x, y, height, facing }: StagePerformer, moment: readonly [number, number, number]): void {
    const i = this.count++;
    this.standing.setXYZW(i, x, height, -y, Math.PI - facing);
    this.moment.setXYZ(i, ...moment);
  }

  end(): void {
    this.mesh.visible = this.count > 0;
    this.mesh.geometry.instanceCount = this.count;
    this.standing.needsUpdate = this.moment.needsUpdate = this.count > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
