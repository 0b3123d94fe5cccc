/** The stage: three.js behind one door. A frame of it is: stream, animate, draw. */
import {
  Group, NeutralToneMapping, type Object3D, PCFShadowMap, PerspectiveCamera, type Raycaster, Scene, type Vector3, WebGLRenderer,
} from "three";
import type { Point } from "../core/plan.js";
import { fail, ok, type Result } from "../core/result.js";
import { FIELD, fieldOf } from "../core/sight.js";
import type { Area } from "../hall/manifest.js";
import type { Display } from "../hall/streamer.js";
import type { Want } from "../hall/wanting.js";
import type { Place } from "../movement/orbit.js";
import { Batches } from "./batches.js";
import { flattened } from "./flattening.js";
import { onScreen, sightOf, type Spot } from "./inspecting.js";
import { allot } from "./allotting.js";
import { Arrivals } from "./arrivals.js";
import { BESIDE, type Eye, NEAR, nearOf, setNear, type Sight } from "./eye.js";
import { Gauge, type DrawStats } from "./gauge.js";
import type { GrainUniforms } from "./grain.js";
import { Halo, type Pointed } from "./halo.js";
import { type Haste, hasteOf } from "./haste.js";
import { Lighting } from "./lighting.js";
import { Marker } from "./marker.js";
import { Mirror } from "./mirror.js";
import { Models } from "./models.js";
import { Noise } from "./noise.js";
import { Preparing } from "./preparing.js";
import { type Cues, type Dismantled, Moving } from "./moving.js";
import { type Opened, open } from "./opening.js";
import { Rehearsal } from "./rehearsing.js";
import { Seclusion } from "./seclusion.js";
import { Sky } from "./sky.js";
import { Slots } from "./slots.js";
import { Studio } from "./studio.js";
import { Surfaces } from "./surfaces.js";
import { firstSharpness, type Tier, type TierName, TIERS } from "./tiers.js";
import { sceneBytes } from "./weighing.js";

export type { Eye, Sight } from "./eye.js";

/** What another file of this room draws with: the headset's. */
export interface Gear {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
}

/** Milliseconds after the hall is seen until it has its grain, which nobody misses at the first glance. */
const GRAIN_LATER = 600;
/** Share of the pixels, each way, that are drawn while nobody sees them: enough to bring everything to the graphics card. */
const UNSEEN_PIXELS = 0.1;
/** Seconds between two frames that are drawn only because water and clouds move. */
const RIPPLE = 0.05;

export class Stage implements Display {
  readonly canvas: HTMLCanvasElement;
  /** The models of exhibits that stand in the scene. */
  readonly models: Models;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(fieldOf(FIELD.usual, 2).up, 1, NEAR, 1200);
  private readonly mirror = new Mirror();
  private readonly noise = new Noise();
  private readonly uniforms: GrainUniforms = {
    grainNoise: { value: this.noise.texture }, grainTime: { value: 0 }, grainLamps: { value: [0, 0] }, ...this.mirror.uniforms,
  };
  private readonly surfaces = new Surfaces(this.uniforms);
  private readonly batches = new Batches(this.surfaces);
  /** Told when there is something to draw. */
  roused: () => void = () => undefined;
  /** The light of an area; its own unless somebody chose another. */
  lit: (area: Area) => Area["environment"] = (area) => area.environment;
  private readonly pictures = new Group();
  /** What rooms beside this one put into the scene. */
  private readonly guests = new Group();
  private readonly studio = new Studio();
  private readonly sky = new Sky(this.noise.texture);
  private readonly marker = new Marker();
  private readonly halo = new Halo();
  private readonly gauge = new Gauge();
  private readonly slots: Slots;
  private readonly moving: Moving;
  private readonly seclusion: Seclusion;
  private readonly lighting: Lighting;
  /** Only where the processor draws. */
  private readonly haste: Haste | null;
  private readonly preparing: Preparing;
  private readonly rehearsal: Rehearsal;
  private readonly arrivals = new Arrivals((want, opened) => this.place(want, opened));
  private tier: Tier;
  private sharpness: number;
  private hidden = true;
  private asked: number = FIELD.usual;
  private dirty = true;
  private lost = false;
  private visit = 0;
  private rippled = 0;
  private dismantled: Dismantled | null = null;
  /** CSS pixels at the right and at the bottom that something covers. */
  private covered = { right: 0, bottom: 0 };
  /** Whether many parts can be drawn in one call. */
  private readonly together: boolean;

  private constructor(private readonly renderer: WebGLRenderer, private readonly host: HTMLElement, tier: TierName) {
    this.tier = TIERS[tier];
    this.canvas = renderer.domElement;
    this.together = renderer.extensions.has("WEBGL_multi_draw");
    this.haste = hasteOf(renderer, host, () => this.resize());
    this.sharpness = firstSharpness(this.software);
    renderer.toneMapping = NeutralToneMapping;
    renderer.shadowMap.type = PCFShadowMap;
    renderer.info.autoReset = false; // a frame may take several passes
    renderer.debug.checkShaderErrors = false; // asking waits for the graphics card, once for each program
    renderer.capabilities.getMaxAnisotropy(); // asked for while it has nothing else to do: three remembers the answer
    this.preparing = new Preparing(renderer, this.scene, this.camera, () => {
      this.touch();
      if (this.hidden) this.draw();
    });
    this.lighting = new Lighting(renderer, this.scene, this.sky);
    this.slots = new Slots(this.batches, this.surfaces, this.pictures, () => this.tier.anisotropy);
    const through = (x: number, y: number): Raycaster => this.through(x, y);
    this.models = new Models({ slots: this.slots, batches: this.batches, camera: this.camera, through });
    const { slots, models, guests, studio, lighting, surfaces, preparing, scene } = this;
    this.rehearsal = new Rehearsal({ surfaces, preparing, lighting, scene });
    this.seclusion = new Seclusion({ slots, models, guests, studio, lighting });
    this.moving = new Moving(() => this.slots.mechanisms());
    this.scene.add(this.batches.group, this.pictures, this.marker.mesh, this.halo.object, this.guests, this.studio.object);
    this.scene.matrixWorldAutoUpdate = true;
    host.append(this.canvas);
    this.watchContext();
    new ResizeObserver(() => this.resize()).observe(host);
    this.rehearsal.begin(this.tier.surroundings);
  }

  /** A stage inside `host` that begins with a tier, or "webgl" where the browser cannot draw one. */
  static create(host: HTMLElement, tier: TierName): Result<Stage, "webgl"> {
    try {
      const renderer = new WebGLRenderer({ antialias: true, powerPreference: "high-performance", stencil: false });
      return ok(new Stage(renderer, host, tier));
    } catch {
      return fail("webgl");
    }
  }

  /** Calls back for every picture that a headset wants, while one is worn; null when it is off. */
  run(frame: ((now: number) => void) | null): void {
    this.renderer.setAnimationLoop(frame);
  }

  get gear(): Gear {
    return { renderer: this.renderer, scene: this.scene };
  }

  /** Goes to another area: empty at first, in its own light. */
  enter(area: Area): void {
    this.visit += 1;
    this.arrivals.drop();
    this.inspect(null);
    this.slots.clear();
    this.relight(area);
  }

  /** Lights an area anew, as `lit` says. */
  relight(area: Area): void {
    const environment = this.lit(area);
    if (environment.sky !== "hall") this.noise.make(); // clouds are made of it
    this.lighting.apply(environment, this.tier.surroundings);
    this.lighting.setShadow(this.tier.shadow);
    const indoors = environment.sky === "hall";
    this.uniforms.grainLamps.value = indoors ? [Math.max(6, area.height + 0.6), 2.6] : [0, 0];
    this.surfaces.evening = environment.sky === "dusk";
    this.touch();
  }

  async show(want: Want, body: ArrayBuffer): Promise<number> {
    const visit = this.visit;
    const { rig, pieces } = await open(body, want.placement !== null);
    const opened = { rig, pieces: this.together ? pieces : flattened(pieces) };
    if (!this.hidden) await this.rehearsal.prepare(pieces.map(({ material }) => material));
    if (visit !== this.visit) return 0; // it belongs to an area that was left
    if (this.hidden) return this.place(want, opened); // there is no frame to keep smooth
    this.roused();
    return this.arrivals.add(want, opened);
  }

  hide(slot: string): void {
    this.slots.empty(slot);
    this.touch();
  }

  /** Puts an object of another file of this room into the scene: the people. */
  add(object: Object3D): void {
    this.guests.add(object);
  }

  /** Something changed: the next frame is drawn. */
  touch(): void {
    this.dirty = true;
    if (!this.hidden) this.roused(); // or a look now and then will do
  }

  setTier(tier: Tier, sharpness = 1): void {
    this.tier = tier;
    this.sharpness = sharpness;
    this.lighting.setShadow(tier.shadow);
    this.resize();
  }

  /** From now on somebody sees the hall. Until then a page hides it: it is drawn all the same, but small. */
  reveal(): void {
    if (!this.hidden) return;
    this.hidden = false;
    this.haste?.moved(); // the first picture is one that somebody waits for
    this.resize();
    setTimeout(() => {
      if (this.noise.make()) this.touch();
    }, GRAIN_LATER);
  }

  /** Sees so many degrees from left to right on a screen of 16:9 (`core/sight.ts`). */
  setField(field: number): void {
    if (field === this.asked) return;
    this.asked = field;
    this.resize();
  }

  /** Degrees that the picture shows from top to bottom. */
  get field(): number {
    return this.camera.fov;
  }

  look(eye: Eye): void {
    const { position, rotation } = this.camera;
    position.set(eye.x + BESIDE[0], eye.height, BESIDE[1] - eye.y);
    rotation.set(eye.pitch, -eye.facing, 0, "YXZ");
    setNear(this.camera, this.dismantled ? NEAR : nearOf(eye.height));
    this.haste?.moved();
    this.touch();
  }

  /** Shows where the visitor is walking to by itself. */
  mark(goal: Point | null): void {
    if (this.marker.set(goal)) this.touch();
  }

  /** Points at something for a guide, or at nothing any more. */
  point(at: Pointed | null): void {
    if (this.halo.set(at)) this.touch();
  }

  /** The line of sight through a point of the canvas, in CSS pixels of the page. */
  sight(clientX: number, clientY: number): Sight {
    const { origin, direction } = this.through(clientX, clientY).ray;
    return { origin: [origin.x, -origin.z, origin.y], direction: [direction.x, -direction.z, direction.y] };
  }

  /** Pass 1: puts what has come into the scene, as long as there is time in this frame. */
  stream(): void {
    this.arrivals.stream();
  }

  /** Puts what has come into the scene; returns the bytes that it takes on the graphics card. */
  private place(want: Want, { pieces, rig }: Opened): number {
    const bytes = this.slots.fill(want, pieces, rig);
    this.haste?.moved(); // until all is in, a picture is but for a moment
    for (const { texture } of pieces) if (texture) this.renderer.initTexture(texture);
    if (this.renderer.shadowMap.enabled) this.renderer.shadowMap.needsUpdate = true;
    this.touch();
    return bytes;
  }

  /** Pass 2: moves water and clouds on; `seconds` is 0 where motion is reduced. */
  animate(seconds: number): void {
    if (seconds === 0 || !this.lighting.outdoors || this.dismantled) return;
    this.uniforms.grainTime.value += seconds;
    this.sky.time = this.uniforms.grainTime.value;
    // They are slow: when nothing else moves, a few frames a second are enough and spare a battery.
    if (this.uniforms.grainTime.value - this.rippled < RIPPLE) return;
    this.rippled = this.uniforms.grainTime.value;
    this.touch();
  }

  /** Pass 2: moves the models in sight; `now` in ms of any steady clock. */
  move(now: number, cues: Cues): void {
    if (!this.moving.update(now, cues, this.camera, this.dismantled)) return;
    this.lighting.shadeAnew(now);
    this.touch();
  }

  /** Shows one model by itself, as dismantled as it says; null for the hall again. */
  inspect(how: Dismantled | null): void {
    if (how?.placement !== this.dismantled?.placement) {
      this.seclusion.isolate(how?.placement ?? null);
      if (this.renderer.shadowMap.enabled) this.renderer.shadowMap.needsUpdate = true;
      this.touch();
    }
    this.dismantled = how;
    if (how) this.seclusion.seclude(how.explode > 0 ? null : how.placement);
  }

  /** Where a place of the plan is drawn. */
  onScreen(place: Place): Spot {
    this.camera.updateMatrixWorld();
    return onScreen(place, this.camera, this.canvas.clientWidth, this.canvas.clientHeight);
  }

  /** Keeps the middle of the picture in the middle of what is not covered: CSS pixels at the right and the bottom. */
  cover(right: number, bottom: number): void {
    if (right === this.covered.right && bottom === this.covered.bottom) return;
    this.covered = { right, bottom };
    this.resize();
  }

  /** Tangents of half the angles that the uncovered part of the picture shows, across and up. */
  get reach(): readonly [across: number, up: number] {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const half = Math.tan((this.camera.fov * Math.PI) / 360) / Math.max(1, height);
    return [half * Math.max(80, width - this.covered.right), half * Math.max(80, height - this.covered.bottom)];
  }

  /** Pass 3: draws, if anything changed since the last time, or a head may have moved. Returns whether it did. */
  draw(): boolean {
    if (!(this.dirty || this.worn) || this.lost) return false;
    this.dirty = false;
    if (this.hidden && !this.preparing.worth()) return false;
    this.lighting.finish();
    this.lighting.follow(this.camera.position);
    this.renderer.info.reset();
    this.gauge.measure(() => {
      if (this.mirror.on && !this.dismantled) this.mirror.take(this.renderer, this.scene, this.camera, [this.marker.mesh]);
      this.renderer.render(this.scene, this.camera);
    });
    this.haste?.drew();
    this.rehearsal.end();
    return true;
  }

  /** Whether the processor draws, for want of a graphics card. */
  get software(): boolean {
    return this.haste !== null;
  }

  get stats(): DrawStats {
    return this.gauge.read(this.renderer);
  }

  /** Bytes that everything in the scene takes of the graphics card, about; what the picture itself takes is not in it. */
  get weight(): number {
    return sceneBytes(this.scene, [this.scene.environment, this.mirror.uniforms.mirrorPicture.value, this.lighting.sun.shadow.map?.texture ?? null]);
  }

  /** Whether the picture is not what it will be: files have come that are not in the scene yet, or it has few pixels still. */
  get busy(): boolean {
    return this.arrivals.waiting > 0 || (!this.hidden && !this.noise.made) || (this.haste?.share ?? 1) < 1;
  }

  resetStats(): void {
    this.gauge.reset();
  }

  get eyes(): Vector3 {
    return this.camera.position;
  }

  /** Whether the picture goes to a headset. */
  private get worn(): boolean {
    return this.renderer.xr.isPresenting;
  }

  resize(): void {
    if (this.worn) return this.mirror.resize(0, 0, false); // a headset says itself how large the picture is
    const [width, height] = [Math.max(1, this.host.clientWidth), Math.max(1, this.host.clientHeight)];
    const part = this.hidden ? UNSEEN_PIXELS : 1;
    const share = (this.hidden ? this.haste?.hurried : this.haste?.share) ?? 1; // as it will be first: there is no time then to make pixels
    allot(this.renderer, width, height, Math.min(window.devicePixelRatio, this.tier.pixelRatio) * this.sharpness * share, part);
    this.mirror.resize(this.canvas.width * part, this.canvas.height * part, this.tier.mirror);
    this.camera.aspect = width / height;
    this.camera.fov = fieldOf(this.asked, this.camera.aspect).up;
    const { right, bottom } = this.covered;
    this.camera.setViewOffset(width, height, right / 2, bottom / 2, width, height);
    this.touch();
  }

  private through(clientX: number, clientY: number): Raycaster {
    const box = this.canvas.getBoundingClientRect();
    this.camera.updateMatrixWorld();
    return sightOf(this.camera, ((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
  }

  private watchContext(): void {
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // says that we can go on once it is back
      this.lost = true;
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.lost = false;
      this.lighting.restore();
      this.resize();
    });
  }
}
