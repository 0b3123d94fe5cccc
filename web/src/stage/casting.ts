/**
 * Performers: models of which many move at once. All materials of one become one geometry, whose vertices carry what a
 * material would say, so that a whole fleet is one draw.
 */
import {
  BufferAttribute, BufferGeometry, Color, Matrix3, type Matrix4, MeshStandardMaterial, Vector3, type WebGLProgramParametersWithUniforms,
} from "three";
import { open } from "./opening.js";
import type { Piece } from "./pieces.js";
import type { Rig } from "./rig.js";
import { type Finish, finishOf } from "./surfaces.js";

/** A model opened: its rig, and its pieces in the frames of their joints. */
export interface Cast {
  readonly rig: Rig;
  readonly pieces: readonly Piece[];
}

/** What blends elsewhere (panes of cars) is solid and dark here. */
const PANE = new Color(0x10161a);
const GLOW_STEPS = 64;

export async function cast(body: ArrayBuffer): Promise<Cast> {
  const { rig, pieces } = await open(body, true);
  if (!rig) throw new Error("a performer without a rig");
  return { rig, pieces };
}

/** Pieces as one geometry, each where `place` says; null leaves one out. `joint` numbers are kept in the finish. */
export function molded(pieces: readonly Piece[], place: (piece: Piece) => Matrix4 | null): BufferGeometry {
  const parts = pieces.flatMap((piece) => {
    const at = place(piece);
    return at ? piece.matrices.map((matrix) => ({ piece, matrix: matrix.clone().premultiply(at) })) : [];
  });
  const total = (of: (piece: Piece) => number): number => parts.reduce((sum, { piece }) => sum + of(piece), 0);
  const vertices = total(({ geometry }) => geometry.getAttribute("position").count);
  const mold = {
    positions: new Float32Array(vertices * 3), normals: new Int8Array(vertices * 4), colors: new Uint8Array(vertices * 4).fill(255),
    finishes: new Uint8Array(vertices * 4), indices: new Uint32Array(total(({ geometry }) => geometry.getIndex()?.count ?? 0)),
    vertex: 0, index: 0,
  };
  for (const { piece, matrix } of parts) pour(mold, piece, matrix);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(mold.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(mold.normals, 4, true));
  geometry.setAttribute("color", new BufferAttribute(mold.colors, 4, true));
  geometry.setAttribute("finish", new BufferAttribute(mold.finishes, 4));
  geometry.setIndex(new BufferAttribute(mold.indices, 1));
  geometry.computeBoundingBox();
  geometry.computeBoundingSphere();
  return geometry;
}

interface Mold {
  readonly positions: Float32Array;
  readonly normals: Int8Array;
  readonly colors: Uint8Array;
  readonly finishes: Uint8Array;
  readonly indices: Uint32Array;
  vertex: number;
  index: number;
}

const point = new Vector3();
const tone = new Color();

function pour(mold: Mold, { geometry, material, joint }: Piece, matrix: Matrix4): void {
  const [position, normal, color] = ["position", "normal", "color"].map((name) => geometry.getAttribute(name)) as [
    BufferAttribute, BufferAttribute, BufferAttribute | undefined,
  ];
  const turn = new Matrix3().getNormalMatrix(matrix);
  const finish = finishOf(material);
  const said = [...finishBytes(finish), joint ?? 0];
  const start = mold.vertex;
  for (let i = 0; i < position.count; i++) {
    point.fromBufferAttribute(position, i).applyMatrix4(matrix).toArray(mold.positions, (start + i) * 3);
    point.fromBufferAttribute(normal, i).applyMatrix3(turn).normalize().multiplyScalar(127).round().toArray(mold.normals, (start + i) * 4);
    if (color) tone.fromBufferAttribute(color, i);
    else tone.setScalar(1);
    if (finish.blend === "clear") tone.copy(PANE);
    // Square roots keep the dark ones apart in eight bits; the shader squares them.
    mold.colors.set([tone.r, tone.g, tone.b].map((part) => Math.round(Math.sqrt(Math.min(1, part)) * 255)), (start + i) * 4);
    mold.finishes.set(said, (start + i) * 4);
  }
  const index = geometry.getIndex();
  for (let i = 0; index && i < index.count; i++) mold.indices[mold.index + i] = start + index.getX(i);
  mold.vertex += position.count;
  mold.index += index?.count ?? 0;
}

const finishBytes = ({ rough, metal = 0, glow = 0 }: Finish): number[] => [
  Math.round(rough * 255), Math.round(metal * 255), Math.min(255, Math.round(glow * GLOW_STEPS)),
];

/** Makes a shader take roughness, metal and glow from the vertices of `molded`. */
export function takeFinish(shader: WebGLProgramParametersWithUniforms): void {
  shader.vertexShader = `attribute vec4 finish;\nvarying vec3 vFinish;\n${shader.vertexShader}`.replace(
    "#include <color_vertex>",
    `#include <color_vertex>\n  vColor.rgb *= vColor.rgb;\n  vFinish = finish.xyz / vec3(255.0, 255.0, ${GLOW_STEPS.toFixed(1)});`,
  );
  shader.fragmentShader = `varying vec3 vFinish;\n${shader.fragmentShader}`
    .replace("#include <roughnessmap_fragment>", "#include <roughnessmap_fragment>\n  roughnessFactor = vFinish.x;")
    .replace("#include <metalnessmap_fragment>", "#include <metalnessmap_fragment>\n  metalnessFactor = vFinish.y;")
    .replace("#include <emissivemap_fragment>", "#include <emissivemap_fragment>\n  totalEmissiveRadiance += diffuseColor.rgb * vFinish.z;");
}

/** A material that finishes as its vertices say. */
export function castMaterial(): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ vertexColors: true });
  material.onBeforeCompile = takeFinish;
  material.customProgramCacheKey = () => "cast";
  return material;
}
