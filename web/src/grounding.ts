/** Ground to walk on, here and beyond the portals. */
import type { Library } from "./hall/fetching.js";
import type { Area, Manifest, Portal } from "./hall/manifest.js";
import { unpackWalkable, type Walkable } from "./hall/walkable.js";
import { firstSight } from "./hall/wanting.js";
import { arrival } from "./movement/portals.js";

/** The walkable ground of an area; null while it cannot be had. */
export async function groundOf(library: Library, area: Area): Promise<Walkable | null> {
  const packed = await library.get(area.walkable.url).catch(() => null);
  const ground = packed ? unpackWalkable(packed, area.walkable) : null;
  return ground?.ok ? ground.value : null;
}

/** Fetches what one sees first behind a portal, before it is walked through. */
export async function prefetch(library: Library, hall: Manifest, portal: Portal): Promise<void> {
  const out = arrival(hall, portal);
  if (!out) return;
  for (const url of firstSight(out.area, out.pose)) await library.get(url).catch(() => null);
}
