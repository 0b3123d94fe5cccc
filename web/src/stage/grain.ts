/** Fine grain by the name of a material: a few lines of shader for each, over places in the scene, so that
 *  nothing needs texture coordinates and everything keeps its colour from the vertices. */
import type { Material, Texture, WebGLProgramParametersWithUniforms } from "three";
import type { MirrorUniforms } from "./mirror.js";

/** Shared by all materials with grain; values change, the object stays. */
export interface GrainUniforms extends MirrorUniforms {
  readonly grainNoise: { value: Texture | null };
  /** Seconds; stands still where motion is reduced. */
  readonly grainTime: { value: number };
  /** Height of the lamps that polished floors mirror, and how bright they are; 0 outdoors. */
  readonly grainLamps: { value: readonly [height: number, brightness: number] };
}

/*
 * Each changes `tone` (multiplies the colour), `rough` (added to the roughness) and `height` (metres, felt as
 * bumps). `p` is the place on the surface in metres, `n` the noise, `fade` 1 near and 0 far.
 */
const GRAIN: Readonly<Record<string, string>> = {
  concrete: `
    vec4 a = texture2D(grainNoise, p * 0.11), b = texture2D(grainNoise, p * 1.3);
    tone *= 0.82 + (a.r - 0.5) * 0.20 + (b.g - 0.5) * 0.11 * fade - b.a * 0.07 * fade;
    rough += (a.r - 0.5) * 0.30 + (b.r - 0.5) * 0.12;
    tone *= 1.0 - 0.14 * joint(p + 3.0, vec2(6.0), 0.008);`,
  carpet: `
    vec4 a = texture2D(grainNoise, p * 0.23), b = texture2D(grainNoise, p * 4.1);
    tone *= 1.0 + (a.r - 0.5) * 0.10 + (b.g - 0.5) * 0.42 * fade;
    tone *= 1.0 - 0.10 * joint(p, vec2(2.0, 400.0), 0.008);
    height += b.g * 0.004 * fade;`,
  asphalt: `
    vec4 a = texture2D(grainNoise, p * 0.07), b = texture2D(grainNoise, p * 2.3), c = texture2D(grainNoise, p * 0.9);
    tone *= 1.0 + (a.r - 0.5) * 0.22 + (b.g - 0.5) * 0.45 * fade + c.a * 0.20 * fade;
    height += b.g * 0.003 * fade;`,
  paving: `
    vec2 q = vec2(p.x + 0.3 * mod(floor(p.y / 0.4), 2.0), p.y);
    vec4 a = texture2D(grainNoise, floor(q / vec2(0.6, 0.4)) * 0.137), b = texture2D(grainNoise, p * 1.7);
    tone *= 1.0 + (a.g - 0.5) * 0.22 * fade + (b.g - 0.5) * 0.18 * fade + (texture2D(grainNoise, p * 0.045).r - 0.5) * 0.20;
    tone *= 1.0 - 0.34 * joint(q, vec2(0.6, 0.4), 0.006) * fade;`,
  grass: `
    vec4 b = texture2D(grainNoise, p * 0.6), c = texture2D(grainNoise, p * vec2(5.0, 2.6));
    tone *= meadow(p);
    tone *= 1.0 + (b.r - 0.5) * 0.30 * fade + (c.g - 0.5) * 0.75 * fade;
    height += (c.g * 0.03 + b.r * 0.02) * fade;`,
  foliage: `
    vec4 a = texture2D(grainNoise, p * 0.5), b = texture2D(grainNoise, p * 2.4);
    tone *= 1.0 + (a.r - 0.5) * 0.40 + (b.g - 0.5) * 0.55 * fade;
    height += b.g * 0.05 * fade;`,
  timber: `
    vec4 a = texture2D(grainNoise, p.yx * vec2(0.5, 0.5)), b = texture2D(grainNoise, vec2(p.x * 0.35, p.y * 2.6));
    tone *= 1.0 + (b.b - 0.5) * 0.34 * fade + (a.r - 0.5) * 0.12;
    rough += (b.b - 0.5) * 0.15;`,
  metal: `
    vec4 b = texture2D(grainNoise, vec2(p.x * 0.6, p.y * 3.1));
    rough += (b.b - 0.5) * 0.22;
    tone *= 1.0 + (b.b - 0.5) * 0.08 * fade;`,
  fabric: `
    vec4 a = texture2D(grainNoise, p * 0.4), b = texture2D(grainNoise, p * 6.0);
    tone *= 1.0 + (a.r - 0.5) * 0.08 + (b.g - 0.5) * 0.20 * fade;`,
  matte: `
    vec4 a = texture2D(grainNoise, p * 0.19), b = texture2D(grainNoise, p * 2.2);
    tone *= 1.0 + (a.r - 0.5) * 0.05 + (b.g - 0.5) * 0.05 * fade;
    // Far ground is matte too: it keeps the large patches that it has from near.
    if (face.y > 0.9 && place.y < 0.3) {
      bool green = base.g > base.r * 1.25 && base.g > base.b * 1.25;
      tone *= green ? meadow(p) : vec3(1.0 + (texture2D(grainNoise, p * 0.045).r - 0.5) * 0.20);
    }`,
  satin: `
    vec4 a = texture2D(grainNoise, p * 0.3);
    rough += (a.r - 0.5) * 0.16;`,
  water: `
    vec2 drift = vec2(grainTime * 0.018, grainTime * 0.011);
    vec4 a = texture2D(grainNoise, p * 0.045 + drift), b = texture2D(grainNoise, p.yx * 0.16 - drift * 1.7);
    vec4 c = texture2D(grainNoise, p * 0.55 + drift.yx * 3.0);
    tone *= 1.0 + (a.r - 0.5) * 0.35;
    height += a.r * 0.22 + b.r * 0.10 + c.r * 0.018 * fade;`,
};

/*
 * Polished floors mirror what is around. With a picture of it, that is blurred by the roughness; without one, the
 * strips of daylight overhead (scene/pieces/ceilings.py: one every 12.5 m, along x, with trusses across): the ray
 * that leaves the floor is followed to the roof, blurred with its length.
 */
const POLISHED = `
  if (grainLamps.y > 0.0 && vGrainFace.y > 0.9) {
    vec3 toEye = normalize(cameraPosition - vGrainPlace);
    float fresnel = 0.04 + 0.55 * pow(1.0 - max(toEye.y, 0.0), 5.0);
    if (mirrorOn > 0.5) {
      totalEmissiveRadiance += mirrored(vGrainPlace, lean * 0.02, 1.6 + 3.2 * roughnessFactor) * (fresnel + 0.05) * 0.9;
    } else {
      vec3 ray = reflect(-toEye, normalize(vec3(0.0, 1.0, 0.0) + vec3(lean.x, 0.0, lean.y) * 0.5));
      float path = (grainLamps.x - vGrainPlace.y) / max(ray.y, 0.04);
      vec2 roof = vGrainPlace.xz + ray.xz * path;
      float blur = 0.35 + path * 0.045 * (0.5 + roughnessFactor);
      float across = abs(fract(roof.y / 12.5) - 0.5) * 12.5;
      float strip = 1.0 - smoothstep(max(0.0, 1.2 - blur), 1.2 + blur, across);
      float truss = 1.0 - 0.45 * (1.0 - smoothstep(0.3, 0.9 + blur, abs(fract(roof.x / 12.5) - 0.5) * 12.5));
      totalEmissiveRadiance += vec3(0.95, 0.98, 1.0) * strip * truss * fresnel * grainLamps.y / (1.0 + blur * 0.4);
    }
  }`;

/** Water mirrors the banks and the sky where there is a picture of them. */
const WET = `
  if (mirrorOn > 0.5 && vGrainFace.y > 0.9) {
    vec3 toEye = normalize(cameraPosition - vGrainPlace);
    float fresnel = 0.05 + 0.85 * pow(1.0 - max(toEye.y, 0.0), 3.0);
    totalEmissiveRadiance += mirrored(vGrainPlace, lean * 0.25, 0.6) * fresnel;
    diffuseColor.rgb *= 1.0 - 0.7 * fresnel;
  }`;

const VERTEX_HEAD = "varying vec3 vGrainPlace;\nvarying vec3 vGrainFace;\n";
const VERTEX_BODY = `#include <project_vertex>
  vec4 grainPlace = vec4(transformed, 1.0);
  #ifdef USE_BATCHING
    grainPlace = batchingMatrix * grainPlace;
  #endif
  #ifdef USE_INSTANCING
    grainPlace = instanceMatrix * grainPlace;
  #endif
  vGrainPlace = (modelMatrix * grainPlace).xyz;
  vGrainFace = inverseTransformDirection(transformedNormal, viewMatrix);`;

/*
 * What stands in the wind: `p` is a place in the scene; the result is how far it is blown. Nothing indoors, where
 * there are lamps; nothing where motion is reduced, because the time stands still there.
 */
const WIND: Readonly<Record<string, string>> = {
  // Crowns lean with the gusts, more the higher they are, and leaves tremble.
  foliage: `
    float high = clamp(p.y - 0.3, 0.0, 7.0);
    float gust = 0.55 + 0.45 * sin(grainTime * 0.41 - dot(p.xz, vec2(0.031, 0.017)));
    float lean = sin(grainTime * 1.05 - dot(p.xz, vec2(0.13, 0.08))) * 0.026 * high;
    vec3 leaf = sin(vec3(3.3, 2.7, 3.9) * grainTime + p.yzx * vec3(2.3, 1.9, 2.6)) * 0.022 * min(high, 1.5);
    return (vec3(lean, 0.0, lean * 0.6) + leaf) * gust;`,
  // Cloth overhead ripples; what people sit on does not.
  fabric: `
    float loose = smoothstep(1.2, 3.6, p.y);
    float wave = sin(grainTime * 2.7 - dot(p, vec3(2.1, 1.4, 2.4))) + 0.5 * sin(grainTime * 4.3 + dot(p, vec3(3.1, -2.2, 2.7)));
    return vec3(wave, 0.0, wave * 0.8) * 0.032 * loose;`,
};

const WIND_HEAD = (code: string): string => `
uniform float grainTime;
uniform vec2 grainLamps;
vec3 blown(vec3 p) {
  if (grainLamps.y > 0.0) return vec3(0.0);
  ${code}
}
`;
const WIND_BODY = VERTEX_BODY.replace("#include <project_vertex>", "").replace(
  "vGrainPlace = (modelMatrix * grainPlace).xyz;",
  `grainPlace = modelMatrix * grainPlace;
  vGrainPlace = grainPlace.xyz; // the grain stays on the leaves
  vec4 mvPosition = viewMatrix * (grainPlace + vec4(blown(grainPlace.xyz), 0.0));
  gl_Position = projectionMatrix * mvPosition;`,
);

const FRAGMENT_HEAD = `
varying vec3 vGrainPlace;
varying vec3 vGrainFace;
uniform sampler2D grainNoise;
uniform float grainTime;
uniform vec2 grainLamps;
uniform sampler2D mirrorPicture;
uniform mat4 mirrorMatrix;
uniform float mirrorOn;
/* What is seen in the mirror at a place, "blur" steps of its mipmaps soft. */
vec3 mirrored(vec3 place, vec2 shift, float blur) {
  vec4 at = mirrorMatrix * vec4(place.x, 0.0, place.z, 1.0);
  vec2 uv = at.xy / at.w + shift;
  vec2 soft = exp2(blur) * 0.35 / vec2(textureSize(mirrorPicture, 0));
  vec3 sum = vec3(0.0);
  for (int i = 0; i < 4; i++) {
    vec2 corner = vec2(i < 2 ? -1.0 : 1.0, (i & 1) == 0 ? -1.0 : 1.0);
    sum += min(textureLod(mirrorPicture, uv + corner * soft, blur).rgb, vec3(4.0));
  }
  return sum * 0.25;
}
/* 1 on the lines of a grid of squares "size" wide, softened to the size of a pixel. */
float joint(vec2 p, vec2 size, float width) {
  vec2 away = abs(fract(p / size - 0.5) - 0.5) * size;
  vec2 soft = fwidth(p) + 1e-4;
  vec2 line = (1.0 - smoothstep(vec2(width), vec2(width) + soft, away)) * clamp(width * 3.0 / soft, 0.0, 1.0);
  return max(line.x, line.y);
}
/* Patches of drier and fresher grass. */
vec3 meadow(vec2 p) {
  float a = texture2D(grainNoise, p * 0.021).r, b = texture2D(grainNoise, p * 0.13).r;
  vec3 hue = mix(vec3(1.14, 1.02, 0.78), vec3(0.90, 1.03, 0.94), smoothstep(0.36, 0.62, a));
  return hue * (1.0 + (a - 0.5) * 0.45 + (b - 0.5) * 0.30);
}
void grain(vec3 place, vec3 face, vec3 base, float away, inout vec3 tone, inout float rough, inout float height) {
  vec3 side = abs(face);
  vec2 p = side.y > 0.6 ? place.xz : (side.x > side.z ? place.zy : place.xy);
  float fade = 1.0 - smoothstep(6.0, 45.0, away);
  GRAIN
}
`;

const FRAGMENT_COLOR = `#include <color_fragment>
  vec3 grainTone = vec3(1.0);
  float grainRough = 0.0, grainHeight = 0.0;
  grain(vGrainPlace, normalize(vGrainFace), diffuseColor.rgb, length(vViewPosition), grainTone, grainRough, grainHeight);
  diffuseColor.rgb *= grainTone;`;

const FRAGMENT_ROUGH = `#include <roughnessmap_fragment>
  roughnessFactor = clamp(roughnessFactor + grainRough, 0.04, 1.0);`;

/* The slope of `height` across the screen tips the normal (Mikkelsen's way, no tangents needed). */
const FRAGMENT_BUMP = `#include <normal_fragment_maps>
  vec2 lean = vec2(0.0);
  {
    vec3 sx = dFdx(-vViewPosition), sy = dFdy(-vViewPosition);
    vec3 rx = cross(sy, normal), ry = cross(normal, sx);
    float det = dot(sx, rx);
    vec3 slope = sign(det) * (dFdx(grainHeight) * rx + dFdy(grainHeight) * ry);
    normal = normalize(abs(det) * normal - slope);
    lean = inverseTransformDirection(normal, viewMatrix).xz;
  }`;

/** Adds the grain of that name to a standard material; others stay as they are. */
export function addGrain(material: Material, name: string, uniforms: GrainUniforms): void {
  const code = GRAIN[name];
  if (!code) return;
  const bumpy = code.includes("height");
  const wind = WIND[name];
  const mirror = { concrete: POLISHED, water: WET }[name];
  material.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    Object.assign(shader.uniforms, uniforms);
    const head = wind ? VERTEX_HEAD + WIND_HEAD(wind) : VERTEX_HEAD;
    shader.vertexShader = head + shader.vertexShader.replace("#include <project_vertex>", wind ? WIND_BODY : VERTEX_BODY);
    let fragment = FRAGMENT_HEAD.replace("GRAIN", code) + shader.fragmentShader;
    fragment = fragment.replace("#include <color_fragment>", FRAGMENT_COLOR);
    fragment = fragment.replace("#include <roughnessmap_fragment>", FRAGMENT_ROUGH);
    if (bumpy || mirror) fragment = fragment.replace("#include <normal_fragment_maps>", FRAGMENT_BUMP);
    if (mirror) fragment = fragment.replace("#include <emissivemap_fragment>", `#include <emissivemap_fragment>\n${mirror}`);
    shader.fragmentShader = fragment;
  };
  material.customProgramCacheKey = () => `grain-${name}`;
}
