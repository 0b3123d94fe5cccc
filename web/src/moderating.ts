/** What can be asked of other people: to report them, and for moderators to quiet them or send them away. */
import type { Live } from "./live.js";
import { readReview } from "./protocol/moderation.js";
import type { ModerationIntents } from "./ui/moderation-view.js";

export const moderating = (live: Live): ModerationIntents => ({
  report: (number, reason) => live.wish("report", { number, reason }),
  mute: (number, muted) => live.wish(muted ? "mute" : "unmute", { number }),
  kick: (number, reason) => live.wish("kick", { number, reason }),
  ban: (number, reason) => live.wish("ban", { number, reason }),
  unban: (ban) => live.wish("unban", { ban }),
  review: async () => readReview(await live.call("review", {})),
});
