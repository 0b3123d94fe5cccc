/** What the page's address asks for. */
import type { Pose } from "./core/plan.js";
import { type Area, areaOf, type Manifest } from "./hall/manifest.js";

/** Where to begin: `?area=park&at=12,30&facing=90` (degrees clockwise from north). */
export function beginning(address: URLSearchParams, hall: Manifest): { area: Area; pose?: Pose } {
  const start = areaOf(hall, hall.start.area) ?? (hall.areas[0] as Area);
  const area = areaOf(hall, address.get("area") ?? "") ?? start;
  const [x = NaN, y = NaN] = (address.get("at") ?? "").split(",").map(Number);
  const facing = (Number(address.get("facing") ?? 0) * Math.PI) / 180;
  return Number.isFinite(x) && Number.isFinite(y) ? { area, pose: { x, y, facing } } : { area };
}

/** Whether a tour starts without being asked: `?tour=highlights&autoplay=1`. */
export const startsByItself = (address: URLSearchParams): boolean => address.has("tour") && address.get("autoplay") === "1";
