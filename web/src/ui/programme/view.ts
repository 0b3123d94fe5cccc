/** What the interface shows of the programme, and what it can ask for. */
import type { Text } from "../../core/text.js";
import type { Area, Manifest } from "../../hall/manifest.js";
import { areaOf } from "../../hall/manifest.js";
import type { Reminder } from "../../session/reminders.js";
import type { Session } from "../../session/timetable.js";
import { areaPlace, destinationOf, placesOf, type Place } from "../places.js";
import type { Destination } from "../view.js";

/** A reminder that is told now. */
export interface Notice extends Reminder {
  readonly number: number;
}

export interface ProgrammeView {
  /** By their start. */
  readonly sessions: readonly Session[];
  /** The server's clock, ms, to the minute that was shown last. */
  readonly now: number;
  /** The venue's zone. */
  readonly timezone: string;
  /** Ids of those of which the visitor wants to be reminded. */
  readonly reminded: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  /** Whether the browser tells of reminders too: `none` where it cannot, `refused` where the visitor said no to it. */
  readonly notifying: "none" | "off" | "on" | "refused";
}

export interface ProgrammeIntents {
  remind(session: string, on: boolean): void;
  /** Lets the browser tell of reminders while the page is not seen; asks the visitor. */
  notify(on: boolean): Promise<void>;
  dismiss(notice: number): void;
}

/** Metres before a stage from which its screen is seen well: some of its width, and never at its feet. */
const NEAREST = 4;
const FARTHEST = 14;

/** The place where a session is; undefined for one that the hall does not have. */
export function placeOfSession(hall: Manifest, { kind, place, area }: Spot): Place | undefined {
  if (kind === "area") return whole(areaOf(hall, place));
  return placesOf(hall).find((each) => each.kind === kind && each.id === place && each.area === area);
}

const whole = (area: Area | undefined): Place | undefined => area && areaPlace(area);

/** Every session as a place that one may find and go to. */
export function sessionPlaces(hall: Manifest): readonly Place[] {
  return (hall.programme?.sessions ?? []).flatMap((session) => {
    const place = placeOfSession(hall, session);
    if (!place) return [];
    const { id, title: name, abstract: summary } = session;
    return [{ ...place, id, kind: "session" as const, name, number: "", exhibitor: null, summary, source: "", shows: [], reach: awayFrom(hall, session, place) }];
  });
}

/** Metres from the middle of a place to its front, or to where the screen of a stage is seen well. */
function awayFrom(hall: Manifest, { kind, area }: Spot, place: Place): number {
  const stage = kind === "stage" ? areaOf(hall, area)?.stages.find(({ id }) => id === place.id) : undefined;
  return stage ? stage.size[1] / 2 + Math.min(FARTHEST, Math.max(NEAREST, (stage.screen?.[0] ?? 0) * 0.75)) : place.reach;
}

type Spot = Pick<Session, "kind" | "place" | "area">;

/** Where to be for it: before the stage, far enough to see its screen, else before the booth. */
export function seatFor(hall: Manifest, session: Session): Destination | null {
  const place = placeOfSession(hall, session);
  if (!place) return null;
  return destinationOf({ ...place, reach: awayFrom(hall, session, place) });
}

/** What a place of a session is called: the stage and its hall. */
export function whereOf(hall: Manifest, session: Session): readonly Text[] {
  const place = placeOfSession(hall, session);
  const area = areaOf(hall, session.area);
  return [...(place && session.kind !== "area" ? [place.name] : []), ...(area ? [area.name] : [])];
}
