/** The sound of a stage: from where its screen is, softer with distance, or everywhere the same. It begins with a word of the visitor. */
import type { Pane } from "./hall/panes.js";

/** Metres within which it is as loud as it was made, and how fast it gets softer. */
const CLOSE = 9;
const ROLLOFF = 1.3;

/** Where one listens: plan metres and a bearing. */
export interface Listening {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly facing: number;
}

export class StageSound {
  volume = 0.8;
  positional = true;
  private context: AudioContext | null = null;
  private source: MediaElementAudioSourceNode | null = null;
  private panner: PannerNode | null = null;
  private gain: GainNode | null = null;
  private wanted = false;

  constructor(private readonly video: HTMLVideoElement) {
    video.muted = true;
  }

  get on(): boolean {
    return this.wanted;
  }

  /** Call it while the visitor acts: browsers let nothing sound before. */
  set on(on: boolean) {
    this.wanted = on;
    this.video.muted = !on;
    if (on) this.connect();
    void (on ? this.context?.resume() : this.context?.suspend());
    this.adjust();
  }

  /** How loud, and whence, as `volume` and `positional` say. */
  adjust(): void {
    const { source, panner, gain } = this;
    if (!source || !panner || !gain) {
      this.video.volume = this.volume;
      return;
    }
    gain.gain.value = this.volume;
    source.disconnect();
    source.connect(this.positional ? panner : gain);
  }

  /** The screen is here, and one listens there. */
  place({ at }: Pane, { x, y, height, facing }: Listening): void {
    const { context, panner } = this;
    if (!context || !panner || !this.on) return;
    const now = context.currentTime;
    const set = (param: AudioParam | undefined, value: number): unknown => param?.setTargetAtTime(value, now, 0.05);
    set(panner.positionX, at[0]);
    set(panner.positionY, at[2]);
    set(panner.positionZ, -at[1]);
    const { listener } = context;
    set(listener.positionX, x);
    set(listener.positionY, height);
    set(listener.positionZ, -y);
    set(listener.forwardX, Math.sin(facing));
    set(listener.forwardZ, -Math.cos(facing));
  }

  close(): void {
    this.wanted = false;
    this.source?.disconnect();
    void this.context?.close();
    [this.context, this.source, this.panner, this.gain] = [null, null, null, null];
  }

  private connect(): void {
    if (this.context || typeof AudioContext === "undefined") return;
    this.context = new AudioContext();
    this.source = this.context.createMediaElementSource(this.video);
    this.panner = new PannerNode(this.context, { panningModel: "equalpower", distanceModel: "inverse", refDistance: CLOSE, rolloffFactor: ROLLOFF });
    this.gain = this.context.createGain();
    this.panner.connect(this.gain).connect(this.context.destination);
  }
}
