/**
 * The binary messages of the position socket (docs/formats/live.md), little endian.
 * Plan metres and bearings in radians on this side; centimetres and bytes on the wire.
 */

import { TAU } from "../core/math.js";
import type { Pose } from "../core/plan.js";

/** Where one person stands and looks, and whether they walk. */
export interface Position extends Pose {
  readonly walking: boolean;
  /** Radians that they look up; told by guides. */
  readonly pitch?: number;
}

export interface NumberedPosition extends Position {
  readonly number: number;
}

/** People around the visitor; ``area`` is an index in the manifest's areas, ``time`` wraps at 2³² ms. */
export interface PeopleFrame {
  readonly type: "people";
  readonly area: number;
  readonly time: number;
  readonly people: readonly NumberedPosition[];
}

/** People per zone of an area; ``zone`` is an index in the area's zones. */
export interface CountsFrame {
  readonly type: "counts";
  readonly area: number;
  readonly zones: readonly { readonly zone: number; readonly people: number }[];
}

/** A vehicle: ``place`` as a share of a lap of its lane, metres a second, and what it gains each second. */
export interface VehicleReport {
  readonly place: number;
  readonly speed: number;
  readonly gain: number;
}

/** The fleet of a show in its order; ``show`` is an index in the manifest's shows. */
export interface TrafficFrame {
  readonly type: "traffic";
  readonly area: number;
  readonly show: number;
  readonly time: number;
  readonly vehicles: readonly VehicleReport[];
}

/** Where the guide whom one follows stands and looks; ``area`` is an index in the manifest's areas. */
export interface GazeFrame {
  readonly type: "gaze";
  readonly area: number;
  readonly time: number;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly facing: number;
  readonly pitch: number;
}

export type PresenceFrame = PeopleFrame | CountsFrame | TrafficFrame | GazeFrame;

const REPORT = 1;
const PEOPLE = 2;
const COUNTS = 3;
const TRAFFIC = 4;
const GAZE = 5;
const PEOPLE_HEADER = 7;
const PERSON_BYTES = 8;
const COUNTS_HEADER = 3;
const COUNT_BYTES = 3;
const TRAFFIC_HEADER = 8;
const VEHICLE_BYTES = 4;
const GAZE_BYTES = 14;
const WALKING = 1;
/** Steps of pitch in a right angle. */
const STEEP = 63;

/** A visitor's own position as the seven bytes that the server expects. */
export function encodePosition(position: Position): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(7);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, REPORT);
  view.setUint16(1, centimetres(position.x), true);
  view.setUint16(3, centimetres(position.y), true);
  view.setUint8(5, facingByte(position.facing));
  const steps = Math.max(-STEEP, Math.min(STEEP, Math.round(((position.pitch ?? 0) / (Math.PI / 2)) * STEEP)));
  view.setUint8(6, (position.walking ? WALKING : 0) | ((steps << 1) & 0xfe));
  return bytes;
}

/** A message of the position socket, or null when its length or its kind makes no sense. */
export function decodePresence(buffer: ArrayBuffer): PresenceFrame | null {
  const view = new DataView(buffer);
  if (view.byteLength < COUNTS_HEADER) return null;
  const kind = view.getUint8(0);
  if (kind === PEOPLE) return decodePeople(view);
  if (kind === COUNTS) return decodeCounts(view);
  if (kind === TRAFFIC) return decodeTraffic(view);
  if (kind === GAZE) return decodeGaze(view);
  return null;
}

function decodePeople(view: DataView): PeopleFrame | null {
  if (view.byteLength < PEOPLE_HEADER) return null;
  const count = view.getUint8(6);
  if (view.byteLength !== PEOPLE_HEADER + count * PERSON_BYTES) return null;
  const people = Array.from({ length: count }, (_, i) => decodePerson(view, PEOPLE_HEADER + i * PERSON_BYTES));
  return { type: "people", area: view.getUint8(1), time: view.getUint32(2, true), people };
}

function decodePerson(view: DataView, offset: number): NumberedPosition {
  return {
    number: view.getUint16(offset, true),
    x: view.getUint16(offset + 2, true) / 100,
    y: view.getUint16(offset + 4, true) / 100,
    facing: (view.getUint8(offset + 6) / 256) * TAU,
    walking: (view.getUint8(offset + 7) & WALKING) !== 0,
  };
}

function decodeCounts(view: DataView): CountsFrame | null {
  const count = view.getUint8(2);
  if (view.byteLength !== COUNTS_HEADER + count * COUNT_BYTES) return null;
  const zones = Array.from({ length: count }, (_, i) => ({
    zone: view.getUint8(COUNTS_HEADER + i * COUNT_BYTES),
    people: view.getUint16(COUNTS_HEADER + i * COUNT_BYTES + 1, true),
  }));
  return { type: "counts", area: view.getUint8(1), zones };
}

function decodeTraffic(view: DataView): TrafficFrame | null {
  if (view.byteLength < TRAFFIC_HEADER) return null;
  const count = view.getUint8(7);
  if (view.byteLength !== TRAFFIC_HEADER + count * VEHICLE_BYTES) return null;
  const vehicles = Array.from({ length: count }, (_, i) => {
    const offset = TRAFFIC_HEADER + i * VEHICLE_BYTES;
    return { place: view.getUint16(offset, true) / 65_536, speed: view.getUint8(offset + 2) / 10, gain: view.getInt8(offset + 3) / 15 };
  });
  return { type: "traffic", area: view.getUint8(1), show: view.getUint8(2), time: view.getUint32(3, true), vehicles };
}

function decodeGaze(view: DataView): GazeFrame | null {
  if (view.byteLength !== GAZE_BYTES) return null;
  return {
    type: "gaze",
    area: view.getUint8(1),
    time: view.getUint32(2, true),
    number: view.getUint16(6, true),
    x: view.getUint16(8, true) / 100,
    y: view.getUint16(10, true) / 100,
    facing: (view.getUint8(12) / 256) * TAU,
    pitch: (view.getInt8(13) / STEEP) * (Math.PI / 2),
  };
}

function centimetres(metres: number): number {
  return Math.min(65_535, Math.max(0, Math.round(metres * 100)));
}

function facingByte(facing: number): number {
  return ((Math.round((facing / TAU) * 256) % 256) + 256) % 256;
}
