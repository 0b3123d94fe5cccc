/** What the booths and exhibits of a hall are about, for whoever compares them. */
import { inside } from "../core/plan.js";
import type { Text } from "../core/text.js";
import type { Area, Booth, Manifest, Placement } from "./manifest.js";

/** A booth or an exhibit, as far as it tells what one may like: names of features, each as often as it counts. */
export interface Subject {
  readonly id: string;
  readonly features: readonly string[];
}

type Exhibitor = Manifest["exhibitors"][number];
type Exhibit = Manifest["exhibits"][number];

/** Words that name no matter. */
const EMPTY: ReadonlySet<string> = new Set([
  "an", "and", "are", "at", "by", "for", "from", "in", "is", "it", "its", "of", "on", "one", "or", "that", "the", "their", "to", "which", "who", "with",
]);

/** Every booth and exhibit of the venue. */
export function subjectsOf(hall: Manifest): readonly Subject[] {
  const exhibitors = new Map(hall.exhibitors.map((each) => [each.id, each]));
  const exhibits = new Map(hall.exhibits.map((each) => [each.id, each]));
  return hall.areas.flatMap((area) => [
    ...area.booths.map((booth) => ofBooth(area, booth, exhibitors.get(booth.exhibitor), booth.exhibits.flatMap((id) => exhibits.get(id) ?? []))),
    ...area.placements.map((placement) => ofPlacement(area, placement, exhibits.get(placement.exhibit))),
  ]);
}

function ofBooth(area: Area, booth: Booth, exhibitor: Exhibitor | undefined, exhibits: readonly Exhibit[]): Subject {
  const products = (exhibitor?.products ?? []).flatMap((each) => [`product ${each.en.toLowerCase()}`, ...wordsOf(each)]);
  const names = [exhibitor?.name ?? booth.name, ...exhibits.flatMap(({ name, summary }) => [name, summary])].flatMap(wordsOf);
  const where = [...(booth.zone ? [`zone ${area.id}/${booth.zone}`] : []), ...(exhibitor?.country ? [`country ${exhibitor.country}`] : [])];
  return { id: booth.id, features: [...products, ...names, ...where] };
}

function ofPlacement(area: Area, { id, at }: Placement, exhibit: Exhibit | undefined): Subject {
  const zones = area.zones.filter(({ polygon }) => inside(at, polygon)).map((zone) => `zone ${area.id}/${zone.id}`);
  return { id, features: [...(exhibit ? [exhibit.name, exhibit.name, exhibit.summary].flatMap(wordsOf) : []), ...zones] };
}

/** Words of the English text, for both languages say the same; of a plural the singular. */
function wordsOf({ en }: Text): readonly string[] {
  const words = en.toLowerCase().match(/[a-z][a-z0-9-]+/g) ?? [];
  return words.filter((each) => !EMPTY.has(each)).map((each) => each.replace(/(?<=[a-z]{3})s$/, ""));
}
