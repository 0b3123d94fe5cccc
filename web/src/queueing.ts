/** What a visitor, or the staff, can ask of the lines at exhibits. */
import type { Live } from "./live.js";
import type { QueueIntents } from "./ui/queue-view.js";

export const queueing = (live: Pick<Live, "wish">): QueueIntents => ({
  join: (queue) => live.wish("queue_join", { queue }),
  take: (queue) => live.wish("queue_take", { queue }),
  leave: (queue) => live.wish("queue_leave", { queue }),
  direct: (queue, action) => live.wish("direct_queue", { queue, action }),
});
