export const TAU = Math.PI * 2;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** The same direction in (-π, π]. */
export function wrapAngle(angle: number): number {
  const turned = ((((angle + Math.PI) % TAU) + TAU) % TAU) - Math.PI;
  return turned === -Math.PI ? Math.PI : turned;
}

/** From one bearing towards another the short way round. */
export const mixAngle = (from: number, to: number, share: number): number => from + wrapAngle(to - from) * share;

/** How much of a gap to close in `seconds` when half of it closes every `halfLife` seconds. */
export const damping = (seconds: number, halfLife: number): number => 1 - Math.pow(0.5, seconds / halfLife);

/** The middle value, and the one that 95 of 100 do not exceed; zeros when there are none. */
export function spread(values: readonly number[]): { median: number; p95: number } {
  if (values.length === 0) return { median: 0, p95: 0 };
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
