/** Everything in the venue that has a name and a spot: what one may look up, read about and go to. */
import { distance, type Point } from "../core/plan.js";
import type { Text } from "../core/text.js";
import { type Area, type Booth, type Manifest, spawnOf, type Zone } from "../hall/manifest.js";
import type { Destination } from "./view.js";

export type PlaceKind = "booth" | "exhibit" | "board" | "stage" | "facility" | "portal" | "zone" | "area" | "session" | "tour";

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly area: string;
  /** Id of the zone it stands in, if any. */
  readonly zone: string | null;
  readonly number: string;
  readonly name: Text;
  readonly exhibitor: Text | null;
  readonly summary: Text | null;
  readonly source: string;
  /** Names of what a booth shows. */
  readonly shows: readonly Text[];
  readonly at: Point;
  readonly facing: number;
  /** Metres from the middle to the front. */
  readonly reach: number;
}

const BEFORE_BOARD = 2.6; // metres from which a board is read
const ROOM = 1.8; // metres between the front of a thing and the visitor who came to see it

/** All places of the venue, areas in the manifest's order. */
export function placesOf(hall: Manifest): readonly Place[] {
  const places = known.get(hall) ?? listed(hall);
  known.set(hall, places);
  return places;
}

const known = new WeakMap<Manifest, readonly Place[]>();

function listed(hall: Manifest): readonly Place[] {
  return hall.areas.flatMap((area) => [
    ...area.booths.map((booth) => boothPlace(hall, area, booth)),
    ...area.placements.flatMap((placement) => exhibitPlace(hall, area, placement)),
    ...area.boards.map((board) => plain(area, "board", board, BEFORE_BOARD)),
    ...area.stages.map((stage) => plain(area, "stage", stage, stage.size[1] / 2)),
    ...area.facilities.map((facility) => plain(area, "facility", { ...facility, facing: Math.PI }, 1)),
    ...area.portals.map((portal) => plain(area, "portal", { ...portal, facing: portal.facing }, 1)),
    ...area.zones.map((zone) => plain(area, "zone", { ...zone, at: centre(zone), facing: Math.PI }, 0)),
  ]);
}

/** An area itself: where newcomers stand, looking as they do. */
export function areaPlace(area: Area): Place {
  const { at, facing } = spawnOf(area);
  return plain(area, "area", { id: area.id, name: area.name, at, facing: facing + Math.PI }, 0);
}

/** The guided tours, each where it begins. */
export function tourPlaces(hall: Manifest): readonly Place[] {
  return hall.tours.flatMap((tour) => {
    const [first] = tour.stops;
    const area = hall.areas.find(({ id }) => id === first?.area);
    return first && area ? [{ ...plain(area, "tour", { ...tour, at: first.at, facing: first.facing }, 0), summary: tour.summary, shows: tour.stops.map(({ name }) => name) }] : [];
  });
}

/** Whether there is something to read about a place, beside its name. */
export const hasCard = ({ kind }: Place): boolean => kind !== "area" && kind !== "session" && kind !== "tour";

/** The place that an owner id of the scene means; a booth, a placement and a stage each have theirs. */
export function placeById(places: readonly Place[], id: string): Place | undefined {
  return places.find((place) => place.id === id);
}

/** The place that a word means in an address or to the page around: its id, `area/id`, a booth's number, `booth-` and
 *  either, an exhibit (where it stands first), an area. As they are typed: capitals, full-width letters and spaces make no difference. */
export function placeMeant(hall: Manifest, word: string): Place | undefined {
  const said = typed(word);
  if (said === "") return undefined;
  const places = placesOf(hall);
  return placeNamed(places, said) ?? boothNamed(places, said) ?? exhibitNamed(hall, places, said) ?? areaNamed(hall, said);
}

/** As people may type it, and as the server reads it (`wayfinding/finding.py`). */
const typed = (word: string): string => word.normalize("NFKC").trim().toLowerCase().replaceAll(" ", "-");

function placeNamed(places: readonly Place[], said: string): Place | undefined {
  const called = ({ id, area }: Place): boolean => [id, `${area}/${id}`].some((each) => typed(each) === said);
  return places.find(called) ?? places.find(({ number }) => number !== "" && typed(number) === said);
}

/** `booth-a12`: as links say it, whether ids begin so or not. */
function boothNamed(places: readonly Place[], said: string): Place | undefined {
  const booths = places.filter(({ kind }) => kind === "booth");
  return booths.find(({ id, number }) => [id, number].some((each) => `booth-${typed(each)}` === said));
}

function exhibitNamed(hall: Manifest, places: readonly Place[], said: string): Place | undefined {
  const standing = hall.areas.flatMap(({ placements }) => placements).find(({ exhibit }) => typed(exhibit) === said);
  return standing && placeById(places, standing.id);
}

function areaNamed(hall: Manifest, said: string): Place | undefined {
  const area = hall.areas.find(({ id }) => typed(id) === said);
  return area && areaPlace(area);
}

/** Where to stand to see it, and which way to look. */
export function destinationOf(place: Place): Destination {
  const out = place.reach === 0 ? 0 : place.reach + ROOM;
  const at: Point = [place.at[0] + Math.sin(place.facing) * out, place.at[1] + Math.cos(place.facing) * out];
  return { area: place.area, at, facing: (place.facing + Math.PI) % (2 * Math.PI) };
}

/** Places whose number, name, exhibitor or exhibits hold every word of `query`, in either language. */
export function search(places: readonly Place[], query: string): readonly Place[] {
  const words = wordsOf(query);
  return words.length === 0 ? [] : places.filter((place) => words.every((word) => sayings(place).includes(word)));
}

/** The words of a query, in lower case. */
export const wordsOf = (query: string): readonly string[] => query.toLocaleLowerCase().split(/\s+/).filter(Boolean);

const NEARBY: ReadonlySet<PlaceKind> = new Set(["booth", "exhibit", "board"]);

/** Booths, exhibits and boards within `radius` metres, nearest first. */
export function nearby(places: readonly Place[], area: string, at: Point, radius: number, most: number): readonly Place[] {
  return places
    .filter((place) => place.area === area && NEARBY.has(place.kind))
    .map((place) => ({ place, far: distance(place.at, at) }))
    .filter(({ far }) => far <= radius)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ place }) => place);
}

const spoken = new WeakMap<Place, string>();

function sayings(place: Place): string {
  const known = spoken.get(place);
  if (known !== undefined) return known;
  const texts = [place.name, place.exhibitor, ...place.shows].flatMap((text) => (text ? [text.en, text.zh] : []));
  const all = [place.number, ...texts].join(" ").toLocaleLowerCase();
  spoken.set(place, all);
  return all;
}

function boothPlace(hall: Manifest, area: Area, booth: Booth): Place {
  const exhibitor = hall.exhibitors.find((each) => each.id === booth.exhibitor);
  const shown = booth.exhibits.flatMap((id) => hall.exhibits.find((each) => each.id === id) ?? []);
  return {
    id: booth.id,
    kind: "booth",
    area: area.id,
    zone: booth.zone || null,
    number: booth.number,
    name: booth.name,
    exhibitor: exhibitor?.name ?? null,
    summary: shown[0]?.summary ?? null,
    source: shown[0]?.source ?? "",
    shows: shown.map((each) => each.name),
    at: booth.at,
    facing: booth.facing,
    reach: booth.size[1] / 2,
  };
}

function exhibitPlace(hall: Manifest, area: Area, placement: Area["placements"][number]): readonly Place[] {
  const exhibit = hall.exhibits.find((each) => each.id === placement.exhibit);
  if (!exhibit) return [];
  const radius = (hall.models[placement.model]?.radius ?? 1) * placement.scale;
  const place = plain(area, "exhibit", { id: placement.id, name: exhibit.name, at: placement.at, facing: placement.facing }, radius);
  return [{ ...place, summary: exhibit.summary, source: exhibit.source }];
}

interface Named {
  readonly id: string;
  readonly name: Text;
  readonly at: Point;
  readonly facing: number;
}

function plain(area: Area, kind: PlaceKind, { id, name, at, facing }: Named, reach: number): Place {
  const zone = kind === "zone" ? id : null;
  return {
    id, kind, area: area.id, zone, number: "", name, exhibitor: null, summary: null, source: "", shows: [], at, facing, reach,
  };
}

function centre(zone: Zone): Point {
  const sum = zone.polygon.reduce<[number, number]>((total, [x, y]) => [total[0] + x, total[1] + y], [0, 0]);
  const count = Math.max(1, zone.polygon.length);
  return [sum[0] / count, sum[1] / count];
}
