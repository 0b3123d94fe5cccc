/** What people around one feel, as few signs that rise where they are; none where motion is reduced. */
import type { Point, Pose } from "./core/plan.js";
import type { Area } from "./hall/manifest.js";
import { REACTIONS, type Wave } from "./protocol/talk.js";
import { Cheers } from "./stage/cheers.js";
import { cheerAtlas } from "./ui/cheer-drawing.js";

/** Signs of one wave at most, and seconds over which they begin to rise. */
export const MOST_OF_WAVE = 12;
const SPREAD = 0.5;
/** Metres up at which they begin: over the heads. */
const HEADS = 1.75;

type Chance = () => number;

export class Cheering {
  readonly cheers = new Cheers(cheerAtlas(document.createElement("canvas")), REACTIONS.length);
  private area: Area | null = null;

  enter(area: Area): void {
    if (area.id !== this.area?.id) this.cheers.clear();
    this.area = area;
  }

  /** A wave came, at `now` (ms). */
  take({ stream, counts }: Wave, now: number, me: Pose, chance: Chance = Math.random): void {
    if (!this.area) return;
    for (const kind of signsOf(counts)) {
      const [x, y] = placeOf(stream, this.area, me, chance);
      this.cheers.rise({ at: [x, y, HEADS + chance() * 0.5], kind, from: now / 1000 + chance() * SPREAD });
    }
  }

  /** The picture at `now` (ms); returns whether it changed. */
  frame(now: number, still: boolean): boolean {
    if (still) this.cheers.clear();
    return this.cheers.frame(now / 1000);
  }
}

/** Which signs rise for a wave, as places in `REACTIONS`: each that was felt once at least, a thousand of them few. */
export function signsOf(counts: Wave["counts"]): readonly number[] {
  const felt = REACTIONS.map((reaction) => counts[reaction] ?? 0);
  const all = felt.reduce((sum, count) => sum + count, 0);
  const wanted = Math.min(MOST_OF_WAVE, Math.ceil(Math.sqrt(all) * 1.6));
  return felt.flatMap((count, kind) => Array.from({ length: count && Math.min(count, Math.max(1, Math.round((wanted * count) / all))) }, () => kind));
}

/** Where one rises: before the stage, at the booth, or around the visitor. */
export function placeOf(stream: string, area: Pick<Area, "stages" | "booths">, me: Pose, chance: Chance): Point {
  const [, kind, id] = stream.split("/");
  const booth = kind === "booth" ? area.booths.find((each) => each.id === id) : undefined;
  const stage = kind === "stage" ? area.stages.find((each) => each.id === id) : undefined;
  const { at: [x, y], facing, size: [width, depth] } = stage ?? booth ?? { at: [me.x, me.y] as const, facing: me.facing, size: [5, 4] as const };
  // Seen from its front, or ahead of the visitor; a crowd is wider than the stage is.
  const across = (chance() - 0.5) * width * (stage ? 1.1 : 1);
  const out = stage ? depth / 2 + 1.5 + chance() * 6 : booth ? (chance() - 0.5) * depth : 2.5 + chance() * depth;
  return [x + Math.sin(facing) * out + Math.cos(facing) * across, y + Math.cos(facing) * out - Math.sin(facing) * across];
}
