/**
 * Names above the heads of the nearest: one texture, one instanced draw, always the same size on the screen,
 * hidden by what stands in front. Names are painted as text, so markup in them is only characters.
 */
import {
  type Camera, CanvasTexture, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, LinearFilter, Mesh, PlaneGeometry,
  ShaderMaterial, SRGBColorSpace, Vector2, type Vector4, type WebGLRenderer,
} from "three";
import { visitorColor } from "../session/palette.js";
import { HEIGHT } from "./figure.js";

export interface Tagged {
  readonly number: number;
  readonly name: string;
  readonly color: number;
  readonly x: number;
  readonly z: number;
  /** Metres from the eyes. */
  readonly far: number;
}

const MOST = 12;
const REACH = 18; // metres
const FADE = 4; // the last metres of it
const SLOT = { width: 512, height: 64 };
const COLUMNS = 2;
const ROWS = MOST / COLUMNS;
/** CSS pixels on the screen of a slot: half of it, so that it is sharp on dense screens. */
const SHOWN = new Vector2(SLOT.width / 2, SLOT.height / 2);
const ABOVE = 0.2;
/** Pixels of a headset's eye for one of a page: its picture is spread over a far wider view. */
const WORN = 1.6;

const VERTEX = /* glsl */ `
attribute vec3 spot;
attribute vec2 page;      // slot, opacity
uniform vec2 screen;      // CSS pixels
uniform vec2 shown;
uniform float worn;
varying vec2 at;
varying float strength;
void main() {
  vec4 clip = projectionMatrix * viewMatrix * vec4(spot, 1.0);
  clip.xy += (position.xy + vec2(0.0, 0.5)) * shown * 2.0 / screen * clip.w;
  // To whole pixels: letters stay sharp. Not in a headset, where a head never holds still and names would tremble.
  vec2 whole = (floor(clip.xy / clip.w * screen * 0.5 * 2.0) / (screen * 0.5 * 2.0)) * clip.w;
  clip.xy = mix(whole, clip.xy, worn);
  gl_Position = clip;
  float column = mod(page.x, ${COLUMNS.toFixed(1)});
  float row = floor(page.x / ${COLUMNS.toFixed(1)});
  at = vec2((column + uv.x) / ${COLUMNS.toFixed(1)}, 1.0 - (row + 1.0 - uv.y) / ${ROWS.toFixed(1)});
  strength = page.y;
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D names;
varying vec2 at;
varying float strength;
void main() {
  vec4 ink = texture2D(names, at);
  if (ink.a * strength < 0.01) discard;
  gl_FragColor = vec4(ink.rgb, ink.a * strength);
  #include <colorspace_fragment>
}`;

/** What a slot of the texture shows now. */
interface Slot {
  number: number;
  label: string;
}

export class Nametags {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly canvas = document.createElement("canvas");
  private readonly texture: CanvasTexture;
  private readonly slots: Slot[] = Array.from({ length: MOST }, () => ({ number: 0, label: "" }));
  private readonly spot = new InstancedBufferAttribute(new Float32Array(MOST * 3), 3).setUsage(DynamicDrawUsage);
  private readonly page = new InstancedBufferAttribute(new Float32Array(MOST * 2), 2).setUsage(DynamicDrawUsage);
  private readonly screen = new Vector2(1, 1);
  private readonly worn = { value: 0 };
  private painted = false;
  private readonly repaint = (): void => this.slots.forEach((slot) => (slot.label = ""));

  constructor() {
    Object.assign(this.canvas, { width: SLOT.width * COLUMNS, height: SLOT.height * ROWS });
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
    this.mesh = new Mesh(this.shape(), this.material());
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
    this.mesh.visible = false;
    this.mesh.onBeforeRender = (renderer, _, camera) => this.measure(renderer, camera);
    document.fonts.addEventListener("loadingdone", this.repaint);
  }

  /** Names the nearest of these people. Returns whether a name was painted anew. */
  update(people: readonly Tagged[]): boolean {
    this.painted = false;
    const named = people.filter((person) => person.far < REACH && person.name !== "").sort((a, b) => a.far - b.far).slice(0, MOST);
    this.release(named);
    // The furthest first, so that nearer tags lie over them.
    [...named].reverse().forEach((person, i) => {
      this.spot.setXYZ(i, person.x, HEIGHT + ABOVE, person.z);
      this.page.setXY(i, this.slotFor(person), Math.min(1, (REACH - person.far) / FADE));
    });
    this.mesh.visible = named.length > 0;
    this.mesh.geometry.instanceCount = named.length;
    this.spot.needsUpdate = this.page.needsUpdate = named.length > 0;
    return this.painted;
  }

  dispose(): void {
    document.fonts.removeEventListener("loadingdone", this.repaint);
    this.texture.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  /** How large the picture is: the page's, or that of one eye of a headset, which has a viewport of its own. */
  private measure(renderer: WebGLRenderer, camera: Camera): void {
    const { viewport } = camera as { viewport?: Vector4 };
    if (viewport) this.screen.set(viewport.z, viewport.w).divideScalar(WORN);
    else renderer.getSize(this.screen);
    this.worn.value = viewport ? 1 : 0;
  }

  private release(named: readonly Tagged[]): void {
    const wanted = new Set(named.map(({ number }) => number));
    for (const slot of this.slots) if (!wanted.has(slot.number)) slot.number = 0;
  }

  private slotFor(person: Tagged): number {
    let index = this.slots.findIndex((slot) => slot.number === person.number);
    if (index < 0) index = this.slots.findIndex((slot) => slot.number === 0);
    const slot = this.slots[index] as Slot;
    const label = `${String(person.color)} ${person.name}`;
    slot.number = person.number;
    if (slot.label !== label) {
      slot.label = label;
      this.paint(index, person);
    }
    return index;
  }

  /** A dark pill with the visitor's colour and the name, cut short where it is too long. */
  private paint(index: number, person: Tagged): void {
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    const { width, height } = SLOT;
    const [left, top] = [(index % COLUMNS) * width, Math.floor(index / COLUMNS) * height];
    pen.clearRect(left, top, width, height);
    pen.font = '600 30px "Hall Sans", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';
    const name = fitting(pen, person.name, width - 96);
    const wide = pen.measureText(name).width + 78;
    const start = left + (width - wide) / 2;
    pen.fillStyle = "#141c22e0";
    pen.beginPath();
    pen.roundRect(start, top + 6, wide, height - 12, 26);
    pen.fill();
    pen.fillStyle = visitorColor(person.color);
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(start + 28, top + height / 2, 9, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.fillStyle = "#ffffff";
    pen.textBaseline = "middle";
    pen.fillText(name, start + 50, top + height / 2 + 1);
    this.texture.needsUpdate = true;
    this.painted = true;
  }

  private shape(): InstancedBufferGeometry {
    const plane = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(plane.index);
    for (const [name, values] of Object.entries(plane.attributes)) geometry.setAttribute(name, values);
    geometry.setAttribute("spot", this.spot);
    geometry.setAttribute("page", this.page);
    return geometry;
  }

  private material(): ShaderMaterial {
    return new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { names: { value: this.texture }, screen: { value: this.screen }, worn: this.worn, shown: { value: SHOWN } },
      transparent: true,
      depthWrite: false,
    });
  }
}

/** The text, or as much of its beginning as fits in `width` pixels. */
export function fitting(pen: CanvasRenderingContext2D, name: string, width: number): string {
  if (pen.measureText(name).width <= width) return name;
  const letters = [...name];
  while (letters.length > 1 && pen.measureText(`${letters.join("")}…`).width > width) letters.pop();
  return `${letters.join("")}…`;
}
