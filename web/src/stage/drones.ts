/** A drone show: all drones in one draw and their lights in another, flown by the vertex shader between two formations. */
import {
  AdditiveBlending, BoxGeometry, type BufferGeometry, ClampToEdgeWrapping, CylinderGeometry, DataTexture, FloatType, Group,
  InstancedBufferGeometry, Mesh, NearestFilter, PlaneGeometry, RGBAFormat, ShaderMaterial, type Texture, UniformsLib,
  UniformsUtils, Vector4,
} from "three";
import { mergeGeometries } from "three/addons/utils/BufferGeometryUtils.js";
import { momentOf, type Swarm } from "../hall/swarm.js";

/** Where the show's frame is: plan metres, and a bearing towards the audience. */
export interface SwarmStand {
  readonly at: readonly [number, number];
  readonly facing: number;
}

const FLY = /* glsl */ `
uniform highp sampler2D places;
uniform sampler2D hues;
uniform vec4 flight; // first formation, second, share of the second, height of the axis
uniform vec3 turning; // cosine, sine; 1 about the upright, 2 about the line to the audience
uniform float clock;

vec3 placeOf(int drone) {
  vec3 a = texelFetch(places, ivec2(drone, int(flight.x)), 0).xyz;
  vec3 b = texelFetch(places, ivec2(drone, int(flight.y)), 0).xyz;
  vec2 cs = turning.xy;
  if (turning.z > 1.5) {
    vec2 q = vec2(a.x, a.y - flight.w);
    a.xy = vec2(cs.x * q.x - cs.y * q.y, cs.y * q.x + cs.x * q.y + flight.w);
  } else if (turning.z > 0.5) {
    a.xz = vec2(cs.x * a.x + cs.y * a.z, cs.x * a.z - cs.y * a.x);
  }
  float s = flight.z;
  vec3 p = mix(a, b, s * s * s * (s * (s * 6.0 - 15.0) + 10.0));
  float seed = float(drone) * 1.7;
  float aloft = smoothstep(0.5, 6.0, p.y);
  return p + aloft * 0.06 * vec3(sin(clock * 1.9 + seed), sin(clock * 2.3 + seed * 2.0), sin(clock * 1.6 + seed * 3.0));
}

vec3 hueOf(int drone) {
  float s = smoothstep(0.2, 0.8, flight.z);
  vec3 a = texelFetch(hues, ivec2(drone, int(flight.x)), 0).rgb, b = texelFetch(hues, ivec2(drone, int(flight.y)), 0).rgb;
  return pow(mix(a, b, s), vec3(2.2));
}
`;

const BODY_VERTEX = /* glsl */ `
${FLY}
varying vec3 tint;
#include <fog_pars_vertex>
void main() {
  vec3 p = position + placeOf(gl_InstanceID);
  vec3 n = normalize(mat3(modelMatrix) * normal);
  float lamp = step(normal.y, -0.9);
  tint = mix(vec3(0.055, 0.06, 0.066) * (0.55 + 0.6 * max(n.y, 0.0)), hueOf(gl_InstanceID), lamp * 0.9);
  vec4 mvPosition = modelViewMatrix * vec4(p, 1.0);
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}`;

const BODY_FRAGMENT = /* glsl */ `
varying vec3 tint;
#include <fog_pars_fragment>
void main() {
  gl_FragColor = vec4(tint, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  #include <fog_fragment>
}`;

const LIGHT_VERTEX = /* glsl */ `
${FLY}
uniform float size;
uniform vec2 pixel; // of a clip-space unit
varying vec3 tint;
varying vec2 across;
void main() {
  vec4 middle = modelViewMatrix * vec4(placeOf(gl_InstanceID), 1.0);
  middle.z += 0.5; // before its own body
  gl_Position = projectionMatrix * middle;
  // A light stays a light from afar: never smaller than a few pixels, but dimmer then.
  float wanted = size * projectionMatrix[1][1] / gl_Position.w;
  float shown = max(wanted, 7.0 * pixel.y);
  gl_Position.xy += position.xy * shown * vec2(projectionMatrix[0][0] / projectionMatrix[1][1], 1.0) * gl_Position.w;
  across = position.xy;
  tint = hueOf(gl_InstanceID) * mix(1.0, 0.75, step(wanted, shown * 0.999));
}`;

const LIGHT_FRAGMENT = /* glsl */ `
uniform float strength;
varying vec3 tint;
varying vec2 across;
void main() {
  float far = length(across);
  if (far > 1.0) discard;
  float core = smoothstep(0.34, 0.08, far), halo = pow(1.0 - far, 3.0);
  // A deep colour around a bright heart; what adds up stays a colour.
  vec3 deep = tint * tint * 0.35 + tint * 0.65;
  gl_FragColor = vec4((deep * (core * 1.15 + halo * 0.4) + vec3(core * core * 0.22)) * strength, 1.0);
  #include <colorspace_fragment>
}`;

/** Metres of the halo of a light. */
const HALO = 1.7;

export class Drones {
  readonly object = new Group();
  private readonly textures: readonly Texture[];
  private readonly flight = { value: new Vector4() };
  private readonly turning = { value: new Float32Array([1, 0, 0]) };
  private readonly clock = { value: 0 };
  private readonly strength = { value: 1 };
  private readonly pixel = { value: new Float32Array([1 / 400, 1 / 400]) };

  constructor(private readonly swarm: Swarm, stand: SwarmStand) {
    const { drones, formations, places, colors } = swarm;
    const wide = new Float32Array(drones * formations * 4);
    const hues = new Uint8Array(drones * formations * 4).fill(255);
    for (let i = 0; i < drones * formations; i++) {
      wide.set(places.subarray(i * 3, i * 3 + 3), i * 4);
      hues.set(colors.subarray(i * 3, i * 3 + 3), i * 4);
    }
    const textures = [new DataTexture(wide, drones, formations, RGBAFormat, FloatType), new DataTexture(hues, drones, formations, RGBAFormat)];
    for (const texture of textures) plain(texture);
    this.textures = textures;
    this.object.add(this.bodies(), this.lights());
    this.object.position.set(stand.at[0], 0, -stand.at[1]);
    this.object.rotation.y = Math.PI - stand.facing;
    this.object.name = "drones";
  }

  /** Flies them as they are at `time` seconds of the show. `dusk`: their lights shine. Returns whether they moved. */
  update(time: number, still: boolean, dusk: boolean, height: number): boolean {
    const { from, to, share, turn, angle } = momentOf(this.swarm, time, still);
    const before = `${this.flight.value.toArray().join()} ${this.turning.value.join()}`;
    this.flight.value.set(from, to, share, this.swarm.height);
    this.turning.value.set([Math.cos(angle), Math.sin(angle), ["none", "upright", "facing"].indexOf(turn)]);
    this.clock.value = still ? 0 : time;
    this.strength.value = dusk ? 1.1 : 0.8;
    this.pixel.value.fill(1 / Math.max(1, height));
    return !still || before !== `${this.flight.value.toArray().join()} ${this.turning.value.join()}`;
  }

  dispose(): void {
    for (const texture of this.textures) texture.dispose();
    this.object.traverse((object) => {
      if (!(object instanceof Mesh)) return;
      (object.geometry as BufferGeometry).dispose();
      (object.material as ShaderMaterial).dispose();
    });
  }

  private get flown(): Record<string, { value: unknown }> {
    return {
      places: { value: this.textures[0] }, hues: { value: this.textures[1] },
      flight: this.flight, turning: this.turning, clock: this.clock,
    };
  }

  private bodies(): Mesh {
    const uniforms = { ...UniformsUtils.clone(UniformsLib.fog), ...this.flown };
    const material = new ShaderMaterial({ vertexShader: BODY_VERTEX, fragmentShader: BODY_FRAGMENT, uniforms, fog: true });
    return instanced(copter(), material, this.swarm.drones);
  }

  private lights(): Mesh {
    const uniforms = { ...this.flown, strength: this.strength, size: { value: HALO }, pixel: this.pixel };
    const material = new ShaderMaterial({
      vertexShader: LIGHT_VERTEX, fragmentShader: LIGHT_FRAGMENT, uniforms, transparent: true, depthWrite: false, blending: AdditiveBlending,
    });
    const mesh = instanced(new PlaneGeometry(2, 2), material, this.swarm.drones);
    mesh.renderOrder = 6;
    return mesh;
  }
}

function plain(texture: DataTexture): void {
  texture.minFilter = texture.magFilter = NearestFilter;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.needsUpdate = true;
}

function instanced(shape: BufferGeometry, material: ShaderMaterial, count: number): Mesh {
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(shape.index);
  for (const name of ["position", "normal"]) geometry.setAttribute(name, shape.getAttribute(name));
  geometry.instanceCount = count;
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false; // where they fly is known to the shader
  return mesh;
}

/** A small quadcopter, its lamp below. */
function copter(): BufferGeometry {
  const parts: BufferGeometry[] = [new BoxGeometry(0.3, 0.11, 0.3)];
  for (const angle of [0.25, 0.75].map((share) => share * Math.PI)) parts.push(new BoxGeometry(1.0, 0.035, 0.05).rotateY(angle));
  for (const [x, z] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const) {
    parts.push(new CylinderGeometry(0.2, 0.2, 0.02, 8).translate(x * 0.35, 0.06, z * 0.35));
  }
  return mergeGeometries(parts) as BufferGeometry;
}
