/** A small plate beside a hand of somebody with a headset on: a name, and what can be done. Drawn as text, whatever it contains. */
import { CanvasTexture, LinearFilter, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, type Vector3 } from "three";
import { fitting } from "./nametags.js";

const SIZE = { width: 1024, height: 256 };
/** Metres: read at arm's length. */
const WIDTH = 0.4;
const FAMILY = '"Hall Sans", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';
/** Pixels of the first line, and of those below. */
const [TITLE, LINE, EDGE] = [68, 46, 44];
/** Metres above the hand. */
const ABOVE = 0.14;

export class Plate {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly canvas = document.createElement("canvas");
  private readonly texture: CanvasTexture;
  private told = "";
  private readonly repaint = (): void => void (this.told = "");

  constructor() {
    Object.assign(this.canvas, SIZE);
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
    const material = new MeshBasicMaterial({ map: this.texture, transparent: true, depthTest: false, depthWrite: false, toneMapped: false, fog: false });
    this.mesh = new Mesh(new PlaneGeometry(WIDTH, (WIDTH * SIZE.height) / SIZE.width), material);
    this.mesh.renderOrder = 30;
    this.mesh.visible = false;
    document.fonts.addEventListener("loadingdone", this.repaint);
  }

  /** Shows these lines above a hand, turned to the eyes; no lines for nothing. */
  show(lines: readonly string[], hand: Vector3, eyes: Vector3): void {
    this.mesh.visible = lines.length > 0;
    if (!this.mesh.visible) return;
    this.mesh.position.copy(hand).y += ABOVE;
    this.mesh.lookAt(eyes);
    const told = lines.join("\n");
    if (told !== this.told) this.paint(lines);
    this.told = told;
  }

  dispose(): void {
    document.fonts.removeEventListener("loadingdone", this.repaint);
    this.texture.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  private paint(lines: readonly string[]): void {
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    const { width, height } = SIZE;
    pen.clearRect(0, 0, width, height);
    pen.fillStyle = "#141c22f2";
    pen.beginPath();
    pen.roundRect(2, 2, width - 4, height - 4, 40);
    pen.fill();
    pen.strokeStyle = "#ffffff59";
    pen.lineWidth = 3;
    pen.stroke();
    pen.textBaseline = "middle";
    const tall = lines.reduce((sum, _, i) => sum + (i === 0 ? TITLE : LINE) * 1.25, 0);
    let y = (height - tall) / 2;
    lines.forEach((line, i) => {
      const size = i === 0 ? TITLE : LINE;
      pen.font = `${i === 0 ? "600" : "400"} ${String(size)}px ${FAMILY}`;
      pen.fillStyle = i === 0 ? "#ffffff" : "#d5dee4";
      const room = width - 2 * EDGE;
      const wide = pen.measureText(line).width;
      if (wide > room) pen.font = pen.font.replace(/\d+px/, `${String(Math.max(Math.round(size * 0.6), Math.floor((size * room) / wide)))}px`);
      pen.fillText(fitting(pen, line, room), EDGE, y + size * 0.625);
      y += size * 1.25;
    });
    this.texture.needsUpdate = true;
  }
}
