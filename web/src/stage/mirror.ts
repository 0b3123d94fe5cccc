/** What polished floors and still water mirror: the scene once more, seen from below the floor, at half size and
 *  blurred by its mipmaps. On the high tier only. */
import {
  HalfFloatType, LinearFilter, LinearMipmapLinearFilter, Matrix4, type Object3D, PerspectiveCamera, Plane, type Scene, type Texture,
  Vector3, Vector4, WebGLRenderTarget, type WebGLRenderer,
} from "three";

/** Shared by the materials that mirror. */
export interface MirrorUniforms {
  readonly mirrorPicture: { value: Texture | null };
  /** From a place in the scene to a place in the picture. */
  readonly mirrorMatrix: { value: Matrix4 };
  /** 1 when there is a picture. */
  readonly mirrorOn: { value: number };
}

/** A hair above the floor, so that the floor itself is not in its mirror. */
const LEVEL = 0.02;
const SHARE = 0.5;
const TO_PICTURE = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1);

export class Mirror {
  readonly uniforms: MirrorUniforms = {
    mirrorPicture: { value: null }, mirrorMatrix: { value: new Matrix4() }, mirrorOn: { value: 0 },
  };
  private readonly camera = new PerspectiveCamera();
  private target: WebGLRenderTarget | null = null;

  get on(): boolean {
    return this.target !== null;
  }

  /** Switches it on at a size in device pixels, or off. */
  resize(width: number, height: number, on: boolean): void {
    const [w, h] = [Math.ceil(width * SHARE), Math.ceil(height * SHARE)];
    if (on && this.target?.width === w && this.target.height === h) return;
    this.target?.dispose();
    this.target = on ? new WebGLRenderTarget(w, h, {
      type: HalfFloatType, generateMipmaps: true, minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter,
    }) : null;
    this.uniforms.mirrorPicture.value = this.target?.texture ?? null;
    this.uniforms.mirrorOn.value = this.target ? 1 : 0;
  }

  /** Takes the picture for what `eye` is about to see; `hidden` is not in it. */
  take(renderer: WebGLRenderer, scene: Scene, eye: PerspectiveCamera, hidden: readonly Object3D[]): void {
    const { target, camera } = this;
    if (!target) return;
    this.place(eye);
    const shown = hidden.filter((object) => object.visible);
    for (const object of shown) object.visible = false;
    this.uniforms.mirrorOn.value = 0; // what is mirrored mirrors nothing
    this.uniforms.mirrorPicture.value = null;
    const { needsUpdate } = renderer.shadowMap;
    renderer.shadowMap.needsUpdate = false;
    renderer.setRenderTarget(target);
    renderer.render(scene, camera);
    renderer.setRenderTarget(null);
    renderer.shadowMap.needsUpdate = needsUpdate;
    this.uniforms.mirrorOn.value = 1;
    this.uniforms.mirrorPicture.value = target.texture;
    for (const object of shown) object.visible = true;
  }

  /** The eye below the floor, looking up as much as the eye looks down, cut off at the floor. */
  private place(eye: PerspectiveCamera): void {
    const { camera } = this;
    eye.updateMatrixWorld();
    camera.position.copy(eye.position).setY(2 * LEVEL - eye.position.y);
    camera.rotation.set(-eye.rotation.x, eye.rotation.y, 0, "YXZ");
    camera.projectionMatrix.copy(eye.projectionMatrix);
    camera.updateMatrixWorld();
    cutAt(camera, new Plane(new Vector3(0, 1, 0), -LEVEL));
    camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
    this.uniforms.mirrorMatrix.value.copy(TO_PICTURE).multiply(camera.projectionMatrix).multiply(camera.matrixWorldInverse);
  }
}

/** Moves the near plane of a projection onto a plane of the scene (Lengyel's oblique view frustum). */
function cutAt(camera: PerspectiveCamera, plane: Plane): void {
  const cut = plane.clone().applyMatrix4(camera.matrixWorldInverse);
  const clip = new Vector4(cut.normal.x, cut.normal.y, cut.normal.z, cut.constant);
  const e = camera.projectionMatrix.elements;
  const corner = new Vector4(
    (Math.sign(clip.x) + e[8]) / e[0], (Math.sign(clip.y) + e[9]) / e[5], -1, (1 + e[10]) / e[14],
  );
  clip.multiplyScalar(2 / clip.dot(corner));
  [e[2], e[6], e[10], e[14]] = [clip.x, clip.y, clip.z + 1, clip.w];
}
