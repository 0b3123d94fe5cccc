/** Groups that are led (docs/formats/live.md), read from unknown JSON with every field checked. */

/** A group: its guide's number, who is in it (true: follows, false: has broken away), and what the guide points at. */
export interface Group {
  readonly guide: number;
  /** Id of a placement. */
  readonly highlight: string | null;
  readonly followers: ReadonlyMap<number, boolean>;
}

/** Every group by its code. */
export type Groups = ReadonlyMap<string, Group>;

export type GroupEvent =
  | { readonly kind: "group_opened"; readonly group: string; readonly guide: number }
  | { readonly kind: "group_closed"; readonly group: string; readonly reason: string }
  | { readonly kind: "followed"; readonly group: string; readonly number: number; readonly follows: boolean }
  | { readonly kind: "unfollowed"; readonly group: string; readonly number: number }
  | { readonly kind: "highlighted"; readonly group: string; readonly placement: string | null }
  | { readonly kind: "rung"; readonly group: string; readonly numbers: readonly number[] };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isPlacement = (value: unknown): value is string | null => value === null || typeof value === "string";

/** An event of a group, or null when it is another event or a field is wrong. */
export function readGroupEvent(value: Json): GroupEvent | null {
  const { kind, group, guide, reason, number, follows, placement, numbers } = value;
  if (typeof group !== "string") return null;
  if (kind === "group_opened" && isNumber(guide)) return { kind, group, guide };
  if (kind === "group_closed") return { kind, group, reason: typeof reason === "string" ? reason : "" };
  if (kind === "followed" && isNumber(number)) return { kind, group, number, follows: follows === true };
  if (kind === "unfollowed" && isNumber(number)) return { kind, group, number };
  if (kind === "highlighted" && isPlacement(placement)) return { kind, group, placement };
  if (kind === "rung" && Array.isArray(numbers)) return { kind, group, numbers: numbers.filter(isNumber) };
  return null;
}

/** The groups of an answer to `join`: those that can be read. */
export function readGroups(value: unknown): Groups {
  const groups = new Map<string, Group>();
  for (const [code, each] of isObject(value) ? Object.entries(value) : []) {
    if (!isObject(each) || !isNumber(each["guide"]) || !isPlacement(each["highlight"]) || !isObject(each["followers"])) continue;
    const followers = Object.entries(each["followers"]).map(([number, follows]) => [Number(number), follows === true] as const);
    groups.set(code, { guide: each["guide"], highlight: each["highlight"], followers: new Map(followers) });
  }
  return groups;
}
