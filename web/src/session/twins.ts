/** The twins of the area one is in: a pure reduction of what the server tells, and what follows from it. */
import { Ring } from "../core/ring.js";
import type { Changes, Row } from "../core/board.js";
import type { Point } from "../core/plan.js";
import type { Text } from "../core/text.js";
import type { Device } from "../hall/devices.js";
import type { Twin, TwinsMessage } from "../protocol/twins.js";
import type { TelemetryState } from "./telemetry.js";

export interface TwinsState {
  readonly area: string;
  readonly twins: ReadonlyMap<string, Twin>;
}

/** A place of the plan; `facing` is a bearing, null where nothing is said of it. */
export interface TwinPlace {
  readonly x: number;
  readonly y: number;
  readonly facing: number | null;
}

/** How what follows a device is marked, behind its name. */
export interface Marks {
  readonly live: Text;
  readonly stale: Text;
}

export const unheard: TwinsState = { area: "", twins: new Map() };

/** The state after a message; one that is whole begins anew. */
export function hearTwins(state: TwinsState, { area, whole, twins }: TwinsMessage): TwinsState {
  if (whole) return { area, twins };
  return area === state.area ? { area, twins: new Map([...state.twins, ...twins]) } : state;
}

/** Whether what a device said last is out of date at `now`, seconds of the server's clock. */
export const isStale = (device: Device, twin: Twin, now: number): boolean => now - twin.at > device.stale_after;

/** Where a robot or a vehicle is; null where it does not say. */
export function placeOf(device: Device, { values }: Twin): TwinPlace | null {
  const { x, y, along, heading } = values;
  const facing = typeof heading === "number" ? (heading * Math.PI) / 180 : null;
  if (typeof x === "number" && typeof y === "number") return { x, y, facing };
  if (typeof along !== "number" || device.path.length < 2) return null;
  const place = onPath(device.path, device.closed, along);
  return { ...place, facing: facing ?? place.facing };
}

/** The place so many metres along a way: round and round on a closed one, no farther than the end of another. */
function onPath(path: readonly Point[], closed: boolean, along: number): TwinPlace & { readonly facing: number } {
  if (closed) return new Ring(path).at(along);
  let left = Math.max(0, along);
  for (let i = 0; i + 1 < path.length; i++) {
    const [[ax, ay], [bx, by]] = [path[i] as Point, path[i + 1] as Point];
    const length = Math.hypot(bx - ax, by - ay);
    const last = i + 2 === path.length;
    if (left <= length || last) {
      const share = length > 0 ? Math.min(1, left / length) : 0;
      return { x: ax + (bx - ax) * share, y: ay + (by - ay) * share, facing: Math.atan2(bx - ax, by - ay) };
    }
    left -= length;
  }
  const [x, y] = path[0] as Point;
  return { x, y, facing: 0 };
}

/** The changes of a board, and over them the figures of devices: each row says whether it is live or out of date. */
export function boardWith(
  board: { readonly id: string; readonly rows: readonly Row[] }, changes: Changes | undefined, devices: readonly Device[],
  twins: TwinsState["twins"], now: number, marks: Marks,
): Changes | undefined {
  const mine = devices.flatMap((device): [string, Row][] => {
    const twin = device.board === board.id ? twins.get(device.id) : undefined;
    const value = twin?.values["value"] ?? twin?.values["people"];
    const row = changes?.get(device.row ?? "") ?? board.rows.find(({ id }) => id === device.row);
    if (!twin || !row || typeof value !== "number") return [];
    return [[row.id, { ...row, value, label: marked(row.label, isStale(device, twin, now) ? marks.stale : marks.live) }]];
  });
  return mine.length > 0 ? new Map([...(changes ?? []), ...mine]) : changes;
}

/** The figures of the simulated factory, in which devices on site have taken the place of some machines. */
export function telemetryWith(
  state: TelemetryState, devices: readonly Device[], twins: TwinsState["twins"], now: number, marks: Marks,
): TelemetryState {
  const last = state.frames.at(-1);
  const { plant } = state;
  const mine = devices.flatMap((device) => {
    const twin = twins.get(device.id);
    const index = plant?.devices.findIndex(({ id }) => id === device.slot) ?? -1;
    return twin && index >= 0 ? [{ index, device, twin }] : [];
  });
  if (!plant || !last || mine.length === 0) return state;
  const [named, rows] = [[...plant.devices], [...last.devices]];
  for (const { index, device, twin } of mine) {
    const before = last.devices[index] ?? { state: 0, oee: 0, temperature: 0, power: 0 };
    const { state: said, oee, temperature, power } = twin.values;
    const number = (value: unknown, instead: number): number => (typeof value === "number" ? value : instead);
    const at = typeof said === "string" ? plant.states.indexOf(said) : -1;
    rows[index] = {
      state: at >= 0 ? at : before.state, oee: number(oee, before.oee),
      temperature: number(temperature, before.temperature), power: number(power, before.power),
    };
    named[index] = { id: plant.devices[index]?.id ?? "", name: marked(device.name, isStale(device, twin, now) ? marks.stale : marks.live) };
  }
  return { ...state, plant: { ...plant, devices: named }, frames: [...state.frames.slice(0, -1), { ...last, devices: rows }] };
}

const marked = (name: Text | undefined, mark: Text): Text => ({ en: `${name?.en ?? ""} · ${mark.en}`, zh: `${name?.zh ?? ""} · ${mark.zh}` });
