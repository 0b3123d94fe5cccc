/** The screen of a stage where a reel is on: slides, words, the poster of a stream and what becomes of it. */
import type { Text } from "./core/text.js";
import { canvasOf, type Display, type Moment, WHOLE } from "./display.js";
import type { StagePlace } from "./hall/manifest.js";
import { stagePane } from "./hall/panes.js";
import { mediaAddress } from "./hall/reels.js";
import type { Screening } from "./session/screening.js";
import { drawNote, drawPicture, drawWords } from "./ui/reel-drawing.js";
import type { StreamState } from "./ui/stage-view.js";

const PIXELS = 110; // a metre of screen
const WIDEST = 1600;

/** What is on a screen now, and how its stream is. */
export interface Shown {
  readonly screening: Screening | null;
  readonly stream: StreamState | null;
}

export class ReelDisplay implements Display {
  readonly id: string;
  readonly at: StagePlace["at"];
  readonly shown: Display["shown"];
  readonly canvas: HTMLCanvasElement;
  readonly reach = 70;
  private painted = "";
  private readonly pictures = new Map<string, HTMLImageElement>();

  constructor(stage: StagePlace, private readonly venue: string, private readonly now: () => Shown) {
    this.id = `reel/${stage.id}`;
    this.at = stage.at;
    const pane = stagePane(stage);
    this.shown = pane ? [{ pane, part: WHOLE }] : [];
    const width = Math.min(WIDEST, (pane?.width ?? 1) * PIXELS);
    this.canvas = canvasOf(width, (width * (pane?.height ?? 1)) / (pane?.width ?? 1));
  }

  idle(): boolean {
    const { screening, stream } = this.now();
    return screening === null || stream === "over";
  }

  paint({ first, letters }: Moment): boolean {
    const { screening, stream } = this.now();
    const pen = this.canvas.getContext("2d");
    if (!screening || !pen) return false;
    const { reel, slide } = screening;
    const file = reel.kind === "slides" ? reel.slides[slide]?.image : reel.poster;
    const next = reel.kind === "slides" ? reel.slides[slide + 1]?.image : undefined;
    const picture = file ? this.picture(file) : null;
    if (next && picture) this.picture(next);
    const words: Text | null = reel.kind === "text" ? (screening.text ?? reel.text) : null;
    const note = stream === "lost" || stream === "loading" || stream === "asks" ? stream : null;
    const version = JSON.stringify([reel.id, file, picture !== null, words, note, words || note ? [first, letters] : null]);
    // A picture that has yet to come leaves the one before where it is, so that nothing flickers.
    if (version === this.painted || (file && !picture && this.painted && !note)) return false;
    this.painted = version;
    const { width, height } = this.canvas;
    if (words) drawWords(pen, width, height, words, first);
    else drawPicture(pen, width, height, picture);
    if (note) drawNote(pen, width, height, note, first);
    return true;
  }

  /** A picture, once it has come. */
  private picture(file: string): HTMLImageElement | null {
    let image = this.pictures.get(file);
    if (!image) {
      image = Object.assign(new Image(), { crossOrigin: "anonymous", decoding: "async", src: mediaAddress(this.venue, file) });
      this.pictures.set(file, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }
}
