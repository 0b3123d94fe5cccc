/** A stream on the screen of a stage: where it is in time, its captions, and whether a new picture has come. */
import type { Language } from "./core/text.js";
import { mediaAddress, type Reel } from "./hall/reels.js";
import { Streaming } from "./net/streaming.js";
import { correction, positionOf, type Screening } from "./session/screening.js";
import { StageSound } from "./stage-sound.js";
import type { StreamState } from "./ui/stage-view.js";

/** ms after a jump before another one. */
const SETTLING = 2_500;
const LANGUAGES: readonly Language[] = ["en", "zh"];

export class Projection {
  readonly video: HTMLVideoElement;
  readonly sound: StageSound;
  /** Whether the visitor wants it to play. */
  wanted: boolean;
  /** Nothing of it is fetched until it is to play. */
  private streaming: Streaming | null = null;
  private lost = false;
  private over = false;
  private jumped = -Infinity;
  private pictures = 0;
  private seen = 0;

  /** `stirred` is told of each new picture. */
  constructor(readonly reel: Reel, private readonly venue: string, wanted: boolean, private readonly stirred: () => void) {
    this.wanted = wanted;
    this.video = Object.assign(document.createElement("video"), { playsInline: true, crossOrigin: "anonymous", preload: "auto", disableRemotePlayback: true });
    this.sound = new StageSound(this.video);
    for (const { language, file } of reel.captions) {
      this.video.append(Object.assign(document.createElement("track"), { kind: "captions", srclang: language, src: mediaAddress(venue, file) }));
    }
    this.watch();
  }

  /** Whether there is a picture to be seen. */
  get pictured(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && this.video.videoWidth > 0 && !this.over && !(this.lost && this.dry);
  }

  get state(): StreamState {
    if (this.over) return "over";
    if (this.lost && (this.dry || !this.pictured)) return "lost";
    if (!this.wanted) return this.pictured ? "paused" : "asks";
    return this.pictured ? "playing" : "loading";
  }

  /** Languages of its captions. */
  get languages(): readonly Language[] {
    const known = [...(this.streaming?.captions ?? []), ...this.reel.captions.map(({ language }) => language)];
    return LANGUAGES.filter((language) => known.some((each) => each === language || each.startsWith(`${language}-`)));
  }

  /** Reads the captions of this language from now on, or none. */
  caption(language: Language | null): void {
    this.streaming?.caption(language);
    for (const track of this.tracks) {
      const mode = track.language.startsWith(language ?? "-") ? "hidden" : "disabled";
      if (track.mode !== mode) track.mode = mode;
    }
  }

  /** What is said now, in the language that is read. */
  get said(): string {
    const track = this.tracks.find(({ mode, activeCues }) => mode === "hidden" && (activeCues?.length ?? 0) > 0);
    const cues = [...(track?.activeCues ?? [])] as VTTCue[];
    return cues.map((cue) => cue.getCueAsHTML().textContent ?? "").join("\n");
  }

  /** Plays where everyone is, or rests. `server`: s. */
  run(screening: Screening, server: number, now: number, active: boolean): void {
    const { video } = this;
    const to = positionOf(screening, server, video.duration);
    this.over = !screening.reel.live && to === null && Number.isFinite(video.duration) && video.duration > 0;
    if (!active || !this.wanted || this.over) {
      if (!video.paused) video.pause();
      return;
    }
    this.streaming ??= new Streaming(video, mediaAddress(this.venue, this.reel.stream), { ready: () => (this.lost = false), lost: () => (this.lost = true) });
    if (to !== null && video.readyState >= HTMLMediaElement.HAVE_METADATA) this.follow(to, now);
    if (video.paused) void video.play().catch(() => undefined);
  }

  /** Whether a picture came since this was asked last. */
  get fresh(): boolean {
    const fresh = this.pictures !== this.seen;
    this.seen = this.pictures;
    return fresh;
  }

  close(): void {
    this.sound.close();
    this.streaming?.close();
  }

  private get tracks(): readonly TextTrack[] {
    return [...this.video.textTracks].filter(({ kind }) => kind === "captions" || kind === "subtitles");
  }

  /** Whether there is nothing left to play. */
  private get dry(): boolean {
    return this.video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  private follow(to: number, now: number): void {
    const { video } = this;
    const off = video.currentTime - to;
    const pace = correction(off);
    if (pace !== "jump") {
      if (video.playbackRate !== pace) video.playbackRate = pace;
      return;
    }
    if (video.seeking || now - this.jumped < SETTLING) return;
    this.jumped = now;
    video.playbackRate = 1;
    video.currentTime = to;
  }

  private watch(): void {
    const next = (): void => {
      this.pictures += 1;
      this.stirred();
      this.video.requestVideoFrameCallback(next);
    };
    if ("requestVideoFrameCallback" in this.video) this.video.requestVideoFrameCallback(next);
    else (this.video as HTMLVideoElement).addEventListener("timeupdate", () => (this.pictures += 1));
  }
}
