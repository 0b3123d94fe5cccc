/** Makes surroundings ready to be mirrored by what is more or less polished: three's own way, in sizes that it would not make,
 *  and in two steps: its programs are known before anything is drawn with them, so that they can be made beside other work. */
import { type Material, Mesh, PMREMGenerator, type Scene, type ShaderMaterial, type WebGLCubeRenderTarget, type WebGLRenderer } from "three";
import type { Drawn } from "./preparing.js";

/** Directions that three looks in for each pixel of a level that is nearly smooth (its GGX_SAMPLES). */
const LOOKS = 256;
/** The roughest levels, for which each pixel is summed over all that is around. three does so for one more, where nothing
 *  of it can be seen, and which takes longer than all others together. */
const SUMMED = 2;
/** Up to this many pixels a face the sum is over a picture of so many, not of three's 16, and a quarter of the looks do, each
 *  at a picture twice as coarse: a quarter of the work. */
const COARSE = 64;
const SOURCE = 8;
const FEWER = LOOKS / 4;

/** What three's types leave out. */
interface Making {
  _allocateTarget(): WebGLCubeRenderTarget;
  _applyPMREM(target: WebGLCubeRenderTarget): void;
  _getSourceTarget(depth: boolean): WebGLCubeRenderTarget;
  _renderCube(target: WebGLCubeRenderTarget, level: number, material: Material): void;
}
const making = PMREMGenerator.prototype as unknown as Making;

/**
 * three makes nothing below 256 pixels a face, which takes 60 million looks at a picture: a slow graphics card, or software,
 * is at it for seconds before anything can be drawn. A quarter of the side has a level of roughness for each of four; with
 * less the first one would be summed, which divides by its roughness, 0: the hall would be black.
 */
export class Prefilter extends PMREMGenerator {
  /** Nothing of what is around yet; whatever mirrors it can be made ready already. */
  readonly target: WebGLCubeRenderTarget;
  protected _cubeSize = 0;
  protected declare _ggxMaterial: ShaderMaterial | null;
  protected declare _integrationMaterial: ShaderMaterial | null;
  /** What levels are drawn with, while they are only asked for it. */
  private asked: Set<Material> | null = null;

  /** `size`: side in pixels of each face. */
  constructor(renderer: WebGLRenderer, private readonly size: number) {
    super(renderer);
    this._setSize(size);
    this.target = making._allocateTarget.call(this);
  }

  /** What it draws with, one thing of each. */
  get drawn(): readonly Drawn[] {
    making._getSourceTarget.call(this, true);
    const asked = (this.asked = new Set());
    making._applyPMREM.call(this, this.target);
    this.asked = null;
    return [...asked].map((material) => new Mesh((this as unknown as { _boxMesh: Mesh })._boxMesh.geometry, material));
  }

  /** Draws what is around in `model` into the target; `sigma`: radians that it is blurred before. */
  fill(model: Scene, sigma: number): void {
    this.fromScene(model, sigma, 0.1, 100, { size: this.size });
  }

  _allocateTarget(): WebGLCubeRenderTarget {
    return this.target;
  }

  _setSize(size: number): void {
    this._cubeSize = Math.max(64, size);
  }

  _renderCube(target: WebGLCubeRenderTarget, level: number, material: Material): void {
    const chosen = material === this._integrationMaterial ? this.summing(target, level) : material;
    if (chosen === this._ggxMaterial && this._cubeSize <= COARSE) this.glance(this._ggxMaterial);
    if (this.asked) this.asked.add(chosen);
    else making._renderCube.call(this, target, level, chosen);
  }

  /** Looks in fewer directions: what was reckoned for all of them is for pictures half as coarse. */
  private glance(looking: ShaderMaterial): void {
    looking.fragmentShader = looking.fragmentShader.replace(`#define GGX_SAMPLES ${String(LOOKS)}u`, `#define GGX_SAMPLES ${String(FEWER)}u`);
    const { roughness, lodBias } = looking.uniforms;
    if (lodBias && Number(roughness?.value) > 0) lodBias.value = Number(lodBias.value) + 0.5 * Math.log2(LOOKS / FEWER);
  }

  /** What makes one of the levels that three sums. */
  private summing(target: WebGLCubeRenderTarget, level: number): Material {
    const [looking, summing] = [this._ggxMaterial, this._integrationMaterial];
    if (!looking || !summing) throw new Error("three makes reflections in another way");
    const last = target.texture.mipmaps.length - 1;
    if (level <= last - SUMMED) {
      const roughness = 1 - Math.sqrt(1 - level / last); // as three spreads them over the levels
      looking.uniforms.roughness = { value: roughness };
      // Each look takes the level of the picture whose pixels are as large as its share of the sky, and half of one more.
      looking.uniforms.lodBias = { value: Math.log2(this._cubeSize) + 0.5 * Math.log2(6 / (LOOKS * roughness ** 4)) + 0.5 };
      return looking;
    }
    if (this._cubeSize <= COARSE) {
      summing.uniforms.sourceSize = { value: SOURCE };
      summing.uniforms.sourceLod = { value: Math.log2(this._cubeSize / SOURCE) };
    }
    return summing;
  }
}
