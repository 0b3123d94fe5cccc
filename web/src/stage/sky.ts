/** The dome around an outdoor area: a gradient with a sun in it and soft clouds; and plain haze indoors. */
import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry, type Texture, Vector3 } from "three";

export interface SkyColors {
  readonly zenith: number;
  readonly middle: number;
  /** Where the sky meets the ground: the colour of the fog. */
  readonly horizon: string;
  readonly sun: number;
  readonly cloud: number;
  /** Share of the sky that clouds cover. */
  readonly cover: number;
  /** How warm the horizon is below the sun, 0 to 1. */
  readonly afterglow: number;
}

export const DAY: Omit<SkyColors, "horizon"> = {
  zenith: 0x3d7fc8, middle: 0x9cc6ea, sun: 0xfff2d8, cloud: 0xffffff, cover: 0.62, afterglow: 0,
};
export const DUSK: Omit<SkyColors, "horizon"> = {
  zenith: 0x24407c, middle: 0x7483b8, sun: 0xffa765, cloud: 0xd79aa6, cover: 0.5, afterglow: 0.75,
};

const VERTEX = `
  varying vec3 ray;
  void main() {
    ray = position;
    vec4 place = projectionMatrix * mat4(mat3(modelViewMatrix)) * vec4(position, 1.0);
    gl_Position = place.xyww;
  }`;

const FRAGMENT = `
  varying vec3 ray;
  uniform vec3 zenith, middle, horizon, sunColor, cloudColor, sunAt;
  uniform float cover, time, afterglow;
  uniform sampler2D noise;
  void main() {
    vec3 r = normalize(ray);
    float up = max(r.y, 0.0);
    vec3 color = mix(horizon, middle, smoothstep(0.0, 0.22, up));
    color = mix(color, zenith, smoothstep(0.12, 0.85, up));
    float below = max(dot(normalize(r.xz + 1e-5), normalize(sunAt.xz)), 0.0);
    color = mix(color, sunColor * 0.95, afterglow * below * below * exp(-up * 5.5));
    float toSun = max(dot(r, sunAt), 0.0);
    color += sunColor * (pow(toSun, 6.0) * 0.16 + pow(toSun, 90.0) * 0.35 + smoothstep(0.9994, 0.9997, toSun) * 6.0);
    vec2 p = r.xz / (up + 0.16) * 0.055 + vec2(time * 0.0006, 0.0);
    float a = texture2D(noise, p).r, b = texture2D(noise, p * 2.7 + 0.31).r, c = texture2D(noise, p * 7.1).r;
    float puff = a * 0.56 + b * 0.30 + c * 0.14;
    float cloud = smoothstep(0.62 - cover * 0.3, 0.80 - cover * 0.3, puff) * smoothstep(0.0, 0.16, up);
    vec3 lit = cloudColor * (0.80 + 0.35 * smoothstep(0.4, 0.7, puff)) + sunColor * pow(toSun, 10.0) * 0.2;
    color = mix(color, lit, cloud * 0.82);
    // A grain of noise, or the gradient would show steps.
    color += (fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5) / 180.0;
    gl_FragColor = vec4(color, 1.0);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
  }`;

export class Sky {
  readonly mesh: Mesh<SphereGeometry, ShaderMaterial>;

  constructor(noise: Texture) {
    const color = (): { value: Color } => ({ value: new Color() });
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      side: BackSide,
      depthWrite: false,
      uniforms: {
        zenith: color(), middle: color(), horizon: color(), sunColor: color(), cloudColor: color(),
        sunAt: { value: new Vector3(0, 1, 0) }, cover: { value: 0.4 }, afterglow: { value: 0 }, time: { value: 0 }, noise: { value: noise },
      },
    });
    this.mesh = new Mesh(new SphereGeometry(1, 32, 20), material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = -1;
  }

  paint(colors: SkyColors, sun: readonly [number, number, number]): void {
    const uniforms = this.mesh.material.uniforms as Record<string, { value: never }>;
    const set = (name: string, value: number | string): Color => (uniforms[name]?.value as unknown as Color).set(value);
    set("zenith", colors.zenith);
    set("middle", colors.middle);
    set("horizon", colors.horizon);
    set("sunColor", colors.sun);
    set("cloudColor", colors.cloud);
    (uniforms["sunAt"]?.value as unknown as Vector3).set(...sun).normalize();
    this.mesh.material.uniforms["cover"] = { value: colors.cover };
    this.mesh.material.uniforms["afterglow"] = { value: colors.afterglow };
  }

  set time(seconds: number) {
    const time = this.mesh.material.uniforms["time"];
    if (time) time.value = seconds;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
