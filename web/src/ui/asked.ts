/** What the interface can ask for, part by part; each is null before there is a hall. */
import type { CallIntents } from "./call-view.js";
import type { ConsentIntents } from "./consent-view.js";
import type { GuideIntents } from "./guide-view.js";
import type { HostIntents } from "./hosting-view.js";
import type { LeadIntents } from "./lead-view.js";
import type { MeetingIntents } from "./meetings-view.js";
import type { ModerationIntents } from "./moderation-view.js";
import type { ProgrammeIntents } from "./programme/view.js";
import type { QueueIntents } from "./queue-view.js";
import type { StageIntents } from "./stage-view.js";
import type { TalkIntents } from "./talk-view.js";

export interface Asked {
  /** Of other people. */
  moderating(): ModerationIntents | null;
  /** What hosts can ask for. */
  hosting(): HostIntents | null;
  programming(): ProgrammeIntents | null;
  talking(): TalkIntents | null;
  calling(): CallIntents | null;
  /** Of meetings of buyers and booths. */
  meeting(): MeetingIntents | null;
  /** Of lines at exhibits. */
  queuing(): QueueIntents | null;
  /** What can be asked of the guide who answers. */
  guiding(): GuideIntents | null;
  /** Of being led somewhere. */
  leading(): LeadIntents | null;
  /** Of the stage one is at. */
  staging(): StageIntents | null;
  /** Of what may be kept of the visitor. */
  consenting(): ConsentIntents | null;
}
