/** Gives a canvas its pixels. */
import { Vector2, type WebGLRenderer } from "three";

const size = new Vector2();

/** CSS pixels, and device pixels for each. Only if they are others: the browser makes them all anew. */
export function allot(renderer: WebGLRenderer, width: number, height: number, ratio: number): void {
  renderer.getSize(size);
  if (size.x === width && size.y === height && renderer.getPixelRatio() === ratio) return;
  renderer.setDrawingBufferSize(width, height, ratio);
}
