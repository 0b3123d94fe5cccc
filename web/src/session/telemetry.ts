/** The last minute of a factory's figures: a pure reduction of what the server tells. */
import type { Plant, TelemetryFrame, TelemetryMessage } from "../protocol/telemetry.js";

export interface TelemetryState {
  readonly area: string;
  /** null before the first message. */
  readonly plant: Plant | null;
  /** Oldest first, at most a minute of them. */
  readonly frames: readonly TelemetryFrame[];
}

const KEPT = 60;

export const silence: TelemetryState = { area: "", plant: null, frames: [] };

/** The state after a message; one that brings the plant begins anew. */
export function hear(state: TelemetryState, message: TelemetryMessage): TelemetryState {
  if (message.plant) return { area: message.area, plant: message.plant, frames: message.frames.slice(-KEPT) };
  if (message.area !== state.area || !state.plant) return state;
  const last = state.frames.at(-1)?.time ?? -Infinity;
  const newer = message.frames.filter((frame) => frame.time > last);
  return newer.length === 0 ? state : { ...state, frames: [...state.frames, ...newer].slice(-KEPT) };
}
