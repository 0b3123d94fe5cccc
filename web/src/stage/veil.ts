/** A veil before both eyes of a headset: what moves one at once does so in the dark. */
import { Mesh, PlaneGeometry, ShaderMaterial } from "three";

const VERTEX = "void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }";
const FRAGMENT = "uniform float dark;\nvoid main() { gl_FragColor = vec4(0.012, 0.018, 0.022, dark); }";

export class Veil {
  readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;
  private readonly darkness = { value: 1 };

  constructor() {
    const material = new ShaderMaterial({
      vertexShader: VERTEX, fragmentShader: FRAGMENT, uniforms: { dark: this.darkness }, transparent: true, depthTest: false, depthWrite: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(2, 2), material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 1000;
  }

  /** 0 to see through … 1 to see nothing. */
  set dark(share: number) {
    this.darkness.value = share;
    this.mesh.visible = share > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
