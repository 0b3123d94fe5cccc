/** What people feel, seen in the hall: small round signs that rise and are gone, all in one draw. */
import {
  CanvasTexture, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry, ShaderMaterial, SRGBColorSpace,
} from "three";

/** Where one begins to rise (plan metres, and metres up), which picture of the atlas it is, and when (s). */
export interface Cheer {
  readonly at: readonly [x: number, y: number, z: number];
  readonly kind: number;
  readonly from: number;
}

/** Signs at a time; what is more takes the place of the oldest. */
export const MOST = 40;
/** Seconds that each rises, and metres. */
export const LASTS = 2.6;

const VERTEX = /* glsl */ `
attribute vec4 begun; // x, y, z of the scene, and when
attribute float kind;
uniform float clock;
uniform float kinds;
varying vec2 at;
varying float shown;
void main() {
  float age = (clock - begun.w) / ${LASTS.toFixed(1)};
  float seed = begun.x * 3.1 + begun.z * 1.7;
  shown = step(0.0, age) * smoothstep(1.0, 0.65, age);
  float size = 0.34 * smoothstep(0.0, 0.14, age) * step(0.001, shown);
  vec3 middle = begun.xyz + vec3(sin(age * 5.0 + seed) * 0.14, 2.3 * age * (1.6 - 0.6 * age), 0.0);
  vec4 seen = viewMatrix * vec4(middle, 1.0);
  seen.xy += position.xy * size;
  gl_Position = projectionMatrix * seen;
  at = vec2((uv.x + kind) / kinds, uv.y);
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D atlas;
varying vec2 at;
varying float shown;
void main() {
  vec4 color = texture2D(atlas, at);
  if (color.a * shown < 0.02) discard;
  gl_FragColor = vec4(color.rgb, color.a * shown);
  #include <colorspace_fragment>
}`;

export class Cheers {
  readonly object: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly begun = new InstancedBufferAttribute(new Float32Array(MOST * 4).fill(-1e6), 4).setUsage(DynamicDrawUsage);
  private readonly kinds = new InstancedBufferAttribute(new Float32Array(MOST), 1).setUsage(DynamicDrawUsage);
  private readonly clock = { value: 0 };
  private next = 0;
  private until = -Infinity;

  /** `atlas` has so many square pictures beside each other. */
  constructor(atlas: HTMLCanvasElement, count: number) {
    const plane = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(plane.getIndex());
    geometry.setAttribute("position", plane.getAttribute("position"));
    geometry.setAttribute("uv", plane.getAttribute("uv"));
    geometry.setAttribute("begun", this.begun);
    geometry.setAttribute("kind", this.kinds);
    geometry.instanceCount = MOST;
    const texture = new CanvasTexture(atlas);
    texture.colorSpace = SRGBColorSpace;
    const material = new ShaderMaterial({
      vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: false,
      uniforms: { atlas: { value: texture }, clock: this.clock, kinds: { value: count } },
    });
    this.object = new Mesh(geometry, material);
    this.object.frustumCulled = false;
    this.object.visible = false;
    this.object.renderOrder = 6;
  }

  /** Lets one rise. */
  rise({ at: [x, y, z], kind, from }: Cheer): void {
    this.begun.setXYZW(this.next, x, z, -y, from);
    this.kinds.setX(this.next, kind);
    this.begun.needsUpdate = this.kinds.needsUpdate = true;
    this.next = (this.next + 1) % MOST;
    this.until = Math.max(this.until, from + LASTS);
  }

  /** Takes all away at once. */
  clear(): void {
    this.until = -Infinity;
    this.object.visible = false;
  }

  /** The picture at `now`, s; returns whether it differs from the one before. */
  frame(now: number): boolean {
    const before = this.object.visible;
    this.object.visible = now < this.until;
    this.clock.value = now;
    return before || this.object.visible;
  }
}
