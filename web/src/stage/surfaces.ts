/** The materials of the hall by name (server/hallwright/scene/materials.py), with the viewer's finish. */
import {
  FrontSide, DoubleSide, MeshBasicMaterial, MeshStandardMaterial, type Material, type Texture,
} from "three";
import { addGrain, type GrainUniforms } from "./grain.js";

export interface Surface {
  readonly material: Material;
  /** Later is drawn over earlier. */
  readonly order: number;
  /** Whether its parts are drawn back to front. */
  readonly sorted: boolean;
  readonly casts: boolean;
  readonly receives: boolean;
}

export interface Finish {
  readonly rough: number;
  readonly metal?: number;
  readonly both?: boolean;
  readonly color?: number;
  readonly opacity?: number;
  /** Shown in its own colour, times this. */
  readonly glow?: number;
  readonly blend?: "clear" | "flat" | "add";
  readonly order?: number;
}

const FINISHES: Readonly<Record<string, Finish>> = {
  matte: { rough: 0.82 },
  satin: { rough: 0.38 },
  metal: { rough: 0.34, metal: 1 },
  paint: { rough: 0.2, metal: 0.15 },
  timber: { rough: 0.62 },
  fabric: { rough: 0.95, both: true },
  concrete: { rough: 0.42 },
  carpet: { rough: 1 },
  asphalt: { rough: 0.92 },
  paving: { rough: 0.8 },
  grass: { rough: 1 },
  foliage: { rough: 0.9, both: true },
  water: { rough: 0.06, color: 0x7ba0a4, opacity: 0.88, blend: "clear", order: 3 },
  glass: { rough: 0.05, color: 0xe4f1f3, opacity: 0.24, blend: "clear", both: true, order: 4 },
  glow: { rough: 1, glow: 1.35 },
  shadow: { rough: 1, color: 0x1a1e22, blend: "flat", order: 1, glow: 1 },
  light: { rough: 1, blend: "add", order: 2, glow: 1 },
  lamplight: { rough: 1, blend: "add", order: 2, glow: 0.9 },
  signs: { rough: 0.7 },
  screens: { rough: 1, glow: 1.1 },
};

/** What a picture is drawn with. */
export type Pictured = MeshBasicMaterial | MeshStandardMaterial;

const PLAIN: Finish = { rough: 0.82 };

/** How much more lamps and screens shine in the evening. */
const EVENING_GLOW = 1.5;
/** How much brighter signs are than what is around them then: they have lamps of their own. */
const EVENING_SIGNS = 2.2;

/** What a material of this name looks like; a plain one for names this viewer does not know. */
export const finishOf = (name: string): Finish => FINISHES[name] ?? PLAIN;

export class Surfaces {
  private readonly known = new Map<string, Surface>();
  private readonly spares: Pictured[] = [];
  private readonly lent = new Set<Pictured>();
  private dark = false;

  constructor(private readonly uniforms: GrainUniforms) {}

  /** In the evening what shines by itself shines more, and what lamps light is shown. */
  set evening(dark: boolean) {
    this.dark = dark;
    for (const [name, { material }] of this.known) this.shine(name, material);
    for (const material of [...this.lent, ...this.spares]) this.shine(material.name, material);
  }

  /** The shared surface of this name; a plain one for names this viewer does not know. */
  named(name: string): Surface {
    const known = this.known.get(name);
    if (known) return known;
    const finish = FINISHES[name] ?? PLAIN;
    const material = made(name, finish);
    if (!(material instanceof MeshBasicMaterial)) addGrain(material, name, this.uniforms);
    this.shine(name, material);
    const solid = !finish.blend && finish.glow === undefined;
    const surface: Surface = {
      material, order: finish.order ?? 0, sorted: finish.blend === "clear", casts: solid, receives: solid,
    };
    this.known.set(name, surface);
    return surface;
  }

  /** A material for a piece with a picture; give it back with the piece. */
  pictured(name: string, picture: Texture, painted: boolean): Pictured {
    const spare = this.spares.findIndex((each) => each.name === name && each.vertexColors === painted);
    const material = this.spares.splice(spare, spare < 0 ? 0 : 1)[0] ?? (made(name, FINISHES[name] ?? PLAIN) as Pictured);
    material.map = picture;
    material.vertexColors = painted; // without colours in the vertices they would be read as black
    this.shine(name, material);
    this.lent.add(material);
    return material;
  }

  /** Keeps the material for the next picture: its program need not be compiled again. */
  release(material: Pictured): void {
    material.map?.dispose();
    this.lent.delete(material);
    this.spares.push(material);
  }

  private shine(name: string, material: Material): void {
    const { glow, color = 0xffffff, blend } = finishOf(name);
    const factor = this.dark ? EVENING_GLOW : 1;
    if (glow !== undefined && blend !== "flat") (material as MeshBasicMaterial).color.setHex(color).multiplyScalar(glow * factor);
    if (name === "signs") (material as Pictured).color.setScalar(this.dark ? EVENING_SIGNS : 1);
    if (name === "lamplight") material.visible = this.dark;
  }

  dispose(): void {
    for (const { material } of this.known.values()) material.dispose();
    for (const material of this.spares) material.dispose();
    this.known.clear();
    this.spares.length = 0;
  }
}

function made(name: string, finish: Finish): Material {
  const material = finish.glow === undefined ? standard(finish) : basic(finish, finish.glow);
  material.name = name;
  material.vertexColors = true;
  material.side = finish.both ? DoubleSide : FrontSide;
  if (finish.blend) blend(material, finish.blend);
  return material;
}

function standard(finish: Finish): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: finish.rough, metalness: finish.metal ?? 0 });
  if (finish.color !== undefined) material.color.setHex(finish.color);
  material.opacity = finish.opacity ?? 1;
  return material;
}

function basic(finish: Finish, glow: number): MeshBasicMaterial {
  const material = new MeshBasicMaterial();
  if (finish.color !== undefined) material.color.setHex(finish.color);
  material.color.multiplyScalar(glow);
  return material;
}

function blend(material: Material, how: NonNullable<Finish["blend"]>): void {
  material.transparent = true;
  material.depthWrite = false;
  if (how === "clear") return;
  // Lies on floors: drawn a hair nearer, so that it never fights with them.
  material.polygonOffset = true;
  material.polygonOffsetFactor = -1;
  material.polygonOffsetUnits = -2;
}
