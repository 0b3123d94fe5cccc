/** What wants to be written on the plan of an area at a scale, the most important first. No letter is below 14 pixels. */
import { inside, type Point } from "../../core/plan.js";
import type { Text } from "../../core/text.js";
import type { Area, Manifest, Zone } from "../../hall/manifest.js";
import { type Fit, toPixel } from "./looking.js";
import { broken, type Label, LINE, type Measure, place, type Rect, Taken, type Wish } from "./labels.js";
import { DOOR_SYMBOLS } from "./symbols.js";

const TEXT = 14;
const LARGE = 16;
const SYMBOL = 22;
const DIAMOND = 14;
const GRID = 9;
/** Pixels a metre from which symbols of services and exhibits are drawn. */
const NEAR = 3.2;
/** Pixels around the area where texts and symbols may still be: the margin of the picture. */
const AROUND = 24;

export interface Turned {
  readonly at: Point;
  readonly size: Point;
  readonly facing: number;
}

/** Everything that finds its place on the plan at this scale. */
export function labelsOf(hall: Manifest, area: Area, to: Fit, read: (text: Text) => string, measure: Measure): readonly Label[] {
  const things = new Taken();
  for (const thing of [...area.booths, ...area.stages]) things.add(boxOf(thing, to));
  const [left, top] = toPixel(to, [0, area.size[1]]);
  const [right, bottom] = toPixel(to, [area.size[0], 0]);
  const page: Rect = { left: left - AROUND, top: top - AROUND, right: right + AROUND, bottom: bottom + AROUND };
  return place(wishesOf(hall, area, to, read, measure), page, things, measure);
}

/** Placements that stand by themselves: what is in a booth is the booth's own. */
export function standing(area: Area): Area["placements"] {
  return area.placements.filter(({ at }) => !area.booths.some((booth) => holdsPoint(booth, at)));
}

/** Whether a turned footprint holds a point. */
export function holdsPoint({ at, size, facing }: Turned, point: Point): boolean {
  const [east, north] = [point[0] - at[0], point[1] - at[1]];
  const [sin, cos] = [Math.sin(facing), Math.cos(facing)];
  return Math.abs(east * cos - north * sin) <= size[0] / 2 && Math.abs(east * sin + north * cos) <= size[1] / 2;
}

/** Width and height that level text has inside a turned footprint, metres. */
export function roomIn({ size, facing }: Turned): Point {
  const turn = ((facing % Math.PI) + Math.PI) % Math.PI;
  if (Math.min(turn, Math.PI - turn) < 0.05) return size;
  if (Math.abs(turn - Math.PI / 2) < 0.05) return [size[1], size[0]];
  const side = Math.min(...size) / Math.SQRT2;
  return [side, side];
}

function* wishesOf(hall: Manifest, area: Area, to: Fit, read: (text: Text) => string, measure: Measure): Generator<Wish> {
  for (const portal of area.portals) yield symbol("portal", toPixel(to, portal.at), SYMBOL, portal.facing);
  for (const zone of area.zones) yield zoneWish(zone, to, read);
  for (const portal of area.portals) yield beside(read(portal.name), toPixel(to, portal.at), SYMBOL / 2, true);
  for (const stage of area.stages) {
    const [width, depth] = roomIn(stage);
    yield { text: read(stage.name), spots: [toPixel(to, stage.at)], size: TEXT, bold: true, lines: 3, room: [width * to.scale, depth * to.scale] };
  }
  if (to.scale >= NEAR) yield* symbolsOf(area, to);
  for (const booth of area.booths) yield* boothWishes(booth, to, read, measure);
  if (to.scale >= NEAR) yield* exhibitNames(hall, area, to, read);
  for (const door of to.scale >= NEAR ? area.doors : []) {
    if (door.kind === "entrance") yield beside(read(door.name), toPixel(to, door.at), SYMBOL * 0.8, false);
  }
  for (const thing of [...area.structures, ...area.features]) {
    const spot = thing.name ? middleOf(thing) : null;
    if (thing.name && spot) yield { text: read(thing.name), spots: [toPixel(to, spot)], size: TEXT, lines: 2, clear: true };
  }
}

function zoneWish(zone: Zone, to: Fit, read: (text: Text) => string): Wish {
  const within = ([x, y]: Point): boolean => inside([(x - to.left) / to.scale, (to.top - y) / to.scale], zone.polygon);
  const spots = spotsIn(zone).map((spot) => toPixel(to, spot));
  const badge = { letter: zone.letter, color: zone.color };
  return { text: `${zone.letter} ${read(zone.name)}`, badge, spots, size: LARGE, bold: true, lines: 3, within, clear: true };
}

/** Points of a zone where its name may stand, the nearest to its middle first. */
function spotsIn(zone: Zone): readonly Point[] {
  const [xs, ys] = [zone.polygon.map(([x]) => x), zone.polygon.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const found: Point[] = [];
  for (let i = 1; i <= GRID; i++) {
    for (let j = 1; j <= GRID; j++) found.push([west + ((east - west) * i) / (GRID + 1), south + ((north - south) * j) / (GRID + 1)]);
  }
  const far = ([x, y]: Point): number => Math.hypot(x - (west + east) / 2, y - (south + north) / 2);
  return found.filter((point) => inside(point, zone.polygon)).sort((a, b) => far(a) - far(b));
}

/** Number and name of a booth, one below the other, or the number alone, or nothing as long as it is too small. */
function* boothWishes(booth: Area["booths"][number], to: Fit, read: (text: Text) => string, measure: Measure): Generator<Wish> {
  const [width, depth] = roomIn(booth).map((side) => side * to.scale - 2) as [number, number];
  if (width < TEXT || depth < TEXT) return;
  const [x, y] = toPixel(to, booth.at);
  const line = TEXT * LINE;
  const name = read(booth.name);
  const lines = name && name !== booth.number ? stacked(name, width - 2, depth - line, measure) : 0;
  const high = line * (1 + lines);
  yield { text: booth.number, spots: [[x, y - high / 2 + line / 2]], size: TEXT, bold: true, room: [width, depth] };
  if (lines > 0) yield { text: name, spots: [[x, y - high / 2 + line * (1 + lines / 2)]], size: TEXT, lines, room: [width, depth] };
}

/** Lines that a name takes in so much room, 0 when it does not fit. */
function stacked(name: string, width: number, depth: number, measure: Measure): number {
  const wide = (text: string): number => measure(text, false);
  for (let count = 1; count <= 3 && count * TEXT * LINE <= depth; count++) {
    const lines = broken(name, count, wide);
    if (Math.max(...lines.map(wide)) * TEXT <= width - 2) return lines.length;
  }
  return 0;
}

function* symbolsOf(area: Area, to: Fit): Generator<Wish> {
  for (const door of area.doors) {
    const [x, y] = toPixel(to, door.at);
    const away = SYMBOL * 0.5 + 3;
    const spot: Point = [x + Math.sin(door.facing) * away, y - Math.cos(door.facing) * away];
    yield symbol(DOOR_SYMBOLS[door.kind] ?? "entrance", spot, SYMBOL * 0.8, door.facing);
  }
  for (const facility of area.facilities) yield symbol(facility.kind, toPixel(to, facility.at), SYMBOL, 0);
  for (const placement of standing(area)) yield symbol("exhibit", toPixel(to, placement.at), DIAMOND, 0);
}

/** Names of exhibits; what stands there more than twice is named once. */
function* exhibitNames(hall: Manifest, area: Area, to: Fit, read: (text: Text) => string): Generator<Wish> {
  const found = new Map<string, Point[]>();
  for (const { exhibit, at } of standing(area)) found.set(exhibit, [...(found.get(exhibit) ?? []), toPixel(to, at)]);
  for (const [id, spots] of found) {
    const exhibit = hall.exhibits.find((each) => each.id === id);
    if (!exhibit) continue;
    for (const some of spots.length > 2 ? [spots] : spots.map((spot) => [spot])) {
      yield { text: read(exhibit.name), spots: some, size: TEXT, lines: 2, beside: DIAMOND / 2, clear: true };
    }
  }
}

function middleOf(thing: Area["structures"][number] | Area["features"][number]): Point | null {
  if ("at" in thing) return thing.at;
  const points = thing.polygon.length ? thing.polygon : thing.path.slice(0, 2);
  if (points.length === 0) return null;
  const sum = points.reduce<[number, number]>((total, [x, y]) => [total[0] + x, total[1] + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

const symbol = (name: string, spot: Point, size: number, turn: number): Wish => ({ text: "", symbol: name, spots: [spot], size, turn });

const beside = (text: string, spot: Point, radius: number, bold: boolean): Wish => ({
  text, spots: [spot], size: TEXT, bold, lines: 2, beside: radius, clear: true,
});

function boxOf(thing: Turned, to: Fit): Rect {
  const [x, y] = toPixel(to, thing.at);
  const [sin, cos] = [Math.abs(Math.sin(thing.facing)), Math.abs(Math.cos(thing.facing))];
  const half = ((thing.size[0] * cos + thing.size[1] * sin) * to.scale) / 2;
  const tall = ((thing.size[0] * sin + thing.size[1] * cos) * to.scale) / 2;
  return { left: x - half, top: y - tall, right: x + half, bottom: y + tall };
}
