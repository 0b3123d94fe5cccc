// Made by `hallwright describe`; do not write here (docs/formats/http.md).
/* eslint-disable */

/** What everyone shall be told. */
export interface Announce {
  readonly text: BothLanguages;
}
/** Something was said to everyone. */
export interface Announced {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "announcement";
  readonly text: Text;
}
/** Yes or no, and when. */
export interface AnswerMeeting {
  readonly secret?: string | null;
  readonly booth?: string | null;
  /** Its id. */
  readonly meeting: string;
  readonly accept: boolean;
  readonly slot?: string | null;
}
/** A question, and whether it is answered. */
export interface AnswerQuestion {
  readonly stream: string;
  readonly question: number;
  readonly done?: boolean;
}
/** A question was answered, or is open again. */
export interface Answered {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "answered";
  readonly question: number;
  readonly done: boolean;
}
export type AnyMeeting = Meeting | ForgottenMeeting;
/** Where one goes. */
export interface Area {
  readonly area: string;
}
/** Who is there. */
export interface Arrived {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
  readonly people: readonly Person[];
}
/** Whom one wants to meet, and when. */
export interface AskMeeting {
  readonly secret?: string | null;
  readonly booth?: string | null;
  /** Id of a booth, or of a buyer. */
  readonly other: string;
  readonly slot?: string | null;
  readonly message?: string | null;
}
/** A question; its number is its id. */
export interface Asked {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** Tells one person from every other, also from who has the same number later. */
  readonly by: string;
  /** 0 when they had everything of themselves erased. */
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  /** The page's own name for what it sent. */
  readonly key?: string;
  /** Plain text of one line; empty when it was taken away since. */
  readonly text: string;
  readonly kind: "asked";
}
/** A poll, and all that one chooses of it now. */
export interface Ballot {
  readonly stream: string;
  readonly poll: number;
  /** Options, counted from 0; none takes one's vote back. */
  readonly choices: readonly number[];
}
/** Who may not come in any more. */
export interface Ban {
  readonly id: number;
  readonly nickname: string;
  readonly reason: string;
  /** Who decided it. */
  readonly by: string;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
}
/** A ban by its id. */
export interface BanNumber {
  readonly ban: number;
}
/** Rows of a board were written anew, added, or taken away. */
export interface BoardChanged {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "board";
  readonly board: string;
  readonly changes: Readonly<Record<string, BoardRow | null>>;
}
export type BoardRow = ListRow | SigningRow | CountersRow;
/** 1 to 280 characters each. */
export interface BothLanguages {
  readonly en: string;
  readonly zh: string;
}
/** A call that one is in. */
export interface CallNews {
  readonly call: number;
  /** It rings here; the other took it, did not take it, did not answer, hung up, or is gone. */
  readonly state: "ringing" | "accepted" | "declined" | "missed" | "ended" | "gone";
  /** Who is at the other end. */
  readonly number: number;
  /** Whether it was rung with a picture. */
  readonly video: boolean;
}
/** A visiting card: what was filled in. */
export interface Card {
  readonly name?: string;
  readonly company?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly note?: string;
}
/** A session as it was changed; it holds while the programme says that it starts at `written`. */
export interface ChangedSession {
  /** Seconds. */
  readonly written: number;
  /** Seconds. */
  readonly starts: number;
  /** Seconds. */
  readonly ends: number;
  readonly cancelled: boolean;
  readonly note: Text | null;
  /** When it was changed, in seconds. */
  readonly changed: number;
}
/** The page's own time, in milliseconds of its choice. */
export interface Clock {
  readonly t0: number;
}
/** Whether a name and words may be kept. */
export interface Consenting {
  readonly given: boolean;
}
/** A row of a board of figures. */
export interface CountersRow {
  readonly label: Text;
  readonly value: number;
  readonly unit?: Text | null;
}
/** How busy it is, as far as that has changed. */
export interface Crowding {
  /** Whether this is everywhere: what is not named is quiet. */
  readonly whole: boolean;
  /** By zone. */
  readonly zones: Readonly<Record<string, 0 | 1 | 2>>;
  /** By booth, and by placement. */
  readonly spots: Readonly<Record<string, 0 | 1 | 2>>;
}
/** A machine. */
export interface Device {
  readonly id: string;
  readonly name: Text;
}
/** What a show shall do. */
export interface Direct {
  readonly show: string;
  /** `start`, `pause`, `seek`, `rate` or `countdown`. */
  readonly action: string;
  readonly value?: number | null;
}
/** What the staff wants of a line. */
export interface Direction {
  /** The placement where one lines up. */
  readonly queue: string;
  /** `next` ends the turn that has gone on longest, `skip` passes over who was called, `close` admits nobody else. */
  readonly action: "next" | "skip" | "open" | "close";
}
/** Messages before a number. */
export interface Earlier {
  readonly stream: string;
  readonly before: number;
  readonly most?: number | null;
}
/** Nothing more needs to be said. */
export interface Empty {}
/** Nobody writes in the letter any more. */
export interface Ended {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "ended";
  readonly side: "visitor" | "staff" | "moderator";
}
/** Somebody had everything that they said erased. */
export interface Erased {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "erased";
  readonly messages: readonly number[];
}
/** Its visitor had it erased. */
export interface ErasedLetter {
  readonly kind: "erased";
}
export type Event = Announced | BoardChanged | Followed | GroupClosed | GroupOpened | Highlighted | Joined | Left | Moved | Muted | QueueCalled | QueueClosed | QueueLeft | QueuePassed | QueueTaken | Queued | Rebuilt | Renamed | RoleChanged | Rung | ScreenChanged | Seated | SessionChanged | ShowChanged | Stood | Unfollowed;
/** A visiting card; what is not wanted is left out. */
export interface FilledCard {
  readonly name?: string | null;
  readonly company?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
}
/** A group by its code, in capitals or not. */
export interface Follow {
  readonly group: string;
}
/** A person came into a group, came back to its guide, or with `follows` False broke away. */
export interface Followed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "followed";
  readonly group: string;
  readonly number: number;
  readonly follows: boolean;
}
/** Whose all is to go. */
export interface ForgetBuyer {
  /** Drawn by the page at random; it opens what is the buyer's. */
  readonly secret: string;
}
/** Its buyer has had all of theirs forgotten. */
export interface ForgottenMeeting {
  readonly id: string;
  readonly standing: "forgotten";
}
/** All machines at a moment, in the plant's order, and the whole factory. */
export interface Frame {
  /** Seconds of the server's clock. */
  readonly time: number;
  /** State (an index), OEE (%), °C and kW of each. */
  readonly devices: readonly (readonly [number, number, number, number])[];
  /** Mean, in per cent. */
  readonly oee: number;
  /** Kilowatts. */
  readonly power: number;
  /** Pieces a minute. */
  readonly rate: number;
}
/** A group that is led. */
export interface Group {
  readonly guide: number;
  /** The placement that its guide points at. */
  readonly highlight: string | null;
  /** By number: true follows, false has broken away. */
  readonly followers: Readonly<Record<string, boolean>>;
}
/** A group is no more: its guide `ended` it, or is gone (`lost`). All who were in it are free. */
export interface GroupClosed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "group_closed";
  readonly group: string;
  readonly reason: string;
}
/** A visitor leads a group that others may come into by its code. */
export interface GroupOpened {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "group_opened";
  readonly group: string;
  readonly guide: number;
}
/** The group that one leads from now on. */
export interface GroupStarted {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
  /** Its code. */
  readonly group: string;
}
/** A call, and whether the other shall never ring again. */
export interface HangUp {
  readonly call: number;
  readonly never?: boolean;
}
/** It has happened, and is stored. */
export interface Happened {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
}
/** A question shall not be seen, or may be seen again; then it is told again. */
export interface Hidden {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "hidden";
  readonly question: number;
  readonly hidden: boolean;
  readonly asked?: Question;
}
/** A question, and whether it shall not be seen. */
export interface HideQuestion {
  readonly stream: string;
  readonly question: number;
  readonly hidden?: boolean;
}
/** What a guide points at; nothing any more without it. */
export interface Highlight {
  readonly placement?: string | null;
}
/** A guide points at the exhibit of a placement, or at nothing any more. */
export interface Highlighted {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "highlighted";
  readonly group: string;
  readonly placement: string | null;
}
/** A server that helps two pages to find each other, as `RTCPeerConnection` wants it. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}
/** A letter: a text, a card or both; sent again with the same secret, it is the same letter. */
export interface Inquire {
  /** Drawn by the page at random; it opens the letter. */
  readonly secret: string;
  readonly booth: string;
  /** The exhibit that it is about. */
  readonly placement?: string | null;
  /** 1 to 1000 characters in 20 lines. */
  readonly text: string;
  readonly card?: FilledCard | null;
  /** Whether the letter may be kept; nothing is sent without. */
  readonly consent?: boolean;
  /** Whether the exhibitor may have the card. */
  readonly card_consent?: boolean;
}
/** A visitor began the letter; the text is empty where they only left a card. */
export interface Inquired {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** As they sign; may be empty. */
  readonly name: string;
  /** Plain text of several lines. */
  readonly text: string;
  readonly kind: "inquired";
  readonly booth: string;
  readonly placement: string | null;
  readonly card: Card;
}
/** Who comes, and where to. */
export interface Join {
  readonly protocol: 1;
  readonly venue: string;
  readonly area: string;
  readonly nickname?: string | null;
  /** The secret of an earlier answer. */
  readonly session?: string | null;
  /** The last event that the page knows. */
  readonly since?: number | null;
  readonly via?: "hall" | "text" | null;
  /** Whether a name and words may be kept; without it as it was. */
  readonly consent?: boolean | null;
}
/** A person is new here. */
export interface Joined {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "joined";
  readonly person: Person;
}
/** Rows and events as they are kept. */
export interface Kept {
  readonly consents: readonly (Readonly<Record<string, unknown>>)[];
  /** Events that say a name. */
  readonly names: readonly (Readonly<Record<string, unknown>>)[];
  /** Events of talk, each with its stream. */
  readonly words: readonly (Readonly<Record<string, unknown>>)[];
  /** What one told the moderators. */
  readonly reports: readonly (Readonly<Record<string, unknown>>)[];
  /** One, with the secret of one's meetings; else none. */
  readonly meetings: readonly KeptMeetings[];
}
/** What is kept of a buyer. */
export interface KeptMeetings {
  readonly id: string;
  readonly profile: MeetingProfile | null;
  readonly meetings: readonly Meeting[];
}
/** A profile as it is kept. */
export interface KeptProfile {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly profile: MeetingProfile;
  /** Whether one can be matched by it. */
  readonly complete: boolean;
}
/** A person is gone; the number may be given to someone else later. */
export interface Left {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "left";
  readonly number: number;
}
export type LetterEvent = Inquired | Wrote | Replied | Ended | ReportedLetter | ErasedLetter;
/** A letter as a line of a list, as one side may know it. */
export interface LetterLine {
  /** Its id. */
  readonly letter: string;
  readonly booth: string;
  readonly placement: string | null;
  readonly standing: "none" | "open" | "answered" | "closed";
  /** Milliseconds since 1970, of the server's clock. */
  readonly opened: number;
  /** When it was answered first, in milliseconds. */
  readonly answered: number | null;
  /** When somebody wrote last, in milliseconds. */
  readonly last: number;
  readonly seq: number;
  /** Messages of the other side. */
  readonly unread: number;
  /** Of the visitor, as far as they say. */
  readonly name: string;
  /** How the last message begins. */
  readonly preview: string;
  /** Whether a card was left. */
  readonly card: boolean;
}
/** Letters; 100 at most, the newest first in an inbox. */
export interface LetterLines {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly letters: readonly LetterLine[];
}
/** A letter as one side sees it, and what is new of it, or was asked for. */
export interface LetterNews {
  /** Its id. */
  readonly letter: string;
  /** As which one sees it. */
  readonly side: "visitor" | "staff" | "moderator";
  readonly line: LetterLine;
  readonly events: readonly LetterEvent[];
}
/** Why the moderators should read it. */
export interface LetterReason {
  readonly secret?: string | null;
  /** Its id. */
  readonly letter?: string | null;
  /** 1 to 200 characters. */
  readonly reason: string;
}
/** The secrets of all letters that a page keeps. */
export interface LetterSecrets {
  readonly secrets: readonly string[];
}
/** How far one has read; all of it without `upto`. */
export interface LetterSeen {
  readonly secret?: string | null;
  /** Its id. */
  readonly letter?: string | null;
  readonly upto?: number | null;
}
/** With `since` only what followed. */
export interface LetterSince {
  readonly secret?: string | null;
  /** Its id. */
  readonly letter?: string | null;
  readonly since?: number | null;
}
/** What one writes; sent again with the same key, it is not written again. */
export interface LetterWords {
  readonly secret?: string | null;
  /** Its id. */
  readonly letter?: string | null;
  /** 1 to 1000 characters in 20 lines. */
  readonly text: string;
  readonly key?: string | null;
}
/** The line at an exhibit. */
export interface Line {
  /** The placement where one lines up. */
  readonly queue: string;
}
/** A row of a board of names. */
export interface ListRow {
  readonly rank: number;
  readonly name: Text;
  readonly industry?: Text | null;
}
/** With `since` what was missed, else the last `most` messages. */
export interface Listen {
  readonly stream: string;
  readonly since?: number | null;
  /** 50 without; 200 at most are told. */
  readonly most?: number | null;
}
/** How everything stands in the place. */
export interface Listening {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
  readonly stream: string;
  /** One's own `by`. */
  readonly me: string;
  /** Seconds between two messages of one person. */
  readonly pace: number;
  /** Whether `history` has the last messages, and not `missed` what followed. */
  readonly snapshot: boolean;
  readonly missed: readonly TalkEvent[];
  readonly history: readonly Said[];
  readonly questions: readonly Question[];
  readonly polls: readonly Poll[];
}
/** Why two match. */
export interface MatchReason {
  readonly kind: "need" | "offer" | "industry" | "language" | "slots";
  /** What they share; of slots empty. */
  readonly words: readonly string[];
  /** How many of it they share. */
  readonly count: number;
}
/** 20 at most, the best first. */
export interface Matches {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly matches: readonly MeetingMatch[];
}
/** A meeting as one side sees it. */
export interface Meeting {
  readonly id: string;
  /** As which one sees it. */
  readonly side: "buyer" | "booth";
  readonly booth: string;
  readonly buyer: string;
  /** Of the buyer. */
  readonly name: string;
  /** Of the buyer. */
  readonly company: string;
  readonly remote: boolean;
  readonly standing: "asked" | "agreed" | "booked" | "met" | "missed" | "declined" | "cancelled";
  readonly asked_by: "buyer" | "booth";
  /** Milliseconds since 1970, of the server's clock. */
  readonly asked: number;
  readonly message: string;
  readonly reasons: readonly MatchReason[];
  /** The slot that was asked for; null for any. */
  readonly wished: MeetingSlot | null;
  readonly slot: MeetingSlot | null;
  readonly place: MeetingPlace;
  readonly here: MeetingHere;
  /** As one's own side told it. */
  readonly outcome: "order" | "follow_up" | "no_interest" | null;
  readonly note: string;
  /** Number of somebody of the other side who is in the venue now. */
  readonly callable: number | null;
  /** Of its last event. */
  readonly seq: number;
}
/** Who is there. */
export interface MeetingHere {
  readonly buyer: boolean;
  readonly booth: boolean;
}
/** Whom one might meet. */
export interface MeetingMatch {
  /** Id of a booth, or of a buyer. */
  readonly other: string;
  readonly name: Text;
  readonly company: string;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  /** Ids of slots that are free for both. */
  readonly common: readonly string[];
  /** Of the meeting that there is between the two. */
  readonly meeting: string | null;
}
/** A meeting that has changed. */
export interface MeetingNews {
  readonly meeting: AnyMeeting;
}
/** As whom one comes: a buyer by the secret, staff by the id of their booth. */
export interface MeetingParty {
  readonly secret?: string | null;
  readonly booth?: string | null;
}
/** Where one meets. */
export interface MeetingPlace {
  readonly kind: "booth" | "room";
  readonly id: string;
}
/** What a side says of itself; of a booth, `needs` is what it seeks. */
export interface MeetingProfile {
  readonly name: string;
  readonly company: string;
  readonly needs: string;
  readonly offers: string;
  /** Ids of the venue's industries. */
  readonly industries: readonly string[];
  readonly languages: readonly string[];
  /** Ids of slots. */
  readonly free: readonly string[];
  /** Whether they meet by call only. */
  readonly remote: boolean;
}
/** A slot as one side sees it. */
export interface MeetingSlot {
  /** `<session>/<n>`, `n` from 1. */
  readonly id: string;
  /** Milliseconds since 1970, of the server's clock. */
  readonly starts: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly ends: number;
  /** Whether this side has a meeting then. */
  readonly taken: boolean;
}
/** Messages, oldest first. */
export interface Messages {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly history: readonly Said[];
}
/** All that is kept. */
export interface Mine {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly data: Kept;
}
/** When instead. */
export interface MoveMeeting {
  readonly secret?: string | null;
  readonly booth?: string | null;
  /** Its id. */
  readonly meeting: string;
  readonly slot: string;
}
/** A person went to another area, or from the hall to the text tour or back. */
export interface Moved {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "moved";
  readonly number: number;
  readonly area: string;
  readonly via: "hall" | "text";
}
/** A person may not speak to others for now, or may again. */
export interface Muted {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "muted";
  readonly number: number;
  readonly muted: boolean;
}
/** What one wants to be called. */
export interface Nickname {
  readonly nickname: string;
}
/** What a host lets the screen of a stage show. */
export interface OnScreen {
  readonly reel: string;
  /** When it began, or begins, in seconds since 1970. */
  readonly since: number;
  /** Of slides, counted from 0; 0 of all else. */
  readonly slide: number;
  /** What the host typed; null: as the layout wrote it. */
  readonly text: Text | null;
}
/** A call by its id. */
export interface OneCall {
  readonly call: number;
}
/** A letter as it is now. */
export interface OneLetter {
  /** Its id. */
  readonly letter: string;
  /** As which one sees it. */
  readonly side: "visitor" | "staff" | "moderator";
  readonly line: LetterLine;
  readonly events: readonly LetterEvent[];
  /** It has happened, and is stored. */
  readonly ok: true;
}
/** A meeting as it is now. */
export interface OneMeeting {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly meeting: Meeting;
}
/** A message or a question by its number. */
export interface OneMessage {
  readonly stream: string;
  readonly message: number;
}
/** A poll by its number. */
export interface OnePoll {
  readonly stream: string;
  readonly poll: number;
}
/** What is asked, and how. */
export interface OpenPoll {
  readonly stream: string;
  /** At most 160 characters. */
  readonly question: Spoken;
  /** 2 to 8 different ones of at most 80 characters. */
  readonly options: readonly Spoken[];
  /** Whether several options may be chosen. */
  readonly several?: boolean;
  /** Whether the sums are told when it is over. */
  readonly hidden?: boolean;
  /** 5 to 86400; a host closes it without. */
  readonly seconds?: number | null;
  readonly key?: string | null;
}
/** All that is kept of a side. */
export interface OwnMeetings {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Of the buyer, or of the booth. */
  readonly id: string;
  readonly side: "buyer" | "booth";
  readonly profile: MeetingProfile;
  readonly slots: readonly MeetingSlot[];
  readonly meetings: readonly Meeting[];
  readonly industries: readonly Term[];
}
/** Seconds between two messages of one person. */
export interface Pace {
  readonly stream: string;
  /** 0 to 600. */
  readonly seconds: number;
}
/** Everyone waits so many seconds between two messages. */
export interface PaceSet {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "pace";
  readonly seconds: number;
  /** Who did it. */
  readonly number: number;
}
/** Someone in the hall as others know them. `nickname` is empty until one is chosen; `color` is 0…11; `booths` are those whose staff they are. */
export interface Person {
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly area: string;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  readonly via: "hall" | "text";
  readonly muted: boolean;
  readonly booths?: readonly string[];
}
/** A stream by its name: `talk/area/…`, `talk/booth/…`, `talk/stage/…`. */
export interface Place {
  readonly stream: string;
}
/** Somebody in a line. */
export interface PlaceInLine {
  /** The number of a person, or what stands for a reader of pages. */
  readonly who: number | string;
  /** Who was called may come so long, who tries it may go on so long; null: waits. */
  readonly until: number | null;
  /** Whether they try it. */
  readonly taken: boolean;
  /** Whether they were called once and did not come. */
  readonly missed: boolean;
}
/** What does not change. */
export interface Plant {
  readonly simulated: true;
  readonly states: readonly string[];
  readonly devices: readonly Device[];
}
/** A poll and what has become of it. */
export interface Poll {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** Tells one person from every other, also from who has the same number later. */
  readonly by: string;
  /** 0 when they had everything of themselves erased. */
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  /** The page's own name for what it sent. */
  readonly key?: string;
  readonly kind: "polled";
  /** Empty when it was taken away since. */
  readonly question: Text;
  /** 2 to 8; none when it was taken away since. */
  readonly options: readonly Text[];
  /** Whether several options may be chosen. */
  readonly several: boolean;
  /** Whether the sums are told when it is over. */
  readonly hidden: boolean;
  /** When its time is up, in milliseconds; null: a host closes it. */
  readonly ends: number | null;
  /** When it was closed, in milliseconds. */
  readonly closed: number | null;
  readonly voters: number;
  readonly counts?: readonly number[];
  /** What one chose oneself. */
  readonly mine?: readonly number[];
}
/** A poll is over. */
export interface PollClosed {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "poll_closed";
  readonly poll: number;
  readonly voters: number;
  readonly counts: readonly number[];
}
/** A host opened a poll; its number is its id. */
export interface Polled {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** Tells one person from every other, also from who has the same number later. */
  readonly by: string;
  /** 0 when they had everything of themselves erased. */
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  /** The page's own name for what it sent. */
  readonly key?: string;
  readonly kind: "polled";
  /** Empty when it was taken away since. */
  readonly question: Text;
  /** 2 to 8; none when it was taken away since. */
  readonly options: readonly Text[];
  /** Whether several options may be chosen. */
  readonly several: boolean;
  /** Whether the sums are told when it is over. */
  readonly hidden: boolean;
  /** When its time is up, in milliseconds; null: a host closes it. */
  readonly ends: number | null;
}
/** A question and what has become of it. */
export interface Question {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** Tells one person from every other, also from who has the same number later. */
  readonly by: string;
  /** 0 when they had everything of themselves erased. */
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  /** The page's own name for what it sent. */
  readonly key?: string;
  /** Plain text of one line; empty when it was taken away since. */
  readonly text: string;
  readonly kind: "asked";
  readonly votes: number;
  readonly answered: boolean;
  /** Whether one has voted for it. */
  readonly mine?: boolean;
  /** Whether only hosts see it. */
  readonly hidden?: boolean;
}
/** The line at an exhibit; one that is open and empty is not told. */
export interface Queue {
  /** Nobody else may line up. */
  readonly closed: boolean;
  /** In the order in which they are called. */
  readonly places: readonly PlaceInLine[];
}
/** It is somebody's turn, if they take it before `until` (s since 1970). */
export interface QueueCalled {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queue_called";
  readonly queue: string;
  readonly who: number | string;
  readonly until: number;
}
/** Nobody else may line up, or with `closed` False they may again. */
export interface QueueClosed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queue_closed";
  readonly queue: string;
  readonly closed: boolean;
}
/** Somebody stands in the line no more: they left, are done, were called twice and did not come, are gone from the venue, or there is no line any more. */
export interface QueueLeft {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queue_left";
  readonly queue: string;
  readonly who: number | string;
  readonly why: "left" | "done" | "missed" | "gone" | "closed";
}
/** Somebody was called and did not come: they stand right `behind` another one now; None: where they stood. */
export interface QueuePassed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queue_passed";
  readonly queue: string;
  readonly who: number | string;
  readonly behind: number | string | null;
}
/** Somebody has begun their turn, which ends at `until` (s since 1970). */
export interface QueueTaken {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queue_taken";
  readonly queue: string;
  readonly who: number | string;
  readonly until: number;
}
/** Somebody stands in the line at a placement, last of all. */
export interface Queued {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "queued";
  readonly queue: string;
  readonly who: number | string;
}
/** What one feels. */
export interface React {
  readonly stream: string;
  readonly reaction: "clap" | "heart" | "laugh" | "wow" | "raise";
}
/** The hall was published anew; `shows` is every show that it has now, `boards` what was changed on boards, `sessions` what was changed of the programme, `screens` what hosts let be shown. */
export interface Rebuilt {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "rebuilt";
  readonly revision: string;
  readonly shows: Readonly<Record<string, Timeline>>;
  readonly boards: Readonly<Record<string, Readonly<Record<string, BoardRow | null>>>>;
  readonly sessions: Readonly<Record<string, ChangedSession>>;
  readonly screens: Readonly<Record<string, OnScreen>>;
}
/** It was refused, and nothing has happened. */
export interface Refusal {
  readonly ok: false;
  readonly code: "already_joined" | "answered" | "bad_ballot" | "bad_card" | "bad_nickname" | "bad_poll" | "bad_profile" | "bad_reason" | "bad_text" | "banned" | "call_refused" | "consent_needed" | "crowded" | "elsewhere" | "erased_lately" | "filtered" | "full" | "group_full" | "in_call" | "internal" | "leads_already" | "letter_closed" | "letter_consent" | "letter_full" | "letter_too_long" | "line_busy" | "malformed" | "meeting_consent" | "meeting_standing" | "met_already" | "muted" | "no_questions" | "no_seat" | "nobody_there" | "not_allowed" | "not_called" | "not_following" | "not_guide" | "not_here" | "not_joined" | "not_running" | "not_your_turn" | "out_of_range" | "outranked" | "poll_closed" | "queue_closed" | "queue_full" | "reported_lately" | "rung_lately" | "seat_taken" | "show_held" | "show_resting" | "show_running" | "slot_over" | "slot_taken" | "slow_mode" | "storing" | "too_fast" | "too_long" | "too_many_bans" | "too_many_calls" | "too_many_groups" | "too_many_meetings" | "too_many_polls" | "too_many_questions" | "too_many_queues" | "too_many_streams" | "unknown_area" | "unknown_ban" | "unknown_board" | "unknown_booth" | "unknown_buyer" | "unknown_call" | "unknown_event" | "unknown_group" | "unknown_letter" | "unknown_meeting" | "unknown_message" | "unknown_person" | "unknown_placement" | "unknown_poll" | "unknown_queue" | "unknown_reel" | "unknown_screen" | "unknown_seat" | "unknown_session" | "unknown_show" | "unknown_slot" | "unknown_stream" | "unknown_venue" | "unsupported_protocol" | "veiled";
  readonly message: Text;
  /** Seconds until it may be asked again. */
  readonly wait?: number;
}
/** A person has another nickname. */
export interface Renamed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "renamed";
  readonly number: number;
  readonly nickname: string;
}
/** The staff answered. */
export interface Replied {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** As they sign; may be empty. */
  readonly name: string;
  /** Plain text of several lines. */
  readonly text: string;
  readonly kind: "replied";
}
/** What moderators were told of somebody. */
export interface Report {
  readonly id: number;
  readonly number: number;
  readonly nickname: string;
  /** The number of who reported. */
  readonly by: number;
  readonly reason: string;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
}
/** Somebody let the moderators read it; told to them alone. */
export interface ReportedLetter {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "reported";
  readonly side: "visitor" | "staff" | "moderator";
  readonly reason: string;
}
/** What a moderator sees, 100 of each at most, the newest first. */
export interface Reviewed {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
  readonly reports: readonly Report[];
  readonly bans: readonly Ban[];
}
/** One follower; all who have broken away without it. */
export interface Ring {
  readonly number?: number | null;
}
/** Whom one rings, and whether one wants to be seen. */
export interface RingUp {
  readonly number: number;
  readonly video?: boolean;
}
/** It rings there, for 30 seconds. */
export interface Ringing {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly call: number;
  readonly ice: readonly IceServer[];
}
/** A person came back with another credential than before, or without one. */
export interface RoleChanged {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "role";
  readonly number: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  readonly booths?: readonly string[];
}
/** A guide asks these people to come back. */
export interface Rung {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "rung";
  readonly group: string;
  readonly numbers: readonly number[];
}
/** A message. */
export interface Said {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** Tells one person from every other, also from who has the same number later. */
  readonly by: string;
  /** 0 when they had everything of themselves erased. */
  readonly number: number;
  readonly nickname: string;
  readonly color: number;
  readonly role: "visitor" | "kiosk" | "exhibitor" | "host" | "moderator" | "organizer" | "system";
  /** The page's own name for what it sent. */
  readonly key?: string;
  /** Plain text of one line; empty when it was taken away since. */
  readonly text: string;
  readonly kind: "said";
}
/** A host lets a screen show something, or None: what the programme says. */
export interface ScreenChanged {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "screen";
  readonly screen: string;
  readonly showing: OnScreen | null;
}
/** At most 280 characters, in one language or both. */
export interface ScreenWords {
  readonly en?: string | null;
  readonly zh?: string | null;
}
/** A seat before a stage, counted row by row from 0. */
export interface SeatTaken {
  readonly area: string;
  readonly stage: string;
  readonly seat: number;
}
/** A person sat down before a stage. */
export interface Seated {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "seated";
  readonly number: number;
  readonly area: string;
  readonly stage: string;
  readonly seat: number;
}
/** Oneself, and who one was before. */
export interface Selves {
  /** Secrets of earlier answers to `join`. */
  readonly sessions?: readonly string[];
  /** That of one's meetings, where one has some. */
  readonly meetings?: string | null;
}
/** Why one is no longer here. */
export interface SentAway {
  readonly how: "kicked" | "banned";
  readonly reason: string;
}
/** A session of the programme was put off, moved or cancelled, or is as it was. */
export interface SessionChanged {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "session";
  readonly session: string;
  readonly change: ChangedSession;
}
/** A show of the venue. */
export interface Show {
  readonly show: string;
}
/** A show was started, stopped, moved or changed in its pace; `by` is the visitor who did it, None an operator. */
export interface ShowChanged {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "show";
  readonly show: string;
  readonly timeline: Timeline;
  readonly by: number | null;
}
/** A screen and what it shall show; what the programme says without `reel`. */
export interface ShowOnScreen {
  /** `area/stage`. */
  readonly screen: string;
  readonly reel?: string | null;
  /** Of slides, counted from 0. */
  readonly slide?: number | null;
  /** Of words; null: as the layout wrote them. */
  readonly text?: ScreenWords | null;
}
/** What one page tells the other to connect: a description of its side, or a way to reach it, as JSON. */
export interface Signal {
  readonly call: number;
  readonly kind: "offer" | "answer" | "candidate";
  readonly data: string;
}
/** A row of a board of signings. */
export interface SigningRow {
  readonly title: Text;
  readonly parties: readonly Text[];
}
/** A stage of the area where one is; the first seat that is free without `seat`. */
export interface Sit {
  readonly stage: string;
  /** Counted row by row from 0. */
  readonly seat?: number | null;
}
/** A person by number. */
export interface Somebody {
  readonly number: number;
}
/** A person by number, and why. */
export interface SomebodyAndWhy {
  readonly number: number;
  /** 1 to 200 characters of a report. */
  readonly reason?: string | null;
}
/** A text in one language or both; where one is missing the other stands for it. */
export interface Spoken {
  readonly en?: string | null;
  readonly zh?: string | null;
}
/** A person got up. */
export interface Stood {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "stood";
  readonly number: number;
}
/** How a poll stands. */
export interface Sums {
  /** How many people chose. */
  readonly voters: number;
  /** How often each option was chosen; missing while it is kept back. */
  readonly counts?: readonly number[];
}
/** Both may speak. */
export interface Taken {
  /** It has happened, and is stored. */
  readonly ok: true;
  readonly ice: readonly IceServer[];
}
/** A host took something away. */
export interface TakenAway {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "removed";
  readonly message: number;
  /** Who did it. */
  readonly number: number;
}
export type TalkEvent = Said | Asked | Withdrawn | TakenAway | Erased | PaceSet | Votes | Polled | PollClosed | Answered | Hidden;
/** What the dashboards of an area show. */
export interface Telemetry {
  readonly area: string;
  /** In the first message only. */
  readonly plant?: Plant;
  readonly frames: readonly Frame[];
}
/** What came of it. */
export interface TellOutcome {
  readonly secret?: string | null;
  readonly booth?: string | null;
  /** Its id. */
  readonly meeting: string;
  readonly outcome: "order" | "follow_up" | "no_interest";
  readonly note?: string | null;
}
/** An industry. */
export interface Term {
  readonly id: string;
  readonly name: Text;
}
/** Something said in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
/** The time of both. */
export interface Time {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** As it was sent. */
  readonly t0: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly t1: number;
}
/** At `epoch` (s of the server's clock) the show stood at `position` (s), and since then it goes on `rate` seconds each second; 0 is a pause. `duration` 0 is without an end; with `loop` the end is the beginning. Before its epoch a show stands. The arithmetic is that of `web/src/core/timeline.ts`, operation by operation. */
export interface Timeline {
  readonly epoch: number;
  readonly position: number;
  readonly rate: number;
  readonly duration: number;
  readonly loop: boolean;
}
/** What a device said last. */
export interface TwinNow {
  /** By field; which there are depends on its kind. */
  readonly values: Readonly<Record<string, unknown>>;
  /** When it was measured, since 1970, by the server's clock at the latest. */
  readonly at: number;
}
/** What changed in an area. */
export interface Twins {
  readonly area: string;
  /** Whether these are all that have said anything; what was known before counts no more. */
  readonly whole: boolean;
  readonly twins: Readonly<Record<string, TwinNow>>;
}
/** Who is writing. */
export interface Typing {
  /** Its id. */
  readonly letter: string;
  readonly side: "visitor" | "staff";
}
/** A person left a group. */
export interface Unfollowed {
  /** Grows by exactly one. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "unfollowed";
  readonly group: string;
  readonly number: number;
}
/** A question, and whether one wants it answered. */
export interface Vote {
  readonly stream: string;
  readonly question: number;
  readonly on?: boolean;
}
/** Votes in a row, told as one event for the numbers from `first` to `seq`. */
export interface Votes {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "votes";
  readonly first: number;
  /** How many votes each question has now, by its number. */
  readonly votes: Readonly<Record<string, number>>;
  /** How each poll stands now, by its number. */
  readonly polls?: Readonly<Record<string, Sums>>;
}
/** What everyone in one place felt since the last wave. It is not numbered, nor stored. */
export interface Wave {
  readonly stream: string;
  readonly counts: Readonly<Record<string, number>>;
}
/** Where everything stands. */
export interface Welcome {
  /** It has happened, and is stored. */
  readonly ok: true;
  /** A secret: sent back within the grace period, it resumes the same person. */
  readonly session: string;
  readonly number: number;
  /** A ticket for one connection of the position socket. */
  readonly presence: string;
  /** Number of the last event of the venue, the one that follows from this included. */
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly people: readonly Person[];
  readonly missed: readonly Event[];
  readonly shows: Readonly<Record<string, Timeline>>;
  readonly boards: Readonly<Record<string, Readonly<Record<string, BoardRow | null>>>>;
  readonly sessions: Readonly<Record<string, ChangedSession>>;
  readonly groups: Readonly<Record<string, Group>>;
  /** What hosts let be shown, by `area/stage`. */
  readonly screens: Readonly<Record<string, OnScreen>>;
  /** Who sits, by number. */
  readonly seats: Readonly<Record<string, SeatTaken>>;
  /** Lines at exhibits, by placement. */
  readonly queues: Readonly<Record<string, Queue>>;
  /** Whether people, shows, boards, sessions, groups, screens … are the whole truth. */
  readonly snapshot: boolean;
  readonly revision: string;
  /** Whether a name and words of this person may be kept. */
  readonly consent: boolean;
}
/** It is done. */
export interface Well {
  /** It has happened, and is stored. */
  readonly ok: true;
}
/** A letter: by its secret for who began it, by its id for staff and moderators. */
export interface WhichLetter {
  readonly secret?: string | null;
  /** Its id. */
  readonly letter?: string | null;
}
/** Which letters to the booths of the staff; to moderators, of those that were reported. */
export interface WhichLetters {
  readonly standing?: "open" | "answered" | "closed" | null;
  /** Written in last before, ms since 1970. */
  readonly before?: number | null;
}
/** One of one's own meetings. */
export interface WhichMeeting {
  readonly secret?: string | null;
  readonly booth?: string | null;
  /** Its id. */
  readonly meeting: string;
}
/** Somebody took back what they wrote. */
export interface Withdrawn {
  /** The place; left out in the answer to `listen`, which says it. */
  readonly stream?: string;
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  readonly kind: "withdrawn";
  readonly message: number;
}
/** Rows of a board by their ids: the fields that change, or null to take a row away. */
export interface Write {
  readonly board: string;
  readonly changes: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
}
/** A profile, in whole. */
export interface WriteProfile {
  readonly secret?: string | null;
  readonly booth?: string | null;
  readonly profile: WrittenProfile;
  /** Whether it may be kept and shown to exhibitors; a buyer has to say so. */
  readonly consent?: boolean;
}
/** What one says or asks; sent again with the same key, it is not said again. */
export interface Written {
  readonly stream: string;
  /** 1 to 500 characters. */
  readonly text: string;
  readonly key?: string | null;
}
/** What is left out is empty; slots that are left out, of a booth, are all. */
export interface WrittenProfile {
  readonly name?: string;
  readonly company?: string;
  /** At most 400 characters. */
  readonly needs?: string;
  /** At most 400 characters. */
  readonly offers?: string;
  readonly industries?: readonly string[];
  readonly languages?: readonly string[];
  readonly free?: readonly string[];
  readonly remote?: boolean;
}
/** The visitor wrote on. */
export interface Wrote {
  readonly seq: number;
  /** Milliseconds since 1970, of the server's clock. */
  readonly time: number;
  /** As they sign; may be empty. */
  readonly name: string;
  /** Plain text of several lines. */
  readonly text: string;
  readonly kind: "wrote";
}
/** What the server sends. */
export interface Told {
  readonly "call": CallNews;
  readonly "call_signal": Signal;
  readonly "crowding": Crowding;
  readonly "event": Event;
  readonly "events": readonly Event[];
  readonly "letter": LetterNews;
  readonly "meeting": MeetingNews;
  readonly "removed": SentAway;
  readonly "reports": readonly Report[];
  readonly "superseded": null;
  readonly "talk": TalkEvent;
  readonly "talks": readonly TalkEvent[];
  readonly "telemetry": Telemetry;
  readonly "twins": Twins;
  readonly "typing": Typing;
  readonly "wave": Wave;
}
/** What pages send. */
export interface Wished {
  readonly "announce": { readonly payload: Announce; readonly answer: Happened | Refusal };
  readonly "answer": { readonly payload: AnswerQuestion; readonly answer: Happened | Refusal };
  readonly "area": { readonly payload: Area; readonly answer: Arrived | Refusal };
  readonly "ask": { readonly payload: Written; readonly answer: Happened | Refusal };
  readonly "ballot": { readonly payload: Ballot; readonly answer: Happened | Refusal };
  readonly "ban": { readonly payload: SomebodyAndWhy; readonly answer: Happened | Refusal };
  readonly "call": { readonly payload: RingUp; readonly answer: Ringing | Refusal };
  readonly "call_accept": { readonly payload: OneCall; readonly answer: Taken | Refusal };
  readonly "call_end": { readonly payload: HangUp; readonly answer: Well | Refusal };
  readonly "call_here": { readonly payload: OneCall; readonly answer: Well | Refusal };
  readonly "call_signal": { readonly payload: Signal; readonly answer: Well | Refusal };
  readonly "clock": { readonly payload: Clock; readonly answer: Time | Refusal };
  readonly "close_poll": { readonly payload: OnePoll; readonly answer: Happened | Refusal };
  readonly "consent": { readonly payload: Consenting; readonly answer: Happened | Refusal };
  readonly "direct": { readonly payload: Direct; readonly answer: Happened | Refusal };
  readonly "direct_queue": { readonly payload: Direction; readonly answer: Happened | Refusal };
  readonly "earlier": { readonly payload: Earlier; readonly answer: Messages | Refusal };
  readonly "erase": { readonly payload: Selves; readonly answer: Well | Refusal };
  readonly "follow": { readonly payload: Follow; readonly answer: Happened | Refusal };
  readonly "guide_end": { readonly payload: Empty; readonly answer: Happened | Refusal };
  readonly "guide_start": { readonly payload: Empty; readonly answer: GroupStarted | Refusal };
  readonly "hide": { readonly payload: HideQuestion; readonly answer: Happened | Refusal };
  readonly "highlight": { readonly payload: Highlight; readonly answer: Happened | Refusal };
  readonly "inbox": { readonly payload: WhichLetters; readonly answer: LetterLines | Refusal };
  readonly "inquire": { readonly payload: Inquire; readonly answer: OneLetter | Refusal };
  readonly "join": { readonly payload: Join; readonly answer: Welcome | Refusal };
  readonly "kick": { readonly payload: SomebodyAndWhy; readonly answer: Happened | Refusal };
  readonly "leave": { readonly payload: Empty; readonly answer: Happened | Refusal };
  readonly "letter_end": { readonly payload: WhichLetter; readonly answer: OneLetter | Refusal };
  readonly "letter_erase": { readonly payload: WhichLetter; readonly answer: Well | Refusal };
  readonly "letter_open": { readonly payload: LetterSince; readonly answer: OneLetter | Refusal };
  readonly "letter_report": { readonly payload: LetterReason; readonly answer: OneLetter | Refusal };
  readonly "letter_see": { readonly payload: LetterSeen; readonly answer: OneLetter | Refusal };
  readonly "letter_typing": { readonly payload: WhichLetter; readonly answer: Well | Refusal };
  readonly "letter_write": { readonly payload: LetterWords; readonly answer: OneLetter | Refusal };
  readonly "letters": { readonly payload: LetterSecrets; readonly answer: LetterLines | Refusal };
  readonly "listen": { readonly payload: Listen; readonly answer: Listening | Refusal };
  readonly "meeting_answer": { readonly payload: AnswerMeeting; readonly answer: OneMeeting | Refusal };
  readonly "meeting_ask": { readonly payload: AskMeeting; readonly answer: OneMeeting | Refusal };
  readonly "meeting_cancel": { readonly payload: WhichMeeting; readonly answer: OneMeeting | Refusal };
  readonly "meeting_forget": { readonly payload: ForgetBuyer; readonly answer: Well | Refusal };
  readonly "meeting_here": { readonly payload: WhichMeeting; readonly answer: OneMeeting | Refusal };
  readonly "meeting_matches": { readonly payload: MeetingParty; readonly answer: Matches | Refusal };
  readonly "meeting_mine": { readonly payload: MeetingParty; readonly answer: OwnMeetings | Refusal };
  readonly "meeting_move": { readonly payload: MoveMeeting; readonly answer: OneMeeting | Refusal };
  readonly "meeting_outcome": { readonly payload: TellOutcome; readonly answer: OneMeeting | Refusal };
  readonly "meeting_profile": { readonly payload: WriteProfile; readonly answer: KeptProfile | Refusal };
  readonly "mine": { readonly payload: Selves; readonly answer: Mine | Refusal };
  readonly "mute": { readonly payload: Somebody; readonly answer: Happened | Refusal };
  readonly "nickname": { readonly payload: Nickname; readonly answer: Happened | Refusal };
  readonly "pace": { readonly payload: Pace; readonly answer: Happened | Refusal };
  readonly "poll": { readonly payload: OpenPoll; readonly answer: Happened | Refusal };
  readonly "queue_join": { readonly payload: Line; readonly answer: Happened | Refusal };
  readonly "queue_leave": { readonly payload: Line; readonly answer: Happened | Refusal };
  readonly "queue_take": { readonly payload: Line; readonly answer: Happened | Refusal };
  readonly "react": { readonly payload: React; readonly answer: Well | Refusal };
  readonly "remove": { readonly payload: OneMessage; readonly answer: Happened | Refusal };
  readonly "report": { readonly payload: SomebodyAndWhy; readonly answer: Happened | Refusal };
  readonly "review": { readonly payload: Empty; readonly answer: Reviewed | Refusal };
  readonly "ring": { readonly payload: Ring; readonly answer: Happened | Refusal };
  readonly "say": { readonly payload: Written; readonly answer: Happened | Refusal };
  readonly "show_on_screen": { readonly payload: ShowOnScreen; readonly answer: Happened | Refusal };
  readonly "sit": { readonly payload: Sit; readonly answer: Happened | Refusal };
  readonly "stand": { readonly payload: Empty; readonly answer: Happened | Refusal };
  readonly "stray": { readonly payload: Empty; readonly answer: Happened | Refusal };
  readonly "trigger": { readonly payload: Show; readonly answer: Happened | Refusal };
  readonly "unban": { readonly payload: BanNumber; readonly answer: Happened | Refusal };
  readonly "unfollow": { readonly payload: Empty; readonly answer: Happened | Refusal };
  readonly "unlisten": { readonly payload: Place; readonly answer: Well | Refusal };
  readonly "unmute": { readonly payload: Somebody; readonly answer: Happened | Refusal };
  readonly "vote": { readonly payload: Vote; readonly answer: Happened | Refusal };
  readonly "withdraw": { readonly payload: OneMessage; readonly answer: Happened | Refusal };
  readonly "write": { readonly payload: Write; readonly answer: Happened | Refusal };
}
