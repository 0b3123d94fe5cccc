/** Soft dark spots on the ground under what moves there: one draw for all of a kind. */
import { DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry, ShaderMaterial } from "three";

const VERTEX = /* glsl */ `
attribute vec4 standing; // x, y, z, yaw
attribute vec2 halves;    // half its width and depth
varying vec2 across;
void main() {
  across = position.xz;
  float s = sin(standing.w), c = cos(standing.w);
  vec2 p = position.xz * halves;
  vec3 spot = standing.xyz + vec3(c * p.x + s * p.y, 0.0, c * p.y - s * p.x);
  gl_Position = projectionMatrix * viewMatrix * vec4(spot, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 across;
void main() {
  vec2 edge = smoothstep(vec2(1.0), vec2(0.55), abs(across));
  gl_FragColor = vec4(0.05, 0.055, 0.06, 0.62 * edge.x * edge.y);
}`;

export class Blots {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly standing: InstancedBufferAttribute;
  private readonly half: InstancedBufferAttribute;
  private count = 0;

  constructor(most: number) {
    const shape = new PlaneGeometry(2, 2).rotateX(-Math.PI / 2);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(shape.index);
    geometry.setAttribute("position", shape.getAttribute("position"));
    this.standing = values(most, 4);
    this.half = values(most, 2);
    geometry.setAttribute("standing", this.standing);
    geometry.setAttribute("halves", this.half);
    const material = new ShaderMaterial({
      vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: false,
      polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -3,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false; // they lie all around
    this.mesh.renderOrder = 2;
  }

  begin(): void {
    this.count = 0;
  }

  add(x: number, y: number, z: number, yaw: number, width: number, depth: number): void {
    const i = this.count++;
    this.standing.setXYZW(i, x, y, z, yaw);
    this.half.setXY(i, width, depth);
  }

  end(): void {
    this.mesh.visible = this.count > 0;
    this.mesh.geometry.instanceCount = this.count;
    this.standing.needsUpdate = this.half.needsUpdate = this.count > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

function values(count: number, size: number): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(new Float32Array(count * size), size);
  attribute.setUsage(DynamicDrawUsage);
  return attribute;
}
