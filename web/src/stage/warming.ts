/** Lets the graphics card make ready what drawing will take, beside all else rather than when the first frame waits for it. */
import type { Camera, Scene, WebGLRenderer } from "three";

export class Warming {
  private asked = false;
  private running = false;

  /** `done` is called when all that was asked for is ready. */
  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly scene: Scene,
    private readonly camera: Camera,
    private readonly done: () => void,
  ) {}

  /** Whether something is being made ready: to draw now would mean to wait. */
  get busy(): boolean {
    return this.running;
  }

  /** Something came into the scene. */
  ask(): void {
    this.asked = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.asked) {
      this.asked = false;
      await this.renderer.compileAsync(this.scene, this.camera).catch(() => undefined);
    }
    this.running = false;
    this.done();
  }
}

/** Whether the processor draws, for want of a graphics card. */
export function bySoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext();
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  return named !== null && /swiftshader|llvmpipe|software|basic render/i.test(String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)));
}
