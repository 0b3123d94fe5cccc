/** Tells whether there is a graphics card to draw. */
import type { WebGLRenderer } from "three";

/** Whether the processor draws, for want of a graphics card. */
export function bySoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext();
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  return named !== null && /swiftshader|llvmpipe|software|basic render/i.test(String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)));
}
