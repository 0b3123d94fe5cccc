/** Puts walking people into a material: place, turn, stride, breath and colour of each instance, in the vertex shader. */
import type { MeshStandardMaterial } from "three";

/** Shared by all people of a stage; seconds that stand still where motion is reduced. */
export interface WalkUniforms {
  readonly walkTime: { value: number };
}

const DECLARATIONS = /* glsl */ `
attribute vec2 wear;      // own colour or the visitor's; limb
attribute vec4 standing;  // x, z, yaw, number
attribute vec2 stride;    // phase of the walk in radians, how much of a walk it is; below zero: sitting
attribute vec3 dye;       // the visitor's colour
uniform float walkTime;

void swing(inout vec3 p, inout vec3 n, vec2 pivot, float angle) {
  float s = sin(angle), c = cos(angle);
  vec2 q = p.yz - pivot;
  p.yz = pivot + vec2(c * q.x - s * q.y, s * q.x + c * q.y);
  n.yz = vec2(c * n.y - s * n.z, s * n.y + c * n.z);
}

void twist(inout vec3 p, inout vec3 n, float angle) {
  float s = sin(angle), c = cos(angle);
  p.xz = vec2(c * p.x + s * p.z, c * p.z - s * p.x);
  n.xz = vec2(c * n.x + s * n.z, c * n.z - s * n.x);
}

void walk(inout vec3 p, inout vec3 n) {
  float limb = floor(wear.y + 0.5);
  float seed = standing.w * 1.7;
  float going = max(0.0, stride.y);
  float seated = stride.y < 0.0 ? 1.0 : 0.0;
  float phase = stride.x;
  float rest = 1.0 - going;
  float side = (limb == 1.0 || limb == 3.0) ? 1.0 : -1.0;
  float beat = sin(phase) * side;
  if (limb == 1.0 || limb == 2.0) {
    float knee = 1.0 - smoothstep(0.42, 0.54, p.y);
    swing(p, n, vec2(0.48, 0.0), knee * going * (0.12 + 0.75 * max(0.0, cos(phase) * side)));
    swing(p, n, vec2(0.48, 0.0), knee * seated * 1.5);
    swing(p, n, vec2(0.88, 0.0), -beat * 0.48 * going - seated * 1.5);
  } else if (limb == 3.0 || limb == 4.0) {
    float elbow = 1.0 - smoothstep(1.06, 1.18, p.y);
    swing(p, n, vec2(1.12, 0.0), -elbow * (0.12 + 0.35 * going + 0.75 * seated));
    swing(p, n, vec2(1.37, 0.0), beat * 0.42 * going - 0.45 * seated + rest * 0.03 * sin(walkTime * 1.1 + seed));
  } else if (limb == 5.0) {
    twist(p, n, rest * 0.3 * sin(walkTime * 0.43 + seed) * sin(walkTime * 0.17 + seed * 2.3));
  }
  if (limb != 1.0 && limb != 2.0) {
    float above = clamp((p.y - 0.82) / 0.6, 0.0, 1.0);
    twist(p, n, -0.1 * going * above * sin(phase));
    p.x += rest * 0.012 * above * sin(walkTime * 0.8 + seed);
    p.z *= limb == 0.0 ? 1.0 + rest * 0.02 * above * sin(walkTime * 1.6 + seed) : 1.0;
    swing(p, n, vec2(0.86, 0.0), 0.05 * going);
  }
  p.y += going * 0.022 * (abs(cos(phase)) - 0.8) - 0.37 * seated;
  p.z -= 0.04 * seated;
  p *= 0.96 + 0.08 * fract(standing.w * 0.37);
  twist(p, n, standing.z);
  p += vec3(standing.x, 0.0, standing.y);
}
`;

/** Makes `material` draw people; their attributes are those of people.ts. */
export function addWalk(material: MeshStandardMaterial, uniforms: WalkUniforms): void {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", `#include <common>\n${DECLARATIONS}`)
      .replace("#include <color_vertex>", "#include <color_vertex>\nvColor.rgb *= mix(vec3(1.0), dye, wear.x);")
      .replace("#include <beginnormal_vertex>", "vec3 walked = position; vec3 objectNormal = normal; walk(walked, objectNormal);")
      .replace("#include <begin_vertex>", "vec3 transformed = walked;");
  };
  material.customProgramCacheKey = () => "people";
}
