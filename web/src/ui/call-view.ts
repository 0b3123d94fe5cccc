/** What the interface shows of a call, and what it can ask for. */
import type { Refusal } from "../protocol/events.js";

/** `incoming`: it rings here; `calling`: it rings there; `lost`: the line was cut, and is sought again. */
export type CallStage = "incoming" | "calling" | "connecting" | "speaking" | "lost" | "over";
/** Why a call is over; `media`: there is no microphone, or it may not be used. */
export type Over = "declined" | "missed" | "ended" | "gone" | "failed" | "media";

export interface CallView {
  /** Who is at the other end. */
  readonly number: number;
  readonly stage: CallStage;
  /** Whether it was rung with a picture. */
  readonly video: boolean;
  readonly own: MediaStream | null;
  readonly other: MediaStream | null;
  readonly muted: boolean;
  /** Whether the own picture is sent; null without a camera. */
  readonly camera: boolean | null;
  readonly over: Over | null;
}

export interface CallIntents {
  /** Rings somebody; resolves to why that cannot be, if so. */
  ring(number: number, video: boolean): Promise<Refusal | null>;
  /** Takes the call that rings here. */
  take(video: boolean): void;
  /** Hangs up, or does not take it; with `never` the other cannot ring again. */
  end(never?: boolean): void;
  mute(muted: boolean): void;
  film(on: boolean): void;
  /** Shows a call that is over no more. */
  close(): void;
}
