/** What devices on site say (docs/formats/live.md), read from unknown JSON with every field checked. */

export interface Twin {
  readonly values: Readonly<Record<string, number | string>>;
  /** When it was measured, seconds of the server's clock. */
  readonly at: number;
}

export interface TwinsMessage {
  readonly area: string;
  /** Whether these are all that have said anything. */
  readonly whole: boolean;
  readonly twins: ReadonlyMap<string, Twin>;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** A message, or null when it is none. Twins that cannot be read are left out. */
export function readTwins(value: unknown): TwinsMessage | null {
  if (!isObject(value) || typeof value["area"] !== "string" || !isObject(value["twins"])) return null;
  const twins = Object.entries(value["twins"]).flatMap(([id, given]) => {
    const twin = readTwin(given);
    return twin ? [[id, twin] as const] : [];
  });
  return { area: value["area"], whole: value["whole"] === true, twins: new Map(twins) };
}

function readTwin(value: unknown): Twin | null {
  if (!isObject(value) || typeof value["at"] !== "number" || !isObject(value["values"])) return null;
  const said = Object.entries(value["values"]).filter((entry): entry is [string, number | string] => {
    return typeof entry[1] === "string" || (typeof entry[1] === "number" && Number.isFinite(entry[1]));
  });
  return { values: Object.fromEntries(said), at: value["at"] };
}
