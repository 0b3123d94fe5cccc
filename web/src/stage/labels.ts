/** Labels that hang in the hall and always face the eyes: what devices on site say, above what follows them. */
import { CanvasTexture, Group, Sprite, SpriteMaterial, SRGBColorSpace } from "three";

/** Metres across, and from which height above the floor it hangs. */
const WIDTH = 2.4;

export class Labels {
  readonly object = new Group();
  private readonly sprites = new Map<string, Sprite>();

  /** Hangs the picture of a canvas at a place of the plan, or moves it there; `painted`: the canvas was painted anew. */
  hang(id: string, canvas: HTMLCanvasElement, [x, y]: readonly [number, number], height: number, painted: boolean): void {
    let sprite = this.sprites.get(id);
    if (!sprite) {
      const map = new CanvasTexture(canvas);
      map.colorSpace = SRGBColorSpace;
      sprite = new Sprite(new SpriteMaterial({ map, toneMapped: false }));
      sprite.name = `twin/${id}`;
      sprite.center.set(0.5, 0);
      sprite.scale.set(WIDTH, (WIDTH * canvas.height) / canvas.width, 1);
      this.sprites.set(id, sprite);
      this.object.add(sprite);
    } else if (painted && sprite.material.map) sprite.material.map.needsUpdate = true;
    sprite.position.set(x, height, -y);
  }

  remove(id: string): void {
    const sprite = this.sprites.get(id);
    if (!sprite) return;
    this.sprites.delete(id);
    this.object.remove(sprite);
    sprite.material.map?.dispose();
    sprite.material.dispose();
  }

  /** The labels that hang, for tests. */
  get ids(): readonly string[] {
    return [...this.sprites.keys()];
  }
}
