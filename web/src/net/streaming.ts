/**
 * A stream that plays in a video element: the door of hls.js, which comes only when a stream is wanted. It gets up again
 * by itself after whatever broke it, at ever longer waits.
 */
import type Hls from "hls.js";
import type { ErrorData, LoadPolicy } from "hls.js";
import { Backoff } from "./backoff.js";

export interface StreamHandlers {
  /** It can be played. */
  readonly ready: () => void;
  /** It cannot be reached, or not be played; it is tried again. */
  readonly lost: () => void;
}

/** Tries of a part before the stream counts as lost; seconds that are fetched ahead. */
const TRIES = 2;
const AHEAD = 12;
const HLS = "application/vnd.apple.mpegurl";

export class Streaming {
  private hls: Hls | null = null;
  private open = true;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff({ first: 1_000, longest: 20_000, chance: 0.3 });

  constructor(private readonly video: HTMLVideoElement, private readonly address: string, private readonly handlers: StreamHandlers) {
    video.addEventListener("error", this.failed);
    video.addEventListener("loadedmetadata", this.begun);
    void this.load();
  }

  /** Languages of the captions that are in the stream. */
  get captions(): readonly string[] {
    return (this.hls?.subtitleTracks ?? []).map(({ lang }) => lang ?? "");
  }

  /** Fetches the captions of this language, or none. */
  caption(language: string | null): void {
    const { hls } = this;
    if (!hls) return;
    const track = language === null ? -1 : hls.subtitleTracks.findIndex(({ lang }) => lang === language);
    if (hls.subtitleTrack !== track) hls.subtitleTrack = track;
  }

  close(): void {
    this.open = false;
    clearTimeout(this.timer);
    this.video.removeEventListener("error", this.failed);
    this.video.removeEventListener("loadedmetadata", this.begun);
    this.hls?.destroy();
    this.hls = null;
    this.video.removeAttribute("src");
    this.video.load();
  }

  private async load(): Promise<void> {
    const library = await import("hls.js").catch(() => null);
    if (!this.open) return;
    if (!library) return this.failed();
    const Player = library.default;
    if (!Player.isSupported()) return this.natively();
    this.hls?.destroy();
    const hls = new Player({ enableWorker: false, maxBufferLength: AHEAD, maxMaxBufferLength: AHEAD, backBufferLength: AHEAD, startFragPrefetch: true, fragLoadPolicy: patience(20_000), playlistLoadPolicy: patience(8_000), manifestLoadPolicy: patience(8_000) });
    this.hls = hls;
    hls.subtitleDisplay = false;
    hls.on(Player.Events.ERROR, (_, data) => this.heard(data));
    hls.on(Player.Events.FRAG_BUFFERED, this.begun);
    hls.loadSource(this.address);
    hls.attachMedia(this.video);
  }

  /** Browsers that play such streams by themselves, and give no other way. */
  private natively(): void {
    if (!this.video.canPlayType(HLS)) return this.failed();
    this.video.src = this.address;
  }

  private heard({ fatal, type }: ErrorData): void {
    if (!fatal) return;
    if (type === "mediaError" && this.ready) {
      this.ready = false; // once; if that does not help it is loaded anew
      return this.hls?.recoverMediaError();
    }
    if (type === "networkError" && this.ready) return this.goOn();
    this.failed();
  }

  /** The way to it broke: what was fetched plays on, and what follows is asked for again in a while. */
  private goOn(): void {
    this.handlers.lost();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hls?.startLoad(), this.backoff.next());
  }

  private readonly begun = (): void => {
    this.backoff.reset();
    this.ready = true;
    this.handlers.ready();
  };

  private readonly failed = (): void => {
    if (!this.open) return;
    this.hls?.destroy();
    this.hls = null;
    this.handlers.lost();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), this.backoff.next());
  };
}

/** How long a request may take, ms, and how often it is made again. */
function patience(longest: number): LoadPolicy {
  const retry = { maxNumRetry: TRIES, retryDelayMs: 500, maxRetryDelayMs: 2_000 };
  return { default: { maxTimeToFirstByteMs: longest / 2, maxLoadTimeMs: longest, timeoutRetry: retry, errorRetry: retry } };
}
