/** The shows of a manifest (docs/formats/manifest.md): what performs, and where. When, is told live. */
import { bilingual, boolean, list, nullable, number, object, oneOf, optional, point, text } from "./decoding.js";

const common = { id: text, area: text, name: bilingual, duration: number, loop: boolean, autostart: boolean };
const place = { at: point, size: point, facing: number, height: number, count: number };

const file = object({ url: text, bytes: number, wire: optional(number, 0) });

const drones = object({ kind: oneOf("drones"), ...common, ...place, file: nullable(file) });

const robots = object({ kind: oneOf("robots"), ...common, ...place, model: text, stage: nullable(text), routine: text });

const traffic = object({
  kind: oneOf("traffic"),
  ...common,
  route: object({ id: text, width: number, lanes: list(list(point)) }),
  vehicles: list(object({ exhibit: text, count: number })),
  pace: number,
  /** Of each vehicle in driving order: which of `vehicles` it is, and its lane. */
  fleet: list(point),
});

const other = object({ ...common, kind: text });

/** One show; of kinds that a later version may add only what all shows have. */
export function show(value: unknown, path: string): DroneShow | RobotShow | TrafficShow | OtherShow {
  const { kind } = other(value, path);
  if (kind === "drones") return drones(value, path);
  if (kind === "robots") return robots(value, path);
  return kind === "traffic" ? traffic(value, path) : { ...other(value, path), kind: "other" };
}

/** All of them; a hall published by an older version has none. */
export const shows = optional(list(show), []);

export type DroneShow = ReturnType<typeof drones>;
export type RobotShow = ReturnType<typeof robots>;
export type TrafficShow = ReturnType<typeof traffic>;
export type OtherShow = Omit<ReturnType<typeof other>, "kind"> & { readonly kind: "other" };
export type Show = ReturnType<typeof show>;
