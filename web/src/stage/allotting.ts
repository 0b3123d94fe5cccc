/** Gives a canvas its pixels. */
import { Vector2, type WebGLRenderer } from "three";

const size = new Vector2();

/** CSS pixels, and device pixels for each; pictures fill a part of them, each way. Only if the pixels are others the browser makes
 *  them all anew, for which it waits until the last picture is drawn. */
export function allot(renderer: WebGLRenderer, width: number, height: number, ratio: number, part: number): void {
  renderer.getSize(size);
  if (size.x !== width || size.y !== height || renderer.getPixelRatio() !== ratio) renderer.setDrawingBufferSize(width, height, ratio);
  renderer.setViewport(0, 0, width * part, height * part);
}
