/** What the interface shows of the stage one is at, and what it can ask for. */
import type { Language, Text } from "../core/text.js";
import type { Reel } from "../hall/reels.js";
import type { Refusal } from "../protocol/events.js";

/** `asks`: it plays when the visitor wants; `over`: it was played to its end. */
export type StreamState = "asks" | "loading" | "playing" | "paused" | "lost" | "over";

export interface StreamView {
  readonly state: StreamState;
  readonly sound: boolean;
  /** 0…1. */
  readonly volume: number;
  /** Whether the sound comes from where the screen is. */
  readonly positional: boolean;
  /** Languages of its captions, and the one that is read; null for none. */
  readonly languages: readonly Language[];
  readonly language: Language | null;
  /** What is said now. */
  readonly caption: string;
}

export interface StageView {
  readonly area: string;
  /** Id of the stage. */
  readonly stage: string;
  readonly name: Text;
  /** What its screen shows; null for the programme. */
  readonly reel: Reel | null;
  readonly stream: StreamView | null;
  /** The slide of now, from 0. */
  readonly slide: number;
  /** The words on the screen. */
  readonly words: Text | null;
  /** What a host can let it show, and whether one has chosen. */
  readonly reels: readonly Reel[];
  readonly chosen: boolean;
  /** How many seats there are, how many sit, and whether the visitor does; null where there are none. */
  readonly seats: { readonly all: number; readonly taken: number; readonly mine: boolean } | null;
}

/** What can be asked; what resolves, resolves to null, or to why not. */
export interface StageIntents {
  play(on: boolean): void;
  sound(on: boolean): void;
  volume(volume: number): void;
  positional(on: boolean): void;
  captions(language: Language | null): void;
  /** Lets everyone see a reel, one of its slides or these words; null: what the programme says. */
  show(reel: string | null, more?: { readonly slide?: number; readonly text?: Text }): Promise<Refusal | null>;
  sit(on: boolean): Promise<Refusal | null>;
}
