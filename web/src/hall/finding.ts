/** Finds the hall that a server shows: its list of venues, then the manifest; waits while it is being built. */
import { fail, ok, type Result } from "../core/result.js";
import { bilingual, DecodingError, list, nullable, number, object, text } from "./decoding.js";
import { type Manifest, readManifest } from "./manifest.js";

/** Why there is no hall: `network` nothing answers, `broken` the layout has problems, `none` no such venue, `format`. */
export type FindingError = "network" | "broken" | "none" | "format";

export interface Found {
  readonly hall: Manifest;
  /** What the manifest's file names are relative to. */
  readonly files: string;
  /** Since when (ms since 1970) this was kept, because the server could not be asked; null when it is so now. */
  readonly kept: number | null;
}

export interface FindingOptions {
  readonly origin: string;
  /** Id of the venue; the first one of the server when left out. */
  readonly venue?: string | undefined;
  readonly fetch?: typeof fetch;
  /** Told while the hall is being built: a share in 0…1. */
  readonly onBuilding?: (share: number) => void;
  readonly pause?: (ms: number) => Promise<void>;
}

const venues = object({
  venues: list(object({
    id: nullable(text),
    name: nullable(bilingual),
    status: text,
    manifest: nullable(text),
    files: nullable(text),
    progress: nullable(object({ done: number, total: number })),
  })),
});

type Listed = ReturnType<typeof venues>["venues"][number];

/** What the service worker writes on answers of an earlier time (worker/answering.ts). */
const KEPT = "X-Hallwright-Kept";
const WAIT = 500;
const PATIENCE = 600; // asks, five minutes

export async function findHall(options: FindingOptions): Promise<Result<Found, FindingError>> {
  const pause = options.pause ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  for (let ask = 0; ask < PATIENCE; ask++) {
    const listed = await pickVenue(options);
    if (!listed.ok) return listed;
    const venue = listed.value;
    const manifest = venue.manifest ? await json(options, venue.manifest) : null;
    if (manifest?.ok) return found(manifest.value, options.origin + (venue.files ?? ""));
    if (manifest && manifest.error !== 503) return fail("network");
    if (venue.status === "broken") return fail("broken");
    options.onBuilding?.(venue.progress && venue.progress.total > 0 ? venue.progress.done / venue.progress.total : 0);
    await pause(WAIT);
  }
  return fail("network");
}

/** The manifest again, after a rebuild; null when it cannot be had now. */
export async function refetch(hall: Manifest, options: FindingOptions): Promise<Manifest | null> {
  const answer = await json(options, `/api/v1/venues/${encodeURIComponent(hall.venue)}/manifest`, "no-cache");
  if (!answer.ok) return null;
  const read = readManifest(answer.value.body);
  return read.ok ? read.value : null;
}

function found({ body, kept }: Answer, files: string): Result<Found, FindingError> {
  const hall = readManifest(body);
  if (hall.ok) return ok({ hall: hall.value, files, kept });
  console.error(`manifest: ${hall.error}`);
  return fail("format");
}

async function pickVenue(options: FindingOptions): Promise<Result<Listed, FindingError>> {
  const answer = await json(options, "/api/v1/venues");
  if (!answer.ok) return fail("network");
  try {
    const listed = venues(answer.value.body, "").venues;
    const venue = options.venue ? listed.find((each) => each.id === options.venue) : listed[0];
    // A venue without an id is being read for the first time: it may be the one that is asked for.
    const unread = listed.find((each) => each.id === null);
    return venue ? ok(venue) : unread ? ok(unread) : fail("none");
  } catch (error) {
    if (error instanceof DecodingError) return fail("format");
    throw error;
  }
}

interface Answer {
  readonly body: unknown;
  readonly kept: number | null;
}

/** The JSON at a path, or the status; 0 when nothing answers. With `no-cache` nothing kept will do. */
async function json({ origin, fetch: ask = fetch }: FindingOptions, path: string, cache: RequestCache = "default"): Promise<Result<Answer, number>> {
  try {
    const response = await ask(origin + path, { cache });
    if (!response.ok) return fail(response.status);
    const kept = response.headers.get(KEPT);
    return ok({ body: await response.json(), kept: kept ? Number(kept) : null });
  } catch {
    return fail(0);
  }
}
