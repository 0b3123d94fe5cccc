/**
 * The shape of a visitor, made once: abstract, friendly, adult. 1.73 m tall, feet at the origin, looking along +Z.
 *
 * Each vertex says which limb it belongs to, so that the vertex shader can walk it, and how much of the
 * visitor's own colour it wears.
 */
import { BufferGeometry, Color, Float32BufferAttribute, Vector3 } from "three";

export const HEIGHT = 1.73;

/** Numbers that the shader knows (walk-shader.ts). */
export const LIMB = { body: 0, leftLeg: 1, rightLeg: 2, leftArm: 3, rightArm: 4, head: 5 } as const;

/** A ring of a lofted tube: centre, half width and half depth in metres. */
type Ring = readonly [x: number, y: number, z: number, width: number, depth: number];

interface Dress {
  readonly limb: number;
  readonly color: number;
  /** 1 wears the visitor's colour, 0 its own. */
  readonly tint: number;
}

const PORCELAIN = 0xe8e2da;
const VISOR = 0x16232d;
const TROUSERS = 0x39434c;
const SHOES = 0xf4f5f6;

/** A figure of `sides` faces around; 9 is meant for people near by, 5 for those far off, 3 for a few dozen pixels. */
export function figure(sides: number): BufferGeometry {
  const skin = new Skin(sides);
  const near = sides > 7;
  if (sides < 5) return outlined(skin);
  skin.loft(TORSO, { limb: LIMB.body, color: 0xffffff, tint: 1 });
  for (const side of [1, -1] as const) {
    const leg = side > 0 ? LIMB.leftLeg : LIMB.rightLeg;
    const arm = side > 0 ? LIMB.leftArm : LIMB.rightArm;
    skin.loft(mirrored(LEG, side), { limb: leg, color: TROUSERS, tint: 0 });
    skin.loft(mirrored(SHOE, side), { limb: leg, color: SHOES, tint: 0 });
    skin.loft(mirrored(ARM, side), { limb: arm, color: 0xd6d9dc, tint: 1 });
    if (near) skin.loft(mirrored(HAND, side), { limb: arm, color: PORCELAIN, tint: 0 });
  }
  skin.loft(HEAD, { limb: LIMB.head, color: PORCELAIN, tint: 0 });
  skin.visor(near ? 8 : 4, { limb: LIMB.head, color: VISOR, tint: 0 });
  return skin.geometry();
}

/** A leg and its shoe, for who is seen from afar. */
const STILT: readonly Ring[] = [[0.084, 0.9, 0, 0.05, 0.06], [0.093, 0.5, 0.006, 0.066, 0.074], [0.095, 0, 0.02, 0.05, 0.09]];

/** Head, body and limbs, by every third of their rings. */
function outlined(skin: Skin): BufferGeometry {
  const sparse = (rings: readonly Ring[]): readonly Ring[] => rings.filter((_, at) => at % 3 === 0 || at === rings.length - 1);
  skin.loft(sparse(TORSO), { limb: LIMB.body, color: 0xffffff, tint: 1 });
  for (const side of [1, -1] as const) {
    skin.loft(mirrored(STILT, side), { limb: side > 0 ? LIMB.leftLeg : LIMB.rightLeg, color: TROUSERS, tint: 0 });
    skin.loft(mirrored(sparse(ARM), side), { limb: side > 0 ? LIMB.leftArm : LIMB.rightArm, color: 0xd6d9dc, tint: 1 });
  }
  skin.loft(sparse(HEAD), { limb: LIMB.head, color: PORCELAIN, tint: 0 });
  return skin.geometry();
}

const TORSO: readonly Ring[] = [
  [0, 0.795, 0, 0.03, 0.03], [0, 0.8, 0, 0.164, 0.12], [0, 0.87, 0, 0.172, 0.126], [0, 1.02, 0.004, 0.152, 0.112],
  [0, 1.18, 0.008, 0.17, 0.122], [0, 1.31, 0.006, 0.182, 0.118], [0, 1.39, 0.002, 0.163, 0.102], [0, 1.44, 0, 0.108, 0.084],
  [0, 1.475, 0, 0.062, 0.064], [0, 1.51, 0.004, 0.052, 0.056],
];
const LEG: readonly Ring[] = [
  [0.084, 0.9, 0, 0.05, 0.06], [0.086, 0.82, 0, 0.074, 0.088], [0.092, 0.68, 0.004, 0.078, 0.084], [0.093, 0.5, 0.006, 0.06, 0.066],
  [0.093, 0.46, 0.006, 0.058, 0.064], [0.094, 0.32, -0.004, 0.056, 0.062], [0.095, 0.07, -0.01, 0.044, 0.05],
];
const SHOE: readonly Ring[] = [
  [0.096, 0.09, -0.012, 0.046, 0.05], [0.097, 0.055, 0.028, 0.054, 0.108], [0.097, 0.012, 0.034, 0.057, 0.122], [0.097, 0, 0.034, 0.02, 0.06],
];
const ARM: readonly Ring[] = [
  [0.168, 1.41, 0, 0.02, 0.02], [0.186, 1.4, 0, 0.046, 0.052], [0.206, 1.33, 0, 0.05, 0.056], [0.226, 1.16, 0, 0.043, 0.047],
  [0.234, 1.1, 0.004, 0.041, 0.045], [0.246, 0.88, 0.026, 0.033, 0.037],
];
const HAND: readonly Ring[] = [
  [0.247, 0.89, 0.026, 0.024, 0.028], [0.248, 0.845, 0.032, 0.032, 0.04], [0.246, 0.785, 0.04, 0.026, 0.034], [0.244, 0.76, 0.042, 0.006, 0.008],
];
const HEAD: readonly Ring[] = [
  [0, 1.465, 0.004, 0.044, 0.046], [0, 1.495, 0.008, 0.054, 0.064], [0, 1.525, 0.014, 0.088, 0.1], [0, 1.575, 0.016, 0.11, 0.126],
  [0, 1.63, 0.014, 0.115, 0.132], [0, 1.685, 0.008, 0.1, 0.116], [0, 1.72, 0.003, 0.062, 0.072], [0, 1.732, 0, 0.004, 0.004],
];
/** Lines of the visor: height, half width, half depth, and how far round it reaches in radians. */
const VISOR_LINES = [
  [1.568, 0.11, 0.128, 1.35], [1.58, 0.116, 0.138, 2.05], [1.605, 0.12, 0.144, 2.4], [1.632, 0.119, 0.141, 2.3], [1.648, 0.113, 0.131, 1.9],
] as const;

const mirrored = (rings: readonly Ring[], side: 1 | -1): readonly Ring[] =>
  rings.map(([x, y, z, width, depth]) => [x * side, y, z, width, depth]);

/** Collects lofted tubes with smooth normals. */
class Skin {
  private readonly position: number[] = [];
  private readonly normal: number[] = [];
  private readonly color: number[] = [];
  private readonly wear: number[] = [];
  private readonly index: number[] = [];

  constructor(private readonly sides: number) {}

  /** A tube through `rings`, from the first to the last, either way up. */
  loft(rings: readonly Ring[], dress: Dress): void {
    const upward = (rings.at(-1)?.[1] ?? 0) > (rings[0]?.[1] ?? 0);
    const first = this.count;
    rings.forEach((ring, at) => this.ring(ring, slope(rings, at), dress));
    const row = this.sides + 1;
    for (let r = 0; r + 1 < rings.length; r++) {
      for (let s = 0; s < this.sides; s++) this.face(first + r * row + s, first + r * row + s + 1, row, upward);
    }
  }

  /** A dark glossy band over the eyes. */
  visor(steps: number, dress: Dress): void {
    const first = this.count;
    for (const [y, width, depth, reach] of VISOR_LINES) {
      for (let s = 0; s <= steps; s++) {
        const turn = (s / steps - 0.5) * reach;
        const out = new Vector3(Math.sin(turn) / width, (y - 1.608) * 5, Math.cos(turn) / depth).normalize();
        this.vertex(Math.sin(turn) * width, y, 0.014 + Math.cos(turn) * depth, out, dress);
      }
    }
    for (let r = 0; r + 1 < VISOR_LINES.length; r++) {
      for (let s = 0; s < steps; s++) this.face(first + r * (steps + 1) + s, first + r * (steps + 1) + s + 1, steps + 1, true);
    }
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new Float32BufferAttribute(this.position, 3));
    geometry.setAttribute("normal", new Float32BufferAttribute(this.normal, 3));
    geometry.setAttribute("color", new Float32BufferAttribute(this.color, 3));
    geometry.setAttribute("wear", new Float32BufferAttribute(this.wear, 2));
    geometry.setIndex(this.index);
    return geometry;
  }

  private get count(): number {
    return this.position.length / 3;
  }

  private ring([x, y, z, width, depth]: Ring, rise: number, dress: Dress): void {
    for (let s = 0; s <= this.sides; s++) {
      const turn = (s / this.sides) * 2 * Math.PI;
      const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
      const out = new Vector3(sin / width, 0, cos / depth).normalize();
      out.y = rise;
      this.vertex(x + sin * width, y, z + cos * depth, out.normalize(), dress);
    }
  }

  private vertex(x: number, y: number, z: number, out: Vector3, dress: Dress): void {
    this.position.push(x, y, z);
    this.normal.push(out.x, out.y, out.z);
    this.color.push(...new Color(dress.color).toArray());
    this.wear.push(dress.tint, dress.limb);
  }

  /** The two triangles between neighbours `a`, `b` of a row and those of the next. */
  private face(a: number, b: number, row: number, upward: boolean): void {
    const [c, d] = [a + row, b + row];
    if (upward) this.index.push(a, b, d, a, d, c);
    else this.index.push(a, d, b, a, c, d);
  }
}

/** How much the normal of a ring tips up: against the growth of the tube. */
function slope(rings: readonly Ring[], at: number): number {
  const before = rings[Math.max(0, at - 1)];
  const after = rings[Math.min(rings.length - 1, at + 1)];
  if (!before || !after) return 0;
  const rise = after[1] - before[1];
  const growth = (after[3] + after[4] - before[3] - before[4]) / 2;
  return Math.max(-4, Math.min(4, -growth / (Math.abs(rise) < 1e-4 ? 1e-4 : rise)));
}
