// Made by `hallwright describe`; do not write here (docs/formats/http.md).
/* eslint-disable */

/** Something that somebody with a role did. */
export interface Act {
  readonly id: string;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly venue: string | null;
  readonly account: string | null;
  readonly name: string;
  readonly role: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: string;
}
/** What a visitor does with their letter. */
export interface Acting {
  readonly do: "write" | "end" | "report" | "erase";
  /** Of `write`: 1 to 1000 characters in 20 lines. */
  readonly text?: string;
  /** The page's own name for a message. */
  readonly key?: string;
  /** Of `report`: 1 to 200 characters. */
  readonly reason?: string;
}
/** Acts, the newest first. */
export interface Acts {
  readonly acts: readonly Act[];
}
/** Of all letters together, and of each booth. */
export interface AllInquiries {
  readonly total: Inquiries;
  readonly booths: Readonly<Record<string, Inquiries>>;
}
/** Of all meetings together, and of each booth. */
export interface AllMeetings {
  readonly total: MeetingFigures;
  readonly booths: Readonly<Record<string, MeetingFigures>>;
}
/** The event that it is. */
export interface AnnouncedAs {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
}
/** What everyone shall be told. */
export interface Announcing {
  readonly text: Words;
}
/** What the guide says. `known` is false where the venue says nothing of it: then nothing is cited or offered. */
export interface Answer {
  readonly revision: string;
  readonly lang: "en" | "zh";
  readonly known: boolean;
  readonly text: string;
  readonly citations: readonly Cited[];
  readonly actions: readonly Offered[];
}
/** What the staff do with a letter. */
export interface Answering {
  readonly do: "write" | "end" | "report";
  /** Of `write`: 1 to 1000 characters in 20 lines. */
  readonly text?: string;
  /** The page's own name for a message. */
  readonly key?: string;
  /** Of `report`: 1 to 200 characters. */
  readonly reason?: string;
}
/** What the form at a booth sends: a text, a card or both. */
export interface Asking {
  /** Drawn at random; it opens the letter. */
  readonly secret: string;
  /** 1 to 1000 characters in 20 lines. */
  readonly text?: string;
  readonly signature?: string;
  /** The exhibit that it is about. */
  readonly placement?: string;
  readonly card_name?: string;
  readonly card_company?: string;
  readonly card_email?: string;
  readonly card_phone?: string;
  readonly card_note?: string;
  /** There, with any value: yes. */
  readonly consent?: string;
  /** There, with any value: yes. */
  readonly card_consent?: string;
}
/** Rows by their ids: the fields that change, or null to take a row away. */
export interface BoardChanges {
  readonly changes: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
}
/** A board and what it says; rows have fields by its kind, as docs/formats/live.md says. */
export interface BoardNow {
  readonly id: string;
  readonly kind: "list" | "signing" | "counters";
  readonly area: string;
  readonly rows: readonly (Readonly<Record<string, unknown>>)[];
}
/** All boards. */
export interface Boards {
  readonly boards: readonly BoardNow[];
}
/** What a buyer does. */
export interface BuyerActing {
  readonly name?: string;
  readonly company?: string;
  /** At most 400 characters; of a booth what it seeks. */
  readonly needs?: string;
  /** At most 400 characters. */
  readonly offers?: string;
  readonly how?: "here" | "remote";
  /** Id of an industry. */
  readonly industries?: string;
  readonly languages?: string;
  /** Id of a slot. */
  readonly free?: string;
  /** Of a meeting. */
  readonly meeting?: string;
  /** Of `ask`: a booth, or a buyer. */
  readonly other?: string;
  /** Of `ask`, `accept` and `move`; empty for any. */
  readonly slot?: string;
  /** Of `ask`: at most 400 characters. */
  readonly message?: string;
  readonly outcome?: "order" | "follow_up" | "no_interest";
  /** Of `outcome`: at most 400 characters. */
  readonly note?: string;
  readonly do: "profile" | "ask" | "accept" | "decline" | "move" | "cancel" | "here" | "outcome" | "forget";
  /** There, with any value: yes. */
  readonly consent?: string;
}
/** What the first form of a buyer sends. */
export interface BuyerProfile {
  readonly name?: string;
  readonly company?: string;
  /** At most 400 characters; of a booth what it seeks. */
  readonly needs?: string;
  /** At most 400 characters. */
  readonly offers?: string;
  readonly how?: "here" | "remote";
  /** Id of an industry. */
  readonly industries?: string;
  readonly languages?: string;
  /** Id of a slot. */
  readonly free?: string;
  /** Drawn at random; it opens the meetings. */
  readonly secret: string;
  /** There, with any value: yes. */
  readonly consent?: string;
}
/** Whether a name and words may be kept. */
export interface Choosing {
  readonly choice: "yes" | "no";
}
/** A passage of the venue that an answer rests on. */
export interface Cited {
  /** `kind/id`. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  readonly area: string;
  readonly title: Text;
  /** In the language of the answer. */
  readonly quote: string;
  /** The page of the text tour that tells it. */
  readonly link: string;
}
/** Rows as they are kept, without digests of secrets. */
export interface Data {
  readonly accounts: readonly (Readonly<Record<string, unknown>>)[];
  /** As whom a directory knows them. */
  readonly identities: readonly (Readonly<Record<string, unknown>>)[];
  readonly logins: readonly (Readonly<Record<string, unknown>>)[];
  readonly invitations: readonly (Readonly<Record<string, unknown>>)[];
  readonly acts: readonly (Readonly<Record<string, unknown>>)[];
  readonly bans: readonly (Readonly<Record<string, unknown>>)[];
  /** Answers to letters. */
  readonly letters: readonly (Readonly<Record<string, unknown>>)[];
  readonly hall: InHalls;
}
/** A device, and what is known of it. */
export interface DeviceNow {
  readonly id: string;
  readonly kind: "counter" | "occupancy" | "machine" | "robot" | "vehicle";
  readonly area: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** When it was measured, since 1970; null before it said anything. */
  readonly at: number | null;
  /** Whether that is out of date, or nothing. */
  readonly stale: boolean;
}
/** What a device says, by its kind; what is left out stays as it was. */
export interface DeviceValues {
  /** counter */
  readonly value?: number;
  /** occupancy */
  readonly people?: number;
  /** machine */
  readonly state?: "running" | "idle" | "setup" | "fault";
  /** machine: the share of its motion that it is in */
  readonly stroke?: number;
  /** machine: % */
  readonly oee?: number;
  /** machine: °C */
  readonly temperature?: number;
  /** machine: kW */
  readonly power?: number;
  /** robot, vehicle: metres east in the plan of its area */
  readonly x?: number;
  /** robot, vehicle: metres north */
  readonly y?: number;
  /** robot, vehicle: degrees clockwise from north */
  readonly heading?: number;
  /** robot, vehicle: metres along its path */
  readonly along?: number;
}
/** The devices of a venue. */
export interface DevicesNow {
  readonly devices: readonly DeviceNow[];
}
/** What a show shall do. */
export interface Direction {
  /** `start`, `pause`, `seek`, `rate` or `countdown`. */
  readonly action: string;
  readonly value?: number | null;
}
/** A document for programs that read such. */
export interface Document {
  readonly info: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, unknown>>;
}
/** Who may show the hall in a frame. */
export interface Embedding {
  readonly origins: readonly string[];
}
/** What the form of the page sends. */
export interface Entering {
  readonly invite?: string;
  readonly name: string;
  readonly password?: string;
}
/** Every error. */
export interface Fault {
  readonly error: FaultDetails;
}
/** What went wrong; some codes bring more. */
export interface FaultDetails {
  readonly status: number;
  readonly code: string;
  readonly message: Text;
}
/** An account, and what it shall be. */
export interface GivingRole {
  /** Its id. */
  readonly account: string;
  readonly role: string;
}
/** How the server is. */
export interface Health {
  readonly status: "ok" | "starting" | "degraded";
  /** Whether every hall can be walked. */
  readonly ready: boolean;
  readonly version: string;
  readonly uptime_s: number;
  readonly async_mode: string;
  readonly live: Readonly<Record<string, number>>;
  readonly venues: readonly Venue[];
}
/** A device as it is known now. */
export interface Heard {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** When it was measured, since 1970. */
  readonly at: number;
}
/** Rows and events of what one said in halls. */
export interface InHalls {
  readonly consents: readonly (Readonly<Record<string, unknown>>)[];
  readonly names: readonly (Readonly<Record<string, unknown>>)[];
  readonly words: readonly (Readonly<Record<string, unknown>>)[];
  readonly reports: readonly (Readonly<Record<string, unknown>>)[];
}
/** Figures of letters that say nothing of anybody. */
export interface Inquiries {
  readonly inquiries: number;
  /** How many were ever answered. */
  readonly answered: number;
  /** How many wait for an answer. */
  readonly waiting: number;
  /** Median of seconds to the first answer; null while there is none. */
  readonly first_answer: number | null;
}
/** A link. */
export interface Invitation {
  readonly path: string;
  readonly role: string;
  readonly booths: readonly string[];
  readonly uses: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly expires: number;
}
/** Whoever has the link can use it. */
export interface Invited {
  readonly invitation: Invitation;
}
/** What a link shall be good for. */
export interface Inviting {
  /** `exhibitor`, `host`, `moderator`, `organizer` or `kiosk`. */
  readonly role: string;
  /** Ids of booths, of an exhibitor. */
  readonly booths?: readonly string[];
  /** 1 to 500; once without. */
  readonly uses?: number;
  /** 1 to 90; 7 without. */
  readonly days?: number;
}
/** For whom a link shall be. */
export interface InvitingOne {
  readonly role: string;
  /** Ids with commas between, of an exhibitor. */
  readonly booths?: string;
}
/** What one wishes. */
export interface LiningUp {
  readonly wish: "queue_join" | "queue_take" | "queue_leave";
}
/** A name and its password. */
export interface LogIn {
  readonly name: string;
  readonly password: string;
}
/** The whole hall, as docs/formats/manifest.md says; here only how it begins. */
export interface Manifest {
  readonly venue: string;
  readonly revision: string;
  readonly name: Text;
}
/** A text and the parts of it that answer. */
export interface MarkedText {
  readonly en: string;
  readonly zh: string;
  readonly marks: Marks;
}
/** The parts that answer, `[start, end)` in UTF-16 units. */
export interface Marks {
  readonly en: readonly (readonly [number, number])[];
  readonly zh: readonly (readonly [number, number])[];
}
/** Somebody as they see themselves. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly booths: readonly string[];
}
/** Figures that say nothing of anybody. */
export interface MeetingFigures {
  readonly asked: number;
  /** How many have had a slot. */
  readonly booked: number;
  readonly met: number;
  /** How many slots were given back because a side did not come. */
  readonly missed: number;
  readonly outcomes: Outcomes;
}
/** All that is kept of oneself. */
export interface MyData {
  readonly data: Data;
}
/** What may be done next. Nothing is done before somebody chooses it. */
export interface Offered {
  readonly do: "go" | "more" | "plan";
  /** Of `go` and `more`: of what; `about` asks for more. */
  readonly key?: string;
  /** Of `go`: the word for it in a route. */
  readonly to?: string;
  readonly title?: Text;
  /** Of `plan`. */
  readonly minutes?: number;
  /** Of `plan`: on foot. */
  readonly metres?: number;
  /** Of `plan`, in the order of the visit. */
  readonly stops?: readonly PlanStop[];
}
/** What somebody let a screen show. */
export interface OnScreen {
  readonly reel: string;
  /** When it began, or begins, in seconds since 1970. */
  readonly since: number;
  /** Of slides, counted from 0; 0 of all else. */
  readonly slide: number;
  /** What they typed; null: as the layout wrote it. */
  readonly text: Text | null;
}
/** An account. */
export interface OneAccount {
  /** Its id. */
  readonly account: string;
}
/** It has been told. */
export interface OneAnnouncement {
  readonly announcement: AnnouncedAs;
}
/** The board as it is now. */
export interface OneBoard {
  readonly board: BoardNow;
}
/** It was taken in. */
export interface OneHeard {
  readonly device: Heard;
}
/** An invitation. */
export interface OneInvitation {
  /** Its digest. */
  readonly invitation: string;
}
/** The session as it is now. */
export interface OneSession {
  readonly session: Session;
}
/** The show as it is now. */
export interface OneShow {
  readonly show: ShowNow;
}
/** What it shows now by somebody's choice; null: what the programme says. */
export interface OneShowing {
  readonly showing: OnScreen | null;
}
/** What either side said came of its meetings, once for each side. */
export interface Outcomes {
  readonly order: number;
  readonly follow_up: number;
  readonly no_interest: number;
}
/** A stop of a plan. */
export interface PlanStop {
  readonly key: string;
  /** The word for it in a route. */
  readonly to: string;
  readonly title: Text;
  /** How long to stay. */
  readonly minutes: number;
  /** Of sessions. */
  readonly starts?: string;
}
/** How far a build has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}
/** A place that answers. */
export interface Result {
  readonly kind: string;
  readonly id: string;
  readonly number?: string;
  readonly name: MarkedText;
  readonly where: Where;
  /** How many more of the same exhibit stand in this area. */
  readonly more: number;
  readonly snippet: Snippet | null;
  readonly score: number;
  /** Of sessions. */
  readonly when?: Text;
  /** UTC, such as `2026-09-20T01:00:00Z`. */
  readonly starts?: string;
  /** UTC, such as `2026-09-20T01:00:00Z`. */
  readonly ends?: string;
}
/** Places that answer, the best first. */
export interface Results {
  readonly revision: string;
  readonly query: string;
  readonly results: readonly Result[];
}
export interface Route {
  readonly revision: string;
  readonly step_free: boolean;
  /** Metres. */
  readonly length: number;
  readonly seconds: number;
  readonly from: RoutePlace;
  readonly stops: readonly RouteStop[];
  readonly legs: readonly RouteLeg[];
  readonly hints: readonly RouteHint[];
}
/** What to do at a point. */
export interface RouteHint {
  readonly kind: string;
  readonly leg: number;
  readonly at: readonly [number, number];
  /** Metres. */
  readonly distance: number;
  /** Radians clockwise from north. */
  readonly heading: number;
  readonly text: Text;
}
/** A stretch within one area. */
export interface RouteLeg {
  readonly stop: number;
  readonly area: string;
  /** The portal that it ends in. */
  readonly portal: string | null;
  readonly line: readonly (readonly [number, number])[];
  /** Metres. */
  readonly length: number;
  readonly seconds: number;
}
/** Where a way begins. */
export interface RoutePlace {
  readonly asked: string;
  readonly area: string;
  readonly at: readonly [number, number];
  readonly id: string | null;
  readonly kind: string;
  readonly name: Text | null;
  /** The middle of the place. */
  readonly looks: readonly [number, number] | null;
}
/** A stop, in the order of the visit. */
export interface RouteStop {
  readonly asked: string;
  readonly area: string;
  readonly at: readonly [number, number];
  readonly id: string | null;
  readonly kind: string;
  readonly name: Text | null;
  /** The middle of the place. */
  readonly looks: readonly [number, number] | null;
  /** Which `to` it is. */
  readonly index: number;
  readonly leg: number;
  /** Metres. */
  readonly distance: number;
}
/** What a device says now. */
export interface Saying {
  readonly values: DeviceValues;
}
/** At most 280 characters, in one language or both. */
export interface ScreenWords {
  readonly en?: string;
  readonly zh?: string;
}
/** What a screen shall show; what the programme says without `reel`. */
export interface Screening {
  readonly reel?: string | null;
  /** Of slides, counted from 0. */
  readonly slide?: number | null;
  /** Of words; null: as the layout wrote them. */
  readonly text?: ScreenWords | null;
}
/** A session as it is now. */
export interface Session {
  readonly id: string;
  readonly title: Text;
  readonly abstract: Text;
  readonly track: string;
  readonly kind: string;
  readonly place: string;
  readonly area: string;
  readonly where: Text;
  readonly day: number;
  readonly speakers: readonly string[];
  readonly languages: readonly string[];
  /** UTC, such as `2026-09-20T01:00:00Z`. */
  readonly starts: string;
  /** UTC, such as `2026-09-20T01:00:00Z`. */
  readonly ends: string;
  /** When it was to start. */
  readonly written: string;
  readonly cancelled: boolean;
  readonly note: Text | null;
}
/** What changes; times are ISO 8601, by the clocks of the venue without an offset. Null: as it was written. */
export interface SessionWish {
  readonly starts?: string | null;
  readonly ends?: string | null;
  readonly cancelled?: boolean;
  readonly note?: Text | null;
}
/** The programme as it is now. */
export interface Sessions {
  readonly revision: string;
  readonly timezone: string;
  readonly sample_data: boolean;
  /** The first day; null: each day is the first one. */
  readonly starts: string | null;
  readonly tracks: readonly Track[];
  readonly speakers: readonly Speaker[];
  /** Sessions that are on. */
  readonly now: readonly string[];
  /** Those that begin next. */
  readonly next: readonly string[];
  readonly sessions: readonly Session[];
}
/** A show at this moment. */
export interface ShowNow {
  readonly id: string;
  /** Seconds. */
  readonly position: number;
  readonly runs: boolean;
  readonly timeline: Timed;
}
/** All shows. */
export interface Shows {
  readonly shows: readonly ShowNow[];
}
/** What answers where the name does not. */
export interface Snippet {
  readonly en: string;
  readonly zh: string;
  readonly marks: Marks;
  readonly what: string;
}
/** Who speaks. */
export interface Speaker {
  readonly id: string;
  readonly name: Text;
  readonly role: Text;
  readonly organisation: Text;
}
/** What the staff of a booth do. */
export interface StaffActing {
  readonly name?: string;
  readonly company?: string;
  /** At most 400 characters; of a booth what it seeks. */
  readonly needs?: string;
  /** At most 400 characters. */
  readonly offers?: string;
  readonly how?: "here" | "remote";
  /** Id of an industry. */
  readonly industries?: string;
  readonly languages?: string;
  /** Id of a slot. */
  readonly free?: string;
  /** Of a meeting. */
  readonly meeting?: string;
  /** Of `ask`: a booth, or a buyer. */
  readonly other?: string;
  /** Of `ask`, `accept` and `move`; empty for any. */
  readonly slot?: string;
  /** Of `ask`: at most 400 characters. */
  readonly message?: string;
  readonly outcome?: "order" | "follow_up" | "no_interest";
  /** Of `outcome`: at most 400 characters. */
  readonly note?: string;
  readonly do: "profile" | "ask" | "accept" | "decline" | "move" | "cancel" | "here" | "outcome";
  /** For which of one's booths; the first without. */
  readonly booth?: string;
}
/** What one wishes, and where. */
export interface TakingPart {
  readonly wish: "ballot" | "vote" | "ask" | "react";
  /** `talk/area/…` or `talk/stage/…`. */
  readonly stream: string;
  /** Of `ballot`: its number. */
  readonly poll?: string;
  /** Of `ballot`: options, counted from 0. */
  readonly choice?: readonly string[];
  /** Of `vote`: its number. */
  readonly question?: string;
  /** Of `vote`: `0` takes it back. */
  readonly on?: string;
  /** Of `ask`. */
  readonly text?: string;
  /** Of `react`. */
  readonly reaction?: "clap" | "heart" | "laugh" | "wow" | "raise";
}
/** Something said in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
/** Where a show stands. */
export interface Timed {
  readonly epoch: number;
  readonly position: number;
  readonly rate: number;
  readonly duration: number;
  readonly loop: boolean;
}
/** A kind of session. */
export interface Track {
  readonly id: string;
  readonly name: Text;
  /** `#rrggbb`. */
  readonly color: string;
}
/** A venue of this server. */
export interface Venue {
  /** Null until its layout was read for the first time. */
  readonly id: string | null;
  readonly name: Text | null;
  readonly status: "compiling" | "ready" | "broken";
  readonly revision: string | null;
  /** Where its manifest is. */
  readonly manifest: string | null;
  /** What names of files in the manifest are relative to. */
  readonly files: string | null;
  /** While a build runs. */
  readonly progress: Progress | null;
  /** Of the newest save. */
  readonly problems: number;
}
/** All venues. */
export interface Venues {
  readonly venues: readonly Venue[];
}
/** Where a place is. */
export interface Where {
  readonly area: string;
  readonly zone: string | null;
  readonly at: readonly [number, number];
  readonly facing: number | null;
}
/** Who the browser belongs to; null: a visitor. */
export interface Who {
  readonly me: Me | null;
}
/** 1 to 280 characters each. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}
/** What is answered, where it is JSON. */
export interface Answers {
  readonly "GET /api/v1/asyncapi.json": Document;
  readonly "GET /api/v1/audit": Acts;
  readonly "POST /api/v1/devices/{device}/events": OneHeard;
  readonly "GET /api/v1/embedding": Embedding;
  readonly "POST /api/v1/invitations": Invited;
  readonly "POST /api/v1/login": Who;
  readonly "POST /api/v1/logout": Who;
  readonly "GET /api/v1/me": Who;
  readonly "DELETE /api/v1/me": Who;
  readonly "GET /api/v1/me/data": MyData;
  readonly "GET /api/v1/openapi.json": Document;
  readonly "GET /api/v1/venues": Venues;
  readonly "POST /api/v1/venues/{venue}/announcements": OneAnnouncement;
  readonly "GET /api/v1/venues/{venue}/answers": Answer;
  readonly "GET /api/v1/venues/{venue}/boards": Boards;
  readonly "POST /api/v1/venues/{venue}/boards/{board}": OneBoard;
  readonly "GET /api/v1/venues/{venue}/devices": DevicesNow;
  readonly "GET /api/v1/venues/{venue}/inquiries": AllInquiries;
  readonly "GET /api/v1/venues/{venue}/manifest": Manifest;
  readonly "GET /api/v1/venues/{venue}/meetings": AllMeetings;
  readonly "GET /api/v1/venues/{venue}/programme": Sessions;
  readonly "PATCH /api/v1/venues/{venue}/programme/{session}": OneSession;
  readonly "GET /api/v1/venues/{venue}/route": Route;
  readonly "POST /api/v1/venues/{venue}/screens/{area}/{stage}": OneShowing;
  readonly "GET /api/v1/venues/{venue}/search": Results;
  readonly "GET /api/v1/venues/{venue}/shows": Shows;
  readonly "POST /api/v1/venues/{venue}/shows/{show}": OneShow;
  readonly "GET /healthz": Health;
}
