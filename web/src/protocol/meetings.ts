/** Meetings of buyers and booths (docs/formats/meetings.md), read from unknown JSON with every field checked. */
import type { Text } from "../core/text.js";
import { readRefusal, type Refusal } from "./events.js";

export type Side = "buyer" | "booth";
export const STANDINGS = ["asked", "agreed", "booked", "met", "missed", "declined", "cancelled"] as const;
export type Standing = (typeof STANDINGS)[number];
export const OUTCOMES = ["order", "follow_up", "no_interest"] as const;
export type Outcome = (typeof OUTCOMES)[number];
const REASONS = ["need", "offer", "industry", "language", "slots"] as const;

/** What somebody looks for and when they are free. `industries` and `free` are ids. */
export interface Profile {
  readonly name: string;
  readonly company: string;
  readonly needs: string;
  readonly offers: string;
  readonly industries: readonly string[];
  readonly languages: readonly string[];
  readonly free: readonly string[];
  /** Whether one meets by call, rather than in the hall. */
  readonly remote: boolean;
}

/** When one can meet; ms of the server's clock. */
export interface Slot {
  readonly id: string;
  readonly starts: number;
  readonly ends: number;
  /** Whether one has a meeting then. */
  readonly taken: boolean;
}

export interface Term {
  readonly id: string;
  readonly name: Text;
}

/** Why two match; `words` are what both say, `count` how much of it they share. */
export interface Reason {
  readonly kind: (typeof REASONS)[number];
  readonly words: readonly string[];
  readonly count: number;
}

export interface Match {
  /** A booth's id, or a buyer's. */
  readonly other: string;
  readonly name: Text;
  readonly company: string;
  /** 0 … 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Ids of the slots that are free for both. */
  readonly common: readonly string[];
  /** Id of the meeting that there is already. */
  readonly meeting: string | null;
}

/** A meeting as one side may know it; `name` and `company` are the buyer's. */
export interface Meeting {
  readonly id: string;
  readonly side: Side;
  readonly booth: string;
  readonly buyer: string;
  readonly name: string;
  readonly company: string;
  readonly remote: boolean;
  readonly standing: Standing;
  readonly askedBy: Side;
  readonly message: string;
  readonly reasons: readonly Reason[];
  /** The slot that was asked for; null for any. */
  readonly wished: Slot | null;
  readonly slot: Slot | null;
  readonly place: { readonly kind: "booth" | "room"; readonly id: string };
  readonly here: Readonly<Record<Side, boolean>>;
  /** What this side said came of it. */
  readonly outcome: Outcome | null;
  readonly note: string;
  /** Number of somebody of the other side who is in the venue. */
  readonly callable: number | null;
  readonly seq: number;
}

/** All that one side has. */
export interface Mine {
  readonly id: string;
  readonly side: Side;
  readonly profile: Profile;
  readonly slots: readonly Slot[];
  readonly meetings: readonly Meeting[];
  readonly industries: readonly Term[];
}

/** What the server says by itself: a meeting changed, or is gone with its buyer's profile. */
export type MeetingNews = { readonly kind: "changed"; readonly meeting: Meeting } | { readonly kind: "forgotten"; readonly id: string };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isMoment = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isSide = (value: unknown): value is Side => value === "buyer" || value === "booth";
const wordOf = (value: unknown): string => (isText(value) ? value : "");
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : []);
const listOf = <T>(value: unknown, read: (each: unknown) => T | null): readonly T[] => (Array.isArray(value) ? value.flatMap((each) => read(each) ?? []) : []);

function readName(value: unknown): Text {
  if (!isObject(value)) return { en: wordOf(value), zh: wordOf(value) };
  return { en: wordOf(value["en"]), zh: wordOf(value["zh"]) };
}

function readProfile(value: unknown): Profile {
  const told = isObject(value) ? value : {};
  return {
    name: wordOf(told["name"]),
    company: wordOf(told["company"]),
    needs: wordOf(told["needs"]),
    offers: wordOf(told["offers"]),
    industries: texts(told["industries"]),
    languages: texts(told["languages"]),
    free: texts(told["free"]),
    remote: told["remote"] === true,
  };
}

function readSlot(value: unknown): Slot | null {
  if (!isObject(value)) return null;
  const { id, starts, ends, taken } = value;
  return isText(id) && isMoment(starts) && isMoment(ends) ? { id, starts, ends, taken: taken === true } : null;
}

function readReason(value: unknown): Reason | null {
  if (!isObject(value)) return null;
  const kind = REASONS.find((each) => each === value["kind"]);
  return kind ? { kind, words: texts(value["words"]), count: isCount(value["count"]) ? value["count"] : 0 } : null;
}

function readMatch(value: unknown): Match | null {
  if (!isObject(value)) return null;
  const { other, name, company, score, reasons, common, meeting } = value;
  if (!isText(other) || !isMoment(score)) return null;
  return {
    other,
    name: readName(name),
    company: wordOf(company),
    score: Math.min(1, Math.max(0, score)),
    reasons: listOf(reasons, readReason),
    common: texts(common),
    meeting: isText(meeting) ? meeting : null,
  };
}

function readMeeting(value: unknown): Meeting | null {
  if (!isObject(value)) return null;
  const { id, side, booth, buyer, seq, asked_by: askedBy } = value;
  const standing = STANDINGS.find((each) => each === value["standing"]);
  if (!isText(id) || !isSide(side) || !isText(booth) || !isText(buyer) || !isSide(askedBy) || !standing || !isCount(seq)) return null;
  return { id, side, booth, buyer, askedBy, standing, seq, ...readTerms(value, booth) };
}

/** When, where and how; and what came of it. */
function readTerms(value: Json, booth: string): Omit<Meeting, "id" | "side" | "booth" | "buyer" | "askedBy" | "standing" | "seq"> {
  const place = isObject(value["place"]) ? value["place"] : {};
  const here = isObject(value["here"]) ? value["here"] : {};
  const { callable } = value;
  return {
    name: wordOf(value["name"]),
    company: wordOf(value["company"]),
    remote: value["remote"] === true,
    message: wordOf(value["message"]),
    reasons: listOf(value["reasons"], readReason),
    wished: readSlot(value["wished"]),
    slot: readSlot(value["slot"]),
    place: { kind: place["kind"] === "room" ? "room" : "booth", id: isText(place["id"]) ? place["id"] : booth },
    here: { buyer: here["buyer"] === true, booth: here["booth"] === true },
    outcome: OUTCOMES.find((each) => each === value["outcome"]) ?? null,
    note: wordOf(value["note"]),
    callable: isCount(callable) ? callable : null,
  };
}

function readTerm(value: unknown): Term | null {
  return isObject(value) && isText(value["id"]) ? { id: value["id"], name: readName(value["name"]) } : null;
}

/** The answer to `meeting_mine`; why not, else. */
export function readMine(value: unknown): Mine | Refusal {
  if (!isObject(value) || value["ok"] !== true) return readRefusal(value);
  const { id, side, profile, slots, meetings, industries } = value;
  if (!isSide(side)) return readRefusal(null);
  return {
    id: wordOf(id), side,
    profile: readProfile(profile),
    slots: listOf(slots, readSlot),
    meetings: listOf(meetings, readMeeting),
    industries: listOf(industries, readTerm),
  };
}

/** The answer to `meeting_matches`. */
export function readMatches(value: unknown): readonly Match[] | Refusal {
  if (!isObject(value) || value["ok"] !== true || !Array.isArray(value["matches"])) return readRefusal(value);
  return listOf(value["matches"], readMatch);
}

/** The answer to what was asked of a meeting. */
export function readChanged(value: unknown): Meeting | Refusal {
  if (!isObject(value) || value["ok"] !== true) return readRefusal(value);
  return readMeeting(value["meeting"]) ?? readRefusal(null);
}

/** The answer to `meeting_profile`. */
export function readKept(value: unknown): Profile | Refusal {
  return isObject(value) && value["ok"] === true ? readProfile(value["profile"]) : readRefusal(value);
}

export function readMeetingNews(value: unknown): MeetingNews | null {
  const told = isObject(value) ? value["meeting"] : null;
  if (isObject(told) && told["standing"] === "forgotten" && isText(told["id"])) return { kind: "forgotten", id: told["id"] };
  const meeting = readMeeting(told);
  return meeting && { kind: "changed", meeting };
}

export const isRefused = (value: object): value is Refusal => "code" in value;
