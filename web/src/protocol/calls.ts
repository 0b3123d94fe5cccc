/** Calls between two people (docs/formats/live.md), read from unknown JSON with every field checked. */
import type { Told } from "./generated/live.js";

/** A call that rings here, was taken, or is over. */
export type CallNews = Told["call"];
export type CallState = CallNews["state"];
/** What the other page tells, to be connected. */
export type Signal = Told["call_signal"];
/** A server that helps two pages to find each other. */
export type IceServer = RTCIceServer;

const STATES: ReadonlySet<unknown> = new Set<CallState>(["ringing", "accepted", "declined", "missed", "ended", "gone"]);
const KINDS: ReadonlySet<unknown> = new Set<Signal["kind"]>(["offer", "answer", "candidate"]);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === "string";

export function readCall(value: unknown): CallNews | null {
  if (!isObject(value)) return null;
  const { call, number, state, video } = value;
  if (!isCount(call) || !isCount(number) || !STATES.has(state) || typeof video !== "boolean") return null;
  return { call, number, state: state as CallState, video };
}

export function readSignal(value: unknown): Signal | null {
  if (!isObject(value)) return null;
  const { call, kind, data } = value;
  return isCount(call) && KINDS.has(kind) && isText(data) ? { call, kind: kind as Signal["kind"], data } : null;
}

/** The number of a call that rings now, and what helps to connect; null for an answer that is none. */
export function readRung(value: unknown): { readonly call: number | null; readonly ice: readonly IceServer[] } | null {
  if (!isObject(value) || value["ok"] !== true) return null;
  const { call, ice } = value;
  return { call: isCount(call) ? call : null, ice: Array.isArray(ice) ? ice.flatMap(readServer) : [] };
}

function readServer(value: unknown): readonly IceServer[] {
  if (!isObject(value) || !Array.isArray(value["urls"])) return [];
  const { username, credential } = value;
  const urls = value["urls"].filter(isText);
  return [{ urls, ...(isText(username) ? { username } : {}), ...(isText(credential) ? { credential } : {}) }];
}
