/** The soft dark spot under somebody's feet; without it people hover. */
import { type BufferGeometry, CircleGeometry, type InstancedBufferGeometry, Mesh, ShaderMaterial } from "three";

const VERTEX = /* glsl */ `
attribute vec4 standing;
varying vec2 across;
void main() {
  across = position.xz / 0.46;
  vec3 spot = vec3(position.x, 0.02, position.z) + vec3(standing.x, 0.0, standing.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(spot, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 across;
void main() {
  float dark = 1.0 - smoothstep(0.15, 1.0, length(across));
  gl_FragColor = vec4(0.06, 0.07, 0.08, 0.5 * dark * dark);
}`;

/** Its shape, and how a mesh is made of its instances. */
export function footShadow(): [BufferGeometry, (geometry: InstancedBufferGeometry) => Mesh] {
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -3,
  });
  const make = (geometry: InstancedBufferGeometry): Mesh => {
    const mesh = new Mesh(geometry, material);
    mesh.renderOrder = 2;
    return mesh;
  };
  return [new CircleGeometry(0.46, 20).rotateX(-Math.PI / 2), make];
}
