/** A fixed camera path through a venue: the same poses for the same manifest, in every area. */
import type { Page } from "playwright-core";
import type { Stats } from "../../src/instruments.js";

export interface Pose {
  readonly area: string;
  readonly at: readonly [number, number];
  /** Degrees clockwise from north. */
  readonly facing: number;
}

interface Place {
  readonly at: readonly [number, number];
  readonly facing: number;
}

interface Area {
  readonly id: string;
  readonly size: readonly [number, number];
  readonly spawns: readonly Place[];
  readonly portals: readonly Place[];
  readonly aisles: readonly { readonly path: readonly (readonly [number, number])[]; readonly main: boolean }[];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const bearing = (from: readonly number[], to: readonly number[]): number =>
  degrees(Math.atan2((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0)));

/** Where visitors appear, what they see coming through a portal, along the main aisles, and from the corners. */
export function posesOf(area: Area): readonly Pose[] {
  const [width, depth] = area.size;
  const poses: Place[] = [...area.spawns, ...area.portals.map(({ at, facing }) => ({ at, facing: facing + Math.PI }))].map(
    ({ at, facing }) => ({ at, facing: degrees(facing) }),
  );
  for (const { path } of area.aisles.filter(({ main }) => main).slice(0, 3)) {
    path.slice(0, -1).forEach((at, i) => poses.push({ at, facing: bearing(at, path[i + 1] ?? at) }));
  }
  for (const x of [0.1, 0.9]) {
    for (const y of [0.15, 0.85]) {
      const at = [width * x, depth * y] as const;
      poses.push({ at, facing: bearing(at, [width / 2, depth / 2]) });
    }
  }
  return poses.map((place) => ({ ...place, area: area.id }));
}

/** All poses of all areas of the venue that a page shows. */
export async function tourOf(page: Page): Promise<readonly Pose[]> {
  const areas = await page.evaluate(async () => {
    const { venues } = (await (await fetch("/api/v1/venues")).json()) as { venues: { manifest: string }[] };
    return ((await (await fetch(venues[0]?.manifest ?? "")).json()) as { areas: unknown[] }).areas;
  });
  return (areas as Area[]).flatMap(posesOf);
}

/** Looks from a pose and says what drawing it took, once everything wanted there is shown. */
export const look = (page: Page, pose: Pose): Promise<Stats> =>
  page.evaluate(async ({ area, at, facing }) => {
    const hall = window.hallwright;
    if (!hall) throw new Error("no hall in this page");
    if (hall.stats().area !== area) {
      await hall.camera(null);
      await hall.goto({ area });
    }
    await hall.camera({ at: [at[0], at[1]], facing });
    return hall.stats();
  }, pose);
