/** Has the graphics card make its programs beside other work. Whoever draws with a program that is not made yet waits for it,
 *  one after another; until somebody sees the hall no picture need be drawn so. */
import type { Camera, Material, Mesh, Object3D, Scene, WebGLRenderer } from "three";

/** Milliseconds that programs are given where nobody tells when they are made. */
const UNTOLD = 400;

export class Preparing {
  private readonly begun = new WeakSet<Material>();
  private readonly told: boolean;
  private coming = 0;

  /** `ready` is called when all programs are made that were lacking. */
  constructor(private readonly renderer: WebGLRenderer, private readonly ready: () => void) {
    this.told = renderer.extensions.has("KHR_parallel_shader_compile");
  }

  /** Has the programs made that a scene lacks; returns whether there is none. */
  lacksNone(scene: Scene, camera: Camera): boolean {
    let begun = false;
    scene.traverseVisible((object) => {
      const { material } = object as Partial<Mesh>;
      if (!material || Array.isArray(material) || this.begun.has(material)) return;
      this.begun.add(material);
      this.coming += 1;
      void this.make(object, camera, scene).then(() => this.made());
      begun = true;
    });
    if (begun) this.renderer.getContext().flush(); // or the browser keeps what it is to do until somebody waits for it
    return this.coming === 0;
  }

  private async make(object: Object3D, camera: Camera, scene: Scene): Promise<void> {
    const { renderer, told } = this;
    if (told) await renderer.compileAsync(object, camera, scene);
    else if (this.makes(object, camera, scene)) await new Promise((made) => setTimeout(made, UNTOLD));
  }

  /** Begins the program of an object; returns whether there was none like it. */
  private makes(object: Object3D, camera: Camera, scene: Scene): boolean {
    const programs = (): number => this.renderer.info.programs?.length ?? 0;
    const before = programs();
    this.renderer.compile(object, camera, scene);
    return programs() > before;
  }

  private made(): void {
    this.coming -= 1;
    if (this.coming === 0) this.ready();
  }
}
