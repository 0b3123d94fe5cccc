/** Measures what drawing costs, for `window.hallwright.stats()` and the governor. */
import type { WebGLRenderer } from "three";
import { spread } from "../core/math.js";

export interface DrawStats {
  readonly draws: number;
  readonly triangles: number;
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
  /** Milliseconds of `render()` on the processor. */
  readonly renderMedian: number;
  readonly renderP95: number;
  readonly frames: number;
}

const KEPT = 240;

export class Gauge {
  private readonly times: number[] = [];
  private frames = 0;

  /** Runs one drawing and notes how long it took. */
  measure(draw: () => void): void {
    const start = performance.now();
    draw();
    this.times.push(performance.now() - start);
    this.frames += 1;
    if (this.times.length > KEPT) this.times.shift();
  }

  /** Forgets the times so far, to measure a stretch by itself. */
  reset(): void {
    this.times.length = 0;
  }

  read(renderer: WebGLRenderer): DrawStats {
    const { render, memory, programs } = renderer.info;
    const { median, p95 } = spread(this.times);
    return {
      draws: render.calls,
      triangles: render.triangles,
      geometries: memory.geometries,
      textures: memory.textures,
      programs: programs?.length ?? 0,
      renderMedian: median,
      renderP95: p95,
      frames: this.frames,
    };
  }
}
