/** Has the graphics card make its programs beside other work. Whoever draws with a program that is not made yet waits for it,
 *  one after another; until somebody sees the hall no picture need be drawn so. */
import { type Camera, Group, type Material, type Mesh, type Object3D, type Scene, type WebGLRenderer, type WebGLRenderTarget } from "three";

/** Milliseconds between two questions whether the graphics card is done; and for which its helpers are at it longer than it says. */
const ASKED = 16;
const UNTOLD = 200;
/** Milliseconds without anything new after which a picture that nobody sees is drawn: it brings all that came to the card. */
const STILL = 300;

export class Preparing {
  private readonly begun = new WeakMap<Material, Promise<void>>();
  private readonly told: boolean;
  private coming = 0;
  private worthy = false;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `ready` is called when a picture is worth drawing that nobody sees. */
  constructor(private readonly renderer: WebGLRenderer, private readonly scene: Scene, private readonly camera: Camera, private readonly ready: () => void) {
    this.told = renderer.extensions.has("KHR_parallel_shader_compile");
  }

  /** Whether it is worth while to draw a picture that nobody sees: the card has just got programs, and learns to draw with
   *  them; or nothing has come for a while. Has the programs made that the scene lacks. */
  worth(): boolean {
    const lacking: Drawn[] = [];
    this.scene.traverseVisible((object) => {
      if (isDrawn(object) && !this.begun.has(object.material)) lacking.push(object);
    });
    this.prepare(lacking);
    clearTimeout(this.resting);
    if (this.coming > 0) return false;
    const { worthy } = this;
    this.worthy = false;
    if (!worthy) this.resting = setTimeout(() => this.due(), STILL);
    return worthy;
  }

  /** Resolves when the program of a material is made; undefined where nobody has begun it. */
  begins(material: Material): Promise<void> | undefined {
    return this.begun.get(material);
  }

  /** Has the programs made that these objects lack, to be drawn in a scene: the stage's own unless another is named. */
  prepare(objects: readonly Drawn[], scene = this.scene, target: WebGLRenderTarget | null = null): void {
    const lacking = objects.filter(({ material }) => !this.begun.has(material));
    if (lacking.length === 0) return;
    this.coming += 1;
    const made = this.make({ objects: lacking, scene, target }).then(() => this.made());
    for (const { material } of lacking) this.begun.set(material, made);
  }

  private async make({ objects, scene, target }: Making): Promise<void> {
    const { renderer, camera } = this;
    const together = new Group();
    together.children = [...objects]; // lent, where they are: three looks at the lights of the scene once for all of them
    const before = new Set(programsOf(renderer));
    const shown = renderer.getRenderTarget();
    renderer.setRenderTarget(target); // there are other programs for pictures of light than for what is seen
    const told = this.told ? renderer.compileAsync(together, camera, scene) : renderer.compile(together, camera, scene);
    renderer.setRenderTarget(shown);
    if (told instanceof Promise) await told;
    else await this.finish(programsOf(renderer).filter((program) => !before.has(program)));
  }

  /** Waits until the graphics card is done with them, and asks what they want to be told. */
  private async finish(programs: readonly Program[]): Promise<void> {
    if (programs.length === 0) return;
    const gl = this.renderer.getContext() as WebGL2RenderingContext;
    // A browser need not make a program before somebody wants it. This does, and waits for nothing.
    for (const { program } of programs) gl.validateProgram(program as WebGLProgram);
    const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush(); // or the browser keeps what it is to do until somebody waits for it
    while (done && !gl.isContextLost() && gl.getSyncParameter(done, gl.SYNC_STATUS) !== gl.SIGNALED) await later(ASKED);
    gl.deleteSync(done);
    await later(UNTOLD);
    for (const program of programs) program.getUniforms();
  }

  private made(): void {
    this.coming -= 1;
    if (this.coming === 0) this.due();
  }

  private due(): void {
    this.worthy = true;
    this.ready();
  }
}

/** What is drawn with a program. */
export type Drawn = Object3D & { readonly material: Material };

/** Things that are drawn together, in a scene, into a target; null for what is seen. */
export interface Making {
  readonly objects: readonly Drawn[];
  readonly scene: Scene;
  readonly target: WebGLRenderTarget | null;
}

const isDrawn = (object: Object3D): object is Drawn => {
  const { material } = object as Partial<Mesh>;
  return material !== undefined && !Array.isArray(material);
};

type Program = NonNullable<WebGLRenderer["info"]["programs"]>[number];

const programsOf = (renderer: WebGLRenderer): readonly Program[] => renderer.info.programs ?? [];

const later = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
