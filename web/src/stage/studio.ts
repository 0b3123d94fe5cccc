/** Where one model is looked at by itself: a plain floor that fades into a plain room, and a soft shadow on it. */
import { CircleGeometry, Color, Group, Mesh, ShaderMaterial } from "three";
import type { Bounds } from "./inspecting.js";

/** What lies beyond the floor. */
export const ROOM = new Color(0xc9d1d8);

const VERTEX = /* glsl */ `
varying vec2 across;
void main() {
  across = position.xz;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 across;
uniform vec3 ground, room;
void main() {
  float away = length(across);
  float shade = 0.34 * (1.0 - smoothstep(0.05, 0.42, away));
  vec3 color = mix(ground * (1.0 - shade), room, smoothstep(0.25, 1.0, away));
  gl_FragColor = vec4(color, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

/** Radius of the floor for each metre of the model's. */
const WIDE = 3.4;

export class Studio {
  readonly object = new Group();
  private readonly floor: Mesh<CircleGeometry, ShaderMaterial>;

  constructor() {
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { ground: { value: new Color(0xe4e9ed) }, room: { value: ROOM } },
      depthWrite: false,
    });
    this.floor = new Mesh(new CircleGeometry(1, 64).rotateX(-Math.PI / 2), material);
    this.floor.renderOrder = -1;
    this.object.add(this.floor);
    this.object.visible = false;
  }

  /** Lays the floor below a model. */
  open({ centre, half, floor }: Bounds): void {
    this.floor.position.set(centre[0], floor - 0.004, -centre[1]);
    this.floor.scale.setScalar(Math.hypot(...half) * WIDE);
    this.object.visible = true;
  }

  close(): void {
    this.object.visible = false;
  }
}
