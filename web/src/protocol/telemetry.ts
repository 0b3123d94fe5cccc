/** Figures of the simulated factory (docs/formats/live.md), read from unknown JSON with every field checked. */
import type { Text } from "../core/text.js";

export interface Device {
  readonly id: string;
  readonly name: Text;
}

export interface DeviceNow {
  /** An index into the plant's states. */
  readonly state: number;
  /** %, °C, kW. */
  readonly oee: number;
  readonly temperature: number;
  readonly power: number;
}

export interface TelemetryFrame {
  /** Seconds of the server's clock. */
  readonly time: number;
  /** In the order of the plant's devices. */
  readonly devices: readonly DeviceNow[];
  /** Of the whole: %, kW, pieces a minute. */
  readonly oee: number;
  readonly power: number;
  readonly rate: number;
}

export interface Plant {
  readonly simulated: boolean;
  readonly states: readonly string[];
  readonly devices: readonly Device[];
}

export interface TelemetryMessage {
  readonly area: string;
  /** In the first message only. */
  readonly plant: Plant | null;
  readonly frames: readonly TelemetryFrame[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === "string";

/** A message, or null when it is none. Frames that cannot be read are left out. */
export function readTelemetry(value: unknown): TelemetryMessage | null {
  if (!isObject(value) || !isText(value["area"]) || !Array.isArray(value["frames"])) return null;
  const frames = value["frames"].map(readFrame).filter((frame): frame is TelemetryFrame => frame !== null);
  return { area: value["area"], plant: readPlant(value["plant"]), frames };
}

function readFrame(value: unknown): TelemetryFrame | null {
  if (!isObject(value)) return null;
  const { time, devices, oee, power, rate } = value;
  if (!isNumber(time) || !isNumber(oee) || !isNumber(power) || !isNumber(rate) || !Array.isArray(devices)) return null;
  const read = devices.map(readDevice);
  return read.every((device) => device !== null) ? { time, devices: read, oee, power, rate } : null;
}

function readDevice(value: unknown): DeviceNow | null {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isNumber)) return null;
  const [state = 0, oee = 0, temperature = 0, power = 0] = value;
  return { state, oee, temperature, power };
}

function readPlant(value: unknown): Plant | null {
  if (!isObject(value) || !Array.isArray(value["devices"]) || !Array.isArray(value["states"])) return null;
  const devices = value["devices"].flatMap((each: unknown) => {
    if (!isObject(each) || !isText(each["id"]) || !isObject(each["name"])) return [];
    const { en, zh } = each["name"];
    return isText(en) && isText(zh) ? [{ id: each["id"], name: { en, zh } }] : [];
  });
  return { simulated: value["simulated"] !== false, states: value["states"].filter(isText), devices };
}
