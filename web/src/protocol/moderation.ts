/** Roles, and what moderators decide and hear (docs/formats/live.md), read from unknown JSON with every field checked. */
import { type Person, readRefusal, type Refusal } from "./events.js";

/** Somebody whom the server let go: `kicked` may come back as somebody new, `banned` may not. */
export interface Removal {
  readonly how: "kicked" | "banned";
  /** Plain text, empty where none was given. */
  readonly reason: string;
}

/** What somebody told the moderators of somebody else; both by number. */
export interface Report {
  readonly id: number;
  readonly number: number;
  readonly nickname: string;
  readonly by: number;
  readonly reason: string;
  /** Server time in ms. */
  readonly time: number;
}

export interface Ban {
  readonly id: number;
  readonly nickname: string;
  readonly reason: string;
  /** Who decided it. */
  readonly by: string;
  readonly time: number;
}

/** What a moderator sees, the newest first. */
export interface Review {
  readonly reports: readonly Report[];
  readonly bans: readonly Ban[];
}

const RANK: Readonly<Record<string, number>> = { host: 1, moderator: 2, organizer: 3 };

/** Whether somebody may host: announce, direct, write and keep order, as the server sees it. */
export const hosts = (person: Person | null): boolean => (RANK[person?.role ?? ""] ?? 0) >= 1;

/** Whether somebody may send people away, as the server sees it. */
export const moderates = (person: Person | null): boolean => (RANK[person?.role ?? ""] ?? 0) >= 2;

/** Whether a moderator may act on somebody: on those below, as the server sees it. */
export const mayActOn = (actor: Person | null, subject: Person): boolean =>
  moderates(actor) && (RANK[subject.role] ?? 0) < (RANK[actor?.role ?? ""] ?? 0);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Why the server let one go; kicked without a reason where it cannot be read. */
export function readRemoval(value: unknown): Removal {
  const { how, reason } = isObject(value) ? value : {};
  return { how: how === "banned" ? "banned" : "kicked", reason: isText(reason) ? reason : "" };
}

function readReport(value: unknown): Report | null {
  if (!isObject(value)) return null;
  const { id, number, nickname, by, reason, time } = value;
  if (!isCount(id) || !isCount(number) || !isText(nickname) || !isCount(by) || !isText(reason) || !isCount(time)) return null;
  return { id, number, nickname, by, reason, time };
}

/** The reports of a list that can be read. */
export function readReports(value: unknown): readonly Report[] {
  return Array.isArray(value) ? value.map(readReport).filter((each): each is Report => each !== null) : [];
}

function readBan(value: unknown): Ban | null {
  if (!isObject(value)) return null;
  const { id, nickname, reason, by, time } = value;
  if (!isCount(id) || !isText(nickname) || !isText(reason) || !isText(by) || !isCount(time)) return null;
  return { id, nickname, reason, by, time };
}

/** The answer to `review`, or why not. */
export function readReview(value: unknown): Review | Refusal {
  if (!isObject(value) || value["ok"] !== true) return readRefusal(value);
  const bans = Array.isArray(value["bans"]) ? value["bans"].map(readBan) : [];
  return { reports: readReports(value["reports"]), bans: bans.filter((each): each is Ban => each !== null) };
}
