/**
 * The compiler holds what is read here against what the server describes: this file has types alone. Where it does not
 * compile, a message has another field, or another kind, than the reader in src/protocol or src/hall takes it to have.
 */
import type { Found } from "../../src/hall/searching.js";
import type { Route } from "../../src/hall/routing.js";
import type { LiveEvent, Person, Refusal, Welcome } from "../../src/protocol/events.js";
import type * as http from "../../src/protocol/generated/http.js";
import type * as live from "../../src/protocol/generated/live.js";
import type { Group } from "../../src/protocol/groups.js";
import type { Ban, Removal, Report, Review } from "../../src/protocol/moderation.js";
import type { SessionChange } from "../../src/protocol/sessions.js";
import type { Poll, Sums } from "../../src/protocol/polls.js";
import type { SeatTaken, Showing } from "../../src/protocol/stages.js";
import type { Message, Question, Reaction, TalkEvent, Wave } from "../../src/protocol/talk.js";
import type { TelemetryMessage } from "../../src/protocol/telemetry.js";

/** What was read as it was sent: maps were objects, lists of them too. */
type Sent<T> = T extends ReadonlyMap<string | number, infer V>
  ? Readonly<Record<string, Sent<V>>>
  : T extends object
    ? { readonly [K in keyof T]: Sent<T[K]> }
    : T;

/** Compiles where what is described can be read as what is made of it. */
type Reads<Made, Described extends Sent<Made>> = [Made, Described];

/** Compiles where both are the same. */
type Same<One extends Other, Other extends Two, Two = One> = [One, Other, Two];

/** What a reader fills in where it is missing. */
type FilledIn<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

type KindsOf<T extends { readonly kind: string }> = Exclude<T["kind"], "unknown">;

/** Boards are read row by row (src/core/board.ts), and figures of devices by their places. */
type Loose = "boards" | "changes";

export type Checked = [
  Same<live.Event["kind"], KindsOf<LiveEvent>>,
  Reads<Person, live.Person>,
  Reads<Exclude<LiveEvent, { kind: "unknown" | "board" | "rebuilt" }>, Exclude<live.Event, { kind: "board" | "rebuilt" }>>,
  Reads<Omit<Extract<LiveEvent, { kind: "rebuilt" }>, Loose>, Omit<live.Rebuilt, Loose>>,
  Reads<Omit<Extract<LiveEvent, { kind: "board" }>, Loose>, Omit<live.BoardChanged, Loose>>,
  Reads<Omit<Welcome, Loose | "missed">, Omit<live.Welcome, Loose | "missed" | "ok">>,
  Reads<Refusal, live.Refusal>,
  Reads<Group, live.Group>,
  Reads<SessionChange, live.ChangedSession>,
  Reads<Removal, live.SentAway>,
  Reads<Report, live.Report>,
  Reads<Ban, live.Ban>,
  Reads<Review, live.Reviewed>,
  Same<KindsOf<TalkEvent> | "withdrawn" | "removed" | "erased", live.TalkEvent["kind"] | "gone">,
  Reads<Message, live.Said>,
  Reads<FilledIn<Question, "mine" | "hidden">, live.Question>,
  Reads<FilledIn<Poll, "mine" | "counts">, live.Poll>,
  Reads<FilledIn<Sums, "counts">, live.Sums>,
  Reads<Showing, live.OnScreen>,
  Reads<SeatTaken, live.SeatTaken>,
  Reads<Wave["stream"], live.Wave["stream"]>,
  Same<Reaction, live.React["reaction"]>,
  Reads<FilledIn<Omit<TelemetryMessage, "frames">, "plant">, Omit<live.Telemetry, "frames">>,
  Reads<Omit<TelemetryMessage["frames"][number], "devices">, Omit<live.Frame, "devices">>,
  Reads<Route, http.Answers["GET /api/v1/venues/{venue}/route"]>,
  Reads<FilledIn<Found, "when">, http.Answers["GET /api/v1/venues/{venue}/search"]["results"][number]>,
];
