/** Makes surroundings ready to be mirrored by what is more or less polished: three's own way, in sizes that it would not make. */
import { PMREMGenerator } from "three";

/**
 * three makes nothing below 256 pixels a face, which takes 60 million looks at a picture: a slow graphics card, or software,
 * is at it for seconds before anything can be drawn. A quarter of the side has a level of roughness for each of four.
 */
export class Prefilter extends PMREMGenerator {
  protected _cubeSize = 0;

  _setSize(size: number): void {
    this._cubeSize = size;
  }
}
